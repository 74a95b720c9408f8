"""What is said after a crash: beside the work, plain, with a report that can be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.host.crashes import Report
from annotator.host.paths import state_folder
from annotator.window.dialogs.crash_dialog import CrashDialog, tell_of_crash

REPORT = Report("Red Pencil 0.1\nFatal Python error: Aborted\n  <b>annotator</b>/x.py, line 3, in f", 0)


def opened(qtbot: QtBot) -> CrashDialog:
    dialog = CrashDialog(REPORT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_says_what_was_kept_and_shows_the_report_letter_by_letter(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "1970" in words
    assert "saved is in your library" in words
    assert "not sent to anybody" in words
    box = dialog.findChild(QPlainTextEdit)
    assert box.toPlainText() == REPORT.text
    assert box.isReadOnly()
    assert box.accessibleName() == "Report"
    assert not dialog.isModal()
    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_the_report_is_copied_as_it_can_be_read(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy report").click()
    assert QGuiApplication.clipboard().text() == REPORT.text
    assert any("clipboard" in label.text() for label in dialog.findChildren(QLabel))


def test_escape_closes_it(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_only_the_newest_crash_is_told_and_once(qtbot: QtBot) -> None:
    folder = state_folder() / "runs"
    folder.mkdir(parents=True)
    for number in (1, 2):
        (folder / f"000000000000{number}-7.run").write_text(
            f"Red Pencil {number}\nFatal Python error: Aborted\n"
        )
    window = QWidget()
    qtbot.addWidget(window)
    tell_of_crash(window)
    qtbot.waitUntil(lambda: bool(_shown()))
    assert [dialog.report.toPlainText() for dialog in _shown()] == [
        "Red Pencil 2\nFatal Python error: Aborted"
    ]
    tell_of_crash(window)
    qtbot.wait(50)
    assert len(_shown()) == 1


def _shown() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]
