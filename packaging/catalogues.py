"""Brings the catalogues of all languages up to date with the English sentences, and lists what is missing.

New sentences come in empty, changed ones keep their translation marked as fuzzy, unused ones go. A region's
catalogue (`en_US`) keeps the few it has. With `--check` nothing is written. Exit code 1 while something is
missing. Run by `make catalogues`; docs/translating.md tells the rest.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from annotator.words.messages import ENGLISH

FOLDER = Path(__file__).parents[1] / "resources" / "translations"


def main(arguments: list[str], folder: Path = FOLDER) -> int:
    """Updates, or only looks; answers with the exit code."""
    missing = 0
    for file in sorted(folder.glob("*/LC_MESSAGES/redpencil.po")):
        language = file.parents[1].name
        now = up_to_date(read(file), complete="_" not in language)
        for message in untranslated(now):
            print(f"{language}: {message.context}")  # noqa: T201 (that is what it is for)
            missing += 1
        if "--check" not in arguments:
            write(file, now)
    return 1 if missing else 0


def read(file: Path) -> Catalog:
    """The catalogue in a PO file."""
    with file.open("rb") as opened:
        return read_po(opened, locale=file.parents[1].name)


def write(file: Path, catalogue: Catalog) -> None:
    """Writes the entries, a line for each string; the file keeps the header that translators wrote."""
    header = file.read_text(encoding="utf-8").partition("\n\n")[0]
    entries = io.BytesIO()
    write_po(entries, catalogue, width=0, omit_header=True)
    file.write_text(f"{header}\n\n{entries.getvalue().decode().strip()}\n", encoding="utf-8", newline="\n")


def up_to_date(old: Catalog, *, complete: bool) -> Catalog:
    """A catalogue with the English sentences of now, in their order: all of them, or only those it has."""
    there = {message.context: message for message in old if message.id}
    new = Catalog(locale=old.locale)
    for key, english in ENGLISH.items():
        known = there.get(key)
        if known is None:
            if complete:
                new.add(english, context=key)
        elif known.id == english:
            new[english] = known
        else:
            flags, words = {*known.flags, "fuzzy"}, _as(english, known)
            new.add(english, words, flags=flags, user_comments=known.user_comments, context=key)
    return new


def _as(english: str | tuple[str, str], known: Message) -> str | tuple[str, ...]:
    """The old translation in as many forms as the new sentence has: it is of use to who mends it."""
    forms = known.string if isinstance(known.string, tuple) else (known.string,)
    return (*forms, *forms)[:2] if isinstance(english, tuple) else forms[-1]


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """The entries that do not count yet: empty ones and fuzzy ones."""
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            yield message


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
