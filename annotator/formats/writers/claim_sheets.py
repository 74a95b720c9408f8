"""The rows about one claim, sheet by sheet, without what all of them begin and end with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.formats.writers.phrases import correction, source_name
from annotator.formats.writers.sources import chain_line
from annotator.formats.writers.workbook import Cell
from annotator.model.enums import StatusValue, Tag
from annotator.model.views import ArticleExport, ClaimView
from annotator.text.whereabouts import Whereabouts
from annotator.words import say
from annotator.words.whereabouts import said_place

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim with its number in its article, counted from 1, and the numbers of the others by id."""

    article: ArticleExport
    claim: ClaimView
    number: int
    numbers: Mapping[str, int]
    whereabouts: Whereabouts


def claims(each: Numbered) -> Iterable[Row]:
    """The claim itself."""
    claim = each.claim
    status = claim.statuses[-1] if claim.statuses else None
    denials = [link.claim for link in claim.links] if claim.tag is Tag.ALLEGATION else []
    yield (
        say(f"tag.{claim.tag.value}"),
        claim.quote,
        claim.plain_words,
        chain_line(claim.attributions),
        say(f"status.{claim.status.value}"),
        correction(status) if status else "",
        say(f"named.response.{claim.responses[-1].kind.value}") if claim.responses else "",
        _numbers(each, claim.answers),
        _numbers(each, denials),
        len(claim.evidence),
        claim.note,
        claim.private_note,
        said_place(each.whereabouts.of(claim.span)),
        claim.span.start,
        claim.span.end,
        claim.reviewer,
        claim.created,
        claim.modified,
        yes(claim.withdrawn),
        claim.version_of or "",
    )


def attributions(each: Numbered) -> Iterable[Row]:
    """Who says it, a row for each link of the chain."""
    for place, link in enumerate(each.claim.attributions, start=1):
        source = source_name(link.source)
        yield place, source, link.words, link.cue, yes(link.checked), link.reviewer, link.source.id


def evidence(each: Numbered) -> Iterable[Row]:
    """What bears on its content."""
    for piece in each.claim.evidence:
        yield (
            say(f"stance.{piece.stance.value}"),
            source_name(piece.source),
            piece.locator,
            piece.quote,
            piece.url,
            piece.seen_on,
            piece.reviewer,
            piece.source.id,
        )


def answers(each: Numbered) -> Iterable[Row]:
    """A denial with each allegation that it answers, or with the reason why it answers none."""
    claim = each.claim
    quotes = {link.claim: link.quote for link in claim.links}
    for answered in claim.answers:
        yield claim.quote, each.numbers.get(answered, answered), quotes.get(answered, ""), ""
    if claim.answers_nothing and not claim.answers:
        yield claim.quote, "", "", claim.answers_nothing


def responses(each: Numbered) -> Iterable[Row]:
    """The right of reply: everybody's word, of which the newest counts."""
    for word in each.claim.responses:
        yield (
            each.claim.quote,
            say(f"named.response.{word.kind.value}"),
            word.asked_on,
            word.asked_by,
            word.due,
            word.note,
            word.reviewer,
            word.at,
            yes(word is each.claim.responses[-1]),
        )


def statuses(each: Numbered) -> Iterable[Row]:
    """How far its content is checked: everybody's word, of which the newest counts."""
    for word in each.claim.statuses:
        status = say(f"status.{word.value.value}")
        current = yes(word is each.claim.statuses[-1])
        yield each.claim.quote, status, word.reason, word.reviewer, word.at, current


def corrections(each: Numbered) -> Iterable[Row]:
    """What is to be changed, where the newest word says so."""
    for word in each.claim.statuses[-1:]:
        if word.value is StatusValue.NEEDS_CHANGE or word.old_words or word.new_words:
            words = (word.old_words, word.new_words, word.reason)
            yield (each.claim.quote, *words, word.reviewer, word.at)


def reviews(each: Numbered) -> Iterable[Row]:
    """What colleagues think of it."""
    for review in each.claim.reviews:
        verdict = say(f"sheet.verdict.{review.verdict.value}")
        who = (review.reason, review.reviewer, review.at)
        yield each.claim.quote, verdict, *who, yes(review.outdated), review.version or ""


def comments(each: Numbered) -> Iterable[Row]:
    """The thread, oldest first."""
    for comment in each.claim.comments:
        yield each.claim.quote, comment.body, comment.reviewer, comment.at


def yes(holds: bool) -> str:
    """A word where something is so, nothing where it is not."""
    return say("sheet.yes") if holds else ""


def _numbers(each: Numbered, claims: Iterable[str]) -> str:
    """Claims by their numbers; one that is not in this export by its id."""
    return ", ".join(str(each.numbers.get(id_, id_)) for id_ in claims)
