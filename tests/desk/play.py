"""Any sequence of commands: moves drawn at random, made into commands by what the library holds."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from annotator.desk.commands.answers import AnswerNothing, Link, Unlink
from annotator.desk.commands.articles import (
    ArticleDetails,
    EditDetails,
    ImportArticle,
    ImportArticles,
    RemoveArticle,
    RestoreArticle,
)
from annotator.desk.commands.calls import RecordReply
from annotator.desk.commands.claims import (
    DeleteClaim,
    MoveEdges,
    Retag,
    TagClaim,
    TagMany,
    WriteNote,
    WritePlainWords,
)
from annotator.desk.commands.comments import AddComment, EditComment, RemoveComment
from annotator.desk.commands.finishing import DeclareDone, NotDone, SignOffArticle, TakeBackSignOff
from annotator.desk.commands.packets import Assign, Unassign
from annotator.desk.commands.people import AlsoMe, EditMe, NameMe, NotMe
from annotator.desk.commands.points import Unwaive, Waive
from annotator.desk.commands.reading import MarkRead, UnmarkRead
from annotator.desk.commands.remarks import RemoveRemark
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.reviewing import Agree, AgreeAll, Change, Discuss, Reject, TakeBackReview
from annotator.desk.commands.sources import (
    AddSource,
    EditSource,
    JoinSources,
    NewSource,
    PartSources,
    RemoveSource,
)
from annotator.desk.commands.sourcing import (
    AddEvidence,
    CheckSaidBy,
    EditAttribution,
    EditEvidence,
    EvidenceFields,
    MoveAttribution,
    RemoveAttribution,
    RemoveEvidence,
    SayBy,
)
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.work import Command
from annotator.model.drafts import Draft
from annotator.model.enums import ResponseKind, SourceKind, Stance, StatusValue, Tag
from annotator.model.rows import (
    Answer,
    Article,
    Attribution,
    Claim,
    Comment,
    Evidence,
    Remark,
    Reviewer,
    Row,
    Source,
    Waiver,
)
from annotator.model.spans import Span

_SELDOM = 11
#: Where the makers of claims, links and evidence stand.
TAG, SAY, BACK = 0, 7, 9

TAGS = list(Tag)
STANCES = list(Stance)
RESPONSES = list(ResponseKind)
STATUSES = list(StatusValue)
PEOPLE = ["Cora", "Kim", "Me 1", "cora "]
RULES = ["single-source", "unread-sentences"]
PLACES = [Span(0, 20), Span(4, 9), Span(0, 20), Span(11, 40), Span(21, 36)]
TEXTS = ["Nobody said anything.", "The mayor said so. Then she did not.", "Again: no."]


@dataclass(frozen=True)
class Move:
    """The number of a maker, and three numbers that choose what it acts on."""

    maker: int
    a: int
    b: int
    c: int

    def command(self, desk: Desk) -> Command | None:
        """The command, or None where there is nothing for it to act on."""
        return MAKERS[self.maker % len(MAKERS)](desk, self.a, self.b, self.c)


def moves(at_most: int = 16) -> SearchStrategy[list[Move]]:
    """Any moves at all."""
    small = st.integers(0, 11)
    return st.lists(st.builds(Move, st.integers(0, len(MAKERS) - 1), small, small, small), max_size=at_most)


def days_work() -> SearchStrategy[list[Move]]:
    """Claims in both articles, with sources, and then anything; or most moves had nothing to act on."""
    start = [Move(TAG, n % 2, n, n) for n in range(4)]
    start += [Move(SAY, n, n + 1, n) for n in range(5)]
    start += [Move(BACK, n, n, n + 1) for n in range(3)]
    return moves().map(lambda more: [*start, *more])


Maker = Callable[[Desk, int, int, int], Command | None]


def _pick(desk: Desk, kind: type[Row], at: int) -> str:
    """One of the live rows; of sources seldom the two that are always there, which refuse everything."""
    found = desk.library.where(kind)
    if kind is Source and at != _SELDOM:
        found = found[2:] or found
    return found[at % len(found)].id if found else ""


def _article(desk: Desk, at: int) -> str:
    found = desk.library.query("SELECT id FROM articles ORDER BY n LIMIT 2")
    return str(found[at % len(found)]["id"])


def _source(a: int, b: int) -> NewSource:
    if a % 5 == 0:
        return NewSource("", SourceKind.ANONYMOUS, description=f"an official {b}", reason="fear")
    return NewSource(f"Source {a % 4}", confidential=b % 5 == 0, role=f"role {b}")


def _linked(desk: Desk, b: int, c: int, tag: Tag) -> str:
    """Most often a claim of the tag that a link needs, seldom any other."""
    found = desk.library.where(Claim, tag=tag) if c else desk.library.where(Claim)
    return found[b % len(found)].id if found else ""


def _unwaive(desk: Desk, waiver: str) -> Command:
    found = desk.library.find(Waiver, waiver)
    assert found is not None
    return Unwaive(found.article, found.rule, found.claim)


def _unlink(desk: Desk, link: str) -> Command:
    found = desk.library.find(Answer, link)
    assert found is not None
    return Unlink(found.denial, found.allegation)


def _status(b: int, c: int) -> StatusFields:
    return StatusFields(STATUSES[b % len(STATUSES)], "r" * (c % 2), "a", "b")


def _of(kind: type[Row], make: Callable[[Desk, str, int, int], Command]) -> Maker:
    def maker(desk: Desk, a: int, b: int, c: int) -> Command | None:
        row = _pick(desk, kind, a)
        return make(desk, row, b, c) if row else None

    return maker


MAKERS: list[Maker] = [
    lambda d, a, b, c: TagClaim(_article(d, a), PLACES[b % len(PLACES)], TAGS[c % 3]),
    lambda d, a, b, c: TagClaim(_article(d, a), PLACES[b % len(PLACES)], TAGS[c % 3]),
    _of(Claim, lambda d, claim, b, c: Retag(claim, TAGS[b % 3])),
    _of(Claim, lambda d, claim, b, c: MoveEdges(claim, PLACES[b % len(PLACES)])),
    _of(Claim, lambda d, claim, b, c: WriteNote(claim, f"note {b}", private=c % 2 == 0)),
    _of(Claim, lambda d, claim, b, c: WritePlainWords(claim, "plain" * (b % 3))),
    _of(Claim, lambda d, claim, b, c: DeleteClaim(claim)),
    _of(Claim, lambda d, claim, b, c: SayBy(claim, _source(b, c), Span(4, 9) if c % 2 else None, "said")),
    _of(Claim, lambda d, claim, b, c: SayBy(claim, _pick(d, Source, b))),
    _of(Claim, lambda d, claim, b, c: AddEvidence(claim, _source(b, c), EvidenceFields(STANCES[b % 3]))),
    _of(Attribution, lambda d, link, b, c: CheckSaidBy(d.library.find(Attribution, link).claim, c % 2 == 0)),
    _of(Attribution, lambda d, link, b, c: MoveAttribution(link, (-1, 1)[b % 2])),
    _of(Attribution, lambda d, link, b, c: EditAttribution(link, cue=f"cue {b}", checked=c % 2 == 0)),
    _of(Attribution, lambda d, link, b, c: RemoveAttribution(link)),
    _of(Evidence, lambda d, piece, b, c: EditEvidence(piece, EvidenceFields(quote=f"q {b}"), _source(b, c))),
    _of(Evidence, lambda d, piece, b, c: RemoveEvidence(piece)),
    lambda d, a, b, c: AddSource(_source(a, b)),
    _of(Source, lambda d, source, b, c: EditSource(source, _source(b, c))),
    _of(Source, lambda d, source, b, c: JoinSources(source, _pick(d, Source, b))),
    _of(Source, lambda d, source, b, c: PartSources(source)),
    _of(Source, lambda d, source, b, c: RemoveSource(source)),
    lambda d, a, b, c: EditDetails(_article(d, a), ArticleDetails(f"Title {b}", publisher="p" * (c % 2))),
    lambda d, a, b, c: RestoreArticle(_article(d, a)),
    lambda d, a, b, c: RestoreArticle(_article(d, a)),
    lambda d, a, b, c: ImportArticle(Draft(TEXTS[a % 3], f"Text {a % 3}", file=f"{b % 2}.txt")),
    _of(Article, lambda d, article, b, c: RemoveArticle(article)),
    lambda d, a, b, c: EditMe(f"Me {a % 3}", "#112233"),
    lambda d, a, b, c: Link(_linked(d, a, c, Tag.DENIAL), _linked(d, b, c, Tag.ALLEGATION)),
    lambda d, a, b, c: Link(_linked(d, a, c, Tag.DENIAL), _linked(d, b, c, Tag.ALLEGATION)),
    _of(Answer, lambda d, link, b, c: _unlink(d, link)),
    _of(Claim, lambda d, claim, b, c: AnswerNothing(claim, "why " * (b % 3))),
    _of(Claim, lambda d, claim, b, c: Respond(claim, ResponseFields(RESPONSES[b % 4], note="n" * (c % 2)))),
    _of(Claim, lambda d, claim, b, c: SetStatus(claim, _status(b, c))),
    lambda d, a, b, c: MarkRead(_article(d, a), (PLACES[b % len(PLACES)], PLACES[c % len(PLACES)])),
    lambda d, a, b, c: UnmarkRead(_article(d, a), (PLACES[b % len(PLACES)],)),
    _of(Claim, lambda d, claim, b, c: Waive(_article(d, b // 9), RULES[b % 2], "why" * (c % 4), claim)),
    lambda d, a, b, c: Waive(_article(d, a), RULES[b % 2], f"because {c}"),
    _of(Waiver, lambda d, waiver, b, c: _unwaive(d, waiver)),
    lambda d, a, b, c: TagMany(_article(d, a), tuple(PLACES[b % 3 : b % 3 + c % 3]), TAGS[a % 3]),
    _of(Claim, lambda d, claim, b, c: Agree(claim)),
    _of(Claim, lambda d, claim, b, c: Reject(claim, "no " * (b % 3))),
    _of(Claim, lambda d, claim, b, c: Discuss(claim, "why " * (b % 2))),
    _of(Claim, lambda d, claim, b, c: Change(claim)),
    _of(Claim, lambda d, claim, b, c: Change(claim)),
    _of(Claim, lambda d, claim, b, c: TakeBackReview(claim)),
    lambda d, a, b, c: AgreeAll(_article(d, a), _pick(d, Reviewer, b) if c % 2 else None),
    _of(Claim, lambda d, claim, b, c: AddComment(claim, f"comment {b}")),
    _of(Comment, lambda d, comment, b, c: EditComment(comment, "again " * (b % 3))),
    _of(Comment, lambda d, comment, b, c: RemoveComment(comment)),
    lambda d, a, b, c: DeclareDone(_article(d, a)),
    lambda d, a, b, c: NotDone(_article(d, a)),
    lambda d, a, b, c: SignOffArticle(_article(d, a), "note" * (b % 2)),
    lambda d, a, b, c: TakeBackSignOff(_article(d, a)),
    lambda d, a, b, c: Assign((_article(d, a),), tuple(PEOPLE[b % 3 : b % 3 + c % 3]), blind=a % 3 == 0),
    _of(Reviewer, lambda d, person, b, c: Unassign(_article(d, b), person)),
    _of(Reviewer, lambda d, person, b, c: AlsoMe(person)),
    _of(Reviewer, lambda d, person, b, c: NotMe(person)),
    lambda d, a, b, c: NameMe(f"Me {a % 3}", "#334455"),
    _of(
        Claim, lambda d, claim, b, c: RecordReply(claim, _pick(d, Source, b), EvidenceFields(STANCES[c % 3]))
    ),
    _of(Remark, lambda d, remark, b, c: RemoveRemark(remark)),
    lambda d, a, b, c: ImportArticles(tuple(Draft(text, f"Text {b}") for text in TEXTS[a % 3 :])),
]
