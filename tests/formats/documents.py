"""The article of `exported` with all that documents for people say beside its claims."""

from dataclasses import replace

from annotator.model.enums import StatusValue, Tag
from annotator.model.places import Place, PlaceKind
from annotator.model.points import Level, OpenPoint
from annotator.model.review_views import SignOffView
from annotator.model.spans import Span
from annotator.model.views import StatusView
from tests.formats.exported import ARABIC, ARTICLE, DENIAL, FORMULA, INNER, TEXT

_DISPUTE = TEXT.index("=cmd")

POINTS = (
    OpenPoint(
        "correction-not-carried-out",
        Level.MUST,
        DENIAL.id,
        DENIAL.span,
        {"words": "selling the list"},
        tag=Tag.DENIAL,
        quote=DENIAL.quote,
    ),
    OpenPoint("refuted", Level.LOOK, None, Span(0, 5), {"word": "Ferry"}, quote="Ferry"),
    OpenPoint("unread-sentences", Level.NOTE, values={"count": "2"}),
)
SIGN_OFF = SignOffView(
    "s1",
    "lin",
    "Lin",
    mine=False,
    at="2026-11-21T12:00:00.000Z",
    note="Read *aloud* once more.",
    changed=(INNER.id, "claim-elsewhere"),
)
#: The first page ends in the middle of the second claim of the same line.
PLACES = (
    Place(Span(0, DENIAL.span.start + 10), PlaceKind.PAGE, "iv"),
    Place(Span(DENIAL.span.start + 10, _DISPUTE), PlaceKind.PAGE, "5"),
)

WHOLE = replace(
    ARTICLE, points=POINTS, sign_off=SIGN_OFF, places=PLACES, remarks=("brat: the file <b>names</b> two.",)
)

#: A claim that needs a change that nobody worded, beside the one whose words are given.
UNWORDED = replace(
    FORMULA,
    withdrawn=False,
    status=StatusValue.NEEDS_CHANGE,
    statuses=(StatusView(StatusValue.NEEDS_CHANGE, "ask", "", "", "Rosa", True, "2026-11-21T10:00:00.000Z"),),
)
WITH_UNWORDED = replace(WHOLE, claims=(DENIAL, INNER, UNWORDED, ARABIC))
