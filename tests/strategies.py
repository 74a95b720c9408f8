"""Texts and spans to try things on: what articles hold that breaks offsets."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from annotator.model.spans import Span
from annotator.text.canonical import canonical

#: Pieces that meet in articles and trip up programs that count otherwise.
_PIECES = (
    "The mayor denied it. ",
    "a",
    "B",
    "7",
    " ",
    ". ",
    ", ",
    "? ",
    "-",
    "'",
    "…",
    "\n",
    "\n\n",
    "\t",
    "\u00a0",
    "“",
    "”",
    "’",
    '"',
    "(",
    ")",
    "«",
    "»",
    "é",
    "e\u0301",
    "\u0301",
    "😀",
    "👍🏽",
    "👩‍👩‍👧",
    "🇩🇪",
    "🇫🇷🇪🇸",
    "🇬",
    "\u200d",
    "\u200b",
    "\u00ad",
    "قال",
    "الوزيرُ",
    "؟",
    "\u200f",
    "\u0600",
    'צה"ל',
    "市长否认",
    "。",
    "ひらがな",
    "한국",
    "\u1112\u1161\u11ab",
    "क्षि",
    "𝔸",
    "\ufeff",
    "\ufdd0",
    "\u0085",
    "\x0b",
)
_UNKEPT = ("\r\n", "\r", "\u2028", "\u2029", "\x00", "\ud83d", "\ude00", "\ufeff", "\ufffe")


def raw_texts() -> SearchStrategy[str]:
    """Strings as they come in: with every kind of newline, byte order marks, NUL and lone surrogates."""
    pieces = st.one_of(
        st.sampled_from(_UNKEPT), st.sampled_from(_PIECES), st.characters(exclude_categories=())
    )
    return st.lists(pieces, max_size=30).map("".join)


def texts(min_size: int = 0) -> SearchStrategy[str]:
    """Canonical texts of at least `min_size` code points."""
    pieces = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.characters(codec="utf-8"))
    made = st.lists(pieces, min_size=min_size, max_size=max(30, min_size)).map(
        lambda found: canonical("".join(found))
    )
    return made.filter(lambda text: len(text) >= min_size)


@st.composite
def spans_in(draw: st.DrawFn, text: str, *, empty: bool = False) -> Span:
    """A span of a text; with `empty` also one without a code point, which an empty text needs."""
    start = draw(st.integers(0, len(text) if empty else len(text) - 1))
    return Span(start, draw(st.integers(start if empty else start + 1, len(text))))


@st.composite
def texts_with_spans(draw: st.DrawFn, *, empty: bool = False) -> tuple[str, Span]:
    """A canonical text and a span of it."""
    text = draw(texts(min_size=0 if empty else 1))
    return text, draw(spans_in(text, empty=empty))
