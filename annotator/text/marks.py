"""Which quotation marks and brackets stand alone."""

#: What opens, and what may close it: „German“, »inward«, ”Swedish” and the usual ways.
_CLOSED_BY = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
    "【": "】",
    "“": "”",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "‘": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    '"': '"',
    "'": "'",
}
_ONLY_CLOSE = frozenset(")]}）】’」』》〉")
_STRAIGHT = frozenset("\"'")
_APOSTROPHES = frozenset("'’")


def unpaired(words: str) -> frozenset[int]:
    """The places, in code points, of quotation marks and brackets without their other half in `words`.

    Apostrophes are no quotation marks: those inside words, and those after a letter that close nothing.
    """
    open_at: list[int] = []
    alone: set[int] = set()
    for at, sign in enumerate(words):
        if sign not in _CLOSED_BY and sign not in _ONLY_CLOSE:
            continue
        after_letter = words[at - 1 : at].isalnum()
        if sign in _APOSTROPHES and after_letter and words[at + 1 : at + 2].isalnum():
            continue
        opener = None if _opens(words, at) else _opener(words, open_at, sign)
        if opener is not None:
            open_at.remove(opener)
        elif sign in _ONLY_CLOSE or sign in _STRAIGHT and not _opens(words, at):
            if not (sign in _APOSTROPHES and after_letter):
                alone.add(at)
        else:
            open_at.append(at)
    return frozenset(alone.union(open_at))


def _opens(words: str, at: int) -> bool:
    """Whether a straight mark begins something; only what stands before it can tell."""
    if words[at] not in _STRAIGHT:
        return False
    before = words[at - 1 : at]
    return not before or before.isspace() or before in "([{“‘\"'—–-"


def _opener(words: str, open_at: list[int], sign: str) -> int | None:
    """The place of the innermost open mark that `sign` closes."""
    return next((at for at in reversed(open_at) if sign in _CLOSED_BY[words[at]]), None)
