"""Where the keyboard's steps lead: from sentence to sentence, word to word, character to character."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.spans import Span
from annotator.text.graphemes import to_graphemes
from annotator.text.sentences import sentence_at
from annotator.text.snap import move_end, move_start, to_words


@dataclass(frozen=True, slots=True)
class Caret:
    """The cursor's place `at` and where its selection began, in code points; nothing is selected if equal."""

    anchor: int
    at: int

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.anchor, self.at), max(self.anchor, self.at))

    @property
    def is_forward(self) -> bool:
        """Whether the selection, if there is one, was made towards the end of the text."""
        return self.at > self.anchor


def sentence_after(sentences: Sequence[Span], caret: Caret, by: int) -> int | None:
    """The number of the sentence so many steps from the cursor's, the first or last at the ends of the text.

    From the space between two sentences the first step leads to a neighbour, and no step to the one after
    it. None where there are none.
    """
    if not sentences:
        return None
    here = _number_at(sentences, caret)
    if here is None:
        here = (
            _first_ending_after(sentences, caret.at) - 1
            if by > 0
            else _first_ending_after(sentences, caret.at)
        )
    return min(max(here + by, 0), len(sentences) - 1)


def reach_sentences(sentences: Sequence[Span], caret: Caret, by: int) -> Caret:
    """The selection moved outward to whole sentences, its moving end so many sentences on.

    The first step from a bare cursor selects its sentence. Sentences may touch, but do not overlap.
    """
    step = 1 if by > 0 else -1
    for _ in range(abs(by)):
        caret = _reach_one(sentences, caret, step)
    return caret


def collapsed(sentences: Sequence[Span], caret: Caret) -> int:
    """Where the cursor stays once nothing is selected: in the sentence where the selection ended.

    Chinese sentences touch, so that the end of one is a place in the next.
    """
    if caret.is_forward:
        last = sentences[max(_last_starting_before(sentences, caret.at), 0)] if sentences else None
        if last is not None and last.end == caret.at and sentence_at(sentences, caret.at) != last:
            return max(last.start, caret.anchor)
    return caret.at


def word_after(text: str, at: int, *, forward: bool) -> int:
    """Where the next or the previous word begins; the same place where there is none."""
    return move_start(text, Span(at, len(text)), forward).start


def reach_words(text: str, caret: Caret, *, forward: bool) -> Caret:
    """The selection with its moving end at the next edge of a word; both its ends lie on such edges."""
    span = caret.span
    outward = not span or caret.is_forward == forward
    if outward:
        moved = move_end(text, span, True) if forward else move_start(text, span, False)
    else:
        moved = move_start(text, span, True) if forward else move_end(text, span, False)
        if moved == span:
            return Caret(caret.anchor, caret.anchor)
    words = to_words(text, moved)
    return _directed(words, forward=forward if outward else caret.is_forward)


def character_after(text: str, at: int, *, forward: bool) -> int:
    """The next or the previous edge of a grapheme cluster; the same place at the ends of the text."""
    if forward:
        return to_graphemes(text, Span(at, min(at + 1, len(text)))).end
    return to_graphemes(text, Span(max(at - 1, 0), at)).start


def _reach_one(sentences: Sequence[Span], caret: Caret, step: int) -> Caret:
    if not sentences:
        return caret
    first, last = _covered(sentences, caret)
    whole = Span(sentences[first].start, sentences[last].end)
    if not caret.span.contains(whole):
        return _directed(whole, forward=caret.is_forward if caret.span else step > 0)
    fixed, moving = (first, last) if caret.is_forward else (last, first)
    moving = min(max(moving + step, 0), len(sentences) - 1)
    both = Span(sentences[min(fixed, moving)].start, sentences[max(fixed, moving)].end)
    return _directed(both, forward=moving > fixed or (moving == fixed and step > 0))


def _covered(sentences: Sequence[Span], caret: Caret) -> tuple[int, int]:
    """The numbers of the first and the last sentence of a selection, or of the one nearest to it."""
    if caret.anchor == caret.at:
        here = _number_at(sentences, caret)
        if here is None:
            here = min(_first_ending_after(sentences, caret.at), len(sentences) - 1)
        return here, here
    first = _first_ending_after(sentences, caret.span.start)
    last = _last_starting_before(sentences, caret.span.end)
    # White space alone, between two sentences, counts for the one after it.
    return (first, last) if first <= last else (min(first, len(sentences) - 1),) * 2


def _number_at(sentences: Sequence[Span], caret: Caret) -> int | None:
    """The number of the sentence that holds the cursor; of a selection, the one at its moving end."""
    at = caret.at
    if caret.anchor != caret.at:
        found = (
            _last_starting_before(sentences, at) if caret.is_forward else _first_ending_after(sentences, at)
        )
        return found if 0 <= found < len(sentences) else None
    if sentence_at(sentences, at) is None:
        return None
    return bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1


def _first_ending_after(sentences: Sequence[Span], at: int) -> int:
    return bisect_right(sentences, at, key=lambda sentence: sentence.end)


def _last_starting_before(sentences: Sequence[Span], at: int) -> int:
    return bisect_left(sentences, at, key=lambda sentence: sentence.start) - 1


def _directed(span: Span, *, forward: bool) -> Caret:
    return Caret(span.start, span.end) if forward else Caret(span.end, span.start)
