"""The cross in a field that empties it."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from annotator.words import say


def clearable(field: QLineEdit, on: bool = True) -> None:
    """Puts the cross into a field or takes it away, with a name: the one Qt makes has none."""
    field.setClearButtonEnabled(on)
    for cross in field.findChildren(QToolButton):
        cross.setAccessibleName(say("access.clear"))
