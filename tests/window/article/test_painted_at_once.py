"""What answers a key at once paints the lines of its words, and no others."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from annotator.model.spans import Span

TEXT = "Ferry\n\n" + "\n\n".join(f"Paragraph {number} says nothing of note." for number in range(12))


class Regions(QObject):
    """Notes what of the page was painted."""

    def __init__(self, page) -> None:
        super().__init__(page)
        self.painted: list[QRect] = []
        page.viewport().installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.append(event.region().boundingRect())
        return False


def test_a_pending_mark_is_painted_where_its_words_stand(hand) -> None:
    view = hand(TEXT).view
    QApplication.processEvents()
    regions = Regions(view)
    start = TEXT.index("Paragraph 3")
    span = Span(start, start + len("Paragraph 3 says nothing"))
    view.show_pending(span, Tag.DENIAL)
    QApplication.processEvents()
    (region,) = regions.painted
    for offset in (span.start, span.end - 1):
        assert region.contains(view.place_of(offset).toPoint())
    assert not region.contains(view.place_of(TEXT.index("Paragraph 9")).toPoint())
