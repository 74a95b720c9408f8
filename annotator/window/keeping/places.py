"""Where to: the files that care of the library asks for."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.words import say


def choose_backup_file(library: Path, parent: QWidget | None) -> Path | None:
    """Asks for a file to save a backup to; one that is there is replaced if the person says so."""
    return _choose("keeping.backup_file", library, date.today().isoformat(), parent)


def choose_other_place(library: Path, parent: QWidget | None) -> Path | None:
    """Asks where to go on with a library; one that is there is left to the program to refuse."""
    return _choose("keeping.elsewhere", library, "", parent, QFileDialog.Option.DontConfirmOverwrite)


def choose_salvage_file(library: Path, parent: QWidget | None) -> Path | None:
    """Asks for the new library that what can be read goes into; one that is there is left to be refused."""
    more = say("damage.salvaged_name")
    return _choose("damage.new_library", library, more, parent, QFileDialog.Option.DontConfirmOverwrite)


def _choose(
    title: str,
    library: Path,
    more: str,
    parent: QWidget | None,
    options: QFileDialog.Option = QFileDialog.Option(0),  # noqa: B008 (Qt's own default)
) -> Path | None:
    proposed = library.with_stem(" ".join(filter(None, (library.stem, more))))
    name, _ = QFileDialog.getSaveFileName(
        parent, say(title), str(proposed), say("window.library_files"), options=options
    )
    path = Path(name)
    if not name:
        return None
    return path if path.suffix else path.with_suffix(".sqlite")
