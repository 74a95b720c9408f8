"""The sheet with all that is drawn on it: claims, what is found and ticked, links, the sentence in turn."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.text.sentences import sentence_at
from annotator.text.whereabouts import Whereabouts
from annotator.window.article.choice import Choice
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Line
from annotator.window.article.handles import Handle, handles
from annotator.window.article.letters import Letter, letters
from annotator.window.article.links import Curve, PageLinks, Sight, curves, linked
from annotator.window.article.painter import PagePainter, Stretch
from annotator.window.article.placed import PlacedSpans
from annotator.window.article.sheet import Sheet
from annotator.window.article.strokes import StrokePainter
from annotator.window.theme import current_theme


class MarkedSheet(Sheet):
    """Draws what it is given and finds it again by points, which are pixels of the viewport."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = current_theme()
        self._sentences: Sequence[Span] = ()
        self._meta = ""
        self._claims = PageClaims()
        self._picked: str | None = None
        self._read = PlacedSpans()
        self._hits = PlacedSpans()
        self._hit: Span | None = None
        self._links = PageLinks()
        self._choice: Choice | None = None
        self._whereabouts = Whereabouts()

    @property
    def picked(self) -> str | None:
        """The id of the picked claim."""
        return self._picked

    @property
    def picked_claim(self) -> ClaimLine | None:
        """The picked claim, where the page has it."""
        return self._claims.get(self._picked)

    @property
    def sentences(self) -> Sequence[Span]:
        """The article's sentences in order."""
        return self._sentences

    @property
    def cursor_sentence(self) -> Span | None:
        """The sentence the keyboard is at, where nothing is selected and no claim picked."""
        if self._picked is not None or self.textCursor().hasSelection():
            return None
        return sentence_at(self._sentences, self.cursor_offset())

    def set_claims(self, lines: Iterable[ClaimLine]) -> None:
        """Show these claims and no others."""
        claims = PageClaims(lines, self._claims.shown)
        claims.inherit(self._claims)
        self._claims = claims
        self.viewport().update()

    def update_claims(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Show some claims anew and others no longer; a removed one is not picked any more."""
        gone = list(removed)
        self._claims.update(changed, gone)
        if self._picked in gone:
            self._picked = None
        self.viewport().update()

    def show_pending(self, span: Span, tag: Tag) -> None:
        """Draw a claim at once that is not kept yet, until it comes or `clear_pending` takes it away."""
        self._claims.put_pending(span, tag)
        self._update_lines(span)

    def clear_pending(self) -> None:
        """Draw no claim that is not kept."""
        self._claims.drop_pending()
        self.viewport().update()

    def set_read(self, spans: Iterable[Span]) -> None:
        """Show these sentences, which do not overlap, as ticked off and no others."""
        self._read = PlacedSpans(spans)
        self.viewport().update()

    def set_hits(self, spans: Iterable[Span], current: Span | None) -> None:
        """Show places found, which do not overlap, and one of them as the one in turn."""
        self._hits, self._hit = PlacedSpans(spans), current
        self.viewport().update()

    def clear_hits(self) -> None:
        """Show no places as found."""
        self.set_hits((), None)

    def set_links(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Know which denial answers which allegation, by id; drawn when one of the two is picked."""
        self._links = PageLinks(pairs)
        self.viewport().update()

    def set_whereabouts(self, whereabouts: Whereabouts) -> None:
        """Know on which pages or at what times the words stood in the article's file."""
        self._whereabouts = whereabouts
        self.viewport().update()

    def claims_under(self, point: QPointF) -> list[str]:
        """The ids of the claims at a point, innermost first."""
        offset = self._geometry.character_at(self._on_document(point))
        return [] if offset is None else self._claims.at(offset)

    def letter_at(self, point: QPointF) -> Letter | None:
        """The margin's letter at a point."""
        place = self._on_document(point)
        found = self._letters(self._lines_in(place.y(), place.y()))
        return next((letter for letter in found if letter.rect.contains(place)), None)

    def handle_at(self, point: QPointF) -> Handle | None:
        """The picked claim's handle at a point."""
        place = self._on_document(point)
        return next((handle for handle in self._handles() if handle.holds(place)), None)

    def event(self, event: QEvent) -> bool:
        """Frame the sheet while the keys go there; what lies inside is the viewport's to paint."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self.hasFocus():
            with QPainter(self) as painter:
                painter.setPen(QColor(self._theme.secondary))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self._show_focus()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; links that run to the edge of what is in sight are drawn anew as a whole."""
        super().scrollContentsBy(dx, dy)
        if self._links.of(self._picked):
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight: behind the words, the words, over the words."""
        top = event.rect().top() + self._scrolled
        lines = self._lines_in(top, top + event.rect().height())
        with QPainter(self.viewport()) as painter:
            page, strokes = self._painters(painter)
            stretches = page.stretches(lines)
            self._draw_grounds(page, strokes, lines)
            self._draw_claims(page, stretches, lines)
            self._draw_margin(page, strokes, lines, whole=event.rect().contains(self.viewport().rect()))
            page.draw_meta(lines, self._meta)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            page, strokes = self._painters(painter)
            strokes.draw_read(lines, self._read, self._hits)
            page.draw_strikes(stretches)
            page.draw_handles(self._handles())

    def _show_focus(self) -> None:
        self.update()
        self.viewport().update()

    def _draw_grounds(self, page: PagePainter, strokes: StrokePainter, lines: list[Line]) -> None:
        sentence, selected = self.cursor_sentence, self.selected_span()
        if sentence is not None and self._choice is None:
            strokes.draw_cursor(lines, sentence, focused=self.hasFocus())
        strokes.draw_hits(lines, self._hits, self._hit)
        pending = self._claims.pending
        if pending is None or not pending.span.overlaps(selected):
            page.draw_selection(lines, selected)

    def _draw_claims(self, page: PagePainter, stretches: list[Stretch], lines: list[Line]) -> None:
        page.draw_tints(stretches)
        page.draw_underlines(stretches)
        page.draw_names(lines)
        page.draw_outline(stretches, self._picked)

    def _draw_margin(
        self, page: PagePainter, strokes: StrokePainter, lines: list[Line], *, whole: bool
    ) -> None:
        beside = self._letters(lines)
        if self._choice is not None:
            self._draw_letters(page, beside, lines)
            self._draw_choice(strokes, beside, lines, self._choice)
            self._draw_places(page, lines, beside, ())
            return
        links: list[Curve] = []
        if self._links.of(self._picked):
            # A link may cross a small part of the page between two ends that stand outside it.
            sight = self._sight(lines, beside) if whole else self._sight_anew()
            links = list(curves(self._links, self._picked, self._claims, sight, self._measures))
            strokes.draw_curves(links)
        self._draw_places(page, lines, beside, links)
        self._draw_letters(page, beside, lines)
        strokes.draw_linked(beside, linked(self._links, self._picked))

    def _draw_letters(self, page: PagePainter, beside: list[Letter], lines: list[Line]) -> None:
        page.draw_letters(beside, self._picked)

    def _draw_places(
        self, page: PagePainter, lines: list[Line], beside: list[Letter], links: Sequence[Curve]
    ) -> None:
        """Pages and times, which few articles have."""
        if self._whereabouts:
            from annotator.window.article.labels import draw_place_labels, label_font, place_labels

            font = label_font(self.font(), self._measures)
            labels = place_labels(lines, self._whereabouts, (beside, links), font, self._measures)
            draw_place_labels(page.painter, labels, font, self._theme)

    def _draw_choice(
        self, strokes: StrokePainter, beside: list[Letter], lines: list[Line], choice: Choice
    ) -> None:
        """The numbers to choose by; the links there are would lead to letters that do not stand now."""
        current = self._claims.get(choice.current)
        strokes.draw_numbers(beside, choice)
        if current is not None:
            strokes.draw_candidate(lines, current.span)

    def _painters(self, painter: QPainter) -> tuple[PagePainter, StrokePainter]:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._scrolled)
        font = QFont(self.font())
        font.setPixelSize(round(self._measures.beside(12)))
        painter.setFont(font)
        given = (painter, self._geometry, self._claims, self._theme, self._measures)
        return PagePainter(*given), StrokePainter(*given)

    def _sight_anew(self) -> Sight:
        lines = self._lines_in(self._scrolled, self._scrolled + self.viewport().height())
        return self._sight(lines, self._letters(lines))

    def _sight(self, lines: Sequence[Line], beside: Sequence[Letter]) -> Sight:
        size = self.viewport().size()
        return Sight(lines, beside, QRectF(0, self._scrolled, size.width(), size.height()))

    def _letters(self, lines: Sequence[Line]) -> list[Letter]:
        """The letters beside some lines; during a choice those of the candidates and of the picked claim."""
        choice = self._choice
        shown = None if choice is None else lambda claim: claim in choice or claim == self._picked
        return letters(lines, self._claims, self._picked, self._measures, shown)

    def _lines_in(self, top: float, bottom: float) -> list[Line]:
        """The lines in a band and those just beside it, whose marks may reach into it."""
        return self._geometry.lines(top - self._measures.leading, bottom + self._measures.leading)

    def _update_lines(self, span: Span) -> None:
        """Has the lines of some words painted anew, and no others: what answers a key must come at once."""
        ends = (self._geometry.line_at(span.start), self._geometry.line_at(max(span.end - 1, span.start)))
        first, last = (0.0 if line is None else line.baseline - self._scrolled for line in ends)
        beside = 2 * self._measures.leading
        top, bottom = round(first - beside), round(last + beside)
        self.viewport().update(0, top, self.viewport().width(), bottom - top)

    def _handles(self) -> list[Handle]:
        claim = self.picked_claim
        if claim is None or claim.withdrawn or not claim.mine:
            return []
        return handles(self._geometry, claim.span, self._measures)
