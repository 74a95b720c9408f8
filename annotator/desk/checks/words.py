"""Rules about the article's own words; they need word lists, which there are for English only."""

from collections.abc import Iterator

from annotator.desk.checks.ground import Found, Ground, first_of_each, names_somebody, own_voice
from annotator.model.points import ClaimFacts
from annotator.text.verbs.find import Finding
from annotator.text.verbs.forms import Act


def reportedly_without_outlet(ground: Ground) -> Iterator[Found]:
    """It says "reportedly", and nobody is named as having reported it."""
    yield from first_of_each(_unreported(ground))


def refuted(ground: Ground) -> Iterator[Found]:
    """It says "refuted", which means proved wrong."""
    yield from first_of_each(
        _found(ground.beside(found), found, ground) for found in ground.textual.refutations
    )


def loaded_verb_in_own_voice(ground: Ground) -> Iterator[Found]:
    """A verb that takes sides, outside quotation marks and not in what somebody else is said to say."""
    yield from first_of_each(_loaded(ground))


def uncovered_statement(ground: Ground) -> Iterator[Found]:
    """A sentence in which somebody says, accuses or denies, which no claim touches and nobody ticked."""
    for _, found in sorted(ground.textual.stating.items()):
        if _is_unmarked(found, ground):
            yield _found(None, found, ground)


def _unreported(ground: Ground) -> Iterator[Found]:
    for found in ground.textual.hedges:
        claim = ground.around(found)
        if claim is None:
            if found.sentence not in ground.textual.according and _is_unmarked(found, ground):
                yield _found(None, found, ground)
        elif not names_somebody(claim):
            yield _found(claim, found, ground)


def _loaded(ground: Ground) -> Iterator[Found]:
    for found in ground.textual.loaded:
        if found.act is not Act.DOING:
            yield _found(ground.beside(found), found, ground)
        elif (claim := ground.around(found)) is not None:
            if own_voice(claim):
                yield _found(claim, found, ground)
        elif found.sentence not in ground.textual.stating:
            yield _found(None, found, ground)


def _is_unmarked(found: Finding, ground: Ground) -> bool:
    return found.sentence not in ground.claims_in and found.sentence not in ground.ticked


def _found(claim: ClaimFacts | None, found: Finding, ground: Ground) -> Found:
    """The word found, at a claim or else in its sentence."""
    span = claim.span if claim else ground.textual.sentences[found.sentence]
    return Found(claim, span, {"word": found.span.cut(ground.facts.text)})
