"""Who says the picked claim: the chain as chips, and the field for the next link."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.model.changes import Changes
from annotator.model.enums import SourceKind
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF
from annotator.model.spans import Span
from annotator.model.views import ClaimView
from annotator.window.claims.anonymous_form import AnonymousForm, AnonymousWords
from annotator.window.claims.begun import BegunWords
from annotator.window.claims.chain import Chain
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.kind_button import KindButton
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.trouble import Trouble
from annotator.window.painted_words import isolated
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.book import SourceBook
from annotator.window.sources.source_field import Named, SourceField
from annotator.words import say
from annotator.words.stored import say_stored

#: The keys of this part of the editor, by the message key of what they do.
KEYS = {"source.article itself": "Alt+I", "source.not named": "Alt+U", "editor.anonymous": "Alt+N"}

#: What stands on the buttons where the whole name would be too long.
_SHORT = {"source.not named": "editor.not_named"}


@dataclass(frozen=True, slots=True)
class Begun:
    """What was typed for a claim and not added yet; `place` tells where in the article, if anywhere."""

    words: str
    span: Span | None
    place: str
    kind: SourceKind
    confidential: bool
    anonymous: AnonymousWords | None


class SaidBy(QWidget):
    """The part of the editor that says who makes the claim.

    Signals: `back` when the person is done here, `show_span` (Span) of words in the article.
    """

    back = Signal()
    show_span = Signal(object)

    def __init__(self, session: Session, book: SourceBook) -> None:
        super().__init__()
        self._session = session
        self._book = book
        self._view: ClaimView | None = None
        self._span: Span | None = None
        self._begun: BegunWords[Begun] = BegunWords()
        self._in_use = False
        self._build()

    def show_claim(self, view: ClaimView) -> None:
        """Shows a claim; what was begun for a claim waits there until it is shown again."""
        other = self._view is None or view.id != self._view.id
        self._view = view
        self._book.set_article(view.article)
        if other and (before := self._begun.take(view.id)):
            self._resume(before)
        self._chain.show_links(view.id, view.attributions)
        hint = "editor.relayed_by_hint" if view.attributions else "editor.said_by_hint"
        self._field.setPlaceholderText(say(hint))
        self._show_quick()

    def leave(self) -> None:
        """Puts aside what was begun for the claim shown until now."""
        if self._view is not None:
            self._begun.put(self._view.id, self._begun_now())
        self._view = None
        self._in_use = False
        self._forget_typed()

    def toggle_checked(self) -> None:
        """Ticks that the claim is said so and so worded, or unticks it."""
        self._chain.toggle_checked()

    def focus_field(self) -> None:
        """Puts the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def say_by_selection(self, span: Span, words: str) -> None:
        """Makes words of the article the source, at once where it is beyond doubt whom they name.

        Else they fill the field with what the register has like them, and the person decides.
        """
        words = " ".join(words.split())
        claim = self._view.id if self._view else ""
        self._book.refresh(lambda: self._say_by_words(claim, span, words))

    def _say_by_words(self, claim: str, span: Span, words: str) -> None:
        if self._view is None or self._view.id != claim:
            return
        named = self._field.beyond_doubt(words)
        if named is None:
            self._begin(span, words)
            return
        source = named.source.id if named.source else self._new(named.name)
        self._session.run(SayBy(claim, source, span), self._said, self._trouble.tell_error)

    def _said(self, changes: Changes) -> None:
        self._trouble.clear()
        if changes.notice:
            self._trouble.tell(say(changes.notice, **changes.notice_values))
        elif changes.step:
            said = say_stored(changes.label, changes.values)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _begin(self, span: Span, words: str) -> None:
        """Fills the field with words of the article; Enter keeps their place too."""
        self._span = span
        self._field.setText(words)
        self._place.setText(say("editor.from_text", words=isolated(words)))
        self._place.show()
        self.focus_field()
        self._field.propose()

    @property
    def has_begun(self) -> bool:
        """Whether something was typed, for whatever claim, and not added yet."""
        return self._begun.any_left or self._begun_now() is not None

    @property
    def begun(self) -> BegunWords[Begun]:
        """What was begun and waits, by claim."""
        return self._begun

    @property
    def field(self) -> SourceField:
        """The field for the next source."""
        return self._field

    @property
    def trouble(self) -> Trouble:
        """Where it says why a source was not added."""
        return self._trouble

    def _build(self) -> None:
        self._chain = Chain(self._session)
        self._field = SourceField(self._book, say("editor.said_by"), SourceKind.PERSON)
        self._kind = KindButton(SourceKind.PERSON, say("access.kind_said_by"))
        self._place = plain_label(kind="quiet", wraps=True)
        self._place.hide()
        self._anonymous = AnonymousForm()
        self._trouble = Trouble()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._field, 1)
        row.addWidget(self._kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(say("editor.said_by"), "quiet"))
        column.addWidget(self._chain)
        column.addWidget(self._place)
        column.addLayout(row)
        column.addWidget(self._trouble)
        self._quick = self._build_quick()
        column.addWidget(self._quick)
        column.addWidget(self._anonymous)
        self._connect()

    def _build_quick(self) -> QWidget:
        """The sources that are one key away."""
        quick = QWidget()
        flow = FlowLayout()
        quick.setLayout(flow)
        acts: dict[str, Callable[[], None]] = {
            "source.article itself": lambda: self._say_by(THE_ARTICLE_ITSELF),
            "source.not named": lambda: self._say_by(NOT_NAMED),
            "editor.anonymous": lambda: self._anonymous.ask(self._field.text().strip()),
        }
        for key, act in acts.items():
            keys = QKeySequence(KEYS[key])
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            pill = Pill((Run(say(_SHORT.get(key, key)), quiet=True), Run(shown, cap=True)))
            pill.setAccessibleName(say(key))
            pill.setToolTip(say(key))
            pill.setAccessibleDescription(shown)
            pill.clicked.connect(act)
            flow.addWidget(pill)
            QShortcut(keys, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return quick

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.FocusIn:
            self._in_use = True
            self._show_quick()
        return super().eventFilter(watched, event)

    def _show_quick(self) -> None:
        """Once somebody is named, the sources one key away unfold only where another one is asked for.

        They stay until another claim is shown: what vanished under the pointer would make it miss.
        """
        self._quick.setVisible(self._in_use or self._view is None or not self._view.attributions)

    def _connect(self) -> None:
        self._field.installEventFilter(self)
        self._chain.show_span.connect(self.show_span)
        self._chain.refused.connect(self._trouble.tell_error)
        self._field.entered.connect(self._on_entered)
        self._field.left_empty.connect(self.back)
        self._field.escaped.connect(self.back)
        self._field.textEdited.connect(self._on_edited)
        self._kind.chosen.connect(self._on_kind)
        self._anonymous.described.connect(self._say_by)
        self._anonymous.closed.connect(self._close_anonymous)

    def _on_entered(self, named: Named) -> None:
        self._say_by(named.source.id if named.source else self._new(named.name))

    def _new(self, name: str) -> NewSource:
        return NewSource(name, self._kind.kind, confidential=self._kind.confidential)

    def _say_by(self, source: NewSource | str) -> None:
        if self._view is None:
            return
        claim = self._view.id
        self._trouble.clear()
        self._session.run(
            SayBy(claim, source, self._span),
            then=lambda changes: self._on_added(claim, changes),
            refused=self._trouble.tell_error,
        )

    def _on_added(self, claim: str, changes: Changes) -> None:
        if self._view is None or self._view.id != claim:
            self._begun.take(claim)
            return
        self._forget_typed()
        if changes.notice:
            self._trouble.tell(say(changes.notice, **changes.notice_values))
        self.focus_field()

    def _on_edited(self, typed: str) -> None:
        self._trouble.clear()
        if not typed.strip():
            self._forget_place()

    def _set_kind(self, kind: SourceKind, *, confidential: bool) -> None:
        self._kind.set_kind(kind, confidential=confidential)
        self._field.kind, self._field.confidential = kind, confidential

    def _on_kind(self) -> None:
        self._set_kind(self._kind.kind, confidential=self._kind.confidential)
        self._field.setFocus()
        self._field.propose()

    def _close_anonymous(self) -> None:
        self._anonymous.close_form()
        self.focus_field()

    def _begun_now(self) -> Begun | None:
        words, anonymous = self._field.text(), self._anonymous.begun()
        if not words.strip() and anonymous is None:
            return None
        kind = self._kind
        return Begun(words, self._span, self._place.text(), kind.kind, kind.confidential, anonymous)

    def _resume(self, begun: Begun) -> None:
        """Goes on with what was begun before."""
        self._set_kind(begun.kind, confidential=begun.confidential)
        self._field.setText(begun.words)
        self._span = begun.span
        self._place.setText(begun.place)
        self._place.setVisible(begun.span is not None)
        if begun.anonymous:
            self._anonymous.resume(begun.anonymous)

    def _forget_typed(self) -> None:
        self._field.clear_named()
        self._set_kind(self._kind.kind, confidential=False)
        self._anonymous.close_form()
        self._trouble.clear()
        self._forget_place()

    def _forget_place(self) -> None:
        self._span = None
        self._place.hide()
