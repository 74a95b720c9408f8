"""Which files or which folder to import, asked as the system asks it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.desk.formats import formats
from annotator.desk.transfer import readable_endings
from annotator.formats.review_file.terms import ENDING
from annotator.words import say


def choose_files(parent: QWidget) -> list[Path]:
    """The files that were chosen; none where the person changed their mind."""
    names, _ = QFileDialog.getOpenFileNames(parent, say("window.open_files"), "", filters())
    return [Path(name) for name in names]


def choose_folder(parent: QWidget) -> Path | None:
    """The folder that was chosen."""
    name = QFileDialog.getExistingDirectory(parent, say("importing.choose_folder"))
    return Path(name) if name else None


def filters() -> str:
    """What the dialog may show: everything that can come in, or one group of it, or all files."""
    articles = readable_endings()
    claims = tuple(ending for form in formats() if form.reads_claims for ending in form.endings)
    groups = (
        ("importing.all_kinds", (*articles, *claims)),
        ("window.files_filter", articles),
        ("importing.claims", tuple(ending for ending in claims if ending != ENDING)),
        ("importing.sent", (ENDING,)),
    )
    lines = [say(key, endings=" ".join(f"*{one}" for one in dict.fromkeys(some))) for key, some in groups]
    return ";;".join([*lines, f"{say('window.all_files')} (*)"])
