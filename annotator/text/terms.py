"""The words of a text as a search compares them: without case and accents, Chinese by pairs of characters.

Chinese, Japanese and Korean writing does not set words apart, so each run of it becomes overlapping pairs,
and its last character once more by itself: 市长否认 gives 市长, 长否, 否认, 认. Any part of the run is then a
phrase of pairs, and a single character the beginning of a word.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.spans import Span

if TYPE_CHECKING:
    from re import Match, Pattern

#: Written without spaces: Chinese characters, kana, Hangul, and the signs that stand among them.
PAIRED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー々〆]"
#: What other words are made of.
LETTER = rf"[[\p{{L}}\p{{N}}\p{{M}}]--{PAIRED}]"

#: Stand inside words and are not seen: soft hyphen, joiners, and the stroke that draws Arabic words out.
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640")
#: What makes a letter only together with its neighbours: parts of Hangul syllables, voiced marks of kana.
_COMPOSING = frozenset({*map(chr, range(0x1100, 0x1200)), *"\u3099\u309a\uff9e\uff9f"})


class Folded(NamedTuple):
    """A text as it is compared. `places` holds the span in the text of each of its characters.

    None where each character stands for the one at its own place, as nearly always.
    """

    text: str
    places: Sequence[Span] | None = None

    def span(self, start: int, end: int) -> Span:
        """Where in the text stands what stands in `[start, end)`, not empty, here; in code points."""
        if self.places is None:
            return Span(start, end)
        return Span(self.places[start].start, self.places[end - 1].end)


def folded(text: str) -> Folded:
    """The text in small letters, without accents and vowel points, full-width letters as the usual ones."""
    if text.isascii():
        return Folded(text.lower())
    found = text.translate(_LETTERS)
    if _LETTERS.uneven.isdisjoint(text):
        return Folded(found)
    return _by_clusters(text)


def bare(text: str) -> str:
    """The text as `folded` has it, without the way back: for comparing names and words."""
    return folded(text).text


def indexed(text: str) -> str:
    """The words of a text with a blank between, as an index takes them."""
    return " ".join(words(bare(text)))


def words(folded_text: str) -> Iterator[str]:
    """The words of a folded text, in order."""
    if folded_text.isascii():
        yield from folded_text.translate(_ASCII_WORDS).split()
        return
    apart = folded_text.translate(_WORDS)
    if not _WORDS.paired.isdisjoint(apart):
        apart = _compiled(f"{PAIRED}+").sub(_pairs, apart)
    yield from apart.split()


def _pairs(run: "Match[str]") -> str:
    signs = run[0]
    return f" {' '.join(map(''.join, zip(signs, signs[1:], strict=False)))} {signs[-1]} "


def words_and_runs(folded_text: str) -> list[tuple[str, str]]:
    """The words and the runs without spaces of a folded text: of each pair the other is empty."""
    return _compiled(f"({LETTER}+)|({PAIRED}+)").findall(folded_text)


def _by_clusters(text: str) -> Folded:
    """Folds what a reader sees as one letter together, where letters do not stay one character each."""
    found: list[str] = []
    places: list[Span] = []
    for cluster in _compiled(r"\X").finditer(text):
        letters = _fold(cluster[0])
        found.append(letters)
        places += [Span(*cluster.span())] * len(letters)
    return Folded("".join(found), places)


class _Letters(dict[int, str]):
    """What each character becomes, worked out when it is first met; `uneven` those that are not one then."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        found = self[code] = _fold(character)
        if len(found) != 1 or character in _COMPOSING:
            self.uneven.add(character)
        return found


_LETTERS = _Letters()


class _Words(dict[int, str]):
    """Letters as they are and a blank for all else; `paired` are those of runs without spaces, once met."""

    def __init__(self) -> None:
        super().__init__()
        self.paired: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if _compiled(PAIRED).fullmatch(character):
            self.paired.add(character)
        is_letter = character in self.paired or _compiled(LETTER).fullmatch(character)
        found = self[code] = character if is_letter else " "
        return found


_WORDS = _Words()
#: The same for ASCII, which Python does at once.
_ASCII_WORDS = "".join(sign if sign.isalnum() else " " for sign in map(chr, range(128)))


def _fold(cluster: str) -> str:
    if not any(map(_is_letter, cluster)):
        return "" if cluster in _UNSEEN else cluster
    apart = unicodedata.normalize("NFKD", cluster.casefold())
    kept = (sign for sign in apart if _is_letter(sign) and not _is_accent(sign) and sign not in _UNSEEN)
    return unicodedata.normalize("NFC", "".join(kept)).casefold()


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _is_accent(sign: str) -> bool:
    """Accents and the points of Hebrew, Arabic and Syriac; the vowel signs of other scripts are letters."""
    kind = unicodedata.combining(sign)
    return 10 <= kind <= 36 or kind >= 200


@cache
def _compiled(pattern: str) -> "Pattern[str]":
    import regex  # type: ignore[import-untyped]  # it comes without types

    found: Pattern[str] = regex.compile(pattern, regex.V1)
    return found
