"""What a window tells, and to whom it listens, once its library is open and can be read."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.desk.settings import Settings
from annotator.window.aside import ask_aside
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.host.calling import Call
    from annotator.window.frame.main_window import MainWindow


def settle_in(window: "MainWindow", settings: Settings, *, first: bool) -> None:
    """Does what waits until the first paint; the `first` window of a run tells of an earlier run's crash."""
    window.keeping.begin()
    if window.session.report is None:  # who only reads does not hold the lock
        _listen(window)
    if first:
        from annotator.window.dialogs.crash_dialog import tell_of_crash

        tell_of_crash(window)
    _look_where_it_lies(window, settings)


def _listen(window: "MainWindow") -> None:
    """Hears when the program is started again on this library."""
    from annotator.window.second_start import Receiver, come_to_front

    def called(call: "Call") -> None:
        come_to_front(window, call.token)
        if call.files:
            window.importing.take_places(call.files)

    def listen(path: Path) -> None:
        receiver = Receiver(path, window)
        receiver.called.connect(called)
        for over in (window.closing, window.session.moved, window.session.damaged):
            over.connect(receiver.close)
        receiver.start()

    window.session.moved.connect(listen)
    listen(window.session.path)


def _look_where_it_lies(window: "MainWindow", settings: Settings) -> None:
    """Warns of a folder in which a library is not safe."""
    from annotator.desk.places_of_libraries import silence, warning

    path = window.session.path

    def warn(found: tuple[str, dict[str, object]] | None) -> None:
        if found is not None:
            window.messages.problem(say_all(*found), say("keeping.silence"), lambda: silence(path, settings))

    ask_aside(window, lambda: warning(path, settings), warn)
