"""Rows ready to show or to write out: what queries return and what exports are made from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.model.enums import Origin, ResponseKind, SourceKind, Stance, StatusValue, Tag, Verdict
from annotator.model.places import Place
from annotator.model.points import OpenPoint
from annotator.model.remarks import RemarkView
from annotator.model.review_views import SignOffView
from annotator.model.spans import Span


@dataclass(frozen=True, slots=True)
class SourceView:
    """An entry of the register, joined entries resolved.

    `joined` holds the (id, name) of entries that were joined into this one; `uses` counts
    the attributions and evidence that name any of them.
    """

    id: str
    kind: SourceKind
    name: str
    role: str = ""
    url: str = ""
    note: str = ""
    description: str = ""
    reason: str = ""
    confidential: bool = False
    joined: tuple[tuple[str, str], ...] = ()
    uses: int = 0


@dataclass(frozen=True, slots=True)
class AttributionView:
    """One link of the chain "who says it"; `span` is where the article names the source."""

    id: str
    source: SourceView
    words: str
    span: Span | None
    cue: str
    checked: bool
    reviewer: str
    mine: bool


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One piece of evidence as it is shown."""

    id: str
    source: SourceView
    stance: Stance
    locator: str
    quote: str
    url: str
    seen_on: str
    reviewer: str
    mine: bool


@dataclass(frozen=True, slots=True)
class LinkView:
    """The claim at the other end of a link between denial and allegation; `mine` where I made the link."""

    claim: str
    tag: Tag
    span: Span
    quote: str
    reviewer: str
    mine: bool


@dataclass(frozen=True, slots=True)
class ResponseView:
    """One person's word on the right of reply; `asked_on`, `due` and `at` are ISO 8601, empty if not said."""

    kind: ResponseKind
    asked_on: str
    asked_by: str
    due: str
    note: str
    reviewer: str
    mine: bool
    at: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """One person's word on how far a claim is checked, with the correction where it needs one."""

    value: StatusValue
    reason: str
    old_words: str
    new_words: str
    reviewer: str
    mine: bool
    at: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody who marks, identities of one person taken together.

    `here` are those who work in this library on this machine, `mine` the one who works now.
    """

    id: str
    name: str
    colour: str
    mine: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One person's newest word on another's claim; `version` is that person's own claim where it was changed.

    It is `outdated` where the claim had another tag or other words when it was given; then it does not count.
    """

    id: str
    verdict: Verdict
    reason: str
    version: str | None
    author: str
    reviewer: str
    mine: bool
    at: str
    unread: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class CommentView:
    """One entry of a claim's thread."""

    id: str
    body: str
    author: str
    reviewer: str
    mine: bool
    at: str
    unread: bool = False


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """What the list and the page need of a claim; there may be ten thousand of them.

    `speakers` are source names in order of the chain, `names` the spans that name them. `answers` are the ids
    of the allegations a denial answers, `answered` how many denials answer an allegation, `response` the
    newest kind of response recorded for it. `author` is the reviewer's id, `version_of` the claim of another
    that this one changes; `verdicts` are the newest words on it as (author's id, verdict), `comments` how
    many, `unread` whether I have not seen all of either. `outdated` are newest words too, but given before
    the claim was changed, and no longer counting.
    """

    id: str
    tag: Tag
    span: Span
    quote: str
    speakers: tuple[str, ...]
    names: tuple[Span, ...]
    evidence: int
    has_note: bool
    reviewer: str
    mine: bool
    withdrawn: bool
    answers: tuple[str, ...] = ()
    answered: int = 0
    response: str = ""
    status: StatusValue = StatusValue.UNCHECKED
    author: str = ""
    version_of: str | None = None
    verdicts: tuple[tuple[str, Verdict], ...] = ()
    comments: int = 0
    unread: bool = False
    outdated: tuple[tuple[str, Verdict], ...] = ()

    @property
    def without_source(self) -> bool:
        """Whether nobody has yet said who says it."""
        return not self.speakers


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A whole claim, for the editor and for exports; `created` and `modified` are ISO 8601 in UTC.

    `links` are the allegations that a denial answers, or the denials that answer an allegation, `answers` the
    ids of the former. `responses` and `statuses` hold one word of each person, the newest last, which counts;
    so do `reviews`. `comments` is the thread, oldest first; `author` and `version_of` as in `ClaimLine`.
    """

    id: str
    article: str
    tag: Tag
    span: Span
    quote: str
    prefix: str
    suffix: str
    note: str
    private_note: str
    plain_words: str
    origin: Origin
    withdrawn: bool
    reviewer: str
    mine: bool
    created: str
    modified: str
    attributions: tuple[AttributionView, ...] = ()
    evidence: tuple[EvidenceView, ...] = ()
    answers: tuple[str, ...] = ()
    answers_nothing: str = ""
    response: str = ""
    status: StatusValue = StatusValue.UNCHECKED
    reviews: tuple[ReviewView, ...] = ()
    links: tuple[LinkView, ...] = ()
    responses: tuple[ResponseView, ...] = ()
    statuses: tuple[StatusView, ...] = ()
    author: str = ""
    version_of: str | None = None
    comments: tuple[CommentView, ...] = ()


@dataclass(frozen=True, slots=True)
class AppearanceView:
    """Where and when the article stood."""

    id: str
    publisher: str
    byline: str
    url: str
    published: str
    file: str
    encoding: str
    imported: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in the list: `covered` is the share of its text under each tag, 0 to 1."""

    id: str
    title: str
    publisher: str
    published: str
    imported: str
    length: int
    sample: bool
    claims: int
    covered: dict[Tag, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An opened article: its text, its sentences, what is known about it; `read` are those I ticked off.

    `places` are the pages or times of its passages, `remarks` what files said of it that is no claim.
    """

    id: str
    title: str
    revision: str
    text: str
    sentences: Sequence[Span]
    sample: bool
    appearances: tuple[AppearanceView, ...]
    claims: tuple[ClaimLine, ...]
    read: tuple[Span, ...] = ()
    places: tuple[Place, ...] = ()
    remarks: tuple[RemarkView, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleExport:
    """An article with whole claims in text order, as writers take it.

    `points` are open ones, without those let go, and `sign_off` the newest; both only for formats that show
    them. `remarks` are what files said of the article that has no place in it.
    """

    id: str
    title: str
    text: str
    sha256: str
    appearances: tuple[AppearanceView, ...]
    claims: tuple[ClaimView, ...]
    language: str = ""
    sentences: Sequence[Span] = ()
    places: tuple[Place, ...] = ()
    points: tuple[OpenPoint, ...] = ()
    sign_off: SignOffView | None = None
    remarks: tuple[str, ...] = ()
