"""Where an export goes: a proposed file, to be taken as it is, typed over, or chosen elsewhere."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.desk.transfer import FormatInfo
from annotator.window.claims.trouble import Trouble
from annotator.window.plain import plain_label
from annotator.words import say

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_NAME_AT_MOST = 60


class ExportPlace(QWidget):
    """A field with the whole path. It never proposes a file that is there. Signal: `edited`."""

    edited = Signal()

    #: Keys of its words: the field's name, the title of the system's dialog, and what is said of a file that
    #: is there.
    FIELD, WHERE, IS_THERE = "export_dialog.file", "export_dialog.where", "export_dialog.is_there"

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = Path(folder) if folder and Path(folder).is_dir() else usual_folder()
        self._title, self._format = "", FormatInfo("", "", "")
        self._agreed: Path | None = None
        self._build()

    @property
    def path(self) -> Path | None:
        """The file that is meant, with the format's ending; None where nothing is."""
        words = self.field.text().strip()
        if not words:
            return None
        path = Path(words).expanduser()
        path = path if path.is_absolute() else self._folder / path
        has_ending = path.name.lower().endswith(self._format.ending)
        return path if has_ending else Path(f"{path}{self._format.ending}")

    def propose(self, title: str, form: FormatInfo) -> None:
        """Proposes a file named after an article; what was typed keeps its name and gets the ending."""
        before, self._title, self._format = self._format, title, form
        typed = self.field.text()
        if self.field.isModified() and typed.endswith(before.ending) and before.ending:
            self.field.setText(typed.removesuffix(before.ending) + form.ending)
            self.field.setModified(True)
        elif not self.field.isModified():
            self._show(free_name(self._folder, file_name(title), form.ending))

    def choose(self) -> QFileDialog:
        """Opens the system's dialog for a place; it asks before a file is replaced."""
        asking = QFileDialog(self, say(self.WHERE))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setNameFilter(f"{self._format.called} (*{self._format.ending})")
        asking.setDefaultSuffix(self._format.ending.removeprefix("."))
        path = self.path or free_name(self._folder, file_name(self._title), self._format.ending)
        asking.setDirectory(str(path.parent))
        asking.selectFile(path.name)
        asking.fileSelected.connect(self._chosen)
        asking.open()
        return asking

    def settled(self) -> Path | None:
        """The file to write; None where it is not clear yet, and a sentence says why."""
        path = self.path
        if path is None:
            self.trouble.tell(say("export_dialog.no_file"))
        elif not path.parent.is_dir():
            self.trouble.tell(say("export_dialog.no_folder", folder=path.parent))
        elif path.exists() and path != self._agreed:
            self.trouble.tell(say(self.IS_THERE, name=path.name))
            self._agreed = path
        else:
            return path
        return None

    def _chosen(self, path: str) -> None:
        self._agreed = Path(path)
        self._show(Path(path))
        self.field.setModified(True)

    def _show(self, path: Path) -> None:
        self.field.setText(str(path))
        self.field.setCursorPosition(len(self.field.text()))
        self.trouble.clear()

    def _build(self) -> None:
        self.trouble = Trouble()
        self.field = QLineEdit()
        self.field.setAccessibleName(say(self.FIELD))
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a path reads that way everywhere
        self.field.textEdited.connect(lambda _: self.trouble.clear())
        self.elsewhere = QPushButton(say("export_dialog.elsewhere"))
        self.elsewhere.setAutoDefault(False)
        self.elsewhere.clicked.connect(self.choose)
        label = plain_label(say("export_dialog.to"), "quiet")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.elsewhere)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.trouble)


def usual_folder() -> Path:
    """The person's documents, or their home where they have no folder for those."""
    places = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
    return documents if documents.is_dir() else Path(QStandardPaths.writableLocation(places.HomeLocation))


def file_name(title: str) -> str:
    """A file's name without ending, made from a title, with nothing in it that some system forbids."""
    name = " ".join(_UNSAFE.sub(" ", title).split())[:_NAME_AT_MOST].strip(" .")
    return name or say("export_dialog.file_name")


def free_name(folder: Path, name: str, ending: str) -> Path:
    """A file of that name in a folder, or with a number behind it where there is one already."""
    path, number = folder / f"{name}{ending}", 2
    while path.exists():
        path = folder / f"{name} {number}{ending}"
        number += 1
    return path
