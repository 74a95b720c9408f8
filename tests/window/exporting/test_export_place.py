"""Where an export goes: proposed, typed, or chosen with the system's dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from annotator.desk.transfer import FormatInfo
from annotator.window.exporting.place import ExportPlace, file_name

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CSV, MARKDOWN = FormatInfo("csv", "format.csv", ".csv"), FormatInfo("markdown", "format.markdown", ".md")


@pytest.fixture
def place(qtbot, tmp_path):
    made = ExportPlace(str(tmp_path))
    qtbot.addWidget(made)
    made.propose("Harbour ferry", CSV)
    made.show()
    return made


def write_over(qtbot, place, words):
    place.field.selectAll()
    qtbot.keyClicks(place.field, words)


def test_it_proposes_a_file_in_the_folder_of_last_time(place, tmp_path):
    assert place.path == place.settled() == tmp_path / "Harbour ferry.csv"


def test_without_a_folder_it_proposes_the_documents_else_the_home(qtbot, home, tmp_path):
    for folder in ("", str(tmp_path / "gone")):
        made = ExportPlace(folder)
        qtbot.addWidget(made)
        made.propose("T", CSV)
        assert made.path == home / "T.csv"
    (home / "Documents").mkdir()
    made = ExportPlace("")
    qtbot.addWidget(made)
    made.propose("T", CSV)
    assert made.path == home / "Documents" / "T.csv"


def test_a_file_that_is_there_is_never_proposed(place, tmp_path):
    (tmp_path / "Harbour ferry.csv").touch()
    (tmp_path / "Harbour ferry 2.csv").touch()
    place.propose("Harbour ferry", CSV)
    assert place.path == tmp_path / "Harbour ferry 3.csv"


def test_another_format_changes_the_ending_only(place, qtbot, tmp_path):
    write_over(qtbot, place, str(tmp_path / "mine.csv"))
    place.propose("Harbour ferry", MARKDOWN)
    assert place.path == tmp_path / "mine.md"


@pytest.mark.parametrize("typed", ["mine", "mine.csv", "  mine.csv "])
def test_a_bare_name_is_a_file_in_that_folder_with_its_ending(place, qtbot, tmp_path, typed):
    write_over(qtbot, place, typed)
    assert place.settled() == tmp_path / "mine.csv"


def test_a_file_that_is_there_is_replaced_only_when_asked_twice(place, qtbot, tmp_path):
    (tmp_path / "mine.csv").touch()
    write_over(qtbot, place, "mine.csv")
    assert place.settled() is None
    assert "mine.csv" in place.trouble.words
    assert place.settled() == tmp_path / "mine.csv"


def test_having_agreed_to_one_file_is_no_word_on_another(place, qtbot, tmp_path):
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).touch()
        write_over(qtbot, place, name)
        assert place.settled() is None


@pytest.mark.parametrize("typed", ["", "   ", "nowhere/at/all.csv"])
def test_no_name_and_no_folder_get_a_sentence(place, qtbot, typed):
    write_over(qtbot, place, typed) if typed else place.field.clear()
    assert place.settled() is None
    assert place.trouble.words


def test_the_systems_dialog_asks_before_a_file_is_replaced(place, qtbot, tmp_path):
    (tmp_path / "mine.csv").touch()
    qtbot.mouseClick(place.elsewhere, Qt.MouseButton.LeftButton)
    asking = place.findChild(type(place.choose()))
    assert not asking.testOption(asking.Option.DontConfirmOverwrite)
    assert Path(asking.selectedFiles()[0]).name == "Harbour ferry.csv"
    asking.fileSelected.emit(str(tmp_path / "mine.csv"))  # what it says once it was agreed to
    assert place.settled() == tmp_path / "mine.csv"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry: who paid?", "Ferry who paid.csv"),
        ("../../etc/passwd", "etc passwd.csv"),
        ("", "claims.csv"),
        ("???", "claims.csv"),
        ("نفي رسمي", "نفي رسمي.csv"),
        ("x" * 200, "x" * 60 + ".csv"),
        ("a\nb\x00c", "a b c.csv"),
    ],
)
def test_names_of_files(title, name):
    assert f"{file_name(title)}.csv" == name
