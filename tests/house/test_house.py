"""The rules of the house, held over the whole of `annotator/` and the files beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import finders
from tests.house.finders import STORE, TOP, WINDOW, complaints, modules

MODULES = modules()

#: Where rows may be written: the one door, the journal beside it, the migrations, what is true of one file
#: only and never leaves it, and the index of words and the twins, which hold nothing that the rows do not.
ROW_WRITERS = tuple(
    STORE + name
    for name in (
        *("journal.py", "door.py", "migrations/"),
        *("here.py", "unread.py", "search/index.py", "twins.py"),
        "doctor/derived.py",  # asks the index of words for its integrity, which FTS5 takes as a row
    )
)
#: Made by tools or for this machine only.
NOT_OURS = {".git", *(line.strip("/") for line in (TOP / ".gitignore").read_text().split())}
ICONS = WINDOW + "icons.py"


def own_files() -> Iterator[Path]:
    """All files of the project that somebody wrote."""
    folders = [TOP]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.name in NOT_OURS:
                continue
            if entry.is_dir():
                folders.append(entry)
            else:
                yield entry


def test_there_is_something_to_look_at():
    assert {"annotator/host/files.py", "annotator/model/rows.py"} <= {module.name for module in MODULES}
    assert TOP / "pyproject.toml" in set(own_files())


def test_files_and_functions_are_short():
    assert complaints(finders.too_long) == []


def test_an_init_builds_nothing_itself():
    assert complaints(finders.building_inits, within=WINDOW) == []


def test_public_things_say_what_they_are():
    assert complaints(finders.without_docstring) == []


def test_qt_stays_in_the_window():
    assert complaints(finders.imports, "PySide6", "shiboken6", apart=(WINDOW,)) == []


def test_sqlite_stays_in_the_store():
    assert complaints(finders.imports, "sqlite3", "sqlite_utils", apart=(STORE,)) == []


def test_rows_are_written_through_one_door():
    assert complaints(finders.sql_writes, apart=(*ROW_WRITERS, "annotator/words/")) == []


def test_icon_files_are_named_in_one_module():
    assert complaints(finders.icon_files, apart=(ICONS,)) == []
    named = {text for module in MODULES if module.name == ICONS for text in finders.strings(module)}
    files = {icon.stem for icon in (TOP / "resources" / "icons").glob("*.svg")} - {"redpencil"}
    assert files <= {name.removesuffix(".svg") for name in named}


def test_no_file_names_this_machine_or_a_registry():
    found = []
    for file in own_files():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{file.relative_to(TOP)}: {leak}" for leak in finders.leaks(text)]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_pin_with_hashes_and_name_no_address(name):
    text = (TOP / name).read_text()
    assert "://" not in text
    packages = text.replace("\\\n", " ").strip().splitlines()
    assert len(packages) > 5
    assert [line for line in packages if "==" not in line or "--hash=sha256:" not in line] == []
