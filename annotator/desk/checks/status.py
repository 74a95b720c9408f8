"""Rules about the content of claims: corrections that the text has not taken."""

from annotator.desk.checks.ground import Ground, Values
from annotator.model.enums import Stance, StatusValue, Tag
from annotator.model.points import ClaimFacts

_DECIDED = (
    StatusValue.CONFIRMED,
    StatusValue.NEEDS_CHANGE,
    StatusValue.DISPUTED,
    StatusValue.CANNOT_VERIFY,
    StatusValue.NOT_CHECKABLE,
)
#: Signs that are typed one way and printed another.
_AS_TYPED = str.maketrans("“”„«»‘’‚–—\u00a0", '"""""\'\'\'-- ')


def correction_not_carried_out(claim: ClaimFacts, ground: Ground) -> Values | None:
    """The wrong words still stand in the claim's sentences, or the right ones do not."""
    correction = claim.status
    if correction.value is not StatusValue.NEEDS_CHANGE:
        return None
    here, old, new = (
        _folded(words) for words in (ground.place(claim), correction.old_words, correction.new_words)
    )
    if not old and not new:
        return {"case": "unworded"}
    if old and old in (here.replace(new, "\n") if new else here):
        return {"words": correction.old_words}
    if new and new not in here:
        return {"case": "missing", "words": correction.new_words}
    return None


def decided(claim: ClaimFacts) -> bool:
    """Whether a claim's content is settled as far as rules can tell: by a status that says how it ended.

    A reported fact needs none where evidence supports it and nobody is still at it.
    """
    status = claim.status.value
    if status in _DECIDED:
        return True
    supported = any(piece.stance is Stance.SUPPORTS for piece in claim.evidence)
    return claim.tag is Tag.FACT and status is StatusValue.UNCHECKED and supported


def _folded(words: str) -> str:
    return " ".join(words.translate(_AS_TYPED).casefold().split())
