import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.sources import AddSource, NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.queries.claims import claim_view
from annotator.desk.queries.sources import register
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Tag
from annotator.model.spans import Span
from annotator.window.session import Session
from annotator.window.sources.dialog import SourcesDialog
from annotator.window.sources.used_list import UsedList
from tests.window.at_work import AtWork

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


class Bench(AtWork):
    """A library with one claim, said by Ada; Ada L. and the Audit office are in the register too."""

    def __init__(self, qtbot, session: Session) -> None:
        super().__init__(qtbot, session)
        self.article = self.run(ImportArticle(Draft("Ada said the bridge is safe.", "Bridge"))).made[0]
        self.claim = self.run(TagClaim(self.article, Span(9, 27), Tag.FACT)).made[0]
        self.run(SayBy(self.claim, NewSource("Ada")))
        self.run(AddSource(NewSource("Ada L.", role="engineer")))
        self.run(AddSource(NewSource("Audit office", SourceKind.ORGANISATION)))

    def register(self) -> dict[str, object]:
        return {source.name: source for source in self.ask(register)}

    def speakers(self) -> list[str]:
        view = self.ask(lambda desk: claim_view(desk, self.claim))
        return [link.source.name for link in view.attributions]


@pytest.fixture
def bench(qtbot, session) -> Bench:
    return Bench(qtbot, session)


def opened(qtbot, session) -> SourcesDialog:
    shown = SourcesDialog(session)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.waitUntil(lambda: session.idle)
    return shown


@pytest.fixture
def dialog(qtbot, bench: Bench) -> SourcesDialog:
    return opened(qtbot, bench.session)


def names(dialog) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def field(dialog, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def button(dialog, words: str) -> QPushButton:
    return next(
        each for each in dialog.findChildren(QPushButton) if each.text() == words and each.isVisible()
    )


def press(bench, dialog, words: str) -> None:
    bench.qtbot.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)
    bench.wait()


def pick(bench, dialog, name: str) -> None:
    """With the mouse, as a person does."""
    row = names(dialog).index(name)
    place = dialog.table.visualRect(dialog.table.model().index(row, 0)).center()
    bench.qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    bench.wait()


def rename(bench, dialog, to: str) -> None:
    field(dialog, "Name").selectAll()
    bench.qtbot.keyClicks(field(dialog, "Name"), to)
    bench.qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Return)
    bench.wait()


def join(bench, dialog, name: str, other: str) -> None:
    pick(bench, dialog, name)
    press(bench, dialog, "Join…")
    bench.qtbot.keyClicks(field(dialog, "Join with"), other)
    bench.qtbot.keyClick(field(dialog, "Join with"), Qt.Key.Key_Return)
    press(bench, dialog, "Join")


def test_sources_stand_by_name_and_are_searched_by_name_and_role(bench, dialog, qtbot):
    assert names(dialog) == ["Ada", "Ada L.", "Audit office", "Not named in the text", "The article itself"]
    qtbot.keyClicks(field(dialog, "Search sources"), "ENGIN")
    assert names(dialog) == ["Ada L."]
    qtbot.keyClicks(field(dialog, "Search sources"), "xyz")
    assert names(dialog) == []
    assert any("No source has" in each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def test_a_new_name_is_kept_when_the_field_is_left_and_undone_by_a_key(bench, dialog, qtbot):
    pick(bench, dialog, "Ada")
    rename(bench, dialog, "Ada Lovelace")
    assert bench.speakers() == ["Ada Lovelace"]
    assert "Ada Lovelace" in names(dialog)
    assert field(dialog, "Name").text() == "Ada Lovelace"
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.wait()
    assert bench.speakers() == ["Ada"]
    assert field(dialog, "Name").text() == "Ada"
    press(bench, dialog, "Redo")
    assert bench.speakers() == ["Ada Lovelace"]


def test_what_is_typed_is_kept_when_another_is_picked_or_the_dialog_closes(bench, dialog, qtbot):
    pick(bench, dialog, "Ada")
    qtbot.keyClicks(field(dialog, "Role"), "mathematician")
    dialog.pick(bench.register()["Audit office"].id)
    bench.wait()
    assert bench.register()["Ada"].role == "mathematician"
    assert bench.register()["Audit office"].role == ""
    qtbot.keyClicks(field(dialog, "Role"), "auditor")
    qtbot.keyClick(field(dialog, "Role"), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    bench.wait()
    assert bench.register()["Audit office"].role == "auditor"


def test_what_is_typed_is_kept_when_the_window_is_closed(bench, dialog, qtbot):
    pick(bench, dialog, "Ada")
    qtbot.keyClicks(field(dialog, "Role"), "mathematician")
    dialog.close()
    bench.wait()
    assert bench.register()["Ada"].role == "mathematician"


def test_an_empty_name_gets_a_sentence_and_the_old_one_is_kept(bench, dialog, qtbot):
    pick(bench, dialog, "Ada")
    field(dialog, "Name").selectAll()
    qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Delete)
    qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Return)
    bench.wait()
    assert dialog.details.trouble.words == "A source needs a name."
    assert bench.speakers() == ["Ada"]


def test_two_entries_are_joined_and_parted_again(bench, dialog, qtbot):
    pick(bench, dialog, "Ada")
    press(bench, dialog, "Join…")
    assert not button(dialog, "Join").isEnabled()
    qtbot.keyClicks(field(dialog, "Join with"), "ada l.")
    qtbot.keyClick(field(dialog, "Join with"), Qt.Key.Key_Return)
    assert any("shown as “Ada L.” everywhere" in each.text() for each in dialog.findChildren(QLabel))
    press(bench, dialog, "Join")
    assert bench.speakers() == ["Ada L."]
    assert names(dialog)[0] == "Ada L."
    press(bench, dialog, "Part again")
    assert bench.speakers() == ["Ada"]
    assert names(dialog)[:2] == ["Ada", "Ada L."]


def test_joining_and_its_undo_show(bench, dialog):
    join(bench, dialog, "Ada", "Ada L.")
    assert "Ada" not in names(dialog)
    press(bench, dialog, "Undo")
    assert names(dialog)[:2] == ["Ada", "Ada L."]


def test_a_confidential_source_never_joins_a_named_one(bench, dialog):
    bench.run(AddSource(NewSource("Deep Well", confidential=True)))
    join(bench, dialog, "Deep Well", "Ada")
    assert "never joined" in dialog.details.trouble.words
    assert "Deep Well" in names(dialog)


def test_an_unused_source_is_removed_and_a_used_one_cannot_be(bench, dialog):
    pick(bench, dialog, "Ada")
    assert not button(dialog, "Remove").isEnabled()
    pick(bench, dialog, "Audit office")
    press(bench, dialog, "Remove")
    assert "Audit office" not in names(dialog)
    assert "Pick a source" in "".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    press(bench, dialog, "Undo")
    assert "Audit office" in names(dialog)


def test_the_two_of_every_library_cannot_be_changed(bench, dialog):
    pick(bench, dialog, "The article itself")
    assert not field(dialog, "Name").isEnabled()
    assert not button(dialog, "Join…").isEnabled()
    assert not button(dialog, "Remove").isEnabled()


def test_a_use_opens_its_claim(bench, dialog, qtbot):
    pick(bench, dialog, "Ada")
    uses = dialog.findChild(UsedList)
    assert "said the bridge" not in uses.item(0).text()
    assert uses.item(0).text().endswith("Bridge")
    uses.setCurrentRow(0)
    with qtbot.waitSignal(dialog.open_claim) as asked:
        qtbot.keyClick(uses, Qt.Key.Key_Return)
    assert asked.args == [bench.article, bench.claim]


def test_a_use_that_is_not_there_is_said(bench, dialog):
    pick(bench, dialog, "Audit office")
    assert dialog.findChild(UsedList).item(0).text() == "No claim names this source."


def test_an_empty_register_says_how_sources_come_into_it(qtbot, session):
    shown = opened(qtbot, session)
    qtbot.waitUntil(lambda: "No sources yet" in "".join(each.text() for each in shown.findChildren(QLabel)))


def test_an_anonymous_source_needs_description_and_reason(bench, dialog, qtbot):
    pick(bench, dialog, "Ada")
    assert not field(dialog, "Description").isVisible()
    kind = next(each for each in dialog.findChildren(QWidget) if each.accessibleName() == "Kind")
    kind.setFocus()
    qtbot.keyClicks(kind, "anonymous")
    bench.wait()
    assert bench.register()["Ada"].kind is SourceKind.PERSON
    qtbot.keyClicks(field(dialog, "Description"), "an engineer")
    field(dialog, "Why it is not named").setFocus()
    bench.wait()
    assert "reason why it is not named" in dialog.details.trouble.words
    qtbot.keyClicks(field(dialog, "Why it is not named"), "fears for her post")
    qtbot.keyClick(field(dialog, "Why it is not named"), Qt.Key.Key_Return)
    bench.wait()
    ada = bench.register()["Ada"]
    assert (ada.kind, ada.description, ada.reason) == (
        SourceKind.ANONYMOUS,
        "an engineer",
        "fears for her post",
    )


def test_everything_that_takes_the_keyboard_has_a_name(bench, dialog):
    pick(bench, dialog, "Ada")
    every = dialog.findChildren(QWidget)
    focusable = [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
    speechless = [each for each in focusable if not (each.accessibleName() or getattr(each, "text", str)())]
    assert len(focusable) > 8
    assert speechless == []


def test_answers_that_come_after_it_is_closed_are_let_go(bench, qtbot):
    shown = opened(qtbot, bench.session)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown.pick(bench.register()["Ada"].id)
    qtbot.keyClicks(field(shown, "Name"), "!")
    with qtbot.waitSignal(shown.destroyed):
        shown.close()
    bench.wait()
    assert "Ada!" in bench.register()
