"""One article as writers get it, with everything in it that has broken an export somewhere."""

from annotator.model.enums import Origin, ResponseKind, SourceKind, Stance, StatusValue, Tag, Verdict
from annotator.model.spans import Span
from annotator.model.views import (
    AppearanceView,
    ArticleExport,
    AttributionView,
    ClaimView,
    CommentView,
    EvidenceView,
    LinkView,
    ResponseView,
    ReviewView,
    SourceView,
    StatusView,
)
from annotator.text.anchors import context
from annotator.text.identity import article_id, fingerprint

TEXT = (
    "Ferry *repairs* | who paid? 🚢\n\n"
    "The mayor denied selling the list 👩‍👩‍👧 of berths.\n"
    '=cmd|"/c calc"!A1 stood in the ledger.\n'
    "Her aide said `rm -rf` <b>was</b> a joke.\n\n"
    "قال المدير إن السجل كامل."
)
DENIAL_QUOTE = "denied selling the list 👩‍👩‍👧 of berths"
INNER_QUOTE = "selling the list"
FORMULA_QUOTE = '=cmd|"/c calc"!A1 stood in the ledger.\nHer aide said'
ARABIC_QUOTE = "السجل كامل"

MAYOR = SourceView("source-mayor", SourceKind.PERSON, "Ada | Møller", role="mayor")
AIDE = SourceView(
    "source-aide",
    SourceKind.PERSON,
    "Jo Secret",
    role="press aide",
    url="https://jo.example/",
    note="calls from a private telephone",
    description="a member of the mayor’s staff",
    reason="not authorised to speak",
    confidential=True,
    joined=(("source-aide-2", "Johanna Secret"),),
)
LEDGER = SourceView(
    "source-ledger", SourceKind.DOCUMENT, "Harbour ledger", url="https://harbour.example/a_b?c=1"
)
UNNAMED = SourceView("00000000-0000-7000-8000-000000000002", SourceKind.UNNAMED, "not named")


def attribution(
    id_: str, source: SourceView, words: str = "", cue: str = "", checked: bool = False
) -> AttributionView:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words)) if words else None
    return AttributionView(id_, source, words, span, cue, checked, reviewer="Rosa", mine=True)


def claim(id_: str, tag: Tag, quote: str, **fields: object) -> ClaimView:
    span = Span(TEXT.index(quote), TEXT.index(quote) + len(quote))
    prefix, suffix = context(TEXT, span)
    given: dict[str, object] = {
        "note": "",
        "private_note": "",
        "plain_words": "",
        "origin": Origin.PERSON,
        "withdrawn": False,
        "reviewer": "Rosa",
        "mine": True,
        "created": "2026-11-20T09:00:00.000Z",
        "modified": "2026-11-21T10:30:00.000Z",
    }
    return ClaimView(id_, article_id(TEXT), tag, span, quote, prefix, suffix, **(given | fields))  # type: ignore[arg-type]


DENIAL = claim(
    "claim-denial",
    Tag.DENIAL,
    DENIAL_QUOTE,
    plain_words="The mayor did not sell the list.",
    note="+ ask again\n# on Monday",
    private_note="Jo Secret rang at nine",
    attributions=(
        attribution("a1", MAYOR, "The mayor", "denied", checked=True),
        attribution("a2", AIDE, "Her aide", "said"),
    ),
    evidence=(
        EvidenceView(
            "e1",
            LEDGER,
            Stance.SUPPORTS,
            "p. 3, as Jo Secret said",
            "no entry <here>",
            "https://harbour.example/scan",
            "2026-11-19",
            "Rosa",
            True,
        ),
        EvidenceView(
            "e2",
            AIDE,
            Stance.CONTEXT,
            "telephone, line 2",
            "ask Ada",
            "https://jo.example/",
            "2026-11-18",
            "Rosa",
            True,
        ),
    ),
    answers=("claim-inner", "claim-elsewhere"),
    status=StatusValue.NEEDS_CHANGE,
    statuses=(
        StatusView(StatusValue.DISPUTED, "", "", "", "Max", False, "2026-11-20T11:00:00.000Z"),
        StatusView(
            StatusValue.NEEDS_CHANGE,
            "Jo Secret and the ledger say so",
            "selling the list",
            "=lending the *list*",
            "Rosa",
            True,
            "2026-11-21T10:00:00.000Z",
        ),
    ),
    version_of="claim-of-max",
    reviews=(
        ReviewView(
            "r1", Verdict.AGREED, "", None, "max", "Max", False, "2026-11-21T08:00:00.000Z", outdated=True
        ),
        ReviewView(
            "r2",
            Verdict.CHANGED,
            "Jo Secret\nsays more",
            "claim-of-lin",
            "lin",
            "Lin",
            False,
            "2026-11-21T08:30:00.000Z",
            unread=True,
        ),
    ),
    comments=(
        CommentView(
            "k1", "Where is that? <b>Jo Secret</b>\nasks.", "max", "Max", False, "2026-11-21T08:01:00.000Z"
        ),
        CommentView("k2", "=on page 3", "rosa", "Rosa", True, "2026-11-21T08:02:00.000Z"),
    ),
)
INNER = claim(
    "claim-inner",
    Tag.ALLEGATION,
    INNER_QUOTE,
    attributions=(attribution("a3", UNNAMED),),
    links=(LinkView("claim-denial", Tag.DENIAL, DENIAL.span, DENIAL_QUOTE, "Rosa", True),),
    response=ResponseKind.NO_REPLY,
    responses=(
        ResponseView(
            ResponseKind.ASKED,
            "2026-11-20T14:30+01:00",
            "Rosa",
            "",
            "Jo Secret rings back",
            "Rosa",
            True,
            "2026-11-20T13:31:00.000Z",
        ),
        ResponseView(
            ResponseKind.NO_REPLY,
            "2026-11-20",
            "Jo Secret",
            "2026-11-21T10:00+01:00",
            "",
            "Max",
            False,
            "2026-11-21T09:01:00.000Z",
        ),
    ),
)
FORMULA = claim("claim-formula", Tag.FACT, FORMULA_QUOTE, withdrawn=True)
ARABIC = claim("claim-arabic", Tag.FACT, ARABIC_QUOTE, reviewer="ليلى", note="  @cell")

ARTICLE = ArticleExport(
    id=article_id(TEXT),
    title="Ferry *repairs* | who paid? 🚢",
    text=TEXT,
    sha256=fingerprint(TEXT),
    appearances=(
        AppearanceView(
            "p1",
            "The Harbour Post",
            "By R. Ahn",
            "https://post.example/ferry",
            "2026-11-19",
            "ferry.txt",
            "utf-8",
            "2026-11-20T08:00:00.000Z",
        ),
        AppearanceView("p2", "", "", "", "", "wire.txt", "windows-1252", "2026-11-20T08:05:00.000Z"),
    ),
    claims=(DENIAL, INNER, FORMULA, ARABIC),
)
