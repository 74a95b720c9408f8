"""The end of the line at which a window hears that the program was started again on its library."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

from annotator.host.calling import ACTIVATION, LONGEST, TAKEN, heard, meeting_place

#: How long somebody who called may take to say what they want, in milliseconds.
_PATIENCE = 1_000


class Receiver(QObject):
    """Listens for the window that has a library. To be started by who holds the library's lock.

    Signal: `called` with what was handed over (`host.calling.Call`).
    """

    called = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._pick_up)

    def start(self) -> bool:
        """Begins; False where this machine has no place for it: a second start is told who has the library.

        What a program that was killed left in the place is replaced: who holds the lock is the only one.
        """
        try:
            place = meeting_place(self._library, make=True)
        except OSError:
            return False
        return self._server.listen(place)

    def close(self) -> None:
        """Hears nobody from now on."""
        self._server.close()

    @Slot()
    def _pick_up(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._hear, socket))
            QTimer.singleShot(_PATIENCE, socket, socket.abort)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """Takes the one line that makes a call; whoever says anything else is hung up on."""
        if not socket.canReadLine():  # nor will it ever, if it is longer than what is read
            return
        call = heard(bytes(socket.readLine().data()))
        if call is None:
            socket.abort()
            return
        socket.write(TAKEN)
        socket.disconnectFromServer()
        self.called.emit(call)


def come_to_front(window: QWidget, token: str = "") -> None:
    """Shows a window above all others; where the desktop forbids that, it asks to be looked at.

    `token` is the right to it, from who was started again by the person's own hand; Qt takes it from
    the environment.
    """
    if token:
        os.environ[ACTIVATION] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
