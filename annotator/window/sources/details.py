"""The right side of the register: one source, what it is joined with, and where it is used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.desk.commands.sources import EditSource, JoinSources, NewSource, PartSources, RemoveSource
from annotator.desk.queries.sources import where_used
from annotator.desk.work import Command
from annotator.model.views import SourceView
from annotator.window.claims.trouble import Trouble
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.book import SourceBook
from annotator.window.sources.form import SourceForm
from annotator.window.sources.joining import JoinedList, JoinForm
from annotator.window.sources.late import while_there
from annotator.window.sources.names import BUILT_IN
from annotator.window.sources.used_list import Use, UsedList
from annotator.words import say

_USES = 110  # pixels of the list of uses that are always in sight


class SourceDetails(QWidget):
    """Shows and changes one source. Signal: `opened` (article id, claim id) for a claim that names it."""

    opened = Signal(str, str)

    def __init__(self, session: Session, book: SourceBook) -> None:
        super().__init__()
        self._session = session
        self._book = book
        self._source: SourceView | None = None
        self._build()

    @property
    def trouble(self) -> Trouble:
        """Where it says why something was not done."""
        return self._trouble

    def show_source(self, source: SourceView) -> None:
        """Shows a source, and asks where it is used."""
        if self._source is None or source.id != self._source.id:
            self._trouble.clear()
            self._joining.hide()
        self._form.show_source(source)
        self._source = source
        self._joined.show_joined(source.joined)
        own = source.kind not in BUILT_IN
        self._join.setEnabled(own)
        self._remove.setEnabled(own and not source.uses and not source.joined)
        self._session.ask(
            lambda desk: where_used(desk, source),
            then=while_there(self, lambda uses: self._on_uses(source.id, uses)),
        )

    def flush(self) -> None:
        """Saves at once what was typed."""
        self._form.flush()

    def _build(self) -> None:
        self._form = SourceForm()
        self._trouble = Trouble()
        self._joining = JoinForm(self._book)
        self._joined = JoinedList()
        self._used = UsedList()
        self._used.setMinimumHeight(_USES)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(12, 0, 6, 0))
        column.setSpacing(8)
        column.addWidget(self._form)
        column.addWidget(self._trouble)
        column.addLayout(self._build_buttons())
        column.addWidget(self._joining)
        column.addWidget(self._joined)
        column.addWidget(plain_label(say("register.used"), "quiet"))
        column.addWidget(self._used, 1)
        self._form.edited.connect(self._on_edited)
        self._joining.joined.connect(lambda source, other: self._run(JoinSources(source, other)))
        self._joining.closed.connect(self._join.setFocus)
        self._joined.parted.connect(lambda source: self._run(PartSources(source)))
        self._used.opened.connect(self.opened)

    def _build_buttons(self) -> QHBoxLayout:
        self._join, self._remove = QPushButton(say("register.join")), QPushButton(say("register.remove"))
        for button in (self._join, self._remove):
            button.setAutoDefault(False)
        self._join.clicked.connect(self._on_join)
        self._remove.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.addWidget(self._join)
        row.addWidget(self._remove)
        row.addStretch(1)
        return row

    def _on_edited(self, source: str, fields: NewSource) -> None:
        self._run(EditSource(source, fields))

    def _on_join(self) -> None:
        if self._source is not None:
            self._joining.ask(self._source)

    def _on_remove(self) -> None:
        if self._source is not None:
            self._run(RemoveSource(self._source.id))

    def _on_uses(self, source: str, uses: tuple[Use, ...]) -> None:
        if self._source is not None and self._source.id == source:
            self._used.show_uses(uses)

    def _run(self, command: Command) -> None:
        self._trouble.clear()
        self._session.run(command, refused=while_there(self, self._trouble.tell_error))
