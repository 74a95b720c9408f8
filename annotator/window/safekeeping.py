"""Copies in case: made on the writer thread, proved aside; damage is believed when it is seen twice."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from annotator.desk.rescuing import may_be_damage
from annotator.model.backups import Occasion
from annotator.model.errors import NotAllowed, RedPencilError
from annotator.window.aside import ask_aside
from annotator.window.writer import in_words

if TYPE_CHECKING:
    from annotator.desk.backups import Copied, Kept
    from annotator.desk.care import Report

#: How long a look that found nothing is believed, in seconds: a disk that fails now and then is no damage.
_BELIEVED = 600.0


@dataclass
class _Asked:
    """A backup that was asked for: at what, who waits for it, what the first look found."""

    occasion: Occasion
    then: Callable[["Kept"], object]
    refused: Callable[[RedPencilError], object]
    found: "Report | None" = None


class Safekeeping(QObject):
    """Sees that copies are proved, and tells of damage once a second copy shows it too.

    Signals: `copy_wanted` (number, occasion) and `making_wanted` to the writer, `backed_up` (Kept), `damaged`
    (Report).
    """

    copy_wanted = Signal(int, object)
    making_wanted = Signal()
    backed_up = Signal(object)
    damaged = Signal(object)

    def __init__(self, path: Callable[[], Path]) -> None:
        super().__init__()
        self._path = path
        self._number = 0
        self._asked: dict[int, _Asked] = {}
        self._looked = -_BELIEVED
        self._ended = False

    @property
    def busy(self) -> bool:
        """Whether a copy is being made or proved."""
        return bool(self._asked)

    def back_up(
        self,
        occasion: Occasion,
        then: Callable[["Kept"], object],
        refused: Callable[[RedPencilError], object],
    ) -> None:
        """Has a copy made and proved."""
        self._copy(_Asked(occasion, then, refused))

    @Slot()
    def look(self) -> None:
        """Looks the library over because of an error that may mean damage, unless that was done just now."""
        if not self.busy and time.monotonic() >= self._looked + _BELIEVED:
            self._looked = time.monotonic()
            self.back_up(Occasion.WORK, _nothing, _nothing)

    @Slot(int, object)
    def copied(self, number: int, copied: "Copied") -> None:
        """Has a copy proved."""
        from annotator.desk.backups import keep

        self._prove(number, lambda: keep(copied, stopped=lambda: self._ended), self._kept)

    @Slot(int, object)
    def not_copied(self, number: int, error: Exception) -> None:
        """Where the library gives no copy, it is looked at where it lies."""
        if not may_be_damage(error):
            self._not_kept(number, error)
            return
        from annotator.desk.proving import prove

        def looked(number: int, report: "Report") -> None:
            self._looked_at(number, report, lambda: self._not_kept(number, error))

        self._prove(number, lambda: prove(self._path(), stopped=lambda: self._ended), looked)

    def end(self) -> None:
        """Lets go of everything: nobody hears of it any more, and whoever proves a copy stops."""
        self._ended = True
        self._asked.clear()

    def _copy(self, asked: _Asked) -> None:
        self._number += 1
        self._asked[self._number] = asked
        self.copy_wanted.emit(self._number, asked.occasion)

    def _prove(self, number: int, work: Callable[[], Any], done: Callable[[int, Any], None]) -> None:
        def proved(answer: Any) -> None:
            if number in self._asked:
                done(number, answer)

        ask_aside(self, work, proved, lambda error: self._not_kept(number, error))

    def _kept(self, number: int, kept: "Kept") -> None:
        self._looked_at(number, kept.report, lambda: self._sound(number, kept))

    def _sound(self, number: int, kept: "Kept") -> None:
        self._asked.pop(number).then(kept)
        self.backed_up.emit(kept)

    def _looked_at(self, number: int, report: "Report", sound: Callable[[], None]) -> None:
        asked = self._asked[number]
        if report.sound or (report.whole and asked.found is not None):
            sound()
            return
        del self._asked[number]
        if asked.found is None:  # an error in making the copy would look the same
            asked.found = report
            if report.whole:
                self.making_wanted.emit()
            self._copy(asked)
            return
        self.damaged.emit(report)
        asked.refused(NotAllowed("library.hurt"))

    def _not_kept(self, number: int, error: Exception) -> None:
        if (asked := self._asked.pop(number, None)) is None:
            return
        known = in_words(error)
        asked.refused(known)
        if known is not error:
            raise error  # for whoever watches for mistakes of the program


def _nothing(_: object) -> None:
    """Nobody waits for it."""
