"""What the dialog for sending asks, and what it answers with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.views import ArticleLine, PersonView
from annotator.window.sending.dialog import Offer, SendDialog
from tests.window import access
from tests.window.fitting import misfits


def line(article: str, title: str, *, sample: bool = False) -> ArticleLine:
    return ArticleLine(article, title, "", "", "2026-03-14T10:00:00.000Z", 100, sample, 3)


ARTICLES = (line("a1", "Harbour ferry"), line("a2", "City bees"), line("a3", "A sample", sample=True))
PEOPLE = (
    PersonView("p1", "Ada", "#7768AE", mine=True, here=True),
    PersonView("p2", "Ben", "#2F7F86"),
    PersonView("p3", "Cora", "#8A6D3B"),
)


@pytest.fixture
def dialog(qtbot, tmp_path):
    return opened(qtbot, tmp_path)


def opened(qtbot, folder, offer=None):
    made = SendDialog(offer or Offer(ARTICLES, "a1", PEOPLE), str(folder))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_my_work_on_the_open_article(dialog, tmp_path):
    sending = dialog.sending
    assert (sending.articles, sending.people, sending.message) == (("a1",), ("p1",), "")
    assert not sending.disclosure.confidential
    assert not sending.disclosure.private_notes
    assert dialog.place.path == tmp_path / "Harbour ferry.redpencil.json"


def test_all_articles_are_those_that_are_no_samples(dialog, tmp_path):
    dialog.articles.picks.button("all").click()
    assert dialog.sending.articles == ("a1", "a2")
    assert dialog.place.path == tmp_path / "claims.redpencil.json"


def test_articles_and_people_are_chosen_by_ticks(dialog, qtbot, tmp_path):
    dialog.articles.picks.button("some").click()
    assert dialog.articles.list.isVisible()
    assert dialog.sending.articles == ("a1",)  # the open one, to begin with
    dialog.articles.list.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(dialog.articles.list, key)
    assert dialog.sending.articles == ("a2",)
    assert dialog.place.path == tmp_path / "City bees.redpencil.json"
    dialog.people.picks.button("all").click()
    assert dialog.sending.people is None
    dialog.people.picks.button("some").click()
    dialog.people.list.tick("p3")
    assert dialog.sending.people == ("p1", "p3")
    dialog.people.picks.button("mine").click()
    assert dialog.sending.people == ("p1",)


def test_where_i_am_alone_nobody_asks_whose_work(qtbot, tmp_path):
    alone = opened(qtbot, tmp_path, Offer(ARTICLES, "a1", PEOPLE[:1]))
    assert not alone.people.isVisible()
    assert alone.sending.people == ("p1",)


def test_a_message_goes_along_letter_by_letter(dialog):
    dialog.message.setFocus()
    QTest.keyClicks(dialog.message, " Look at the")
    QTest.keyClick(dialog.message, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.message, "second grant. ")
    assert dialog.sending.message == "Look at the\nsecond grant."


def test_what_is_confidential_goes_only_where_it_is_ticked_and_warned_of(dialog, qtbot, tmp_path):
    assert dialog._stays.isVisible()
    QTest.keyClick(dialog.confidential, Qt.Key.Key_Space)
    assert dialog.sending.disclosure.confidential
    assert not dialog.sending.disclosure.private_notes
    assert dialog._warning.isVisible()
    assert not dialog._stays.isVisible()
    QTest.keyClick(dialog.private_notes, Qt.Key.Key_Space)
    assert dialog.sending.disclosure.private_notes
    assert not opened(qtbot, tmp_path).sending.disclosure.confidential


def test_it_is_sent_once_it_is_clear_where_to(dialog, qtbot, tmp_path):
    (tmp_path / "there.redpencil.json").touch()
    dialog.place.field.setText("there")
    sent = []
    dialog.send_wanted.connect(lambda path, sending: sent.append((path, sending)))
    dialog.go_on.click()
    assert sent == []
    assert "there.redpencil.json" in dialog.place.trouble.words
    assert "Write the file" in dialog.place.trouble.words
    sending = dialog.sending
    dialog.go_on.click()  # once more: replace it
    assert sent == [(tmp_path / "there.redpencil.json", sending)]
    assert not dialog.isVisible()


def test_a_free_name_keeps_the_whole_ending(qtbot, tmp_path):
    (tmp_path / "Harbour ferry.redpencil.json").touch()
    assert opened(qtbot, tmp_path).place.path == tmp_path / "Harbour ferry 2.redpencil.json"


def test_nothing_is_sent_without_articles_or_people(dialog, qtbot):
    sent = []
    dialog.send_wanted.connect(lambda *found: sent.append(found))
    dialog.articles.picks.button("some").click()
    dialog.articles.list.tick("a1", on=False)
    dialog.go_on.click()
    assert dialog.trouble.words == "Tick the articles to send."
    dialog.articles.list.tick("a1")
    dialog.people.picks.button("some").click()
    dialog.people.list.tick("p1", on=False)
    dialog.go_on.click()
    assert dialog.trouble.words == "Tick the people whose work is to go along."
    assert sent == []
    dialog.people.list.tick("p2")
    dialog.go_on.click()
    assert len(sent) == 1


def test_independent_tagging_asks_for_names_and_is_blind_unless_said(dialog, qtbot, tmp_path):
    assert not dialog.packet.isVisible()
    dialog.independent.click()
    assert dialog.packet.isVisible()
    assert not dialog.work.isVisible()
    asked = []
    dialog.packet_wanted.connect(lambda path, packet: asked.append((path, packet)))
    dialog.go_on.click()
    assert dialog.trouble.words == "Write down who is to tag."
    QTest.keyClicks(dialog.packet.names, "Cora , Dan,, ")
    QTest.keyClicks(dialog.packet.instructions, "Only allegations.")
    packet = dialog.asked_packet
    dialog.go_on.click()
    assert asked == [(tmp_path / "Harbour ferry.redpencil.json", packet)]
    assert (packet.articles, packet.coders, packet.instructions) == (
        ("a1",),
        ("Cora", "Dan"),
        "Only allegations.",
    )
    assert packet.blind
    again = opened(qtbot, tmp_path)
    again.independent.click()
    again.packet.blind.click()
    assert not again.asked_packet.blind


def test_a_packet_begins_with_articles_to_tick_and_the_names(dialog, tmp_path):
    dialog.begin_packet()
    assert dialog.independent.isChecked()
    assert dialog.focusWidget() is dialog.packet.names
    dialog.articles.list.tick("a2")
    assert dialog.asked_packet.articles == ("a1", "a2")
    assert dialog.place.path == tmp_path / "Packet.redpencil.json"


def test_without_an_open_article_all_are_proposed(qtbot, tmp_path):
    made = opened(qtbot, tmp_path, Offer(ARTICLES, "", PEOPLE))
    assert made.sending.articles == ("a1", "a2")
    only_samples = opened(qtbot, tmp_path, Offer(ARTICLES[2:], "", PEOPLE))
    assert only_samples.sending.articles == ()


@pytest.mark.parametrize("kind", ["work", "packet"])
def test_every_control_has_a_name_of_its_own_and_room(dialog, qtbot, kind):
    if kind == "packet":
        dialog.independent.click()
    dialog.articles.picks.button("some").click()
    dialog.people.picks.button("some").click()
    dialog.confidential.setChecked(True)
    qtbot.wait(10)
    found = access.controls(dialog)
    assert access.nameless(found) == []
    assert access.namesakes(found) == []
    assert access.unheard(dialog, found) == []
    assert misfits(dialog) == []


def test_mnemonics_are_told_apart(dialog, qtbot):
    for independent in (False, True):
        dialog.independent.setChecked(independent)
        words = [
            text()
            for widget in dialog.findChildren(object)
            if hasattr(widget, "isVisible")
            and callable(text := getattr(widget, "text", None))
            and widget.isVisible()
        ]
        letters = [word[word.index("&") + 1].lower() for word in words if "&" in word]
        assert len(letters) == len(set(letters)), letters
