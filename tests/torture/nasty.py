"""Strings that have broken programs somewhere, by the thousand, and what a text of them must be."""

import random
from collections.abc import Callable, Iterator

from tests.formats.payloads import PAYLOADS

_NEWLINES = ("\n", "\r", "\r\n", "\n\r", "\r\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r\x00\n")
_MARKS = ("\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ufdd1", "\ufdef", "\ufeff\ufeff", "\U0001fffe", "\ufffd")
_UNSEEN = (
    *("\u00a0", "\u2007", "\u202f", "\u3000", "\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u180e"),
    *("\u034f", "\u061c", "\ufe0f", "\ufff9x\ufffay\ufffb", "\U000e0041", "\U000e007f", "\t", " "),
)
_BIDI = (
    *("\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"),
    *("\u2069", "قال الوزير", "שלום", "صـفـر123", 'צה"ל', "\u202e)gnp.exe("),
)
_FACES = (
    *(
        "😀",
        "👍🏽",
        "👩‍👩‍👧",
        "🏳️‍🌈",
        "🇩🇪",
        "🇫🇷🇪🇸",
        "🇬",
        "1️⃣",
        "🏴\U000e0067\U000e0062\U000e007f",
        "👩‍",
        "‍👧",
        "🏽",
    ),
)
_SCRIPTS = (
    *(
        "é",
        "e\u0301",
        "ﬁ",
        "ß",
        "İ",
        "ı",
        "ſ",
        "Ǆ",
        "市长否认",
        "。",
        "ひらがな",
        "한국",
        "\u1112\u1161\u11ab",
    ),
    *("क्षि", "ไทยไม่มี", "𝔸𝕓", "Ａｆ", "﷽", "葛\U000e0100", "ا\u064b\u0651", "\u0301", "\u0e33"),
)
#: On both sides of where counting changes: of bytes, of UTF-16 units, of planes, of halves of pairs.
_EDGES = (0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF)
_WORDS = ("The mayor", "denied it.", "“No”,", "she said", "a", "7", "-", "...", "x.y", "don’t", "U.S.")


def strings(choose: random.Random) -> Iterator[str]:
    """One nasty string after the other, without end; none is empty."""
    while True:
        pieces = "".join(_piece(choose) for _ in range(choose.randint(1, 9)))
        yield pieces * choose.randint(40, 400) if choose.random() < 0.002 else pieces


def _piece(choose: random.Random) -> str:
    return choose.choice(_PIECES)(choose)


def _any(choose: random.Random) -> str:
    """Any code point of any plane, each plane as likely as another."""
    return chr(choose.randrange(17) << 16 | choose.randrange(0x10000))


def _stack(choose: random.Random) -> str:
    """A letter under a heap of accents."""
    return choose.choice("aZ1 ") + "".join(chr(choose.randrange(0x300, 0x370)) for _ in range(12))


def _payload(choose: random.Random) -> str:
    return choose.choice(PAYLOADS)[:300]


def _one_of(pieces: tuple[str, ...]) -> Callable[[random.Random], str]:
    return lambda choose: choose.choice(pieces)


_PIECES: tuple[Callable[[random.Random], str], ...] = (
    *map(_one_of, (_NEWLINES, _MARKS, _UNSEEN, _BIDI, _FACES, _SCRIPTS)),
    *(_one_of(_WORDS),) * 3,
    _any,
    _stack,
    _payload,
    lambda choose: chr(choose.choice(_EDGES)),
    lambda choose: chr(choose.randrange(0x20)),
    lambda choose: chr(choose.randrange(0x80, 0xA0)),
)


def storable(words: str) -> bool:
    """Whether a field may hold the words: no NUL, no half of a pair."""
    return not any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in words)


def as_kept(raw: str, *, first: bool = False) -> str:
    """What a text keeps of the words, worked out one sign after the other; `first` at its very beginning."""
    kept: list[str] = []
    after_return = False
    for sign in raw:
        if not storable(sign) or (first and not kept and sign in "\ufeff\ufffe"):
            continue
        if not (after_return and sign == "\n"):
            kept.append("\n" if sign in "\r\u2028\u2029" else sign)
        after_return = sign == "\r"
    return "".join(kept)
