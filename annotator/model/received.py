"""Claims that come in from a file of another tool, before a person has said what its labels mean.

A reader gives what stands in the file, nothing made up: positions are code points in `ReceivedText.text` just
as the file has it, not yet canonical. What Red Pencil has no place for is kept in words, as remarks.
"""

from dataclasses import dataclass, field

from annotator.model.drafts import Note
from annotator.model.places import Place
from annotator.model.views import AppearanceView, ClaimView


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation.

    `claim` has what the file says of it. Its `id` is the file's own ("" where there is none) and what
    `answers` point to; its tag counts only where `label` is one of ours ("allegation"), `reviewer` is the
    name and `author` the id of who made it, both "" where nobody is named; views of sources carry no more
    than the file says. `span` is empty at 0 where only the quote is known. `remarks` are lines for its note.
    """

    claim: ClaimView
    label: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivedText:
    """A text with its annotations.

    `text` is "" where the file only names the article, by `sha256` of its canonical text or in `appearances`.
    `remarks` are annotations and notes that belong to no place of the text, `places` the pages or times of
    its passages.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    title: str = ""
    sha256: str = ""
    language: str = ""
    appearances: tuple[AppearanceView, ...] = ()
    remarks: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """What a file of claims holds; `format` is the format's name, `notes` say what was left out or mended."""

    format: str
    file: str
    texts: tuple[ReceivedText, ...] = field(default_factory=tuple)
    notes: tuple[Note, ...] = ()

    @property
    def labels(self) -> dict[str, int]:
        """How many marks have each label, in the order in which they first appear."""
        counts: dict[str, int] = {}
        for text in self.texts:
            for mark in text.marks:
                counts[mark.label] = counts.get(mark.label, 0) + 1
        return counts

    @property
    def people(self) -> tuple[str, ...]:
        """The names of those who made the marks, in the order in which they first appear."""
        named = (mark.claim.reviewer for text in self.texts for mark in text.marks)
        return tuple(dict.fromkeys(name for name in named if name))
