import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from annotator.window.links import host, is_link, open_link

LINKS = [
    "https://example.org",
    "http://example.org/a?b=c#d",
    "HTTPS://Example.org/ä",
    " https://example.org ",
]
NONE = [
    "",
    "example.org",
    "//example.org",
    "https://",
    "https:example",
    "file:///etc/hosts",
    "javascript:alert(1)",
    "data:text/html,hi",
    "mailto:a@example.org",
    "smb://example.org/share",
    "https://exa mple.org",
]


class Browser(QObject):
    """Takes what would go to the person's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp):
    taker = Browser()
    schemes = ("http", "https", "file", "data", "mailto", "smb", "javascript", "")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, taker, "take")
    yield taker
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize("address", LINKS)
def test_web_addresses_open(browser, address):
    assert is_link(address)
    assert open_link(address)
    assert len(browser.opened) == 1


@pytest.mark.parametrize("address", NONE)
def test_nothing_else_opens(browser, address):
    assert not is_link(address)
    assert not open_link(address)
    assert browser.opened == []
    assert host(address) == ""


def test_the_host_is_what_the_browser_goes_to():
    assert host("https://bank.example@evil.example/login") == "evil.example"
    assert host("https://Example.org:8443/a") == "example.org"
    assert host("https://\u0440aypal.example/").startswith("xn--")  # a Cyrillic letter for the first
