"""Rules about denials, the right of reply, and questions between colleagues."""

from annotator.desk.checks.ground import Ground, Values
from annotator.model.enums import ResponseKind
from annotator.model.points import ClaimFacts

#: What came of asking. That somebody was asked is no response yet, however long ago.
_RESPONSES = (ResponseKind.DECLINED, ResponseKind.NO_REPLY)


def allegation_without_response(claim: ClaimFacts, _: Ground) -> Values | None:
    """Neither a denial answers it nor is it recorded that those accused declined or did not reply."""
    kind = claim.response.kind if claim.response else ResponseKind.NOT_ASKED
    if claim.answered_by or kind in _RESPONSES:
        return None
    return {"case": "asked"} if kind is ResponseKind.ASKED else {}


def denial_answers_nothing(claim: ClaimFacts, _: Ground) -> Values | None:
    """A denial without a link, and without a reason why it answers nothing in the article."""
    return None if claim.answers or claim.answers_nothing else {}


def question_not_answered(claim: ClaimFacts, _: Ground) -> Values | None:
    """A colleague commented or asked to discuss, and the claim's reviewer has not written since."""
    return {"name": claim.question_by} if claim.question_by else None
