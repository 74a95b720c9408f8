"""The fields of an article's details, and what may stand in them."""

import pytest
from PySide6.QtWidgets import QLineEdit

from annotator.desk.commands.articles import ArticleDetails
from annotator.window.dialogs.details_form import DetailsForm, problem_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GIVEN = ArticleDetails("A title", "Coast Courier", "Ada", "https://example.org/a", "2025-03-14")


def field(parent, name):
    return next(one for one in parent.findChildren(QLineEdit) if one.accessibleName() == name)


def test_what_goes_in_comes_out(qtbot):
    form = DetailsForm()
    qtbot.addWidget(form)
    form.show_details(GIVEN)
    assert form.details() == GIVEN


def test_typing_is_told_and_spaces_around_are_dropped(qtbot):
    form = DetailsForm()
    qtbot.addWidget(form)
    form.show_details(ArticleDetails("A title"))
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(field(form, "Author"), " Grace ")
    assert form.details() == ArticleDetails("A title", byline="Grace")


def test_every_field_has_its_own_name_and_mnemonic(qtbot):
    form = DetailsForm()
    qtbot.addWidget(form)
    names = [one.accessibleName() for one in form.findChildren(QLineEdit)]
    assert names == ["Title", "Publisher", "Author", "Web address", "Published"]
    labels = [form.layout().itemAt(row * 2).widget().text() for row in range(5)]
    letters = [label[label.index("&") + 1].lower() for label in labels]
    assert len(set(letters)) == 5


@pytest.mark.parametrize("date", ["", "2025", "2025-03", "2025-03-14", "2024-02-29"])
def test_dates_that_are_taken(date):
    assert problem_of(ArticleDetails("A", published=date)) == ""


@pytest.mark.parametrize(
    "date", ["14.3.2025", "2025-13", "2025-02-29", "2025-3-1", "0000", "yesterday", "２０２５"]
)
def test_dates_that_are_not(date):
    assert "2025-03-14" in problem_of(ArticleDetails("A", published=date))


@pytest.mark.parametrize("url", ["http://example.org", "https://example.org/a?b=c#d"])
def test_addresses_that_are_taken(url):
    assert problem_of(ArticleDetails("A", url=url)) == ""


@pytest.mark.parametrize(
    "url",
    ["example.org", "javascript:alert(1)", "file:///etc/passwd", "https://", "ftp://a.org", "https://a b"],
)
def test_addresses_that_are_not(url):
    assert "http://" in problem_of(ArticleDetails("A", url=url))


def test_a_title_is_needed():
    assert "needs a title" in problem_of(ArticleDetails(""))
