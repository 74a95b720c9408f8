"""Asking how far an article is between colleagues."""

from annotator.desk.desk import Desk
from annotator.model.review_views import AssignmentLine, ReviewState, SignOffView
from annotator.store.reading import review_state as reading


def review_state(desk: Desk, article: str) -> ReviewState:
    """How an article stands for me: whether it is blind, who is done, what I have not seen or must answer."""
    return reading.state(desk.library, article)


def sign_off(desk: Desk, article: str) -> SignOffView | None:
    """The newest sign-off of an article; None where there is none, or I must not see it yet."""
    return reading.sign_off(desk.library, article)


def assignments(desk: Desk) -> tuple[AssignmentLine, ...]:
    """Who was given what, and how far they are; a line for each article and person."""
    return reading.assignments(desk.library)
