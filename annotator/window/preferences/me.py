"""Who I am: my name and colour, what else is me, my machines, and the id that stays."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.desk.queries.about_me import AboutMe, Machine
from annotator.model.rows import Reviewer
from annotator.window.chooser import Chooser
from annotator.window.plain import plain_label
from annotator.window.preferences.form import form_in
from annotator.window.theme import Theme
from annotator.window.who.colour_dots import ColourDots
from annotator.words import say

_ID_SHOWN = 8  # characters of an id that has no name


class MePage(QWidget):
    """Signals: `me_changed` (name, colour as `#rrggbb`), `also_me` and `not_me` (reviewer's id), `not_mine`
    (device's id). Whoever hears one of the last three shows what holds then with `show_me`.
    """

    me_changed = Signal(str, str)
    also_me = Signal(str)
    not_me = Signal(str)
    not_mine = Signal(str)

    def __init__(self, now: AboutMe, theme: Theme) -> None:
        super().__init__()
        self._me = self._told = now.me
        self._build_name(now.me, theme)
        self._build_id(now.me)
        self._build_lists()
        self._build_form()
        self.show_me(now)

    def show_me(self, now: AboutMe) -> None:
        """Shows who I am now; of the name and the colour what stands there is kept."""
        self._me = self._told = now.me
        self._show_rows(self._also, [self._identity(one) for one in now.also])
        self._show_rows(self._machines, [self._machine(one) for one in now.machines])
        self.others.clear()
        self.others.addItem(say("me.nobody_else"), "")
        for person in now.others:
            self.others.addItem(person.name, person.id)
        self._choice.setVisible(bool(now.others))
        self._also_row.setVisible(bool(now.also or now.others))
        self._also_label.setVisible(bool(now.also or now.others))

    def show_problem(self, words: str) -> None:
        """Says why name or colour cannot be had; those before come back."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        if words:
            self._told = self._me
            self.name.setText(self._me.name)
            self.colours.set_colour(self._me.colour)

    def _build_name(self, me: Reviewer, theme: Theme) -> None:
        self.name = QLineEdit(me.name)
        self.name.setAccessibleName(say("preferences.name").replace("&", ""))
        self.name.editingFinished.connect(self._tell_me)
        self.colours = ColourDots(me.colour, theme)
        self.colours.chosen.connect(lambda _: self._tell_me())
        self._problem = plain_label(kind="alarm", wraps=True)
        self._problem.hide()

    def _build_lists(self) -> None:
        self._also, self._machines = QVBoxLayout(), QVBoxLayout()
        for column in (self._also, self._machines):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
        self.others = Chooser()
        self.others.setAccessibleName(say("me.somebody"))
        self.others.currentIndexChanged.connect(self._offer)
        self.join = QPushButton(say("me.this_is_me"))
        self.join.clicked.connect(lambda: self.also_me.emit(self.others.currentData()))
        self.join.setEnabled(False)
        self._choice = _in_a_row(self.others, self.join)
        self._also_row = QWidget()
        column = QVBoxLayout(self._also_row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._also)
        column.addWidget(self._choice)

    def _build_id(self, me: Reviewer) -> None:
        self.id = QLineEdit(me.id)
        self.id.setReadOnly(True)
        self.id.setAccessibleName(say("me.id"))
        self.copy = QPushButton(say("me.copy"))
        self.copy.setAccessibleName(say("me.copy_id"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.id.text()))

    def _build_form(self) -> None:
        form: QFormLayout = form_in(self)
        self._also_label = plain_label(say("me.also"))
        form.addRow(say("preferences.name"), self.name)
        form.addRow(plain_label(say("preferences.colour")), self.colours)
        form.addRow("", self._problem)
        form.addRow(self._also_label, self._also_row)
        form.addRow(plain_label(say("me.machines")), self._machines)
        form.addRow(plain_label(say("me.id")), _in_a_row(self.id, self.copy))
        form.addRow("", plain_label(say("me.id_about"), "quiet", wraps=True))

    def _identity(self, one: Reviewer) -> QWidget:
        name = f"{one.name} · {one.id[:_ID_SHOWN]}"
        button = _button(
            say("me.not_me"), say("me.not_me_named", name=name), lambda: self.not_me.emit(one.id)
        )
        return _in_a_row(plain_label(name), button)

    def _machine(self, one: Machine) -> QWidget:
        name = one.name or say("me.machine_unnamed", id=one.id[:_ID_SHOWN])
        if one.this:
            return _in_a_row(plain_label(name), plain_label(say("me.this_machine"), "quiet"))
        about = say("me.not_mine_named", name=name)
        return _in_a_row(
            plain_label(name), _button(say("me.not_mine"), about, lambda: self.not_mine.emit(one.id))
        )

    def _show_rows(self, column: QVBoxLayout, rows: list[QWidget]) -> None:
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            row.setMinimumHeight(self.copy.sizeHint().height())  # with a button or without
            column.addWidget(row)

    def _offer(self) -> None:
        self.join.setEnabled(bool(self.others.currentData()))

    def _tell_me(self) -> None:
        """Sends name and colour where they changed; without a name the one before comes back."""
        if not self.name.text().strip():
            self.name.setText(self._me.name)
        now = Reviewer(self._me.id, self.name.text().strip(), self.colours.colour)
        if now != self._told:
            self._told = now
            self.show_problem("")
            self.me_changed.emit(now.name, now.colour)


def _button(words: str, name: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: act())
    return button


def _in_a_row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    first, *rest = parts
    layout.addWidget(first, 1)
    for part in rest:
        layout.addWidget(part)
    return row
