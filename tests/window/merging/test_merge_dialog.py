"""What review files would bring is shown and decided before anything is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.model.deliveries import Arrival, Delivery, MergeOptions, SetAside, SourceMatch, Summary
from annotator.model.rows import Article, Reviewer, Revision, Row, Text
from annotator.model.stamped import Stamped
from annotator.window.merging.dialog import MergeDialog
from annotator.window.merging.incoming import Incoming, Unread
from tests.window import access
from tests.window.fitting import misfits

FERRY = Arrival("a1", "Harbour ferry", ("Ben",), claims=12, changed=1, removed=2, reviews=9, comments=1)
BEES = Arrival("a2", "City bees", ("Ben", "Cora"), new=True, claims=1, like="a9")
BLIND = Arrival("a3", "Night buses", (), hidden=True)
CORA, DAN = Reviewer("p8", "Cora", "#8A6D3B"), Reviewer("p9", "Dan", "#4A6FA5")


def incoming(*arrivals: Arrival, rows: tuple[Row, ...] = (CORA, DAN), **more: object) -> Incoming:
    said = {"sender": "Ben", "sent": "2026-03-14T10:00:00.000Z", "message": "", **more}
    stamped = tuple(Stamped(row, "p2", "d2", "", "") for row in rows)
    delivery = Delivery("x", "p2", "d2", "2026-03-14T10:00:00.000Z", stamped)
    return Incoming(Path("ben.redpencil.json"), delivery, Summary(arrivals=arrivals, **said))


@pytest.fixture
def show(qtbot):
    def shown(*files: Incoming, unread: tuple[Unread, ...] = (), me: str = "Ada") -> MergeDialog:
        made = MergeDialog(files, unread, me)
        qtbot.addWidget(made)
        made.show()
        qtbot.wait(10)
        return made

    return shown


def words(dialog: MergeDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_it_tells_from_whom_when_and_what_comes_to_each_article(show):
    said = words(show(incoming(FERRY, BEES, BLIND, message="Look at the grants.")))
    assert said[0] == "From Ben"
    assert said[1].startswith("Written on Saturday, 14 March 2026 at")
    assert "Look at the grants." in said
    assert "12 new claims · 1 claim changed · 2 claims removed · 9 answers · 1 comment" in said
    assert "New here · 1 new claim" in said
    assert "By Ben, Cora" in said  # that Ben's own is by Ben goes without saying
    assert "By Ben" not in said
    assert "Tags stay hidden until you are done with yours" in said


def test_hidden_articles_tell_no_counts(show):
    blind = Arrival("a3", "Night buses", ("Ben",), hidden=True, new=True, claims=7)
    said = " ".join(words(show(incoming(blind))))
    assert "7" not in said.replace("2026", "")
    assert "By" not in said


def test_take_in_gives_the_file_with_nothing_decided(show):
    one = incoming(FERRY)
    dialog, taken = show(one), []
    dialog.take_wanted.connect(taken.append)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert taken == [[(one, MergeOptions())]]
    assert not dialog.isVisible()


def test_cancel_takes_nothing(show):
    dialog, taken = show(incoming(FERRY)), []
    dialog.take_wanted.connect(taken.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert taken == []
    assert not dialog.isVisible()


def test_a_file_without_news_says_so_and_offers_nothing(show):
    for older, sentence in ((False, "here already"), (True, "older")):
        dialog = show(incoming(older=older))
        assert any(sentence in said for said in words(dialog))
        assert not dialog.take_in.isVisible()


def test_sources_are_joined_only_where_ticked(show):
    matches = (SourceMatch("s1", "s2", "Ministry"), SourceMatch("s3", "s4", "Ines Rask"))
    dialog = show(incoming(FERRY, matches=matches))
    sources = dialog.views[0].questions.sources
    assert sources.ticked == ()
    sources.tick("s4")
    assert dialog.chosen[0][1] == MergeOptions(join=(("s3", "s4"),))


def test_somebody_of_my_name_is_me_only_if_i_say_so(show):
    dialog, asked = show(incoming(FERRY, same_names=(("p5", "Ada"),))), []
    dialog.look_wanted.connect(lambda place, options: asked.append((place, options)))
    assert any("called Ada, as you are" in said for said in words(dialog))
    assert dialog.chosen[0][1] == MergeOptions()
    QTest.keyClick(dialog.views[0].questions.same["p5"], Qt.Key.Key_Space)
    assert asked == [(0, MergeOptions(same_person=("p5",)))]
    assert dialog.chosen[0][1] == asked[0][1]


def test_a_packet_asks_which_of_its_coders_i_am(show):
    dialog = show(incoming(BEES, assigned_to=("p8", "p9")))
    assert any("Cora, Dan" in said for said in words(dialog))
    who = dialog.views[0].questions.who
    assert dialog.chosen[0][1] == MergeOptions()
    who.button("p9").click()
    assert dialog.chosen[0][1] == MergeOptions(same_person=("p9",))


def test_a_packet_proposes_the_coder_of_my_name_and_asks_once(show):
    dialog = show(incoming(BEES, assigned_to=("p8", "p9"), same_names=(("p8", "Cora"),)), me="cora")
    assert dialog.views[0].questions.same == {}
    assert dialog.chosen[0][1] == MergeOptions(same_person=("p8",))


def test_what_comes_from_an_unknown_computer_stays_aside_unless_said(show):
    aside = (SetAside("p1", "Ada", "d3", "laptop", 5, ("a night service",)),)
    dialog = show(incoming(FERRY, set_aside=aside))
    said = words(dialog)
    assert any(words.startswith("5 entries say that they are by Ada") and "laptop" in words for words in said)
    assert "“a night service”" in said
    picks = dialog.views[0].questions.aside
    assert dialog.chosen[0][1] == MergeOptions()
    picks.button("once").click()
    assert dialog.chosen[0][1] == MergeOptions(trust=True)
    picks.button("from now on").click()
    assert dialog.chosen[0][1] == MergeOptions(pair=(("p1", "d3"),))


def test_with_only_rows_set_aside_there_is_something_to_take_once_it_is_decided(show):
    dialog = show(incoming(set_aside=(SetAside("p1", "Ada", "d3", "", 1),)))
    assert not dialog.take_in.isEnabled()
    dialog.views[0].questions.aside.button("once").click()
    assert dialog.take_in.isEnabled()


def test_after_an_answer_what_comes_is_shown_anew_and_the_questions_stay(show):
    dialog = show(incoming(BLIND, same_names=(("p5", "Ada"),)))
    tick = dialog.views[0].questions.same["p5"]
    dialog.show_summary(0, Summary("Ben", "", "", (FERRY,)))
    assert [card.arrival for card in dialog.views[0].arrivals.cards] == [FERRY]
    assert tick.isVisible()
    ((one, _),) = dialog.chosen
    assert one.summary.arrivals == (FERRY,)  # what is told afterwards is what comes in now


def test_another_text_is_offered_for_comparison(show):
    one = incoming(FERRY, BEES)
    dialog, asked = show(one), []
    dialog.compare_wanted.connect(lambda *found: asked.append(found))
    (button,) = [
        button for button in dialog.findChildren(QPushButton) if button.text() == "Compare the texts"
    ]
    button.click()
    assert asked == [(one, BEES)]
    assert dialog.isVisible()


def test_several_files_stand_in_one_list_and_come_in_together(show):
    files = [incoming(FERRY, sender="Ben"), incoming(sender="Cora"), incoming(BEES, sender="Dan")]
    dialog, taken = show(*files, unread=(Unread(Path("x"), "x is damaged."),)), []
    dialog.take_wanted.connect(taken.append)
    rows = [dialog.files.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert rows == [
        "Ben, 12 new claims · 1 claim changed · 2 claims removed · 9 answers · 1 comment",
        "Cora, nothing new",
        "Dan, 1 new claim",
    ]
    assert "x is damaged." in words(dialog)
    dialog.files.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(dialog.files, key)
    assert "From Dan" in words(dialog)
    assert dialog.take_in.text().replace("&", "") == "Take in 2 files"
    dialog.take_in.click()
    assert taken == [[(files[0], MergeOptions()), (files[1], MergeOptions())]]


def test_the_text_that_was_sent_is_the_newest_of_the_file():
    rows = (
        Article("a2", "City bees"),
        Text("t1", "First.", 6),
        Text("t2", "Second.", 7),
        Text("t3", "Another.", 8),
        Revision("r2", "a2", "t2", 2),
        Revision("r1", "a2", "t1", 1),
        Revision("r3", "a7", "t3", 3),
    )
    assert incoming(BEES, rows=rows).text_of("a2") == ("City bees", "Second.")
    assert incoming(BEES).text_of("a2") == ("", "")


def test_names_and_titles_are_shown_letter_by_letter(show):
    script = "<b>Ben</b><img src='x'>"
    dialog = show(incoming(Arrival("a", script, (script, "Cora"), claims=1), sender=script, message=script))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    assert f"From {script}" in words(dialog)


def test_every_control_has_a_name_of_its_own_and_room(show):
    asked = {
        "matches": (SourceMatch("s1", "s2", "Ministry"),),
        "same_names": (("p5", "Ada"),),
        "set_aside": (SetAside("p1", "Ada", "d3", "laptop", 5),),
    }
    for files in ([incoming(FERRY, BEES, **asked)], [incoming(FERRY, sender=f"N{n}") for n in range(3)]):
        dialog = show(*files)
        found = access.controls(dialog)
        assert access.nameless(found) == []
        assert access.namesakes(found) == []
        assert misfits(dialog) == []
        dialog.take_in.setFocus()
        assert access.unreached(dialog, access.walk(dialog)) == []


def test_several_of_my_name_are_told_apart(show):
    dialog = show(incoming(FERRY, same_names=(("01888888-5", "Ada"), ("01999999-6", "Ada"))))
    ticks = dialog.views[0].questions.same.values()
    assert [tick.text() for tick in ticks] == ["This is also me · 01888888", "This is also me · 01999999"]
