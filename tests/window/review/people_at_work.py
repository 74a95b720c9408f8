"""An article between three people as the Review tab reads it, put together by hand."""

from annotator.model.comparing import Comparison, Difference, Group, Marked
from annotator.model.enums import Origin, Tag, Verdict
from annotator.model.review_views import ReviewState
from annotator.model.settling import Settled, Settlement, Unsettled, Why
from annotator.model.spans import Span
from annotator.model.views import ClaimLine, ClaimView, CommentView, PersonView, ReviewView
from annotator.window.review.page import ReviewPage

ADA = PersonView("a", "Ada", "#7768AE", mine=True, here=True)
BOB = PersonView("b", "Bob", "#2F7F86")
CORA = PersonView("c", "Cora", "#8A6D3B")


def line(claim, who, tag, start, quote, **more):
    span = Span(start, start + len(quote))
    common = (False, who.name, who.mine, more.pop("withdrawn", False))
    evidence = more.pop("evidence", 0)
    speakers = more.pop("speakers", ())
    return ClaimLine(claim, tag, span, quote, speakers, (), evidence, *common, author=who.id, **more)


LINES = {
    one.id: one
    for one in (
        line("a1", ADA, Tag.FACT, 0, "The ferry returns in June"),
        line("b1", BOB, Tag.FACT, 0, "The ferry returns in June"),
        line("a2", ADA, Tag.ALLEGATION, 200, "accuses the company"),
        line("b2", BOB, Tag.FACT, 200, "accuses the company"),
        line("c2", CORA, Tag.DENIAL, 200, "accuses the company"),
        line("a3", ADA, Tag.DENIAL, 400, "rejected it"),
        line("b3", BOB, Tag.DENIAL, 400, "rejected it, saying so", verdicts=(("a", Verdict.REJECTED),)),
        line("b4", BOB, Tag.FACT, 500, "its books were open", unread=True),
        line("a5", ADA, Tag.FACT, 600, "Two grants were paid", speakers=("The register",), evidence=1),
        line("b5", BOB, Tag.FACT, 600, "Two grants were paid"),
        line("a6", ADA, Tag.ALLEGATION, 700, "the promise was not kept", verdicts=(("b", Verdict.REJECTED),)),
        line("a7", ADA, Tag.FACT, 800, "A hearing is due"),
    )
}


def group(*claims, kinds, missing=(), lines=LINES):
    marked = tuple(
        Marked(claim, lines[claim].author, lines[claim].tag, lines[claim].span) for claim in claims
    )
    ends = [one.span for one in marked]
    span = Span(min(end.start for end in ends), max(end.end for end in ends))
    return Group(marked, frozenset(kinds), missing, span)


SAME = group("a1", "b1", kinds={Difference.SAME, Difference.ONLY}, missing=("c",))
TAG = group("a2", "b2", "c2", kinds={Difference.TAG})
WORDS = group("a3", "b3", kinds={Difference.SPAN, Difference.ONLY}, missing=("c",))
BOBS = group("b4", kinds={Difference.ONLY}, missing=("a", "c"))
SOURCES = group("a5", "b5", kinds={Difference.SOURCES, Difference.ONLY}, missing=("c",))
REJECTED = group("a6", kinds={Difference.ONLY}, missing=("b", "c"))
MINE = group("a7", kinds={Difference.ONLY}, missing=("b", "c"))
ALL_SAME = group("a1", "b1", kinds={Difference.SAME})
GROUPS = (ALL_SAME, TAG, WORDS, BOBS, SOURCES, REJECTED, MINE)


def review(verdict, who, reason="", version=None, unread=False, at="2026-05-03T08:14:00Z"):
    return ReviewView(f"r{who.id}", verdict, reason, version, who.id, who.name, who.mine, at, unread=unread)


def comment(body, who, at="2026-05-03T08:20:00Z", unread=False):
    return CommentView(f"k{body}", body, who.id, who.name, who.mine, at, unread=unread)


def view(one, reviews=(), comments=(), version_of=None):
    places = ("", "", "", "", "")
    return ClaimView(
        one.id,
        "x",
        one.tag,
        one.span,
        one.quote,
        *places,
        Origin.PERSON,
        one.withdrawn,
        one.reviewer,
        one.mine,
        "",
        "",
        reviews=reviews,
        comments=comments,
        author=one.author,
        version_of=version_of,
    )


WAITING = (
    view(
        LINES["a6"],
        (review(Verdict.REJECTED, BOB, "Promised for next year only.", unread=True),),
        (comment("Which year?", BOB),),
    ),
    view(LINES["a3"], (review(Verdict.CHANGED, BOB, version="b3"),)),
)
SETTLEMENT = Settlement(
    (Settled("a1", ("b1",), ("a", "b")),),
    (Unsettled(("a2", "b2", "c2"), Why.DISPUTED, ("a", "c")), Unsettled(("a3", "b3"), Why.DISCUSSED, ())),
    ("b4",),
)


def a_page(**more):
    """The page with all of that, but for what is given."""
    state = ReviewState("x", done=("b",), **more.pop("state", {}))
    usual = {
        "people": (ADA, BOB, CORA),
        "lines": LINES,
        "comparison": Comparison(("a", "b", "c"), GROUPS),
        "settlement": SETTLEMENT,
        "waiting": WAITING,
    }
    return ReviewPage(state, **(usual | more))


def answered(page, *claims, verdict=Verdict.AGREED):
    """The page after I have said a word on some claims."""
    from dataclasses import replace

    lines = {
        key: replace(one, verdicts=(*one.verdicts, ("a", verdict))) if key in claims else one
        for key, one in page.lines.items()
    }
    return replace(page, lines=lines)
