"""PO files as translators and their tools write them; Babel is the measure."""

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from annotator.host.paths import resource
from annotator.words.catalogue import read

#: What a sentence may hold; other control characters have no place in one.
SENTENCES = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t"\\'), min_size=1)
KEYS = st.from_regex(r"[a-z]{1,9}\.[a-z ]{1,9}", fullmatch=True)


@given(
    st.dictionaries(KEYS, SENTENCES | st.tuples(SENTENCES, SENTENCES), max_size=5), st.sampled_from([0, 20])
)
def test_what_babel_writes_is_read(sentences, width):
    catalogue = Catalog(locale="de")
    for key, forms in sentences.items():
        catalogue.add(
            ("one {count}", "more {count}") if isinstance(forms, tuple) else "one", forms, context=key
        )
    written = io.BytesIO()
    write_po(written, catalogue, width=width)
    assert read(written.getvalue().decode()).sentences == sentences


@pytest.mark.parametrize("language", ["de", "es", "en_US"])
def test_the_shipped_ones_are_read_as_babel_reads_them(language):
    file = resource(f"translations/{language}/LC_MESSAGES/redpencil.po")
    with file.open("rb") as opened:
        entries = [entry for entry in read_po(opened) if entry.id and not entry.fuzzy]
    filled = {e.context: e.string for e in entries if (all(e.string) if e.pluralizable else e.string)}
    assert read(file.read_text(encoding="utf-8")).sentences == filled != {}


def test_empty_and_fuzzy_entries_do_not_count():
    text = """
msgctxt "a.empty"
msgid "Word"
msgstr ""

msgctxt "a.half"
msgid "{count} word"
msgid_plural "{count} words"
msgstr[0] "{count} Wort"
msgstr[1] ""

# A translator's remark.
#, python-brace-format, fuzzy
#| msgid "World"
msgctxt "a.fuzzy"
msgid "Word"
msgstr "Welt"

#~ msgctxt "a.gone"
#~ msgid "Word"
#~ msgstr "Wort"

msgctxt "a.whole"
msgid "Word"
msgstr "Wort"
"""
    assert read(text).sentences == {"a.whole": "Wort"}


POLISH = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"


@pytest.mark.parametrize(
    ("rule", "forms"),
    [
        ("", {0: 1, 1: 0, 2: 1, 21: 1}),
        ("Plural-Forms: nplurals=2; plural=(n != 1);\\n", {0: 1, 1: 0, 2: 1, 21: 1}),
        ("Plural-Forms: nplurals=2; plural=(n > 1);\\n", {0: 0, 1: 0, 2: 1}),  # French
        (f"Plural-Forms: nplurals=3; plural=({POLISH});\\n", {1: 0, 2: 1, 5: 2, 12: 2, 22: 1, 112: 2}),
    ],
)
def test_plurals_follow_the_header(rule, forms):
    form = read(f'msgid ""\nmsgstr ""\n"Language: xx\\n"\n"{rule}"\n').form
    assert {count: form(count) for count in forms} == forms
