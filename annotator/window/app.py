"""Starts the application: one process, one window, one library."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, Qt
from PySide6.QtWidgets import QApplication

from annotator.desk.settings import Settings
from annotator.host.pace import collect_by_hand, collect_what_is_due
from annotator.host.paths import APP
from annotator.window.mishaps import Mishaps
from annotator.window.starting.starter import Starter
from annotator.window.translation import speak_as_chosen


def show(files: Sequence[str] = (), library: str = "", reviewer: str = "", sample: bool = False) -> int:
    """Opens the window and answers with the exit code when it is closed.

    `files`, folders and addresses are imported and shown; `sample` adds the first sample to a library without
    articles.
    """
    mishaps = Mishaps()
    mishaps.install()
    app, settings = make_application(), Settings()
    speak_as_chosen(app, settings)
    starter = Starter(settings, reviewer, mishaps.copy_report)
    starter.gave_up.connect(lambda: app.exit(1))
    # Queued: it may have happened on another thread, or in the middle of painting.
    mishaps.happened.connect(starter.tell, Qt.ConnectionType.QueuedConnection)
    path = Path(library).absolute() if library else starter.last_library()
    try:
        starter.open(path, files, sample=sample)
        return app.exec()
    finally:
        starter.close()
        mishaps.remove()


def make_application() -> QApplication:
    """The Qt application, named as desktops know it; rings of Python are looked for before it rests."""
    app = QApplication(sys.argv[:1])
    collect_by_hand()
    QAbstractEventDispatcher.instance().aboutToBlock.connect(collect_what_is_due)
    app.setApplicationName(APP)
    app.setApplicationDisplayName("")
    app.setDesktopFileName(APP)
    app.setStyle("Fusion")
    return app
