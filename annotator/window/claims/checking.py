"""What came of checking a claim, in a few words for its row: what must be settled stands apart."""

from annotator.model.enums import ResponseKind, StatusValue, Tag
from annotator.model.views import ClaimLine
from annotator.words import say

#: What counts as a response; that somebody was asked is none yet.
_RESPONSES = (ResponseKind.DECLINED, ResponseKind.NO_REPLY)


def lacks_source(line: ClaimLine) -> bool:
    """Whether it must be said who makes the claim."""
    return line.tag is Tag.ALLEGATION and line.without_source and not line.withdrawn


def lacks_response(line: ClaimLine) -> bool:
    """Whether an allegation has neither a denial nor a recorded response."""
    settled = line.answered or line.response in _RESPONSES or line.withdrawn
    return line.tag is Tag.ALLEGATION and not settled


def checking(line: ClaimLine) -> list[str]:
    """Links, the response and the status, as far as there are any."""
    found = []
    if line.tag is Tag.ALLEGATION and line.answered:
        found.append(say("panel.answered", count=line.answered))
    if line.tag is Tag.DENIAL and line.answers:
        found.append(say("panel.answers", count=len(line.answers)))
    if line.tag is Tag.ALLEGATION and line.response not in ("", ResponseKind.NOT_ASKED):
        found.append(say(f"named.response.{line.response}"))
    if line.status is not StatusValue.UNCHECKED:
        found.append(say(f"status.{line.status.value}"))
    return found
