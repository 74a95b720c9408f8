"""Which library to open, or where to make one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.words import say


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
