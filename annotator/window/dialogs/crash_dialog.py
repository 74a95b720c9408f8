"""What is said at the start after a crash: what was kept, and a report to read and to hand on."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.host.clock import iso
from annotator.host.crashes import Report, found
from annotator.window.aside import ask_aside
from annotator.window.plain import plain_label
from annotator.words import say
from annotator.words.dates import local_day, local_time

_SIZE = (620, 420)  # pixels


class CrashDialog(QDialog):
    """Stands beside the work, which goes on; nothing is sent anywhere."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("crash.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build_dialog(report)

    def copy(self) -> None:
        """Puts the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._done.setText(say("crash.copied"))

    def _build_dialog(self, report: Report) -> None:
        ended = iso(report.ended)
        when = say("date.with_time", date=local_day(ended), time=local_time(ended))
        self.report = QPlainTextEdit(report.text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(say("crash.report"))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setTabChangesFocus(True)
        self._done = plain_label(kind="quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copying = QPushButton(say("crash.copy"))
        self.copying.clicked.connect(self.copy)
        buttons.addButton(self.copying, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(plain_label(say("crash.happened", when=when), wraps=True))
        column.addWidget(plain_label(say("crash.about_report"), "quiet", wraps=True))
        column.addWidget(self.report, 1)
        column.addWidget(self._done)
        column.addWidget(buttons)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        self.resize(*_SIZE)


def tell_of_crash(window: QWidget) -> None:
    """Looks aside whether an earlier run crashed, and if so says it beside the window."""
    ask_aside(window, found, partial(_show, window))


def _show(window: QWidget, report: Report | None) -> None:
    if report is not None:
        CrashDialog(report, window).show()
