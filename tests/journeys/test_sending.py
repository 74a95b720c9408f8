"""From one window to another by file: sent, taken in, given to coders, come back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.finishing import DeclareDone
from annotator.desk.settings import Settings
from annotator.model.enums import Tag
from annotator.window.app import Starter
from annotator.window.hands import wait_until
from annotator.window.merging.dialog import MergeDialog
from annotator.window.packets.window import PacketsWindow
from annotator.window.sending.dialog import SendDialog
from tests.desk.colleagues import DRAFT, MONEY, TEXT, sent
from tests.journeys.person import CTRL, Person, leave

K = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
SitDown = Callable[..., Person]


@pytest.fixture
def sit_down(qtbot, tmp_path: Path) -> Iterator[SitDown]:
    """Somebody by name in front of a library of their own; whoever sat there before has gone."""
    starters: list[Starter] = []

    def stand_up() -> None:
        for starter in starters:
            leave(starter)
        starters.clear()

    def begin(name: str) -> Person:
        stand_up()
        starters.append(Starter(Settings(tmp_path / f"{name}.json"), name))
        return Person(starters[0], tmp_path / f"{name}.sqlite")

    yield begin
    stand_up()


def dialog(kind: type[QDialog]) -> QDialog:
    """The dialog of a kind that is in sight, once it is."""

    def there() -> list[QDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    wait_until(lambda: bool(there()))
    return there()[-1]


def has_article(person: Person) -> str:
    """Imports the article and opens it; its id."""
    window = person.window
    window.session.run(ImportArticle(DRAFT), lambda changes: window.reading.open(changes.made[0]))
    person.settle()
    return window.reading.article


def write_to(file: Path) -> None:
    """Says where the file goes, and lets it be written."""
    asking = dialog(SendDialog)
    asking.place.field.setText(str(file))
    QTest.keyClick(asking.place.field, K.Key_Return)


def drop(person: Person, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    person.window.dropEvent(event)


def take_in(person: Person, *files: Path) -> None:
    drop(person, *files)
    QTest.keyClick(dialog(MergeDialog), K.Key_Return)
    wait_until(lambda: not person.window.merging.busy)
    person.settle()
    person.window.activateWindow()  # no window manager does it here


def marks(person: Person) -> dict[str, str]:
    return {line.quote: line.reviewer for line in person.claims}


def test_work_goes_out_and_comes_in_and_can_be_taken_back(sit_down: SitDown, tmp_path: Path) -> None:
    ada = sit_down("Ada")
    has_article(ada)
    ada.mark("The mayor took money", K.Key_A)
    ada.shortcut("Ctrl+Shift+E")
    QTest.keyClicks(dialog(SendDialog).message, "Is this one?")
    write_to(tmp_path / "ferry")
    ada.settle()
    assert "ferry.redpencil.json" in ada.window.messages.words

    ben = sit_down("Ben")
    drop(ben, tmp_path / "ferry.redpencil.json")
    summary = dialog(MergeDialog)
    assert summary.files.item(0).data(SPOKEN) == "Ada, 1 new claim"
    assert ben.window.reading.article == ""  # nothing is written yet
    QTest.keyClick(summary, K.Key_Return)
    wait_until(lambda: not ben.window.merging.busy)
    ben.settle()
    assert ben.text == TEXT
    assert marks(ben) == {"The mayor took money": "Ada"}
    assert ben.window.tabs.currentWidget() is ben.window.side.people_page
    assert ben.window.messages.words == "Taken in from Ada: 1 new claim."
    QTest.mouseClick(ben.window.messages._action, Qt.MouseButton.LeftButton)
    ben.settle()
    assert ben.window.reading.article == ""
    take_in(ben, tmp_path / "ferry.redpencil.json")
    assert marks(ben) == {"The mayor took money": "Ada"}


def test_a_file_comes_back_and_both_have_all(sit_down: SitDown, tmp_path: Path) -> None:
    ada = sit_down("Ada")
    article = has_article(ada)
    take_in(ada, sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION), message="Done."))
    ada.mark("The council met twice", K.Key_F)
    both = {"The mayor took money": "Ben", "The council met twice": "Ada"}
    assert marks(ada) == both
    ada.menu("send")
    asking = dialog(SendDialog)
    assert asking.sending.articles == (article,)
    asking.people.picks.button("all").click()
    write_to(tmp_path / "all")
    ada.settle()
    cora = sit_down("Cora")
    take_in(cora, tmp_path / "all.redpencil.json")
    assert marks(cora) == both


def test_articles_and_review_files_may_be_opened_together(sit_down: SitDown, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("An article.\n\nOf its own.", encoding="utf-8")
    ada = sit_down("Ada")
    files = (tmp_path / "plain.txt", sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION)))
    ada.window.importing.take_files(list(files))
    QTest.keyClick(dialog(MergeDialog), K.Key_Return)
    wait_until(lambda: not ada.window.merging.busy and not ada.window.importing.busy)
    both = {"First", "An article."}
    wait_until(lambda: {line.title for line in ada.window.exporting.known} == both)  # the list follows


def test_a_broken_file_is_told_with_its_place_and_changes_nothing(sit_down: SitDown, tmp_path: Path) -> None:
    ada = sit_down("Ada")
    before = ada.content()
    (tmp_path / "bad.redpencil.json").write_text('{\n"@context": ,', encoding="utf-8")
    drop(ada, tmp_path / "bad.redpencil.json")
    wait_until(lambda: "bad.redpencil.json" in ada.window.messages.words)
    assert "2" in ada.window.messages.words  # the line of the fault
    assert ada.content() == before


def test_a_packet_goes_to_a_coder_who_tags_unseen_and_the_grid_fills(
    sit_down: SitDown, tmp_path: Path
) -> None:
    ada = sit_down("Ada")
    has_article(ada)
    ada.mark("The council met twice", K.Key_F)
    ada.menu("packets")
    grid = dialog(PacketsWindow)
    QTest.mouseClick(grid.new, Qt.MouseButton.LeftButton)
    asking = dialog(SendDialog)
    QTest.keyClicks(asking.packet.names, "Cora, Dan")
    write_to(tmp_path / "packet")
    wait_until(lambda: (tmp_path / "packet.redpencil.json").exists())
    ada.settle()
    assert grid.far.text() == "0 of 2 done"

    cora = sit_down("Cora")
    take_in(cora, tmp_path / "packet.redpencil.json")  # her name is proposed
    assert cora.claims == []
    cora.mark("The mayor took money", K.Key_A)
    take_in(cora, sent(tmp_path, "Ben", (MONEY, Tag.DENIAL)))
    assert marks(cora) == {"The mayor took money": "Cora"}  # Ben's stays hidden
    cora.window.session.run(DeclareDone(cora.window.reading.article))
    cora.settle()
    cora.menu("send")
    write_to(tmp_path / "back")
    cora.settle()

    ada = sit_down("Ada")
    take_in(ada, tmp_path / "back.redpencil.json")
    ada.menu("packets")
    grid = dialog(PacketsWindow)
    ada.settle()
    assert grid.far.text() == "1 of 2 done"
    row = [grid.grid.model().index(0, column).data() for column in range(3)]
    assert row == ["First", "done · 1 claim", "not back yet"]
    grid.grid.setFocus()
    QTest.keyClick(grid.grid, K.Key_Return)
    ada.settle()
    assert marks(ada) == {"The council met twice": "Ada", "The mayor took money": "Cora"}


def test_open_files_offers_review_files_too(sit_down: SitDown, monkeypatch, tmp_path: Path) -> None:
    asked: list[str] = []
    file = sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION))

    def choose(_parent, _title, _folder, filters: str) -> tuple[list[str], str]:
        asked.append(filters)
        return [str(file)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    ada = sit_down("Ada")
    ada.press(K.Key_O, CTRL, ada.window.centralWidget())
    QTest.keyClick(dialog(MergeDialog), K.Key_Escape)
    assert "*.redpencil.json" in asked[0]
