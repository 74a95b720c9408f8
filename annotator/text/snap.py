"""Where words begin and end, for selections that snap and edges that move.

The rules are a short form of the word rules of Unicode's UAX #29. Scripts that put no spaces between
words are not searched for them: there every character stands alone.
"""

import re
import unicodedata
from functools import cache

from annotator.model.spans import Span
from annotator.text.graphemes import is_grapheme_edge, to_graphemes

_IN_WORDS = "'’‘-‐‑·״׳‧"
_IN_WORDS_AND_NUMBERS = ".:"
_IN_NUMBERS = ",٫٬"

#: Scripts without spaces: Thai and Lao, Myanmar, Khmer, Chinese, Japanese, Korean syllables.
_ALONE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029"
    "\u3031-\u3035\u303b\u3040-\u30ff\u3100-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)

#: What a claim does not begin or end with when its edges move by words; most quotation marks do both.
_NEVER_FIRST = frozenset(".,;:!?…)]}”’–—-。，、；：！？）】》」』؟،؛۔।")
_NEVER_LAST = frozenset(",;:([{¿¡–—-，、；：（【《「『،؛")


def is_word_edge(text: str, offset: int) -> bool:
    """Whether neither a word nor a grapheme cluster is cut at a code point offset."""
    if not 0 < offset < len(text):
        return True
    return not _joined(text, offset) and is_grapheme_edge(text, offset)


def to_words(text: str, span: Span) -> Span:
    """The span without the white space at its ends, then moved outward to whole words.

    A span of white space alone gives an empty one. The result lies on edges of grapheme clusters too.
    """
    words = span.cut(text)
    if not words or words.isspace():
        return to_graphemes(text, Span(span.start, span.start))
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    while not is_word_edge(text, start):
        start -= 1
    while not is_word_edge(text, end):
        end += 1
    return Span(start, end)


def word_at(text: str, offset: int) -> Span:
    """The word that holds or touches a place between two characters; empty within white space.

    A word comes before a sign, and what follows the place before what precedes it.
    """
    touching = [to_words(text, Span(at, at + 1)) for at in (offset, offset - 1) if 0 <= at < len(text)]
    signs = [span for span in touching if span]
    words = [span for span in signs if any(map(str.isalnum, span.cut(text)))]
    return next(iter(words or signs), Span(offset, offset))


def move_start(text: str, span: Span, forward: bool) -> Span:
    """The span with its start moved to the next or the previous word, unchanged where there is none."""
    places = range(span.start + 1, span.end) if forward else range(span.start - 1, -1, -1)
    return Span(next((at for at in places if _may_begin(text, at)), span.start), span.end)


def move_end(text: str, span: Span, forward: bool) -> Span:
    """The span with its end moved to the end of the next or the previous word, unchanged where none is."""
    places = range(span.end + 1, len(text) + 1) if forward else range(span.end - 1, span.start, -1)
    return Span(span.start, next((at for at in places if _may_end(text, at)), span.end))


def _may_begin(text: str, offset: int) -> bool:
    first = text[offset]
    return not first.isspace() and first not in _NEVER_FIRST and is_word_edge(text, offset)


def _may_end(text: str, offset: int) -> bool:
    last = text[offset - 1]
    return not last.isspace() and last not in _NEVER_LAST and is_word_edge(text, offset)


def _joined(text: str, offset: int) -> bool:
    """Whether one word goes on from the character before `offset` to the one after it."""
    after = text[offset]
    if _is_mark(after):
        return not text[offset - 1].isspace()
    base = _base_before(text, offset)
    if base < 0:
        return False
    before = text[base]
    if _in_word(before) and _in_word(after):
        return True
    if _in_word(before):
        following = _base_after(text, offset + 1)
        return following < len(text) and _connects(before, after, text[following])
    if _in_word(after):
        earlier = _base_before(text, base)
        return earlier >= 0 and _connects(text[earlier], before, after)
    return False


def _connects(before: str, sign: str, after: str) -> bool:
    """Whether a sign between two characters holds them together in one word or number."""
    if not (_in_word(before) and _in_word(after)):
        return False
    if sign in _IN_NUMBERS:
        return before.isdecimal() and after.isdecimal()
    if sign == '"':
        return _is_hebrew(before) and _is_hebrew(after)
    return sign in _IN_WORDS or sign in _IN_WORDS_AND_NUMBERS


def _base_before(text: str, offset: int) -> int:
    """The place of the last character before `offset` that is no mark; -1 where there is none."""
    at = offset - 1
    while at >= 0 and _is_mark(text[at]):
        at -= 1
    return at


def _base_after(text: str, offset: int) -> int:
    """The place of the first character from `offset` on that is no mark; the text's length if none is."""
    at = offset
    while at < len(text) and _is_mark(text[at]):
        at += 1
    return at


@cache
def _in_word(character: str) -> bool:
    return (character.isalnum() or character == "_") and _ALONE.match(character) is None


@cache
def _is_mark(character: str) -> bool:
    """Whether a character belongs to the one before it: accents, joiners, direction marks, soft hyphens."""
    # The zero-width space is a format character that parts words.
    return character != "\u200b" and (
        unicodedata.category(character) == "Cf" or unicodedata.category(character).startswith("M")
    )


def _is_hebrew(character: str) -> bool:
    return "\u05d0" <= character <= "\u05ea"
