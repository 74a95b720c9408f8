"""The address of a page of the web, asked for and fetched only once the person says so."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.desk.fetching import read_url
from annotator.model.drafts import Draft
from annotator.model.errors import Cancelled, RedPencilError
from annotator.window.aside import Aside
from annotator.window.claims.trouble import Trouble
from annotator.window.clearing import clearable
from annotator.window.links import host, is_link
from annotator.window.plain import plain_label
from annotator.words import say

_WIDTH = 520  # pixels

#: Gives the article at an address, until it is stopped; raises RedPencilError.
Fetch = Callable[[str, Callable[[], bool]], Draft]


class AddressDialog(QDialog):
    """Says from where the page is fetched, fetches it aside, and closes. Signal: `fetched` (Draft).

    What goes wrong is said below the address, which can be mended then.
    """

    fetched = Signal(object)

    def __init__(self, proposal: str = "", parent: QWidget | None = None, fetch: Fetch = read_url) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._stop = Event()
        self._aside: Aside | None = None
        self.setWindowTitle(say("address.title"))
        self._build_field(proposal)
        self._build_buttons()
        self._build_column()
        self._offer()

    def accept(self) -> None:
        """Fetches the page, if it is the address of one."""
        address = self.field.text().strip()
        if self._aside is not None or not is_link(address):
            return
        self.trouble.clear()
        self._stop = stop = Event()
        self._aside = Aside(lambda: self._fetch(address, stop.is_set))
        self._aside.done.connect(self._came)
        self._aside.failed.connect(self._failed)
        self._aside.start()
        self._offer()

    def reject(self) -> None:
        """Stops the fetching, and closes."""
        self._stop.set()
        if self._aside is not None:
            self._aside.cancel()
            self._aside = None
        super().reject()

    def _build_field(self, proposal: str) -> None:
        self.field = QLineEdit(proposal)
        self.field.setAccessibleName(say("address.field").replace("&", ""))
        self.field.setPlaceholderText(say("address.hint"))
        clearable(self.field)
        self.field.selectAll()
        self.field.textChanged.connect(self._edited)
        self._about = plain_label(kind="quiet", wraps=True)
        self.trouble = Trouble()

    def _build_buttons(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = QPushButton(say("address.fetch"))
        self._buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _build_column(self) -> None:
        label = plain_label(say("address.field"))
        label.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addStrut(_WIDTH)
        for widget in (label, self.field, self._about, self.trouble):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.go_on.setDefault(True)  # a dialog knows of it only from here on
        self.field.setFocus()

    def _edited(self) -> None:
        self.trouble.clear()
        self._offer()

    def _offer(self) -> None:
        """Says what would be done with the address, or is done now."""
        there = host(self.field.text())
        busy = self._aside is not None
        key = "address.fetching" if busy else "address.what" if there else "address.no_address"
        self._about.setText(say(key, host=there))
        self.go_on.setEnabled(bool(there) and not busy)
        self.field.setReadOnly(busy)

    def _came(self, draft: Draft) -> None:
        if self._aside is None:  # given up while it was on its way here
            return
        self._aside = None
        super().accept()
        self.fetched.emit(draft)

    def _failed(self, error: Exception) -> None:
        if self._aside is None or isinstance(error, Cancelled):
            return
        self._aside = None
        self._offer()
        if not isinstance(error, RedPencilError):
            self.trouble.tell(say("window.problem", name=type(error).__name__))
            raise error  # a mistake of the program
        self.trouble.tell_error(error)
        self.field.setFocus()


def only_address(words: str) -> str:
    """The address that a text consists of; "" where it is anything else."""
    words = words.strip()
    return words if len(words.split()) == 1 and is_link(words) else ""
