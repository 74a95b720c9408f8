"""What goes on the clipboard for other programs to paste."""

from PySide6.QtCore import QMimeData

from annotator.window.article.mime import new_mime_data


def formatted_text(html: str, plain: str) -> QMimeData:
    """Formatted text with its plain wording beside it; both were made by our own writer, escaped."""
    data = new_mime_data()
    data.setHtml(html)
    data.setText(plain)
    return data
