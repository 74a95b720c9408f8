"""What the palette offers besides the menus' actions: every article by its title, every status of a claim."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotator.desk import commands
from annotator.model.enums import StatusValue
from annotator.model.views import ArticleLine
from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.words import say

if TYPE_CHECKING:
    from annotator.window.palette.matching import PaletteEntry


class Offering:
    """Finds what is meant by a few letters; `articles` gives those that are there now."""

    def __init__(
        self, session: Session, reading: Reading, articles: Callable[[], Sequence[ArticleLine]]
    ) -> None:
        self._session, self._reading, self._articles = session, reading, articles

    def __call__(self, typed: str) -> "Sequence[PaletteEntry]":
        """The entries for what was typed; nothing as long as nothing was."""
        from annotator.window.palette.matching import matching

        return matching(typed, [*self._statuses(), *self._titles()]) if typed.strip() else ()

    def _titles(self) -> "list[PaletteEntry]":
        from annotator.window.palette.matching import PaletteEntry

        def opening(article: str) -> Callable[[], None]:
            return lambda: self._reading.open(article)

        return [
            PaletteEntry(
                f"article_{line.id}",
                say("palette.go_to", title=line.title),
                opening(line.id),
                about=line.publisher,
            )
            for line in self._articles()
        ]

    def _statuses(self) -> "list[PaletteEntry]":
        from annotator.desk.commands.statuses import StatusFields
        from annotator.window.palette.matching import PaletteEntry

        claim = self._reading.picked
        if claim is None:
            return []

        def setting(value: StatusValue) -> Callable[[], None]:
            return lambda: self._session.run(commands.statuses.SetStatus(claim, StatusFields(value)))

        return [
            PaletteEntry(
                f"status_{value}",
                say("palette.set_status", status=say(f"named.status.{value}")),
                setting(value),
                about=say("palette.picked_claim"),
            )
            for value in StatusValue
        ]
