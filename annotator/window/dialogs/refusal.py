"""When a library cannot be opened: why, and what to do instead."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from annotator.model.errors import RedPencilError
from annotator.window.plain import plain_warning
from annotator.words import say, say_all


def ask_for_another(error: RedPencilError, parent: QWidget | None) -> Path | None:
    """Tells why a library was refused and offers to open another; None where the person does not."""
    why = say_all(error.key, error.values)
    box = plain_warning(say("window.name"), say("window.cannot_open"), why, parent)
    other = box.addButton(say("window.other_library"), QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.exec()
    if box.clickedButton() is not other:
        return None
    return choose_library(parent)


def choose_library(parent: QWidget | None) -> Path | None:
    """Asks for a library that is there."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        say("window.open_library"),
        "",
        f"{say('window.library_files')};;{say('window.all_files')} (*)",
    )
    return Path(name) if name else None


def choose_new_library(parent: QWidget | None) -> Path | None:
    """Asks for the name of a library to be made; one that is there is left to the program to refuse."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        say("window.new_library"),
        "library.sqlite",
        say("window.library_files"),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".sqlite")
