"""Where somebody was in each article, to go on from there."""

from PySide6.QtCore import QObject

from annotator.desk.settings import Settings
from annotator.model.spans import Span
from annotator.model.views import ArticlePage
from annotator.window.article.view import ArticleView
from annotator.window.flow.reading import Reading

#: Of so many articles the places are kept, those left last.
_AT_MOST = 200


class Places(QObject):
    """Keeps the line at the top and the cursor of an article that is left, and goes back there."""

    def __init__(self, settings: Settings, reading: Reading, view: ArticleView) -> None:
        super().__init__()
        self._settings, self._view = settings, view
        self._article = ""
        reading.leaving.connect(self.keep)
        reading.opened.connect(self._go_back)

    def keep(self) -> None:
        """Keeps the place in the open article."""
        if self._article:
            places = self._settings.get("places")
            places = {article: place for article, place in places.items() if article != self._article}
            places[self._article] = [self._view.first_in_sight(), self._view.cursor_offset()]
            self._settings.put(places=dict(list(places.items())[-_AT_MOST:]))

    def _go_back(self, page: ArticlePage | None) -> None:
        again = page is not None and page.id == self._article
        self._article = page.id if page else ""
        place = self._settings.get("places").get(self._article)
        if page is not None and not again and _is_place(place, len(page.text)):
            top, cursor = place
            self._view.go_to(Span(cursor, cursor))
            self._view.scroll_to_top(top)


def _is_place(place: object, length: int) -> bool:
    """Whether two offsets of the text were kept; the file of settings may say anything."""
    return (
        isinstance(place, list)
        and len(place) == len(("top", "cursor"))
        and all(isinstance(offset, int) and 0 <= offset <= length for offset in place)
    )
