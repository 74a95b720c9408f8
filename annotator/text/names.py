"""Whether a text names somebody of a register, by the words of the name alone."""

import re
import unicodedata

from annotator.text.find import folded

#: Words shorter than this say nothing of a name ("of", "the").
_TELLING = 4

_WORD = re.compile(r"\w+")

#: Scripts that put no spaces between words, or endings onto names.
_UNSPACED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "KHMER", "LAO", "MYANMAR", "THAI")


class Names:
    """The names of a register, to be looked for in passages. Case and accents do not count.

    A name is held by a passage where all its telling words stand there as whole words; of a person the last
    word is enough, as newspapers name people. Names in scripts without spaces between words are looked for
    as they are written.
    """

    def __init__(self) -> None:
        self._by_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self._unspaced: list[tuple[str, str]] = []

    def add(self, id_: str, name: str, *, person: bool) -> None:
        """Looks for this name too, as one of the id's."""
        name = folded(name).strip()
        parts = _WORD.findall(name)
        if not parts:
            return
        if _unspaced(name):
            self._unspaced.append((id_, name))
            return
        telling = [part for part in parts if len(part) >= _TELLING] or parts
        wanted = frozenset(parts[-1:] if person else telling)
        self._by_word.setdefault(min(wanted), []).append((id_, wanted))

    def held_by(self, passage: str) -> set[str]:
        """The ids whose name the passage holds."""
        within = folded(passage)
        words = set(_WORD.findall(within))
        found = {id_ for id_, name in self._unspaced if name in within}
        for word in words:
            found.update(id_ for id_, wanted in self._by_word.get(word, ()) if wanted <= words)
        return found


def _unspaced(name: str) -> bool:
    return any(unicodedata.name(character, "").startswith(_UNSPACED) for character in name)
