"""The whole program on a library of its own, without a screen, and somebody in front of it."""

import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler

from annotator.desk.settings import Settings
from annotator.window.app import make_application
from annotator.window.starting.starter import Starter
from tests.journeys.person import Person, leave

#: The offscreen plugin says so of much that a desktop does.
_ALWAYS_SAID = "This plugin does not support"


@contextmanager
def somebody(library: Path) -> Iterator[tuple[Person, list[str]]]:
    """A person with the window open on a library, and the list of what went wrong so far.

    That is every exception that nobody caught, in whatever slot or thread, and every warning of Qt's.
    """
    wrong: list[str] = []

    def caught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        wrong.append("".join(traceback.format_exception(kind, error, trace)[-3:]))

    def said(kind: QtMsgType, _: object, words: str | None) -> None:
        bad = kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)
        if bad and not str(words).startswith(_ALWAYS_SAID):
            wrong.append(f"Qt: {words}")

    app = QCoreApplication.instance() or make_application()
    starter = Starter(Settings(library.with_name("settings.json")))
    before = sys.excepthook, threading.excepthook, qInstallMessageHandler(said)
    sys.excepthook = caught
    threading.excepthook = lambda told: caught(told.exc_type, told.exc_value, told.exc_traceback)
    try:
        yield Person(starter, library), wrong
    finally:
        sys.excepthook, threading.excepthook = before[:2]
        leave(starter)
        app.processEvents()
        qInstallMessageHandler(before[2])
