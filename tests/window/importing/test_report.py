"""The report of an import: in groups, opened and looked at by keys, copied as text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.desk.reading_files import Gathered, Problem
from annotator.model.drafts import Draft
from annotator.model.received import Received, ReceivedText
from annotator.text.identity import article_id
from annotator.window.flow.batch import Report
from annotator.window.importing.outcomes import Line, Outcome, as_text, in_short, outcomes
from annotator.window.importing.report import ReportWindow
from tests.window import access
from tests.window.fitting import misfits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

K = Qt.Key

FERRY, BEES = Draft("Ferry\n\nIt sails.", "Ferry"), Draft("Bees\n\nThey fly.", "Bees")
NOTED = Draft("Roof\n\nIt leaks.", "Roof", notes=(("article.tables_left_out", {"count": 2}),))
LETTERS = Draft("Fahre", "Fahre", sure=False)
PARAGRAPHS = Draft("Budget", "Budget", guessed=True)
BROKEN = Problem("in/broken.docx", ("file.damaged", {"name": "broken.docx"}))
READ = Gathered(
    (
        ("in/ferry.txt", FERRY),
        ("in/old.txt", LETTERS),
        ("in/bees.txt", BEES),
        ("in/ferry again.txt", FERRY),
        ("in/budget.pdf", PARAGRAPHS),
        ("https://example.org/roof", NOTED),
    ),
    ((Path("in/c.brat.zip"), Received("brat", "c.brat.zip", (ReceivedText("Ferry"),))),),
    problems=(BROKEN,),
)
REPORT = Report(READ, here=frozenset({article_id(BEES.text)}))


@pytest.fixture
def window(qtbot) -> ReportWindow:
    made = ReportWindow(outcomes(REPORT), "2 files of other kinds were passed over.")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def told(outcome: Outcome) -> dict[str, str]:
    return {line.name: line.words for line in outcomes(REPORT) if line.outcome is outcome}


def test_each_file_is_told_once_with_what_it_became() -> None:
    assert told(Outcome.NEW) == {
        "ferry.txt": "Ferry",
        "https://example.org/roof": "Roof · 2 tables were left out.",
    }
    assert told(Outcome.THERE) == {"bees.txt": "Bees", "ferry again.txt": "Ferry"}
    assert list(told(Outcome.FAILED)) == ["broken.docx"]
    assert told(Outcome.FAILED)["broken.docx"].startswith("broken.docx is damaged.")
    waits = told(Outcome.WAITS)
    assert list(waits) == ["old.txt", "budget.pdf", "c.brat.zip"]
    assert "letters" in waits["old.txt"]
    assert "paragraphs" in waits["budget.pdf"]
    assert "brat" in waits["c.brat.zip"]
    assert len(outcomes(REPORT)) == len(READ.articles) + 2


def test_what_could_not_be_written_did_not_come_in() -> None:
    lines = outcomes(Report(READ, problem="The disk is full."))
    failed = [
        line.name for line in lines if line.outcome is Outcome.FAILED and line.words == "The disk is full."
    ]
    assert failed == ["ferry.txt", "bees.txt", "ferry again.txt", "https://example.org/roof"]
    assert not any(line.outcome is Outcome.NEW for line in lines)


def test_it_is_summed_up_and_copied_as_text(window: ReportWindow) -> None:
    assert in_short(window.lines) == (
        "2 came in, 2 were there already, 1 did not come in, 3 are worth a look"
    )
    window.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Worth a look (3)\nold.txt: ")
    assert "\n\nIn the library already (2)\nbees.txt: Bees\nferry again.txt: Ferry\n\nCame in (2)\n" in text
    assert text.endswith("\n\n2 files of other kinds were passed over.\n")
    assert as_text([Line(Outcome.NEW, "a.txt", "A")]) == "Came in (1)\na.txt: A\n"


def test_enter_opens_what_came_in_and_looks_at_what_waits(window: ReportWindow) -> None:
    opened, looked = [], []
    window.article_wanted.connect(opened.append)
    window.look_wanted.connect(looked.append)
    QTest.keyClick(window.table, K.Key_Return)
    assert looked == [[0]]
    QTest.keyClick(window.table, K.Key_End)
    QTest.keyClick(window.table, K.Key_Return)
    assert opened == [article_id(NOTED.text)]
    QTest.keyClicks(window.table, "broken")
    QTest.keyClick(window.table, K.Key_Return)
    assert (len(opened), len(looked)) == (1, 1)  # nothing can be opened there
    assert "broken.docx is damaged" in window._whole.text()


def test_ticks_say_what_is_looked_at(window: ReportWindow, qtbot) -> None:
    assert window.look.text() == "&Look at 3 files…"
    QTest.keyClick(window.table, K.Key_Space)
    assert window.ticked == [1, 2]
    assert window.look.text() == "&Look at 2 files…"
    with qtbot.waitSignal(window.look_wanted) as asked:
        window.look.click()
    assert asked.args == [[1, 2]]
    window.settle(1, "Budget", "a1", new=True)
    assert window.ticked == [2]  # what was unticked stays so
    assert window.lines[1].outcome is Outcome.NEW
    assert window.lines[1].article == "a1"
    for number in (0, 2):
        window.settle(number, "Old", "a2", new=False)
    assert window.look.isHidden()
    assert not window._later.isVisible()


def test_it_can_be_used_by_keys_and_heard(window: ReportWindow, qtbot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    found = access.controls(window)
    assert access.nameless(found) == []
    assert access.namesakes([one for one in found if one.focusable]) == []
    assert access.unreached(window, access.walk(window)) == []
    assert misfits(window) == []
    heads = [window.table.topLevelItem(n) for n in range(window.table.topLevelItemCount())]
    items = [head.child(n) for head in heads for n in range(head.childCount())]
    spoken = [item.data(0, Qt.ItemDataRole.AccessibleTextRole) for item in items]
    assert spoken == [line.spoken for line in window.lines]


def test_ten_thousand_lines_are_shown_at_once(qtbot) -> None:
    lines = [Line(Outcome.NEW, f"{n}.txt", f"Article {n}", f"a{n}") for n in range(10_000)]
    made = ReportWindow(lines)
    qtbot.addWidget(made)
    made.show()
    assert "10,000 came in" in made._short.text()
