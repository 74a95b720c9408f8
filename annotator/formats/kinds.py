"""What a format is: a name, the endings of its files and one function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotator.model.drafts import Note
from annotator.model.views import ArticleExport

MEGABYTE = 1_000_000

#: The longest article taken: bytes of a text file, code points of any text.
TEXT_LIMIT = 16 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a file: its words before they are made canonical, and how they were read."""

    text: str
    encoding: str = ""
    sure: bool = True
    candidates: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file that can become an article; its label is the sentence `format.<name>`.

    `limit` is the largest file in bytes. `read` takes the bytes, the file's bare name for its sentences and
    an encoding to force or None; it raises BadInput.
    """

    name: str
    endings: tuple[str, ...]
    limit: int
    read: Callable[[bytes, str, str | None], Content]


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of file that articles can be written to; its label is the sentence `format.<name>`.

    `write` takes articles that were prepared (see `registry.write`) and gives the file piece by piece. What
    is written for programs is English whatever the language of who writes it.
    """

    name: str
    endings: tuple[str, ...]
    write: Callable[[tuple[ArticleExport, ...]], Iterable[bytes]]
    for_programs: bool = False
