"""The keys of every action, each of which can be given others."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.window.claims.trouble import Trouble
from annotator.window.clearing import clearable
from annotator.window.frame.keys import BY_NAME, FIXED, Key, chosen, fits, holder, plain, shown
from annotator.window.plain import plain_label
from annotator.window.preferences.form import PAGE
from annotator.window.preferences.key_field import KeyField
from annotator.window.preferences.key_row import KeyRow
from annotator.window.preferences.key_table import KeyTable, action_words
from annotator.window.ticks import Tick
from annotator.words import say


class KeysPage(QWidget):
    """A table of actions, and below it the keys of the one picked there.

    Signal: `keys_chosen` with the keys that are a person's own, by the action's name, and whether single
    letters work.
    """

    keys_chosen = Signal(object, bool)

    def __init__(self, own: Mapping[str, object], *, letters: bool) -> None:
        super().__init__()
        self._own = {name: list(keys) for name, keys in chosen(own).items() if keys != BY_NAME[name].keys}
        self._refused = ""
        self._build_table()
        self._build_row()
        self._build_buttons(letters)
        self._build_page()
        self._show_keys()

    def _build_table(self) -> None:
        self.search = QLineEdit()
        self.search.setAccessibleName(say("preferences.find_keys"))
        self.search.setPlaceholderText(say("preferences.find_keys"))
        clearable(self.search)
        self.table = KeyTable()
        self.search.textChanged.connect(self.table.narrow)
        self.table.picked.connect(self._pick)

    def _build_row(self) -> None:
        self.keys = KeyRow()
        self.field = KeyField()
        self.trouble = Trouble()
        self.move_button = QPushButton(say("preferences.move_key"))
        self.move_button.hide()
        self.keys.removed.connect(self._remove)
        self.field.pressed.connect(self._add)
        self.move_button.clicked.connect(self._move)

    def _build_buttons(self, letters: bool) -> None:
        self.usual_one = QPushButton(say("preferences.usual_one"))
        self.usual_all = QPushButton(say("preferences.usual_all"))
        self.letters = Tick(say("preferences.letters"))
        self.letters.setChecked(letters)
        self.usual_one.clicked.connect(lambda: self._take({self.table.action}))
        self.usual_all.clicked.connect(lambda: self._take(set(self._own)))
        self.letters.toggled.connect(self._tell)

    def _build_page(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.keys, 1)
        below.addWidget(self.field)
        below.addWidget(self.usual_one)
        refused = QHBoxLayout()
        refused.addWidget(self.trouble, 1)
        refused.addWidget(self.move_button)
        usual = QHBoxLayout()
        usual.addWidget(self.letters, 1)
        usual.addWidget(self.usual_all)
        self._heading = plain_label(kind="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self._heading)
        column.addLayout(below)
        column.addLayout(refused)
        column.addLayout(usual)

    def _pick(self, name: str) -> None:
        self._refuse("", "")
        self._heading.setText(say("preferences.keys_of", action=action_words(name)))
        self.keys.show_keys(chosen(self._own)[name])
        self.usual_one.setEnabled(name in self._own)

    def _add(self, keys: str) -> None:
        """Gives the picked action one more key, unless it cannot be its key or belongs to another."""
        name = self.table.action
        held = chosen(self._own)
        if keys in map(plain, held[name]):
            return
        other = holder(name, keys, held)
        if not fits(name, keys):
            self._refuse("", say("preferences.no_single"))
        elif other is not None:
            self._refuse("" if other in FIXED else keys, _taken(keys, other))
        else:
            self._give(name, (*held[name], keys))

    def _move(self) -> None:
        """Takes the key that was refused from the action that has it."""
        keys, held = self._refused, chosen(self._own)
        while (other := holder(self.table.action, keys, held)) is not None:
            left = [one for one in held[other.name] if plain(one) != keys]
            self._own[other.name] = left
            held[other.name] = tuple(left)
        self._give(self.table.action, (*held[self.table.action], keys))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, keys: str) -> None:
        name = self.table.action
        self._give(name, tuple(one for one in chosen(self._own)[name] if one != keys))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, name: str, keys: tuple[str, ...]) -> None:
        self._own[name] = list(keys)
        if keys == BY_NAME[name].keys:
            del self._own[name]
        self._tell()

    def _take(self, names: set[str]) -> None:
        """Lets actions have their usual keys again, but for those that another action was given."""
        for name in names:
            self._own.pop(name, None)
        self._tell()

    def _tell(self) -> None:
        self._show_keys()
        self.keys_chosen.emit(dict(self._own), self.letters.isChecked())

    def _show_keys(self) -> None:
        self.table.show_keys(chosen(self._own), set(self._own))
        self.usual_all.setEnabled(bool(self._own))
        self._pick(self.table.action)

    def _refuse(self, keys: str, why: str) -> None:
        """Says why a key is not taken; `keys` are those that may be moved here."""
        self._refused = keys
        self.trouble.tell(why)
        self.move_button.setVisible(bool(keys))


def _taken(keys: str, other: Key) -> str:
    if other in FIXED:
        return say("preferences.taken_fixed", keys=shown([keys]), meaning=say(f"keys.{other.name}"))
    return say("preferences.taken", keys=shown([keys]), action=action_words(other.name))
