"""What a denial answers, or which denials answer an allegation: both ends named, each one step away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.commands.answers import AnswerNothing, Unlink
from annotator.desk.queries.claims import claim_lines
from annotator.model.enums import Tag
from annotator.model.errors import RedPencilError
from annotator.model.views import ClaimLine, ClaimView, LinkView
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.link_chip import LinkChip
from annotator.window.claims.list_model import speakers
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.saving import Saver
from annotator.window.claims.tab_order import walk_before
from annotator.window.claims.text_fields import LineField
from annotator.window.claims.trouble import Trouble
from annotator.window.plain import as_tip, plain_label
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say

_TITLES = {Tag.DENIAL: "parts.answers", Tag.ALLEGATION: "parts.answered_by"}
_LINKS = {Tag.DENIAL: "parts.link", Tag.ALLEGATION: "parts.link_denial"}


class AnswersPart(QWidget):
    """The part of the editor for links between denials and allegations; reported facts have none.

    Signals: `claim_wanted` (id) to see the claim at the other end, `link_wanted` to link another,
    `back` when the person is done here.
    """

    claim_wanted = Signal(str)
    link_wanted = Signal()
    back = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._view: ClaimView | None = None
        self._link_key = ""
        self._shown: tuple[tuple[LinkView, str], ...] = ()
        self._chips: list[LinkChip] = []
        self._build()

    @property
    def chips(self) -> tuple[LinkChip, ...]:
        """The chips of the claims at the other ends, in text order."""
        return tuple(self._chips)

    @property
    def reason(self) -> LineField:
        """Why a denial answers nothing in the article."""
        return self._reason

    @property
    def trouble(self) -> Trouble:
        """Where it says why something was not done."""
        return self._trouble

    def show_claim(self, view: ClaimView) -> None:
        """Shows a claim's links; who speaks at the other ends is asked for and comes a moment later."""
        other = self._view is None or view.id != self._view.id
        self._view = view
        if other:
            self._trouble.clear()
        self.setVisible(view.tag in _TITLES)
        if view.tag in _TITLES:
            self._title.setText(say(_TITLES[view.tag]))
            self._show_pill(view.tag)
        denies_nothing = view.tag is Tag.DENIAL and not view.links
        self._saver.show(view.id, view.answers_nothing)
        self._reason.setReadOnly(not view.mine)
        self._reason.setVisible(denies_nothing and (view.mine or bool(view.answers_nothing)))
        self._show_links(view.links, dict(self._speakers_shown()) if not other else {})
        self._ask_speakers(view)

    def links_touched(self, claims: frozenset[str]) -> None:
        """Reads who speaks at the other ends again, where one of those claims changed."""
        if self._view is not None and claims.intersection(link.claim for link in self._view.links):
            self._ask_speakers(self._view)

    def leave(self) -> None:
        """Saves what was typed and forgets the claim."""
        self.flush()
        self._view = None

    def flush(self) -> None:
        """Saves at once what was typed."""
        self._saver.flush()

    def focus_field(self) -> None:
        """Puts the keyboard where a link is made: to the reason of a denial without one, else to the pill."""
        wanted = self._reason if self._reason.isVisibleTo(self) else self._link
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)

    def set_link_key(self, keys: str) -> None:
        """Shows the keys that link, empty where there are none."""
        self._link_key = keys
        if self._view is not None and self._view.tag in _TITLES:
            self._show_pill(self._view.tag)

    def _build(self) -> None:
        self._title = plain_label(kind="quiet")
        self._link = Pill()
        self._link.clicked.connect(self.link_wanted)
        self._flow = FlowLayout()
        self._flow.addWidget(self._link)
        self._reason = LineField(say("parts.answers_nothing"), say("parts.answers_nothing_hint"))
        self._reason.setToolTip(say("parts.answers_nothing"))
        self._trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._flow)
        column.addWidget(self._reason)
        column.addWidget(self._trouble)
        self._saver: Saver[str] = Saver(self._session, self._reason, AnswerNothing, self._refused)
        self._reason.typed.connect(self._saver.touched)
        self._reason.left.connect(self._saver.flush)
        self._reason.done.connect(self.back)

    def _show_pill(self, tag: Tag) -> None:
        words = say(_LINKS[tag])
        caps = [Run(self._link_key, cap=True)] if self._link_key else []
        self._link.set_runs((Run(words, quiet=True), *caps))
        self._link.setAccessibleName(words)
        self._link.setAccessibleDescription(self._link_key)
        self._link.setToolTip(as_tip(words))

    def _ask_speakers(self, view: ClaimView) -> None:
        if not view.links:
            return
        ends = [link.claim for link in view.links]
        self._session.ask(
            lambda desk: claim_lines(desk, view.article, ends),
            then=lambda lines: self._on_speakers(view.id, lines),
            refused=lambda _: None,
        )

    def _on_speakers(self, claim: str, lines: tuple[ClaimLine, ...]) -> None:
        if self._view is not None and self._view.id == claim:
            self._show_links(self._view.links, {line.id: speakers(line) for line in lines})

    def _speakers_shown(self) -> tuple[tuple[str, str], ...]:
        return tuple((link.claim, said) for link, said in self._shown)

    def _show_links(self, links: tuple[LinkView, ...], said_by: dict[str, str]) -> None:
        """Shows the chips; the keyboard stays on its chip, or goes to the neighbour of one that is gone."""
        shown = tuple((link, said_by.get(link.claim, "")) for link in links)
        if shown == self._shown:
            return
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._shown = shown
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(link, said) for link, said in shown]
        self._flow.removeWidget(self._link)
        for widget in (*self._chips, self._link):
            self._flow.addWidget(widget)
            widget.show()
        walk_before(self._link, self._chips)
        if focused is not None:
            (self._chips[min(focused, len(self._chips) - 1)] if self._chips else self._link).setFocus()

    def _chip(self, link: LinkView, said: str) -> LinkChip:
        chip = LinkChip(link, said, self._theme)
        chip.chosen.connect(lambda: self.claim_wanted.emit(link.claim))
        chip.removed.connect(lambda: self._unlink(link))
        return chip

    def _unlink(self, link: LinkView) -> None:
        if self._view is None:
            return
        denies = self._view.tag is Tag.DENIAL
        ends = (self._view.id, link.claim) if denies else (link.claim, self._view.id)
        self._session.run(Unlink(*ends), refused=self._trouble.tell_error)

    def _refused(self, _claim: str, _words: str, error: RedPencilError) -> None:
        self._trouble.tell_error(error)
