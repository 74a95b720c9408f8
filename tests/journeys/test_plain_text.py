"""Whatever people write is shown letter by letter: in no part of the window is it read as markup."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget

from annotator.desk.commands.articles import ArticleDetails, EditDetails, ImportArticle
from annotator.desk.commands.claims import TagClaim, WriteNote, WritePlainWords
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.reviewing import Reject
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.model.drafts import Draft
from annotator.model.enums import ResponseKind, SourceKind, StatusValue, Tag
from annotator.model.spans import Span
from annotator.window.app import Starter
from tests.desk.content import quick_desk
from tests.journeys.person import Person


def evil(what: str) -> str:
    """Words that Qt would take for markup, and open a file of this machine."""
    return f"<b>{what}</b><img src='file:///dev/null'>"


TEXT = f"{evil('title')}\n\nThe mayor denied selling {evil('words')} the list. The ferry sails.\n"
DIALOGS = ("details", "sources", "call_sheet", "agreement", "packets", "send")


def fill(path: Path) -> None:
    """A library in which everything that people write looks like markup, by two of them."""
    with quick_desk(path, reviewer=evil("Ada")) as desk:
        draft = Draft(
            TEXT,
            evil("title"),
            file=evil("file").replace("/", "∕"),
            publisher=evil("publisher"),
        )
        article = desk.run(ImportArticle(draft)).made[0]
        desk.run(
            EditDetails(
                article,
                ArticleDetails(evil("title"), byline=evil("by"), url=evil("url")),
            )
        )
        start = TEXT.index("The mayor")
        claim = desk.run(TagClaim(article, Span(start, start + 70), Tag.ALLEGATION)).made[0]
        desk.run(TagClaim(article, Span(start, start + 60), Tag.DENIAL))
        person = NewSource(evil("source"), role=evil("role"), note=evil("about"))
        secret = NewSource("", SourceKind.ANONYMOUS, description=evil("described"), reason=evil("why"))
        for source in (person, secret):
            desk.run(SayBy(claim, source, cue=evil("cue")))
        fields = EvidenceFields(locator=evil("page"), quote=evil("quote"), url="https://example.org/<b>x</b>")
        desk.run(AddEvidence(claim, NewSource(evil("paper"), SourceKind.DOCUMENT), fields))
        desk.run(WriteNote(claim, evil("note")))
        desk.run(WritePlainWords(claim, evil("plain")))
        desk.run(SetStatus(claim, StatusFields(StatusValue.DISPUTED, reason=evil("reason"))))
        desk.run(
            Respond(
                claim,
                ResponseFields(ResponseKind.ASKED, asked_by=evil("asker"), note=evil("reply")),
            )
        )
        desk.run(AddComment(claim, evil("comment")))
    with quick_desk(path, reviewer=evil("Bob")) as desk:
        desk.run(TagClaim(article, Span(start, start + 70), Tag.FACT))
        desk.run(Reject(claim, evil("rejected")))
        desk.run(AddComment(claim, evil("answered")))


def shown(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget would have Qt read as markup, if it looked like it: which way, and the words."""
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield "label", widget.text()
    yield "tip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "what's this", widget.whatsThis()
    for action in widget.actions():
        yield "action", action.toolTip()
    if isinstance(widget, QTextEdit):
        yield "text", "" if not widget.acceptRichText() else widget.toPlainText()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from (("row", words) for words in tips(widget.model(), QModelIndex()))


def tips(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """The tool tips of all rows."""
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield str(model.data(index, Qt.ItemDataRole.ToolTipRole) or "")
        if not isinstance(model, QAbstractListModel):
            yield from tips(model, model.index(row, 0, parent))


def is_read_as_markup(words: str) -> bool:
    """Whether Qt would open the file; of what was escaped it shows the letters."""
    return "<img" in words


def look_around() -> Iterator[str]:
    """All that shows words, none of them read as markup."""
    found = [(widget, *one) for widget in QApplication.allWidgets() for one in shown(widget)]
    assert [
        f"{type(widget).__name__} {way}: {words}" for widget, way, words in found if is_read_as_markup(words)
    ] == []
    yield from (words for _, _, words in found)
    yield from (widget.text() for widget in QApplication.allWidgets() if isinstance(widget, QLabel))


def test_nothing_that_people_wrote_is_read_as_markup(starter: Starter, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    fill(library)
    person = Person(starter, library)
    person.press(Qt.Key.Key_F8)  # picks the claim
    seen: list[str] = []
    for tab in ("tab_claims", "tab_points", "tab_review", "tab_history"):
        person.menu(tab)
        seen += look_around()
    for name in DIALOGS:
        person.menu(name)
        seen += look_around()
        for dialog in QApplication.topLevelWidgets():
            if dialog is not person.window and dialog.isVisible():
                dialog.close()
    # It was all there: as letters in labels, escaped in tool tips.
    labels = "".join(words for words in seen if not words.startswith("<qt>"))
    escaped = "".join(words for words in seen if words.startswith("<qt>"))
    for what in ("Ada", "Bob", "title", "source", "described", "paper", "quote", "comment", "rejected"):
        assert f"<b>{what}</b>" in labels, what
    for what in ("source", "title"):
        assert f"&lt;b&gt;{what}&lt;/b&gt;" in escaped, what
