"""What a format is: a name, the endings of its files, what it holds, and how it is read and written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.model.drafts import Note
from annotator.model.features import Feature
from annotator.model.received import Received
from annotator.model.views import ArticleExport
from annotator.words import say

MEGABYTE = 1_000_000

#: The longest article taken: bytes of a text file, code points of any text.
TEXT_LIMIT = 16 * MEGABYTE

#: The largest file of claims that is read, in bytes.
CLAIMS_LIMIT = 64 * MEGABYTE


class Group(StrEnum):
    """For whom a format is: where it stands in dialogs and tables."""

    ARTICLES = "articles"
    PEOPLE = "people"
    TOOLS = "tools"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a file; `page` is the label of its page, `time` the time at which it is said."""

    text: str
    page: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a file: its words before they are made canonical, and how they were read.

    Words are in `text`, or in `blocks` where the format has paragraphs (a blank line goes between them).
    `guessed` where a person should look at the paragraphs before they are final; `published` is an ISO date,
    `language` a BCP 47 tag, "" where the file does not say.
    """

    text: str = ""
    encoding: str = ""
    sure: bool = True
    candidates: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    blocks: tuple[Block, ...] = ()
    guessed: bool = False
    title: str = ""
    byline: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


#: Takes the bytes, the file's bare name for its sentences and an encoding to force or None; raises BadInput.
ReadArticle = Callable[[bytes, str, str | None], Content]

#: Takes the bytes, the file's bare name and the files beside it by ending; raises BadInput.
ReadClaims = Callable[[bytes, str, Mapping[str, bytes]], Received]

#: Takes articles that were prepared (see `outgoing.write`) and gives the file piece by piece.
Write = Callable[[tuple[ArticleExport, ...]], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; its label is the sentence `format.<name>`.

    `endings` have their dots, the usual one first; the longest that a file's name has decides, and for
    formats that share one, the format with `default_for` it. `knows` says of a file's bytes whether they are
    of this format. `limit` is the largest file in bytes. `beside` are endings of files of the same name that
    belong to it. `carries` comes back whole when the file is read again, `tells` stands in it for people
    only; both are of claims. What is written `for_programs` is English whatever the language of who writes
    it. `package` names an optional package it needs, `limits` what a person should know before choosing it,
    `leaves_out` what of these very articles stays out that no feature tells, such as claims that overlap.
    `label` is for formats of third parties, which have no sentence.
    """

    name: str
    endings: tuple[str, ...]
    group: Group
    read: ReadArticle | None = None
    read_claims: ReadClaims | None = None
    write: Write | None = None
    write_beside: Callable[[tuple[ArticleExport, ...]], Mapping[str, bytes]] | None = None
    leaves_out: Callable[[tuple[ArticleExport, ...]], tuple[Note, ...]] | None = None
    knows: Callable[[bytes], bool] | None = None
    limit: int = TEXT_LIMIT
    default_for: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    carries: frozenset[Feature] = field(default_factory=frozenset)
    tells: frozenset[Feature] = field(default_factory=frozenset)
    for_programs: bool = False
    package: str = ""
    label: str = ""
    limits: tuple[Note, ...] = ()

    @property
    def called(self) -> str:
        """What it is called, in words."""
        return self.label or say(f"format.{self.name}")
