"""The table of all rules, and what they find in an article: points in order, and how far it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotator.desk.checks import answers, reading, sources, status, words
from annotator.desk.checks.ground import Found, Ground, Values
from annotator.model.enums import Tag
from annotator.model.points import ClaimFacts, Level, OpenPoint, Progress, Waived
from annotator.words.stored import say_point

OnClaim = Callable[[ClaimFacts, Ground], Values | None]
OnArticle = Callable[[Ground], Iterator[Found]]

_MUST, _LOOK, _NOTE = Level.MUST, Level.LOOK, Level.NOTE
_ALLEGATION, _DENIAL, _FACT = Tag.ALLEGATION, Tag.DENIAL, Tag.FACT


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name (never changed, for waivers keep it), its level, and how it looks.

    `remedies` are what would settle a point of it: said_by, evidence, link, answers_nothing, response,
    status, tag, read, read_on. `on_claim` looks at one claim with the `tag` (any without one) and
    is silent with None; `on_article` looks at all of it.
    """

    id: str
    level: Level
    remedies: tuple[str, ...]
    tag: Tag | None = None
    on_claim: OnClaim | None = None
    on_article: OnArticle | None = None


def _claims(name: str, level: Level, tag: Tag | None, rule: OnClaim, *remedies: str) -> Rule:
    return Rule(name, level, remedies, tag, on_claim=rule)


def _article(name: str, level: Level, rule: OnArticle, *remedies: str) -> Rule:
    return Rule(name, level, remedies, on_article=rule)


_TABLE = (
    _claims("allegation-without-source", _MUST, _ALLEGATION, sources.allegation_without_source, "said_by"),
    _claims(
        "allegation-without-response",
        _MUST,
        _ALLEGATION,
        answers.allegation_without_response,
        "link",
        "response",
    ),
    _claims(
        "denial-answers-nothing", _MUST, _DENIAL, answers.denial_answers_nothing, "link", "answers_nothing"
    ),
    _claims("correction-not-carried-out", _MUST, None, status.correction_not_carried_out, "status"),
    _claims("question-not-answered", _MUST, None, answers.question_not_answered),
    _claims("single-source", _LOOK, _ALLEGATION, sources.single_source, "evidence"),
    _claims("only-anonymous", _LOOK, _ALLEGATION, sources.only_anonymous, "evidence", "said_by"),
    _article("reportedly-without-outlet", _LOOK, words.reportedly_without_outlet, "said_by", "tag"),
    _claims(
        "fact-without-source-or-evidence",
        _LOOK,
        _FACT,
        sources.fact_without_source_or_evidence,
        "said_by",
        "evidence",
    ),
    _article("refuted", _LOOK, words.refuted, "status"),
    _article("loaded-verb-in-own-voice", _LOOK, words.loaded_verb_in_own_voice, "status"),
    _claims("single-source-fact", _NOTE, _FACT, sources.single_source_fact, "evidence"),
    _article("same-sentence-twice", _NOTE, reading.same_sentence_twice),
    _article("uncovered-statement", _NOTE, words.uncovered_statement, "tag", "read"),
    _article("unread-sentences", _NOTE, reading.unread_sentences, "read_on"),
)

#: Every rule by its name.
RULES: dict[str, Rule] = {rule.id: rule for rule in _TABLE}

_LEVELS = {level: place for place, level in enumerate(Level)}
_ORDER = {rule: place for place, rule in enumerate(RULES)}

#: Rules that say one thing of the whole article.
_WHOLE = frozenset({"unread-sentences"})
#: What can be done about a point that belongs to no claim.
_WITHOUT_CLAIM = frozenset({"tag", "read", "read_on"})


def points(ground: Ground) -> tuple[OpenPoint, ...]:
    """Everything the rules find: by level, then in text order; what was let go comes last."""
    # Of several people's words mine counts: it is the one I can take back.
    let_go = sorted(ground.facts.waived, key=lambda one: one.mine)
    waived = {(one.rule, one.claim): one for one in let_go}
    found = [_point(rule, one, ground, waived) for rule in RULES.values() for one in _run(rule, ground)]
    return tuple(sorted(found, key=place))


def progress(ground: Ground, found: tuple[OpenPoint, ...]) -> Progress:
    """How far the article is; a claim is settled when its content is and none of its points must be."""
    open_ones = [point for point in found if not point.waived]
    musts = [point for point in open_ones if point.level is _MUST]
    unsettled = {point.claim for point in musts}
    numbers = range(len(ground.textual.sentences))
    return Progress(
        sentences_read=sum(reading.is_read(number, ground) for number in numbers),
        sentences=len(numbers),
        claims_settled=sum(
            claim.id not in unsettled and status.decided(claim) for claim in ground.facts.claims
        ),
        claims=len(ground.facts.claims),
        must=len(musts),
        look=sum(point.level is _LOOK for point in open_ones),
    )


def remedies(point: OpenPoint) -> tuple[str, ...]:
    """What would settle a point, the likeliest first."""
    on_claim = point.claim is not None
    return tuple(kind for kind in RULES[point.rule].remedies if on_claim != (kind in _WITHOUT_CLAIM))


def place(point: OpenPoint) -> tuple[bool, int, int, int]:
    """What points are ordered by: whether it was let go, its level, where it stands, its rule."""
    # What speaks of the whole article stands before what has a place of its own in it.
    start = point.span.start if point.span and point.rule not in _WHOLE else -1
    return bool(point.waived), _LEVELS[point.level], start, _ORDER[point.rule]


def sentence(point: OpenPoint) -> str:
    """What is open, in one sentence."""
    return say_point(point.rule, point.values)


def _run(rule: Rule, ground: Ground) -> Iterator[Found]:
    if rule.on_claim is not None:
        for claim in ground.by_tag[rule.tag]:
            if (values := rule.on_claim(claim, ground)) is not None:
                yield Found(claim, values=values)
    if rule.on_article is not None:
        yield from rule.on_article(ground)


def _point(
    rule: Rule, found: Found, ground: Ground, waived: dict[tuple[str, str | None], Waived]
) -> OpenPoint:
    claim = found.claim
    span = claim.span if claim else found.span
    let_go = waived.get((rule.id, claim.id if claim else None))
    return OpenPoint(
        rule.id,
        rule.level,
        claim.id if claim else None,
        span,
        found.values,
        let_go.reason if let_go else "",
        let_go.by if let_go else "",
        let_go.mine if let_go else False,
        claim.tag if claim else None,
        claim.quote if claim else span.cut(ground.facts.text) if span else "",
    )
