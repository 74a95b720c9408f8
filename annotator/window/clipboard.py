"""What goes on the clipboard for other programs to paste."""

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


def formatted_text(html: str, plain: str) -> QMimeData:
    """Formatted text with its plain wording beside it; both were made by our own writer, escaped."""
    data = new_mime_data()
    data.setHtml(html)
    data.setText(plain)
    return data
