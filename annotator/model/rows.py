"""The rows of a library: what each table holds besides who wrote a row and when.

Every class names its table. `id` is a UUIDv7 unless said otherwise; places are code points in the
text of the revision; dates are ISO 8601; an empty string means "not said".
"""

from dataclasses import dataclass
from typing import ClassVar

from annotator.model.enums import (
    Found,
    Origin,
    ResponseKind,
    SourceKind,
    Stance,
    StatusValue,
    Tag,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Row:
    """What every row has: a table and an id that is the same on all machines."""

    TABLE: ClassVar[str] = ""

    id: str


@dataclass(frozen=True, slots=True)
class Text(Row):
    """A canonical body; its id is the SHA-256 of its UTF-8 bytes, in hexadecimal."""

    TABLE: ClassVar[str] = "texts"

    body: str
    length: int


@dataclass(frozen=True, slots=True)
class Sentences(Row):
    """The sentence boundaries computed when a text came in; the id is the text's.

    `bounds` is a JSON list of `[start, end]` in code points; `rules` names the segmenter's version.
    """

    TABLE: ClassVar[str] = "sentences"

    text: str
    bounds: str
    rules: str


@dataclass(frozen=True, slots=True)
class Places(Row):
    """On which pages or at what times a text's passages stood in its file; the id is the text's.

    `places` is a JSON list of `[start, end, kind, value]`, spans in code points, kinds as in `PlaceKind`, in
    text order and without overlaps among those of a kind.
    """

    TABLE: ClassVar[str] = "places"

    text: str
    places: str


@dataclass(frozen=True, slots=True)
class Article(Row):
    """An article; its id comes from its first text (see `text.identity`)."""

    TABLE: ClassVar[str] = "articles"

    title: str
    language: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Revision(Row):
    """The article's text at one time; `position` counts from 1."""

    TABLE: ClassVar[str] = "revisions"

    article: str
    text: str
    position: int = 1


@dataclass(frozen=True, slots=True)
class Appearance(Row):
    """One place where the article stood: `file` is a bare name, `encoding` how it was read."""

    TABLE: ClassVar[str] = "appearances"

    article: str
    revision: str
    publisher: str = ""
    byline: str = ""
    url: str = ""
    published: str = ""
    file: str = ""
    encoding: str = ""
    imported: str = ""


@dataclass(frozen=True, slots=True)
class Reviewer(Row):
    """A person who marks or reviews; `colour` is `#rrggbb`."""

    TABLE: ClassVar[str] = "reviewers"

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Device(Row):
    """A machine somebody works on."""

    TABLE: ClassVar[str] = "devices"

    name: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class SamePerson(Row):
    """Says that two identities are one person; `other` is the one that shows."""

    TABLE: ClassVar[str] = "same_person"

    reviewer: str
    other: str


@dataclass(frozen=True, slots=True)
class Claim(Row):
    """A tagged statement; its author is its reviewer and its place is in its anchors.

    `version_of` points to the claim a reviewer changed into this one.
    """

    TABLE: ClassVar[str] = "claims"

    article: str
    tag: Tag
    note: str = ""
    private_note: str = ""
    plain_words: str = ""
    answers_nothing: str = ""
    origin: Origin = Origin.PERSON
    withdrawn: bool = False
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor(Row):
    """A claim's place in one revision; `start` and `end` are -1 where it was lost."""

    TABLE: ClassVar[str] = "anchors"

    claim: str
    revision: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    found: Found = Found.EXACT


@dataclass(frozen=True, slots=True)
class Source(Row):
    """Who or what stands behind claims; anonymous ones carry a description and the reason."""

    TABLE: ClassVar[str] = "sources"

    kind: SourceKind
    name: str
    role: str = ""
    url: str = ""
    note: str = ""
    description: str = ""
    reason: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class SameAs(Row):
    """Says that two entries of the register are one source; `other` is the one that shows."""

    TABLE: ClassVar[str] = "same_as"

    source: str
    other: str


@dataclass(frozen=True, slots=True)
class Attribution(Row):
    """Who says a claim: `position` orders the chain (speaker first), a fractional key.

    `start`, `end` and `words` are the words in the revision's text that name the source, -1 and ""
    where there are none; `cue` is the verb or phrase of saying.
    """

    TABLE: ClassVar[str] = "attributions"

    claim: str
    source: str
    position: str
    revision: str | None = None
    start: int = -1
    end: int = -1
    words: str = ""
    cue: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Evidence(Row):
    """What bears on a claim's content."""

    TABLE: ClassVar[str] = "evidence"

    claim: str
    source: str
    stance: Stance
    position: str
    locator: str = ""
    quote: str = ""
    url: str = ""
    seen_on: str = ""


@dataclass(frozen=True, slots=True)
class Answer(Row):
    """A denial answers an allegation."""

    TABLE: ClassVar[str] = "answers"

    denial: str
    allegation: str


@dataclass(frozen=True, slots=True)
class Response(Row):
    """The right of reply on an allegation; `due` is an ISO date and time."""

    TABLE: ClassVar[str] = "responses"

    claim: str
    kind: ResponseKind
    asked_on: str = ""
    asked_by: str = ""
    due: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Status(Row):
    """How far a claim's content is checked, with the correction where it needs one."""

    TABLE: ClassVar[str] = "statuses"

    claim: str
    value: StatusValue
    reason: str = ""
    old_words: str = ""
    new_words: str = ""


@dataclass(frozen=True, slots=True)
class Review(Row):
    """A reviewer's word on another's claim; `version` is my claim where I changed it.

    `of` is what the claim said then: its tag, its place and the revision ("allegation 20-76 00b6…-1"). Once
    the claim says something else, the word is outdated. Empty where nobody knows, and then the word counts.
    """

    TABLE: ClassVar[str] = "reviews"

    claim: str
    verdict: Verdict
    reason: str = ""
    version: str | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Comment(Row):
    """One entry in a claim's thread; `position` is a fractional key."""

    TABLE: ClassVar[str] = "comments"

    claim: str
    position: str
    body: str


@dataclass(frozen=True, slots=True)
class ReadMark(Row):
    """A sentence passed over: nothing here."""

    TABLE: ClassVar[str] = "read_marks"

    article: str
    revision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Waiver(Row):
    """An open point let go, with a reason; `claim` is None for a rule about the whole article."""

    TABLE: ClassVar[str] = "waivers"

    article: str
    rule: str
    reason: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Done(Row):
    """The row's author has finished tagging the article."""

    TABLE: ClassVar[str] = "done"

    article: str


@dataclass(frozen=True, slots=True)
class SignOff(Row):
    """An editor's word that a revision is settled."""

    TABLE: ClassVar[str] = "sign_offs"

    article: str
    revision: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assignment(Row):
    """An article given to a coder, with instructions, blind or not."""

    TABLE: ClassVar[str] = "assignments"

    article: str
    reviewer: str
    instructions: str = ""
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Remark(Row):
    """What a file of another tool said of an article that has no place as a claim.

    `origin` names the file's format. `start`, `end` and `quote` are words of the revision's text it was said
    of, -1 and "" where it was said of the whole.
    """

    TABLE: ClassVar[str] = "remarks"

    article: str
    body: str
    origin: str
    revision: str | None = None
    start: int = -1
    end: int = -1
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Grave(Row):
    """A row that somebody removed before it came here; its id is that row's, `of` that row's table.

    It keeps an older copy, which another colleague may still send, from coming in.
    """

    TABLE: ClassVar[str] = "graves"

    of: str


#: Every kind of row, in the order in which tables can be filled.
KINDS: tuple[type[Row], ...] = (
    Reviewer,
    Device,
    SamePerson,
    Text,
    Sentences,
    Places,
    Article,
    Revision,
    Appearance,
    Claim,
    Anchor,
    Source,
    SameAs,
    Attribution,
    Evidence,
    Answer,
    Response,
    Status,
    Review,
    Comment,
    ReadMark,
    Waiver,
    Done,
    SignOff,
    Assignment,
    Remark,
    Grave,
)
#: The kind of row that a table holds, and the place of each kind in that order.
KIND_OF = {kind.TABLE: kind for kind in KINDS}
ORDER = {kind: at for at, kind in enumerate(KINDS)}

#: The two sources every library has, with ids that are the same everywhere.
THE_ARTICLE_ITSELF = "00000000-0000-7000-8000-000000000001"
NOT_NAMED = "00000000-0000-7000-8000-000000000002"
