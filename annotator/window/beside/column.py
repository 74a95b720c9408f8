"""One person's version: whose it is, its tag, its words, who says it and what backs it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.views import ClaimLine
from annotator.window.beside.badge import BADGE, TagBadge
from annotator.window.beside.versions import Version
from annotator.window.beside.wording import Wording
from annotator.window.claims.list_model import speakers, spoken_claim
from annotator.window.margins import margins
from annotator.window.painted_words import isolated
from annotator.window.people import readable
from annotator.window.plain import ElidedLabel, plain_label
from annotator.window.theme import Theme
from annotator.words import say

_BAND = 3  # pixels, like all below
_INSIDE = 10
_APART = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Column(QWidget):
    """A version behind its person's band. Signal: `chosen` where it is one of several to answer.

    With `brief` the words are left out, for they stand in the article.
    """

    chosen = Signal(str)

    def __init__(self, version: Version, theme: Theme, *, picked: bool, one_of_several: bool) -> None:
        super().__init__()
        self.version = version
        self._theme = theme
        self._details: list[QWidget] = []
        self._tag: QLabel | None = None
        self._build(picked=picked)
        self._describe()
        if one_of_several and version.can_be_answered:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_brief(self, brief: bool) -> None:
        """Leaves the words out, or shows them."""
        for part in self._details:
            part.setVisible(not brief)
        self._column.invalidate()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the tag to its letter where there is no room for its word beside the name."""
        super().resizeEvent(event)
        if self._tag is not None:
            needed = BADGE + self._name.sizeHint().width() + self._tag.sizeHint().width() + 2 * _APART
            self._tag.setVisible(self.width() - _BAND - 2 * _INSIDE >= needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._choose()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The band on the side where lines begin; an outline while the keyboard is here."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(readable(self.version.person.colour, self._theme))
            left = self.width() - _BAND if self.isRightToLeft() else 0
            painter.drawRoundedRect(QRectF(left, 1, _BAND, self.height() - 2), 1.5, 1.5)
            if self.hasFocus():
                painter.setPen(QColor(self._theme.ink))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _build(self, *, picked: bool) -> None:
        # Ignored: columns side by side are of one width, whatever their people's names.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*margins(_BAND + _INSIDE, 3, _INSIDE, 3))
        column.setSpacing(4)
        claim = self.version.claim
        column.addLayout(self._head(claim, picked=picked))
        if claim is None:
            column.addWidget(plain_label(say("beside.nothing"), "quiet"))
        else:
            about = plain_label(" · ".join(self._about(claim)), "quiet", wraps=True)
            self._details = [
                Wording(self.version.parts, self._theme, withdrawn=claim.withdrawn),
                about,
            ]
            for part in self._details:
                column.addWidget(part)
        column.addStretch(1)

    def _head(self, claim: ClaimLine | None, *, picked: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_APART)
        row.addStrut(BADGE)
        if claim is not None:
            row.addWidget(TagBadge(claim.tag, self._theme, picked=picked, hollow=claim.withdrawn))
        self._name = self._named()
        row.addWidget(self._name)
        if claim is not None:
            self._tag = plain_label(say(f"tag.{claim.tag.value}"), "quiet")
            row.addWidget(self._tag)
        row.addStretch(1)
        return row

    def _named(self) -> QLabel:
        person = self.version.person
        label = ElidedLabel(say("people.me", name=isolated(person.name)) if person.mine else person.name)
        font = label.font()
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)
        return label

    @staticmethod
    def _about(claim: ClaimLine) -> list[str]:
        said = say("beside.said_by", names=speakers(claim)) if claim.speakers else say("beside.no_source")
        found = [said]
        found += [say("panel.evidence", count=claim.evidence)] if claim.evidence else []
        found += [say("colleagues.comments", count=claim.comments)] if claim.comments else []
        found += [say("panel.withdrawn")] if claim.withdrawn else []
        return found

    def _describe(self) -> None:
        claim = self.version.claim
        if claim is None:
            self.setAccessibleName(say("beside.nothing_long", name=isolated(self.version.person.name)))
        elif self.version.can_be_answered:
            self.setAccessibleName(say("beside.pick", claim=spoken_claim(claim)))
        else:
            self.setAccessibleName(spoken_claim(claim))

    def _choose(self) -> None:
        claim = self.version.claim
        if claim is not None and self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self.chosen.emit(claim.id)
