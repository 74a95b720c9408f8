"""The cards of the final version: what changed after it was signed, what is open, settled, turned down."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from annotator.model.settling import Settled, Unsettled, Why
from annotator.window.review.page import ReviewPage
from annotator.window.review.rows import Card, RowLine
from annotator.window.review.wording import names
from annotator.words import say, within

#: Why words are not settled: where it is known for whom they wait, and where it is not.
_WHY = {
    Why.UNANSWERED: ("review.why_unanswered_for", "review.why_unanswered"),
    Why.DISCUSSED: ("review.why_discussed_for", "review.why_discussed"),
    Why.DISPUTED: ("review.why_disputed_for", "review.why_disputed"),
}

T = TypeVar("T")


def final_rows(page: ReviewPage) -> list[Card]:
    """Under headings: what changed after the sign-off, is not settled, is settled, was turned down."""
    found, signed = page.settlement, page.state.sign_off
    changed = signed.changed if signed else ()
    return [
        *_part("review.changed_after", changed, lambda claim: _row(claim, "changed", page)),
        *_part("review.unsettled", found.unsettled, lambda one: _unsettled(one, page)),
        *_part("review.settled", found.settled, lambda one: _settled(one, page)),
        *_part("review.dropped", found.dropped, lambda claim: _row(claim, "dropped", page, pale=True)),
    ]


def _part(heading: str, things: Iterable[T], row: Callable[[T], Card]) -> list[Card]:
    rows = [row(thing) for thing in things]
    return [Card(heading, say(heading), count=len(rows)), *rows] if rows else []


def _settled(one: Settled, page: ReviewPage) -> Card:
    by = say("review.stood_by", names=names(_name(person, page) for person in one.by))
    return _row(one.claim, "settled", page, by)


def _unsettled(one: Unsettled, page: ReviewPage) -> Card:
    waits = names(_name(person, page) for person in one.waits_for)
    known, unknown = _WHY[one.why]
    return _row(one.claims[0], "unsettled", page, say(known, names=waits) if waits else say(unknown))


def _row(claim: str, part: str, page: ReviewPage, words: str = "", *, pale: bool = False) -> Card:
    line = page.lines.get(claim)
    if line is None:  # withdrawn meanwhile, or on its way out of sight
        return Card(f"{part} {claim}", say("review.gone"), pale=True)
    lines = (RowLine(words, most=2),) if words else ()
    return Card(f"{part} {claim}", line.quote, claim=claim, tag=line.tag, lines=lines, pale=pale)


def _name(person: str, page: ReviewPage) -> str:
    who = page.person(person)
    return within(say("review.you")) if who.mine else who.name
