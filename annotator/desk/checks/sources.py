"""Rules about who stands behind a claim."""

from annotator.desk.checks.ground import Ground, Values, standing_behind
from annotator.model.points import ClaimFacts


def allegation_without_source(claim: ClaimFacts, _: Ground) -> Values | None:
    """Nobody is said to allege it; "not named" and "the article itself" are answers too."""
    return None if claim.said else {}


def single_source(claim: ClaimFacts, _: Ground) -> Values | None:
    """An allegation with one source that readers know."""
    if not claim.said:
        return None
    behind = standing_behind(claim)
    return {} if len(behind) == 1 and any(behind.values()) else None


def only_anonymous(claim: ClaimFacts, _: Ground) -> Values | None:
    """An allegation with no source that readers know."""
    return {} if claim.said and not any(standing_behind(claim).values()) else None


def fact_without_source_or_evidence(claim: ClaimFacts, _: Ground) -> Values | None:
    """A reported fact that nobody says and nothing bears on."""
    return None if claim.said or claim.evidence else {}


def single_source_fact(claim: ClaimFacts, _: Ground) -> Values | None:
    """A reported fact with one source; a denial has one by its nature."""
    return {} if len(standing_behind(claim)) == 1 else None
