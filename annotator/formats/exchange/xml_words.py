"""Words as XML can hold them."""

import re

from annotator.text.controls import pictured

#: What XML 1.0 (Fifth Edition, section 2.2) has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def writable(words: str) -> str:
    """The words with a sign in the place of each character that XML cannot hold, one for one."""
    return _UNWRITABLE.sub(_sign, words)


def unwritable(words: str) -> int:
    """How many characters of the words XML cannot hold."""
    return len(_UNWRITABLE.findall(words))


def _sign(found: re.Match[str]) -> str:
    return "\ufffd" if found[0] > "\ufff0" else pictured(found[0])
