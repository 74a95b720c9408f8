"""Articles in: by file, by paste and by drop; good ones come in, bad ones get a sentence."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.window.card_button import CardButton
from annotator.window.clipboard import new_mime_data
from annotator.window.hands import wait_until
from annotator.window.importing.outcomes import Outcome
from annotator.window.importing.preview import ImportPreview
from annotator.window.importing.report import ReportWindow
from tests.journeys.person import CTRL, Person

K = Qt.Key


def take(person: Person, *files: Path) -> None:
    person.window.importing.take_files(list(files))
    wait_until(lambda: not person.window.importing.busy)
    person.settle()


def preview_of(person: Person) -> ImportPreview:
    wait_until(lambda: bool(person.window.findChildren(ImportPreview)))
    return person.window.findChildren(ImportPreview)[-1]


def titles(person: Person) -> list[str]:
    return [line.title for line in person.window.exporting.known]


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_a_file_comes_in_and_is_shown(person: Person, tmp_path: Path) -> None:
    take(person, written(tmp_path, "a.txt", "First\r\n\r\nBody “one”.".encode("utf-16")))
    assert person.text == "First\n\nBody “one”."
    assert person.window.windowTitle() == "First – Red Pencil"
    assert person.view.isVisible()


def test_the_same_text_again_opens_the_article_that_is_there(person: Person, tmp_path: Path) -> None:
    take(person, written(tmp_path, "a.txt", b"First\n\nBody."))
    person.mark("Body", K.Key_F)
    take(person, written(tmp_path, "b.md", b"\xef\xbb\xbfFirst\r\n\r\nBody."))
    assert titles(person) == ["First"]
    assert len(person.claims) == 1
    assert {seen.file for seen in person.window.reading.page.appearances} == {"a.txt", "b.md"}
    assert "already" in person.window.messages.words


def test_bad_files_are_told_and_the_good_one_comes_in(person: Person, tmp_path: Path) -> None:
    sparse = tmp_path / "huge.txt"
    with sparse.open("wb") as file:
        file.truncate(100_000_000)
    folder = tmp_path / "folder"
    folder.mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    take(
        person,
        written(tmp_path, "binary.txt", bytes(range(256)) * 40),
        written(tmp_path, "empty.txt", b""),
        sparse,
        folder,
        tmp_path / "vanished.txt",
        tmp_path / "pipe.txt",
        written(tmp_path, "good.txt", b"Good\n\nArticle."),
    )
    assert titles(person) == ["Good"]
    report = person.window.findChild(ReportWindow)
    failed = {line.name: line.words for line in report.lines if line.outcome is Outcome.FAILED}
    assert list(failed) == ["binary.txt", "empty.txt", "huge.txt", "vanished.txt", "pipe.txt"]
    assert all(name in words for name, words in failed.items())
    report.copy()
    assert "Came in (1)\ngood.txt: Good\n" in QGuiApplication.clipboard().text()


def test_a_guessed_encoding_is_shown_and_can_be_changed_before_the_import(
    person: Person, tmp_path: Path
) -> None:
    words = "Кто заплатил за ремонт\n\nБухгалтер обвиняет компанию в двойной оплате одного ремонта. " * 3
    take(person, written(tmp_path, "old.txt", words.encode("cp1251")))
    preview = preview_of(person)
    assert titles(person) == []
    assert preview.chosen[0].encoding.replace("-", "").lower() in ("windows1251", "cp1251")
    preview.accept()
    person.settle()
    assert person.text.startswith("Кто заплатил за ремонт")


def test_ctrl_v_previews_a_paste_and_keeps_its_paragraphs(person: Person) -> None:
    data = new_mime_data()
    data.setHtml("<h1>Pasted</h1><p>One&nbsp;two</p><p>Three <b>four</b></p><script>x()</script>")
    data.setText("Pasted One two Three four")
    QGuiApplication.clipboard().setMimeData(data)
    person.press(K.Key_V, CTRL)
    preview = preview_of(person)
    assert titles(person) == []
    preview.accept()
    person.settle()
    assert person.text == "Pasted\n\nOne\u00a0two\n\nThree four"


def test_ctrl_v_in_a_text_field_pastes_into_the_field(person: Person) -> None:
    QGuiApplication.clipboard().setText("ferry")
    search = person.window.articles.search
    search.setFocus()
    QTest.keyClick(search, K.Key_V, CTRL)
    person.settle()
    assert search.text() == "ferry"
    assert person.window.findChildren(ImportPreview) == []


def test_an_empty_clipboard_is_said(person: Person) -> None:
    QGuiApplication.clipboard().clear()
    person.press(K.Key_V, CTRL)
    assert person.window.messages.words


def drop(person: Person, data: QMimeData) -> None:
    place, copy, left = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place.toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(person.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(person.window, QDropEvent(place, copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_files_dropped_on_the_window_come_in(person: Person, tmp_path: Path) -> None:
    data = QMimeData()
    files = [written(tmp_path, f"{n}.txt", f"Article {n}\n\nBody.".encode()) for n in (1, 2)]
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    drop(person, data)
    wait_until(lambda: not person.window.importing.busy)
    person.settle()
    assert sorted(titles(person)) == ["Article 1", "Article 2"]


def test_the_welcome_offers_samples_and_a_click_opens_one(person: Person) -> None:
    welcome = person.window.welcome
    assert welcome.isVisible()
    card = next(card for card in welcome.findChildren(CardButton) if "Harbour" in card.accessibleName())
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    person.settle()
    assert person.text.startswith("Harbour ferry")
    assert len(person.claims) > 5


def test_an_article_goes_into_the_bin_and_comes_back(person: Person, tmp_path: Path) -> None:
    take(person, written(tmp_path, "a.txt", b"First\n\nBody."))
    person.mark("Body", K.Key_F)
    person.menu("remove_article")
    person.settle()
    assert titles(person) == []
    assert person.window.centre.currentWidget() is person.window.welcome
    person.window.messages._action.click()
    person.settle()
    assert titles(person) == ["First"]
    assert [claim.quote for claim in person.claims] == ["Body"]


@pytest.mark.parametrize("key", ["Ctrl+V", "Ctrl+O"])
def test_keys_of_the_window_work_with_the_focus_in_the_article(
    person: Person, tmp_path: Path, key: str
) -> None:
    take(person, written(tmp_path, "a.txt", b"First\n\nBody."))
    seen: list[str] = []
    name = {"Ctrl+V": "paste", "Ctrl+O": "import"}[key]
    person.window.actions_[name].triggered.disconnect()
    person.window.actions_[name].triggered.connect(lambda: seen.append(name))
    person.view.setFocus()
    person.shortcut(key)
    assert seen == [name]
