"""How far people agree on each article: a row each, with the picked figure on a line from nothing to one."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.desk.figures import figure, figure_lines
from annotator.model.agreement import Agreement
from annotator.model.views import ArticleLine
from annotator.window.lists import set_up_list
from annotator.window.painted_words import paint_lines, resized
from annotator.window.plain import as_tip
from annotator.window.theme import Theme
from annotator.words import say

Index = QModelIndex | QPersistentModelIndex

#: The roles under which a row's article and its figure (None where it is undefined) stand.
ARTICLE = Qt.ItemDataRole.UserRole
_VALUE = Qt.ItemDataRole.UserRole + 1

_SIDE = 12  # pixels, like all below
_ABOVE = 7
_DOT = 9
_VALUES = 76


class ArticlesModel(QAbstractListModel):
    """Articles with all their figures, of which one is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[ArticleLine, Agreement], ...] = ()
        self._measure = ""

    def set_articles(self, rows: tuple[tuple[ArticleLine, Agreement], ...]) -> None:
        """Shows other articles."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_measure(self, name: str) -> None:
        """Shows another figure."""
        self._measure = name
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        article, agreement = self._rows[index.row()]
        if role == ARTICLE:
            return article.id
        if role == _VALUE:
            return agreement.measure(self._measure).value if self._measure else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._told(article, agreement))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(article, agreement)
        return article.title if role == Qt.ItemDataRole.DisplayRole else None

    def _told(self, article: ArticleLine, agreement: Agreement) -> str:
        lines = dict(zip((one.name for one in agreement.measures), figure_lines(agreement), strict=True))
        line = lines.get(self._measure)
        return ", ".join((article.title, line.name, line.value, line.n)) if line else article.title


class ArticleRow(QStyledItemDelegate):
    """The title, a dot on a line, and the figure in digits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height() + QFontMetrics(resized(option.font, 0.9)).height()
        return QSize(160, height + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(option.rect, QColor(self.theme.hover))
        painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), QColor(self.theme.line))
        room = QRectF(option.rect).adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.setPen(QColor(self.theme.ink))
        height = paint_lines(painter, option.font, str(index.data()), room, 1)
        below = room.adjusted(0, height, 0, 0)
        self._paint_value(painter, option, index.data(_VALUE), below)
        painter.restore()

    def _paint_value(
        self, painter: QPainter, option: QStyleOptionViewItem, value: float | None, room: QRectF
    ) -> None:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        digits = QRectF(
            room.left() if mirrored else room.right() - _VALUES, room.top(), _VALUES, room.height()
        )
        line = room.adjusted(_VALUES if mirrored else 0, 0, 0 if mirrored else -_VALUES, 0)
        line.adjust(_DOT / 2, 0, -_DOT / 2, 0)
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.setFont(resized(option.font, 0.9))
        painter.setPen(QColor(self.theme.secondary))
        painter.drawText(
            digits, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, figure(value)
        )
        middle = line.center().y()
        painter.setPen(QColor(self.theme.border))
        painter.drawLine(QPointF(line.left(), middle), QPointF(line.right(), middle))
        if value is not None:
            share = max(0.0, min(value, 1.0))
            x = line.right() - share * line.width() if mirrored else line.left() + share * line.width()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.ink))
            painter.drawEllipse(QPointF(x, middle), _DOT / 2, _DOT / 2)


class ArticlesStrip(QListView):
    """A row for each article. Signal: `article_picked` with the id of the one clicked or entered."""

    article_picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row = ArticleRow(theme)
        self._model = ArticlesModel()
        self._build()

    def set_articles(self, rows: tuple[tuple[ArticleLine, Agreement], ...]) -> None:
        """Shows other articles, with how far people agree on each."""
        row = self.currentIndex().row()
        self._model.set_articles(rows)
        self.setCurrentIndex(self._model.index(max(0, min(row, len(rows) - 1))))

    def set_measure(self, name: str) -> None:
        """Shows another figure."""
        self._model.set_measure(name)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._row.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setModel(self._model)
        set_up_list(self, say("agreement.by_article"), self._row)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._pick)

    def _pick(self, index: QModelIndex) -> None:
        self.article_picked.emit(str(index.data(ARTICLE)))
