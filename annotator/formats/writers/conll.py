"""CoNLL: a token on each line with its tag, for programs that learn to find claims.

Format: columns with a TAB between, as in the shared task CoNLL-2003, a blank line after each sentence: the
token, its first code point in the article's text, the one after its last, and the tag in IOB2
(`B-denial`, `I-denial`, `O`). Lines that begin with `# ` and have no TAB say which article follows.

A token has one tag, so of claims that overlap the longest stays, of equally long ones the first. A claim is
never cut: where it crosses the end of a sentence the two are one, and where it ends inside a word so does
the token.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from annotator.formats.kinds import Format, Group
from annotator.model.drafts import Note
from annotator.model.features import Feature
from annotator.model.spans import Span
from annotator.model.views import ArticleExport, ClaimView
from annotator.text.controls import pictured
from annotator.text.sentences import sentences

if TYPE_CHECKING:
    from re import Pattern

_OUTSIDE = "O"

#: Where a claim behind all text would begin and end.
_NO_MORE = (2**63, 2**63)


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """An article at a time."""
    for article in articles:
        yield "".join(_lines(article)).encode()


def leaves_out(articles: tuple[ArticleExport, ...]) -> tuple[Note, ...]:
    """How many claims have no place beside the others."""
    count = sum(len(article.claims) - len(kept(article.claims)) for article in articles)
    return (("conll.overlapping", {"count": count}),) if count else ()


def kept(claims: Iterable[ClaimView]) -> list[ClaimView]:
    """The claims that share no code point, in text order; of those that do the longest, then the first."""
    found: list[ClaimView] = []
    for claim in sorted(claims, key=lambda claim: (-len(claim.span), claim.span.start)):
        place = bisect_left(found, claim.span.start, key=lambda other: other.span.start)
        beside = found[max(place - 1, 0) : place + 1]
        alone = not any(other.span.overlaps(claim.span) for other in beside)
        if alone and _tokens_of().search(claim.quote):
            found.insert(place, claim)
    return found


def _lines(article: ArticleExport) -> Iterator[str]:
    yield f"# newdoc id = {article.id}\n# title = {' '.join(pictured(article.title).split())}\n\n"
    claims = kept(article.claims)
    starts = [claim.span.start for claim in claims]
    last: ClaimView | None = None
    for stretch in _stretches(article, claims):
        token = None
        for token in _tokens(article.text, stretch, claims, starts):
            claim = _claim_at(token.start, claims, starts)
            tag = _OUTSIDE if claim is None else ("I-" if claim is last else "B-") + _label(claim)
            last = claim
            yield f"{token.cut(article.text)}\t{token.start}\t{token.end}\t{tag}\n"
        yield "\n" if token else ""


def _stretches(article: ArticleExport, claims: Iterable[ClaimView]) -> Iterator[Span]:
    """The sentences, those that a claim crosses joined."""
    ends = iter([(claim.span.start, claim.span.start + len(claim.quote.rstrip())) for claim in claims])
    start, end = next(ends, _NO_MORE)
    crossed: list[Span] = []
    for sentence in article.sentences or sentences(article.text):
        while end <= sentence.end:
            start, end = next(ends, _NO_MORE)
        crossed.append(sentence)
        if start >= sentence.end:
            yield Span(crossed[0].start, sentence.end)
            crossed.clear()
    if crossed:
        yield Span(crossed[0].start, crossed[-1].end)


def _tokens(text: str, stretch: Span, claims: Sequence[ClaimView], starts: Sequence[int]) -> Iterator[Span]:
    """Words, signs and single Chinese characters, cut where a claim begins or ends."""
    first = max(bisect_right(starts, stretch.start) - 1, 0)
    near = claims[first : bisect_left(starts, stretch.end)]
    edges = {edge for claim in near for edge in (claim.span.start, claim.span.end)}
    inner = sorted(edge for edge in edges if stretch.start < edge < stretch.end)
    for begin, end in zip((stretch.start, *inner), (*inner, stretch.end), strict=True):
        for found in _tokens_of().finditer(text, begin, end):
            # A sign that goes with what follows it may go with a blank.
            yield Span(found.start(), found.start() + len(found[0].rstrip()))


@cache
def _tokens_of() -> "Pattern[str]":
    """Words and numbers with their accents, apostrophes and hyphens; else what is seen as one character."""
    import regex  # type: ignore[import-untyped]  # it comes without types

    unparted = r"[\p{Han}\p{Hiragana}\p{Katakana}ー々〆]"
    letter = rf"[[\p{{L}}\p{{N}}]--{unparted}]"
    word = rf"{letter}[[\p{{L}}\p{{N}}\p{{M}}]--{unparted}]*+"
    pattern = rf"{word}(?:['’.,\-\u2010\u2011]{word})*|(?![\s\p{{Cc}}])\X"
    found: Pattern[str] = regex.compile(pattern, regex.V1)
    return found


def _claim_at(place: int, claims: Sequence[ClaimView], starts: Sequence[int]) -> ClaimView | None:
    before = bisect_right(starts, place) - 1
    return claims[before] if before >= 0 and place < claims[before].span.end else None


def _label(claim: ClaimView) -> str:
    return claim.tag.value.replace(" ", "_")


FORMAT = Format(
    "conll",
    (".conll",),
    Group.TOOLS,
    write=write,
    leaves_out=leaves_out,
    for_programs=True,
    tells=frozenset((Feature.ARTICLES, Feature.TEXT)),
    limits=(("conll.limits", {}),),
)
