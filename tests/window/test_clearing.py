"""The cross in a field says what it does."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from annotator.window.clearing import clearable


def test_the_cross_has_a_name_and_empties_the_field(qtbot):
    field = QLineEdit("ferry")
    qtbot.addWidget(field)
    clearable(field)
    field.show()
    (cross,) = field.findChildren(QToolButton)
    assert cross.accessibleName() == "Clear the field"
    cross.click()
    assert field.text() == ""
    clearable(field, False)
    assert not field.isClearButtonEnabled()
