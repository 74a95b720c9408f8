"""A page is fetched from an address only once the person says so, and what goes wrong is said there."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.drafts import Draft
from annotator.model.errors import BadInput, Cancelled
from annotator.window.importing.address import AddressDialog, only_address
from tests.window import access
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

URL = "https://news.example.org/ferry"
PAGE = Draft("Ferry\n\nIt sails.", "Ferry", url=URL, guessed=True)


class Web:
    """Stands for the web: gives one answer once it is let go, and hears what was asked."""

    def __init__(self, answer: Draft | Exception = PAGE) -> None:
        self.answer, self.asked = answer, []
        self.go, self.stopped = threading.Event(), threading.Event()
        self.go.set()

    def __call__(self, url, stopped):
        self.asked.append(url)
        for _ in range(800):  # eight seconds at most
            if self.go.wait(0.01):
                break
            if stopped():
                self.stopped.set()
                raise Cancelled
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def opened(qtbot, web: Web, proposal: str = URL) -> AddressDialog:
    dialog = AddressDialog(proposal, fetch=web)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    return dialog


def test_it_says_from_where_the_page_comes_and_fetches_on_enter(qtbot) -> None:
    web = Web()
    dialog = opened(qtbot, web)
    assert dialog._about.text() == "The page is fetched from news.example.org now, and nothing else is."
    assert web.asked == []
    with qtbot.waitSignal(dialog.fetched) as fetched:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert fetched.args == [PAGE]
    assert web.asked == [URL]
    assert not dialog.isVisible()


@pytest.mark.parametrize("words", ["", "ferry", "ftp://example.org/a", "file:///etc/passwd", "https://"])
def test_nothing_is_fetched_from_what_is_no_address(qtbot, words: str) -> None:
    web = Web()
    dialog = opened(qtbot, web, words)
    assert not dialog.go_on.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    dialog.accept()
    qtbot.wait(20)
    assert dialog.isVisible()
    assert web.asked == []
    assert "https://" in dialog._about.text()


def test_foreign_letters_of_a_host_show_as_what_they_are(qtbot) -> None:
    dialog = opened(qtbot, Web(), "https://еxample.org/")  # the first letter is Cyrillic
    assert "xn--" in dialog._about.text()


def test_what_goes_wrong_is_said_and_the_address_can_be_mended(qtbot) -> None:
    web = Web(BadInput("web.no_host", host="news.example.org"))
    dialog = opened(qtbot, web)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.trouble.words))
    assert dialog.trouble.words.startswith("There is no news.example.org")
    assert dialog.isVisible()
    web.answer = PAGE
    QTest.keyClick(dialog.field, Qt.Key.Key_End)
    QTest.keyClicks(dialog.field, "s")
    assert dialog.trouble.words == ""
    with qtbot.waitSignal(dialog.fetched):
        dialog.go_on.click()
    assert web.asked == [URL, f"{URL}s"]


def test_escape_stops_at_once_and_nobody_hears_of_it(qtbot) -> None:
    web = Web()
    web.go.clear()
    dialog, heard = opened(qtbot, web), []
    dialog.fetched.connect(heard.append)
    dialog.go_on.click()
    assert dialog._about.text() == "Fetching the page from news.example.org…"
    assert not dialog.go_on.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert web.stopped.wait(2)
    qtbot.wait(20)
    assert heard == []


def test_a_mistake_of_the_program_is_told_and_raised(qtbot) -> None:
    dialog = opened(qtbot, Web(ZeroDivisionError()))
    with qtbot.captureExceptions() as caught:
        dialog.go_on.click()
        qtbot.waitUntil(lambda: bool(dialog.trouble.words))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_only_an_address_alone_is_taken_for_one() -> None:
    assert only_address(f"  {URL}\n") == URL
    for words in ("", "ferry", f"See {URL}", f"{URL} {URL}", "mailto:a@example.org", "javascript:alert(1)"):
        assert only_address(words) == "", words


def test_it_can_be_used_by_keys_and_heard(qtbot) -> None:
    dialog = opened(qtbot, Web())
    qtbot.waitUntil(dialog.isActiveWindow)
    found = access.controls(dialog)
    assert access.nameless(found) == []
    assert access.namesakes([one for one in found if one.focusable]) == []
    assert access.unreached(dialog, access.walk(dialog)) == []
    assert misfits(dialog) == []
