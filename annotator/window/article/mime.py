"""Data for the clipboard."""

from PySide6.QtCore import QMimeData, QStringListModel


def new_mime_data() -> QMimeData:
    """Empty data for the clipboard.

    Data that Python made brings the program down when it ends with it still on the clipboard (PySide 6.11);
    data that Qt made does not, and models make some.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data
