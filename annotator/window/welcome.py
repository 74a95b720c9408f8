"""What stands in the middle while no article is open: what this is for, and the ways to begin."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.desk.samples import Sample, samples
from annotator.window.article.face import reading_font
from annotator.window.card_button import CardButton, CardWords
from annotator.window.icons import application_icon
from annotator.window.plain import plain_label
from annotator.window.theme import Theme, current_theme
from annotator.words import say

_WIDEST = 640  # of the column, in pixels like all below
_TWO_COLUMNS_FROM = 500
_ICON = 56
_NAME = "welcome"  # by which the stylesheet finds it


class Welcome(QScrollArea):
    """A first start: three ways to begin and the samples. Files may be dropped anywhere on the window.

    Signals: `open_wanted`, `paste_wanted`, `sample_wanted` with a sample's file.
    """

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal(str)

    def __init__(
        self, offered: Callable[[], Sequence[Sample]] = samples, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offered = offered
        self._theme = current_theme()
        self._begin: list[CardButton] = []
        self._samples: list[CardButton] = []
        self._columns = 0
        self._build_page()
        self._build_begin()
        self._build_grid()
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.setStyleSheet(f"#{_NAME}, #{_NAME} > QWidget > QWidget {{ background: {theme.page}; }}")
        for card in (*self._begin, *self._samples):
            card.set_theme(theme)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Takes the keys of actions by name; the cards that begin something show them."""
        for card, (title, action, _) in zip(self._begin, self._ways(), strict=True):
            card.set_words(CardWords(say(title), keys.get(action, "")))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._samples:  # read only when they are seen: most starts show an article
            self._build_samples(self._offered())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _build_page(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName(_NAME)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 24, 24, 24)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        row.addStretch()
        row.addWidget(column, 100)
        row.addStretch()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addStretch(2)
        self._column.addWidget(self._icon())
        self._column.addWidget(self._name())
        self._column.addWidget(_centred(plain_label(say("welcome.purpose"), "quiet", wraps=True)))
        self._column.addSpacing(14)
        self.setWidget(page)

    def _icon(self) -> QLabel:
        icon = plain_label()
        icon.setPixmap(application_icon().pixmap(_ICON, _ICON))
        return _centred(icon)

    def _name(self) -> QLabel:
        name = plain_label(say("welcome.name"))
        face = reading_font(28)
        face.setBold(True)
        name.setFont(face)
        return _centred(name)

    def _ways(self) -> tuple[tuple[str, str, SignalInstance], ...]:
        """The ways to begin: what their cards say, the actions of the menus, and what they send."""
        return (
            ("welcome.open", "import", self.open_wanted),
            ("welcome.paste", "paste", self.paste_wanted),
        )

    def _build_begin(self) -> None:
        for title, _, signal in self._ways():
            card = CardButton(CardWords(say(title), ""), self._theme)
            card.clicked.connect(signal)
            self._begin.append(card)
        self.setFocusProxy(self._begin[0])  # the keys go to something that shows it
        row = QHBoxLayout()
        row.setSpacing(10)
        for card in self._begin:
            row.addWidget(card)
        self._column.addLayout(row)
        self._column.addWidget(_centred(plain_label(say("welcome.drop"), "quiet", wraps=True)))

    def _build_grid(self) -> None:
        self._samples_heading = plain_label(say("welcome.samples"), "quiet")
        self._samples_heading.setContentsMargins(0, 14, 0, 0)
        self._samples_heading.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._column.addWidget(self._samples_heading)
        self._column.addLayout(self._grid)
        self._column.addStretch(3)

    def _build_samples(self, found: Sequence[Sample]) -> None:
        for number, sample in enumerate(found):
            card = CardButton(_words(sample, first=number == 0), self._theme)
            card.clicked.connect(lambda _=False, file=sample.file: self.sample_wanted.emit(file))
            self._samples.append(card)
        self._samples_heading.setVisible(bool(found))
        self._columns = 0
        self._arrange(self.viewport().width())

    def _arrange(self, width: int) -> None:
        """Two samples beside each other where there is room."""
        columns = 2 if width >= _TWO_COLUMNS_FROM else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._samples):
            self._grid.addWidget(card, number // columns, number % columns)


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def _words(sample: Sample, first: bool) -> CardWords:
    language = say(f"language.{sample.language.partition('-')[0]}")
    parts = [sample.publisher, language, say("welcome.marked") if sample.marked else ""]
    return CardWords(sample.title, " · ".join(filter(None, parts)), say("welcome.start") if first else "")
