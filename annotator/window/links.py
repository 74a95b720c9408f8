"""The one way out to the browser: web addresses only, and never without showing whose they are."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def is_link(address: str) -> bool:
    """Whether an address is a whole one for http or https; anything else is never opened."""
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().lower() in ("http", "https") and bool(url.host())


def host(address: str) -> str:
    """Whose address it is, as a person must see it before it opens; empty for what is no link.

    Foreign letters stay encoded (`xn--…`), so that one name cannot pass for another.
    """
    if not is_link(address):
        return ""
    return QUrl(address.strip()).host(QUrl.ComponentFormattingOption.FullyEncoded)


def open_link(address: str) -> bool:
    """Opens a link in the person's browser; says whether that was tried."""
    if not is_link(address):
        return False
    return QDesktopServices.openUrl(QUrl(address.strip(), QUrl.ParsingMode.StrictMode))


def open_folder(folder: Path) -> bool:
    """Shows a folder of this machine in the person's file manager; says whether that was tried."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
