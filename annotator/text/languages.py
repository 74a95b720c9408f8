"""Which language a text is probably in: good enough to know its abbreviations, no more."""

import unicodedata
from collections import Counter

_SAMPLE = 3_000
_DEFAULT = "en"

#: By the first word of the Unicode names of most letters; Latin is decided by words.
_BY_SCRIPT = {
    "ARABIC": "ar",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "GREEK": "el",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
}

#: Small words that are common in one of these languages and rare in its neighbours.
_BY_WORDS = {
    "en": frozenset({"the", "of", "and", "to", "was", "that"}),
    "es": frozenset({"el", "los", "las", "y", "su"}),
    "de": frozenset({"der", "und", "nicht", "das", "ist", "ein", "eine", "von"}),
}

#: A text with this share of kana is Japanese, however many of its letters are Chinese characters.
_KANA = 0.1


def guess(text: str) -> str:
    """The ISO 639-1 code of the language the text's beginning seems to be in; English if nothing tells."""
    sample = text[:_SAMPLE]
    scripts: Counter[str] = Counter()
    for sign, count in Counter(sample).items():  # names are slow to find, and a text has few letters
        if sign.isalpha():
            scripts[unicodedata.name(sign, "").partition(" ")[0]] += count
    if not scripts:
        return _DEFAULT
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana > _KANA * scripts.total():
        return "ja"
    script, _ = scripts.most_common(1)[0]
    return _by_words(sample) if script == "LATIN" else _BY_SCRIPT.get(script, _DEFAULT)


def _by_words(sample: str) -> str:
    words = Counter(sample.lower().split())
    hits = {code: sum(words[word] for word in small) for code, small in _BY_WORDS.items()}
    return max(hits, key=lambda code: hits[code])
