"""A folder with files of all kinds comes in by keys alone: certain ones at once, the rest after a look."""

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from annotator.model.enums import Tag
from annotator.window.hands import wait_until
from annotator.window.importing.address import AddressDialog
from annotator.window.importing.preview import ImportPreview
from annotator.window.importing.report import ReportWindow
from annotator.window.receiving.dialog import ReceiveDialog
from tests.journeys.person import ALT, CTRL, Person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen cannot raise a window

K = Qt.Key
CORPUS = Path(__file__).parents[1] / "corpus"
FILES = (
    "html/01-newspaper.html",
    "pdf/01-one-column.pdf",
    "docx/01-libreoffice-lists.docx",
    "eml/01-plain-wrapped.eml",
    "subtitles/01-srt-plain.srt",
)
PIER = "The pier\n\nA keeper said the lamp had failed twice. The office denied it.\n"
MARKS = (
    "T1\tAllegation 24 49\tthe lamp had failed twice\n"
    "T2\tDENIAL 51 71\tThe office denied it\n"
    "T3\tLamp 24 32\tthe lamp\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What somebody has gathered for a story."""
    made = tmp_path / "story"
    made.mkdir()
    for file in FILES:
        shutil.copy(CORPUS / file, made)
    (made / "broken.docx").write_bytes(b"PK\x03\x04 and nothing more")
    (made / "photo.png").write_bytes(b"\x89PNG")
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("pier.txt", PIER)
        archive.writestr("pier.ann", MARKS)
    (made / "marks.brat.zip").write_bytes(packed.getvalue())
    return made


def key(which: K, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), which, modifiers)


def opened(person: Person, kind: type):
    """The dialog of a kind, once it is there, with the keyboard in it."""
    wait_until(lambda: any(one.isVisible() for one in person.window.findChildren(kind)))
    dialog = next(one for one in person.window.findChildren(kind) if one.isVisible())
    in_front(dialog)
    person.settle()
    return dialog


def in_front(window: QWidget) -> None:
    """Gives a window the keyboard."""
    window.activateWindow()
    wait_until(window.isActiveWindow)


def import_folder(person: Person, folder: Path, monkeypatch) -> ReportWindow:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    person.menu("import_folder")
    wait_until(lambda: not person.window.importing.busy)
    return opened(person, ReportWindow)


def titles(person: Person) -> set[str]:
    return {line.title for line in person.window.exporting.known}


def became(report: ReportWindow) -> dict[str, str]:
    return {line.name: str(line.outcome) for line in report.lines}


def test_a_folder_of_all_kinds_comes_in_by_keys(person: Person, folder: Path, monkeypatch) -> None:
    report = import_folder(person, folder, monkeypatch)
    came = {"01-libreoffice-lists.docx": "new", "01-srt-plain.srt": "new", "broken.docx": "failed"}
    waits = {"01-newspaper.html", "01-plain-wrapped.eml", "01-one-column.pdf", "marks.brat.zip"}
    assert became(report) == {**came, **dict.fromkeys(waits, "waits")}, report.lines
    assert "1 file of another kind was passed over." in report._others.text()
    assert len(titles(person)) == 2

    assert report.table.hasFocus()
    key(K.Key_L, ALT)  # look at all of them
    preview = opened(person, ImportPreview)
    assert preview.files.count() == 3
    key(K.Key_Return)
    wait_until(lambda: len(titles(person)) == 5)
    dialog = opened(person, ReceiveDialog)
    assert dialog.labels.mapping == {"allegation": Tag.ALLEGATION, "denial": Tag.DENIAL, "Lamp": None}
    key(K.Key_Return)
    wait_until(lambda: person.window.reading.page is not None and person.text.startswith("The pier"))
    person.settle()
    assert {claim.quote: claim.tag for claim in person.claims} == {
        "the lamp had failed twice": Tag.ALLEGATION,
        "The office denied it": Tag.DENIAL,
    }
    assert became(report) == {**came, **dict.fromkeys(waits, "new")}
    assert not report.look.isVisible()

    in_front(report)  # as desktops do where a dialog over it closes
    report.table.setFocus()
    QTest.keyClicks(report.table, "01-news")
    key(K.Key_Return)
    wait_until(lambda: "The pier" not in person.text)
    in_front(report)
    key(K.Key_C, ALT)
    wait_until(lambda: "Did not come in (1)\nbroken.docx: " in QGuiApplication.clipboard().text())
    key(K.Key_Escape)
    assert not report.isVisible()


def test_the_same_folder_again_brings_nothing_twice(person: Person, folder: Path, monkeypatch) -> None:
    for file in ("01-newspaper.html", "01-plain-wrapped.eml", "01-one-column.pdf", "marks.brat.zip"):
        (folder / file).unlink()
    import_folder(person, folder, monkeypatch).close()
    before = person.content()
    report = import_folder(person, folder, monkeypatch)
    assert became(report) == {
        "01-libreoffice-lists.docx": "there",
        "01-srt-plain.srt": "there",
        "broken.docx": "failed",
    }
    report.close()
    assert person.content() == before


def test_one_undo_takes_a_folder_out_again(person: Person, folder: Path, monkeypatch) -> None:
    import_folder(person, folder, monkeypatch).close()
    assert len(titles(person)) == 2
    in_front(person.window)
    person.window.articles.list.setFocus()
    person.settle()
    person.shortcut("Ctrl+Z")
    wait_until(lambda: titles(person) == set())


def test_an_address_is_asked_for_by_keys_and_given_up(person: Person, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("annotator.desk.fetching.fetch", lambda url, *_: asked.append(url))
    QGuiApplication.clipboard().setText("https://example.org/ferry")
    person.shortcut("Ctrl+Shift+O")
    dialog = opened(person, AddressDialog)
    assert "example.org" in dialog._about.text()
    key(K.Key_Escape)
    assert not dialog.isVisible()
    in_front(person.window)
    person.press(K.Key_V, CTRL, person.window.welcome)
    dialog = opened(person, AddressDialog)
    assert dialog.field.text() == "https://example.org/ferry"
    key(K.Key_Escape)
    assert asked == []
