"""`make catalogues`: new sentences come in, changed ones are marked, unused ones go; the rest stays."""

import importlib.util
from pathlib import Path

import pytest

from annotator.words.catalogue import read
from annotator.words.messages import ENGLISH

TOP = Path(__file__).parents[2]

HEADER = """# Somebody's remark about the whole.
msgid ""
msgstr ""
"Language: xx\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

ENTRIES = """
# Somebody's remark about this one.
msgctxt "tag.denial"
msgid "Denial"
msgstr "Nej"

msgctxt "tag.allegation"
msgid "Accusation"
msgstr "Anklage"

msgctxt "panel.count"
msgid "claims: {count}"
msgstr "{count} i alt"

msgctxt "gone.since_long"
msgid "Gone"
msgstr "Borte"
"""


@pytest.fixture(scope="module")
def catalogues():
    spec = importlib.util.spec_from_file_location("catalogues", TOP / "packaging" / "catalogues.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def file(tmp_path: Path):
    """Makes a catalogue of a language or a region in a folder of its own."""

    def made(name: str) -> Path:
        path = tmp_path / name / "LC_MESSAGES" / "redpencil.po"
        path.parent.mkdir(parents=True)
        path.write_text(HEADER + ENTRIES, encoding="utf-8")
        return path

    return made


def test_a_language_gets_every_sentence_in_order(catalogues, file, tmp_path, capsys):
    path = file("da")
    assert catalogues.main([], tmp_path) == 1
    text = path.read_text(encoding="utf-8")
    keys = [line[9:-1] for line in text.splitlines() if line.startswith("msgctxt")]
    assert keys == list(ENGLISH)
    assert text.startswith(HEADER)
    assert "# Somebody's remark about this one.\n" in text
    assert read(text).sentences == {"tag.denial": "Nej"}
    missing = [line.removeprefix("da: ") for line in capsys.readouterr().out.splitlines()]
    assert missing == [key for key in ENGLISH if key != "tag.denial"]


def test_a_changed_sentence_keeps_its_old_translation_for_a_look(catalogues, file, tmp_path):
    path = file("da")
    catalogues.main([], tmp_path)
    entries = {entry.partition("\n")[0]: entry for entry in _entries(path)}
    changed = entries['msgctxt "tag.allegation"']
    assert "#, fuzzy" in changed
    assert 'msgid "Allegation"\nmsgstr "Anklage"' in changed
    assert 'msgstr[0] "{count} i alt"\nmsgstr[1] "{count} i alt"' in entries['msgctxt "panel.count"']


def test_a_region_keeps_to_what_it_has(catalogues, file, tmp_path):
    path = file("da_GL")
    catalogues.main([], tmp_path)
    assert [entry.partition("\n")[0] for entry in _entries(path)] == [
        f'msgctxt "{key}"' for key in ENGLISH if key in ("tag.denial", "tag.allegation", "panel.count")
    ]


def test_twice_is_as_once(catalogues, file, tmp_path):
    path = file("da")
    catalogues.main([], tmp_path)
    once = path.read_bytes()
    catalogues.main([], tmp_path)
    assert path.read_bytes() == once


def test_looking_writes_nothing(catalogues, file, tmp_path):
    path = file("da")
    assert catalogues.main(["--check"], tmp_path) == 1
    assert path.read_text(encoding="utf-8") == HEADER + ENTRIES


def test_all_is_well_where_nothing_is_missing(catalogues, file, tmp_path, capsys):
    path = file("da_GL")
    path.write_text(HEADER + ENTRIES[: ENTRIES.index('\nmsgctxt "tag.allegation"')], encoding="utf-8")
    assert catalogues.main([], tmp_path) == 0
    assert capsys.readouterr().out == ""


def _entries(path: Path) -> list[str]:
    """The entries from their key on, with the comments before it put behind."""
    found = []
    for entry in path.read_text(encoding="utf-8").split("\n\n")[1:]:
        lines = entry.splitlines()
        found.append("\n".join([x for x in lines if x[0] != "#"] + [x for x in lines if x[0] == "#"]))
    return found
