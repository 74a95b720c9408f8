"""Claims of another tool before they come in: what the labels mean, where they go, whose they are."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.queries.articles import article_lines, article_page
from annotator.desk.receiving import TakeClaims
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.received import Received, ReceivedText
from annotator.model.receptions import LEAVE_OUT, NEW, LabelReception
from annotator.window.flow.receiving import Receiving
from annotator.window.hands import wait_until
from annotator.window.receiving.dialog import ReceiveDialog
from annotator.window.receiving.labels import SHOWN, LabelsPart, Meaning
from tests.desk.receiving.files import ALLEGED, DENIED, TEXT, file, files, mark, placed
from tests.window import access
from tests.window.at_work import AtWork
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

K = Qt.Key
OTHER = "Bees\n\nThey fly over the park."
MARKS = (mark("ALLEG", ALLEGED), mark("Denial", DENIED, reviewer="Ann"), mark("lamp", "lamp"))


class Bench(AtWork):
    """Somebody who looks at files of claims."""

    def __init__(self, qtbot, session, page: QWidget, bar) -> None:
        super().__init__(qtbot, session)
        self.page, self.bar = page, bar
        self.receiving = Receiving(session, page, bar, page)
        self.opened: list[str] = []
        self.receiving.opened.connect(self.opened.append)

    def look(self, received: Received) -> ReceiveDialog:
        self.receiving.look_at(received, self.page)
        wait_until(lambda: any(one.isVisible() for one in self.page.findChildren(ReceiveDialog)))
        return next(one for one in self.page.findChildren(ReceiveDialog) if one.isVisible())

    def said(self, dialog: ReceiveDialog) -> str:
        self.wait()
        return dialog.short.text()

    def take(self, dialog: ReceiveDialog) -> None:
        dialog.take_in.click()
        self.wait()

    def titles(self) -> list[str]:
        return sorted(line.title for line in self.ask(article_lines))

    def claims(self) -> dict[str, Tag]:
        page = self.ask(lambda desk: article_page(desk, self.opened[-1]))
        return {claim.quote: claim.tag for claim in page.claims}


@pytest.fixture
def bench(qtbot, session, page, bar) -> Bench:
    return Bench(qtbot, session, page, bar)


def test_the_proposal_comes_in_on_enter(bench: Bench) -> None:
    dialog = bench.look(file(*MARKS))
    assert dialog.labels.mapping == {"ALLEG": Tag.ALLEGATION, "Denial": Tag.DENIAL, "lamp": None}
    assert bench.said(dialog) == "2 claims · 1 kept as a remark"
    assert dialog.texts.goes_to.currentText() == "New article: The pier"
    QTest.keyClick(dialog, K.Key_Return)
    bench.wait()
    assert bench.titles() == ["The pier"]
    assert bench.claims() == {ALLEGED: Tag.ALLEGATION, DENIED: Tag.DENIAL}
    assert bench.bar.words == "From marks.jsonl: 2 claims · 1 kept as a remark"
    assert bench.page.findChildren(ReceiveDialog) == []


def test_a_label_is_given_another_meaning_by_keys_and_it_is_counted_anew(bench: Bench) -> None:
    dialog = bench.look(file(*MARKS))
    QTest.keyClicks(dialog.labels.choosers["lamp"], "r")  # as it begins: Reported fact
    assert bench.said(dialog) == "3 claims"
    QTest.keyClicks(dialog.labels.choosers["ALLEG"], "k")  # Keep as remark
    assert bench.said(dialog) == "2 claims · 1 kept as a remark"
    bench.take(dialog)
    assert bench.claims() == {DENIED: Tag.DENIAL, "lamp": Tag.FACT}


def test_the_wheel_changes_no_meaning(bench: Bench) -> None:
    dialog = bench.look(file(*MARKS))
    chooser = dialog.labels.choosers["ALLEG"]
    place = QPointF(chooser.rect().center())
    turn = QWheelEvent(
        place, chooser.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chooser, turn)
    assert dialog.labels.mapping["ALLEG"] is Tag.ALLEGATION


def test_whose_they_are_is_asked_and_mine_can_be_chosen(bench: Bench) -> None:
    dialog = bench.look(file(*MARKS))
    assert dialog.whose.button("named").text() == "Of the people named in the file: Ann"
    dialog.whose.choose("mine")
    bench.take(dialog)
    page = bench.ask(lambda desk: article_page(desk, bench.opened[-1]))
    me = bench.ask(lambda desk: desk.me)
    assert {claim.author for claim in page.claims} == {me}


def test_names_are_no_shortcuts_and_nobody_is_said_to_be_nobody(bench: Bench) -> None:
    dialog = bench.look(file(mark("Denial", DENIED, reviewer="Tom & Ann")))
    assert dialog.whose.button("named").text().endswith("Tom && Ann")
    dialog.reject()
    dialog = bench.look(file(mark("Denial", DENIED)))
    assert dialog.whose.button("named").text() == "Of somebody whom the file does not name"


def test_what_is_here_is_told_and_nothing_new_cannot_be_taken_in(bench: Bench) -> None:
    bench.run(TakeClaims(file(*MARKS[:2])))
    dialog = bench.look(file(*MARKS))
    assert bench.said(dialog) == "2 here already · 1 kept as a remark"
    assert dialog.texts.goes_to.currentText() == "The pier"
    assert dialog.texts._how.text() == "The same text is here"
    dialog.reject()
    dialog = bench.look(file(*MARKS[:2]))
    assert bench.said(dialog) == "2 here already"
    assert not dialog.take_in.isEnabled()


def test_each_of_several_texts_may_go_elsewhere(bench: Bench) -> None:
    bees = bench.run(ImportArticle(Draft(OTHER, "Bees"))).made[0]
    dialog = bench.look(
        files(
            ReceivedText(TEXT, MARKS[:2]),
            ReceivedText("", (placed("Denial", mark("x", "They fly", OTHER).claim.span, "They fly"),)),
        )
    )
    texts = dialog.texts
    offers = [(texts.goes_to.itemText(n), texts.goes_to.itemData(n)) for n in range(texts.goes_to.count())]
    assert offers == [("New article: The pier", None), ("Nowhere, it is left out", LEAVE_OUT), ("Bees", bees)]
    assert "3 claims" in bench.said(dialog)
    texts.list.setFocus()
    QTest.keyClick(texts.list, K.Key_Down)
    assert texts.goes_to.currentText() == "Bees"
    assert "Found by what is quoted" in texts._how.text()
    assert NEW not in [texts.goes_to.itemData(n) for n in range(texts.goes_to.count())]  # it has no text
    QTest.keyClick(texts.list, K.Key_Up)
    QTest.keyClicks(texts.goes_to, "nowh")
    assert texts.articles == (LEAVE_OUT, None)
    assert bench.said(dialog) == "1 claim"
    assert "Left out" in access.rows(texts.list)[0]
    bench.take(dialog)
    assert bench.titles() == ["Bees"]


def test_quotes_that_are_not_found_are_shown(bench: Bench) -> None:
    bench.run(ImportArticle(Draft(TEXT, "The pier")))
    lost = [placed("Denial", mark("x", ALLEGED).claim.span, f"words {n} of another text") for n in range(5)]
    dialog = bench.look(files(ReceivedText("", (*MARKS[:2], *lost), title="The pier")))
    QTest.keyClicks(dialog.texts.goes_to, "the pier")
    bench.said(dialog)
    assert "5 not found" in dialog.short.text()
    told = dialog._notes.text().splitlines()
    assert told[0] == "Not found: “words 0 of another text”"
    assert told[3] == "2 more are not found."


def test_what_is_refused_is_said_and_the_dialog_stays(bench: Bench) -> None:
    bench.run(ImportArticle(Draft(TEXT, "The pier")))
    gone = bench.run(ImportArticle(Draft(OTHER, "Bees"))).made[0]
    dialog = bench.look(files(ReceivedText("", MARKS[:1])))
    from annotator.desk.commands.articles import RemoveArticle

    bench.run(RemoveArticle(gone))
    index = dialog.texts.goes_to.findData(gone)
    dialog.texts.goes_to.setCurrentIndex(index)
    dialog.texts.goes_to.activated.emit(index)
    bench.wait()
    assert dialog.trouble.words
    assert dialog.isVisible()
    bench.take(dialog)
    assert dialog.isVisible()
    assert dialog.trouble.words


def test_a_library_that_has_gone_on_does_not_confuse_what_is_told(bench: Bench) -> None:
    dialog = bench.look(file(*MARKS))
    before = dialog.wishes
    QTest.keyClicks(dialog.labels.choosers["lamp"], "d")
    words = bench.said(dialog)
    dialog.show_reception(before, dialog._reception.__class__("doccano", "late"))
    assert dialog.short.text() == words  # an answer to what is no longer asked


def test_more_labels_than_show_are_taken_as_proposed(qtbot) -> None:
    part = LabelsPart([LabelReception(f"L{n}", n, None) for n in range(SHOWN + 20)])
    qtbot.addWidget(part)
    assert len(part.mapping) == SHOWN
    assert f"L{SHOWN + 19}" in part.mapping  # the most frequent ones show
    assert "L0" not in part.mapping
    assert any("20 more labels" in label.text() for label in part.findChildren(QLabel))


def test_it_can_be_used_by_keys_and_heard(bench: Bench, qtbot) -> None:
    texts = [
        ReceivedText(f"{n} {TEXT}", tuple(mark(f"L{k}", ALLEGED, f"{n} {TEXT}") for k in range(9)))
        for n in range(9)
    ]
    for received in (file(*MARKS), files(*texts)):
        dialog = bench.look(received)
        dialog.activateWindow()
        wait_until(dialog.isActiveWindow)
        bench.wait()
        found = access.controls(dialog)
        assert access.nameless(found) == []
        # What Qt calls a chooser on this system is what it stands on; its name comes by its label.
        named = [one for one in found if one.focusable and not isinstance(one.widget, Meaning)]
        assert access.namesakes(named) == []
        choosers = dialog.labels.choosers
        assert len({one.accessibleName() for one in choosers.values()}) == len(choosers)
        labels = {label.buddy(): label.text() for label in dialog.labels.findChildren(QLabel)}
        assert {label: labels[one] for label, one in choosers.items()} == {one: one for one in choosers}
        assert access.unreached(dialog, access.walk(dialog)) == []
        assert misfits(dialog) == []
        dialog.reject()
