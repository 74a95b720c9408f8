"""What a file of claims comes to where it is taken in: told before anything is written."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.drafts import Note
from annotator.model.enums import Tag


class Match(StrEnum):
    """How the article of a text in the file was found; NONE where it was not."""

    TEXT = "text"
    ADDRESS = "address"
    QUOTES = "quotes"
    CHOSEN = "chosen"
    NEW = "new"
    NONE = "none"


#: What a person may choose in place of an article's id: a new article, or leaving the text out.
NEW, LEAVE_OUT = "new", ""


@dataclass(frozen=True, slots=True)
class ArticleReception:
    """What comes to one article; `article` is its id, "" where there is none.

    `claims` are new; of these `moved` stand elsewhere than the file says, on the very words it quotes.
    `there` are here already and stay as they are, `removed` were removed here and stay so. `lost` are quotes
    that do not stand in the text; they are kept as remarks, as is what has a label without a tag.
    `hidden` where colleagues' tags stay hidden from me until I am done: then nothing is counted.
    """

    title: str
    article: str
    match: Match
    claims: int = 0
    moved: int = 0
    there: int = 0
    removed: int = 0
    remarks: int = 0
    lost: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class LabelReception:
    """A label of the file, how many marks have it, and the tag it becomes; None for a remark."""

    label: str
    count: int
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class PersonReception:
    """Somebody in whose name claims come in; `new` where nobody here has that id yet."""

    id: str
    name: str
    mine: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Reception:
    """What taking a file of claims would do; `sources` are entries new to the register.

    `notes` say what of the file is left out.
    """

    format: str
    file: str
    articles: tuple[ArticleReception, ...] = ()
    labels: tuple[LabelReception, ...] = ()
    people: tuple[PersonReception, ...] = ()
    sources: int = 0
    notes: tuple[Note, ...] = ()
