"""What a tooltip says of a claim on the page: whose it is, and what people said of it."""

from collections.abc import Iterable

from annotator.model.views import ClaimLine
from annotator.window.claims.list_model import colleagues, whose
from annotator.window.people import People
from annotator.words import say


def tip(claims: Iterable[ClaimLine], people: People) -> str:
    """A line for each claim that somebody else has to do with; empty where there is none."""
    lines = []
    for claim in claims:
        said = colleagues(claim, people)
        if said or not claim.mine:
            unread = [say("colleagues.unread")] if claim.unread else []
            lines.append(", ".join([whose(claim), *said, *unread]))
    return "\n".join(lines)
