"""Characters that no document can hold, shown instead."""

import re

from annotator.text.controls import pictured

#: XML 1.0 (fifth edition, section 2.2) has no place for these, nor for the control characters.
_UNHELD = re.compile("[\ud800-\udfff\ufffe\uffff]")


def printable(words: str) -> str:
    """The words with every character that XML cannot hold replaced by one other, so that positions hold."""
    return _UNHELD.sub("\ufffd", pictured(words))
