"""Where sentences begin and end: what sentencex finds, and the merges and splits that newspapers need."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.model.spans import Span
from annotator.text.graphemes import is_grapheme_edge, to_graphemes
from annotator.text.languages import guess
from annotator.text.marks import unpaired

#: Names the segmenter and the rules below; kept with the boundaries, which must not change under claims.
RULES = "sentencex-1+rp1"

#: How many code points before a boundary are looked at.
_TAIL = 16

#: Code points given to sentencex at once: on long paragraphs full of quotations it slows down quadratically.
_WINDOW = 2_000

_LIST_MARKER = r"(?:(?:\d{1,3}|[^\W\d_]|[ivx]{2,5})[.)]|[•‣◦▪–—*-])"
_ONLY_MARKER = re.compile(_LIST_MARKER)
_MARKED = re.compile(_LIST_MARKER + r"\s")
_ABBREVIATED = re.compile(
    r"\b(?:Adm|Capt|Cmdr|Col|Cpl|Dr|Fa|Ft|Gen|Gov|Hon|Lt|Maj|Messrs|Mme|Mr|Mrs|Ms|Mt|Pres|Prof|Pvt|Rep|Reps"
    r"|Rev|Sen|Sens|Sgt|Sra|Srta|Supt|vs)\.\s*$"
)
_FIRST_LETTER = re.compile(r"[\W_]{0,4}([^\W\d_])")
_LEFT_BEHIND = re.compile(r"(?<=\s)[“‘„‚«\"'(\[]+$")
_ONLY_SIGNS = re.compile(r"[^\w\s]+")
#: A bracket of several words that closes behind a stop, and not behind `Inc.`, `etc.` or `p.m.`: a sentence
#: ends there.
_CLOSED_SENTENCE = re.compile(
    r"[(\[](?:[^()\[\]\s]+\s+){2,}(?![A-Z]\w{0,4}\.|etc\.|\w\.\w)[^()\[\]\s]+[.!?…][”’\"']?[)\]]\s+(?=\S)"
)

_STOPS = frozenset(".。．۔।｡")


def sentences(text: str) -> list[Span]:
    """The sentences of a canonical text in order, without the white space around them.

    They do not overlap, none is empty, none crosses a newline, and all that is no white space lies in one.
    No grapheme cluster is cut: an accent that stands on a space keeps it.
    """
    language = guess(text)
    found: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        for part in _parts(paragraph, language) if paragraph else ():
            words = part.cut(paragraph)
            if stripped := words.strip():
                begin = start + part.start + len(words) - len(words.lstrip())
                found.append(to_graphemes(text, Span(begin, begin + len(stripped))))
        start += len(paragraph) + 1
    return found


def sentence_at(found: Sequence[Span], offset: int) -> Span | None:
    """The sentence that holds or ends at a place, of sentences in order; None in the space between."""
    at = bisect_right(found, offset, key=lambda sentence: sentence.start) - 1
    return found[at] if at >= 0 and offset <= found[at].end else None


def sentences_in(found: Sequence[Span], span: Span) -> Sequence[Span]:
    """The sentences, of sentences in order, that share a code point with a span."""
    if not len(span):
        return found[:0]
    first = bisect_right(found, span.start, key=lambda sentence: sentence.end)
    last = bisect_left(found, span.end, key=lambda sentence: sentence.start)
    return found[first : max(first, last)]


def statement(text: str, sentence: Span) -> Span:
    """What a sentence claims: without its final stop and without unpaired quotation marks at its ends.

    Question and exclamation marks stay, and so do the stops of `U.S.` and of an ellipsis. A sentence that
    holds nothing else stays as it is.
    """
    words = sentence.cut(text)
    alone = unpaired(words)
    start, end = 0, len(words)
    while start < end and (words[start].isspace() or start in alone):
        start += 1
    while end > start and (words[end - 1].isspace() or end - 1 in alone or _ends_in_stop(words[start:end])):
        end -= 1
    if start == end:
        return sentence
    return to_graphemes(text, Span(sentence.start + start, sentence.start + end))


def _ends_in_stop(words: str) -> bool:
    dotted = words[-3:-2] == "." and not words[-2:-1].isdecimal()
    return words[-1] in _STOPS and not dotted


def _parts(paragraph: str, language: str) -> Iterator[Span]:
    """The paragraph in pieces that leave nothing out: its sentences with the white space around them."""
    ends_of_brackets = {found.end() for found in _CLOSED_SENTENCE.finditer(paragraph)}
    begins = {_before_openers(paragraph, begin) for begin in _boundaries(paragraph, language)}
    places = sorted(begins | ends_of_brackets | {len(paragraph)})
    start = 0
    for cut, following in pairwise(places):
        before = paragraph[max(start, cut - _TAIL) : cut]
        if not _goes_on(before, paragraph[cut:following]) and is_grapheme_edge(paragraph, cut):
            yield Span(start, cut)
            start = cut
    yield Span(start, len(paragraph))


def _goes_on(before: str, after: str) -> bool:
    """Whether what follows a boundary still belongs to the sentence before it."""
    if _ONLY_MARKER.fullmatch(before.strip()) or _ABBREVIATED.search(before):
        return True
    # Lonely signs: those that open something touch what follows, the others belong to what came before.
    opens = before[-1:].isspace() and not after[-1:].isspace()
    if _ONLY_SIGNS.fullmatch(before) or (_ONLY_SIGNS.fullmatch(after.strip()) and not opens):
        return True
    first = _FIRST_LETTER.match(after)
    return first is not None and first[1].islower() and not _MARKED.match(after)


def _before_openers(paragraph: str, begin: int) -> int:
    """The place before the opening marks that sentencex leaves with the sentence before them."""
    left_behind = _LEFT_BEHIND.search(paragraph[max(0, begin - _TAIL) : begin])
    return begin - len(left_behind[0]) if left_behind else begin


def _boundaries(paragraph: str, language: str) -> Iterator[int]:
    """The places, in code points, where sentencex begins a new sentence."""
    # Imported here, for opening an article needs no sentences: they are kept.
    from sentencex import get_sentence_boundaries

    start = 0
    while start < len(paragraph):
        window = paragraph[start : start + _WINDOW]
        begins = [found["start_index"] for found in get_sentence_boundaries(language, window)][1:]
        if start + len(window) < len(paragraph):
            # Towards its end a window may cut a quotation, whose sentences would then be parted.
            begins = [begin for begin in begins if begin <= _WINDOW // 2] or begins[:1]
            following = begins[-1] if begins else _WINDOW
        else:
            following = len(window)
        yield from (start + begin for begin in begins)
        start += following
