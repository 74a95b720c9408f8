"""Articles with claims at any places of any text, for what must hold whatever is exported."""

from hypothesis import strategies as st

from annotator.model.enums import Origin, Tag
from annotator.model.spans import Span
from annotator.model.views import ArticleExport, ClaimView
from annotator.text.anchors import context
from annotator.text.canonical import canonical
from annotator.text.identity import article_id, fingerprint

_PIECES = st.sampled_from(
    [
        *"=+-@|`*_<>&#\"',;\n\t 1.",
        "🚢",
        "👩‍👩‍👧",
        "🇩🇪",
        "e\u0301",
        "\u00a0",
        "“",
        "”",
        "سجل",
        "渡轮",
        "\u202e",
        "\u2066",
        "word",
    ]
)
WORDS = st.lists(st.one_of(_PIECES, st.text(max_size=3)), min_size=1, max_size=20).map(
    lambda pieces: canonical("".join(pieces))
)


@st.composite
def articles(draw: st.DrawFn) -> ArticleExport:
    text = draw(WORDS.filter(bool))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    claims = tuple(
        _claim(draw, text, n, Span(min(ends), max(ends))) for n, ends in enumerate(sorted(spans, key=sorted))
    )
    return ArticleExport(article_id(text), draw(WORDS), text, fingerprint(text), (), claims)


def _claim(draw: st.DrawFn, text: str, n: int, span: Span) -> ClaimView:
    prefix, suffix = context(text, span)
    return ClaimView(
        id=f"claim-{n}",
        article=article_id(text),
        tag=draw(st.sampled_from(Tag)),
        span=span,
        quote=span.cut(text),
        prefix=prefix,
        suffix=suffix,
        note=draw(WORDS),
        private_note="",
        plain_words=draw(WORDS),
        origin=Origin.PERSON,
        withdrawn=False,
        reviewer="Rosa",
        mine=True,
        created="2026-11-20T09:00:00.000Z",
        modified="2026-11-20T09:00:00.000Z",
        answers=("claim-0",) if n else (),
    )
