"""The desk: an open library, the hand that writes, and the one way commands are run."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Self

from annotator.desk import history
from annotator.desk.identity import reading_reviewer, take_hand
from annotator.desk.work import Command, Work
from annotator.host.clock import Clock
from annotator.host.locks import LibraryLock
from annotator.model.changes import Changes
from annotator.model.errors import LibraryRefused, NotAllowed, NothingFound
from annotator.model.rows import Text
from annotator.store.door import Hand, Step, step
from annotator.store.library import Library
from annotator.store.opening import make, refuse_unless_library
from annotator.store.references import linked
from annotator.text.terms import indexed

#: Tables whose rows change what the list of articles shows.
_LISTED = {"articles", "appearances", "claims", "anchors"}


class Desk:
    """The application without a window; belongs to one thread.

    A desk that writes holds the library's lock: opening raises LibraryBusy where another has it,
    and LibraryRefused where the file cannot be taken. A missing library is made, unless one only reads.
    """

    def __init__(
        self, path: Path, *, reviewer: str = "", reading: bool = False, clock: Clock | None = None
    ) -> None:
        with ExitStack() as opened:
            if not reading:
                opened.enter_context(_locked(path, clock))
            self.library = opened.enter_context(Library(path, reading=reading))
            self._hand = None if reading else take_hand(self.library, reviewer, clock)
            self.me = self._hand.reviewer if self._hand else reading_reviewer(self.library, reviewer)
            self._opened = opened.pop_all()
        self._body_of = lru_cache(maxsize=4)(self._body)

    @property
    def hand(self) -> Hand:
        """Who writes. Raises NotAllowed on a desk that only reads."""
        if self._hand is None:
            raise NotAllowed("library.only_reading")
        return self._hand

    def run(self, command: Command) -> Changes:
        """Does one thing in one transaction and says what it touched.

        Raises RedPencilError, and then the library is as it was before.
        """
        with step(self.library, self.hand, command.LABEL) as opened:
            work = Work(opened, self._body_of)
            command.apply(work)
        return _changes(opened, work)

    def undo(self, scope: str) -> Changes:
        """Takes back my newest step in an article or in `LIBRARY`. Raises CannotUndo."""
        _, opened = history.undo(self.library, self.hand, scope)
        return _changes(opened, kind="undo")

    def redo(self, scope: str) -> Changes:
        """Brings my last undone step there again. Raises CannotUndo."""
        _, opened = history.redo(self.library, self.hand, scope)
        return _changes(opened, kind="redo")

    def warm(self) -> None:
        """Loads what the first change and the first search need, after the first paint."""
        _ = self.library.database
        indexed("é")

    def close(self) -> None:
        """Closes the library and lets its lock go."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _body(self, text: str) -> str:
        found = self.library.find(Text, text)
        if found is None:
            raise NothingFound("gone.texts")
        return found.body


@contextmanager
def _locked(path: Path, clock: Clock | None) -> Iterator[None]:
    """The lock of a library, which is made where there is none; what is no library gets no lock beside it."""
    if not _is_there(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryRefused("library.cannot_make", path=path, reason=error.strerror) from error
    with LibraryLock(path, clock):
        if not _is_there(path):
            make(path)
        yield


def _is_there(path: Path) -> bool:
    try:
        refuse_unless_library(path)
    except LibraryRefused as error:
        if error.key != "library.missing":
            raise
        return False
    return True


def _changes(made: Step, work: Work | None = None, kind: str = "do") -> Changes:
    tables = {change.table for change in made.changes}
    claims = _touched(made)
    return Changes(
        step=made.id if made.changes else "",
        label=made.label,
        values=dict(made.values),
        kind=kind,
        articles=frozenset(made.scopes),
        claims=frozenset(claims),
        sources=bool(tables & {"sources", "same_as", "reviewers"}),
        articles_list=bool(tables & _LISTED),
        read_marks="read_marks" in tables,
        pick=work.pick if work else None,
        made=tuple(work.made) if work else (),
        notice=work.notice if work else "",
        notice_values=dict(work.notice_values) if work else {},
        saved=made.stamp[:24],
    )


def _touched(made: Step) -> set[str]:
    """The claims that show otherwise than before: those changed, and those they are linked to."""
    changed = {change.id for change in made.changes if change.table == "claims"}
    others = {
        str(change.after[name])
        for change in made.changes
        for name in ("claim", "denial", "allegation")
        if change.after.get(name) is not None
    }
    return changed | others | linked(made.library, changed)
