"""The desk: an open library, the hand that writes, and the one way commands are run."""

from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Self

from annotator.desk import history, identity
from annotator.desk.holding import beside, held
from annotator.desk.work import Command, Work
from annotator.host.clock import Clock
from annotator.host.files import sync_folder
from annotator.host.paths import real
from annotator.model.changes import LIBRARY, Changes
from annotator.model.errors import NotAllowed, NothingFound, WriteFailed
from annotator.model.rows import Reviewer, Text
from annotator.store import unread
from annotator.store.door import Hand, Step, step
from annotator.store.library import Library
from annotator.store.references import linked
from annotator.text.terms import indexed

#: Tables whose rows change what the list of articles shows.
_LISTED = {"articles", "appearances", "claims", "anchors", "same_person", "assignments", "done"}

#: Tables whose rows change how claims show without naming them: by their sources, whose they are, who sees.
_SHOWN_EVERYWHERE = {"sources", "same_as", "reviewers", "same_person", "assignments", "done"}


class Begun(NamedTuple):
    """A change that was begun: the id of its step, and what the command has to tell of it."""

    step: str
    work: Work | None


class Desk:
    """The application without a window; belongs to one thread.

    A desk that writes holds the library's lock: opening raises LibraryBusy where another has it, unless
    `take_over` takes it from another machine, and LibraryRefused where the file cannot be taken. A missing
    library is made, unless one only reads.
    """

    def __init__(
        self,
        path: Path,
        *,
        reviewer: str = "",
        reading: bool = False,
        take_over: bool = False,
        clock: Clock | None = None,
    ) -> None:
        path = real(path)  # the lock stands beside the file itself, as SQLite's journal does
        with ExitStack() as opened:
            take = held(path, clock, take_over=take_over)
            allowed = beside(path) if reading else opened.enter_context(take)
            self.library = opened.enter_context(
                Library(path, reading=reading, allowed=allowed, before_migrating=_back_up)
            )
            self._hand = None if reading else identity.take_hand(self.library, reviewer, clock)
            self._asked_for = reviewer
            self._work: Work | None = None
            self._look()
            self._opened = opened.pop_all()
        self._body_of = lru_cache(maxsize=4)(self._body)

    @property
    def hand(self) -> Hand:
        """Who writes. Raises NotAllowed on a desk that only reads."""
        if self._hand is None:
            raise NotAllowed("library.only_reading")
        return self._hand

    @property
    def me(self) -> str:
        """The id under which the person who works shows, empty where nobody does."""
        return self.library.sight.shown.get(self.writer, self.writer)

    @property
    def is_named(self) -> bool:
        """Whether the person who works ever said who that is; else the machine's name for them is taken."""
        return bool(self._asked_for or self.library.here("named"))

    def run(self, command: Command) -> Changes:
        """Does one thing in one transaction and says what it touched.

        Raises RedPencilError, and then the library is as it was before.
        """
        with step(self.library, self.hand, command.LABEL) as opened:
            self._work = work = Work(opened, self._body_of)
            command.apply(work)
        changes, self._work = _changes(opened, work=work), None
        return changes

    def add_person(self, name: str, colour: str = "") -> str:
        """Makes one more person of this machine, and answers with the id; who works stays.

        Raises BadInput for a blank name or a colour that is none, NotAllowed for a name that is taken.
        """
        return identity.add_person(self.library, self.hand, name, colour).reviewer

    def switch(self, reviewer: str) -> Changes:
        """Lets another person of this machine work from now on, with that person's undo history.

        Raises NotAllowed for a colleague who works elsewhere.
        """
        self._hand = identity.another(self.library, self.hand, reviewer)
        return self._as_another()

    def become(self, reviewer: Reviewer, device: str) -> bool:
        """Takes the identity I have on another machine, `device`, as mine, if I wrote nothing here yet.

        The device is mine from now on. False, and nothing is kept, where I have work of my own here.
        """
        taken = identity.become(self.library, self.hand, reviewer, device)
        if taken is None:
            return False
        self._hand = taken
        self._as_another()
        return True

    def undo(self, scope: str) -> Changes:
        """Takes back my newest step in an article or in `LIBRARY`. Raises CannotUndo."""
        _, opened = history.undo(self.library, self.hand, scope)
        return _changes(opened, kind="undo")

    def redo(self, scope: str) -> Changes:
        """Brings my last undone step there again. Raises CannotUndo."""
        _, opened = history.redo(self.library, self.hand, scope)
        return _changes(opened, kind="redo")

    @property
    def begun(self) -> Begun:
        """The change that was begun last, whether it came to an end or not."""
        work, step = self._work, self.library.begun
        return Begun(step, work if work is not None and work.step.id == step else None)

    def stands(self, begun: Begun) -> Changes | None:
        """What a change did, if it is in the library although its answer never came; else None.

        Raises WriteFailed while the disk does not confirm it.
        """
        made = history.as_made(self.library, self.hand, begun.step)
        if made is None:
            return None
        try:
            sync_folder(self.library.path.parent)  # the one thing that can fail once the step is written
        except OSError as error:
            raise WriteFailed("save.failed", reason=error.strerror or str(error)) from error
        return _changes(*made, begun.work)

    def look_as(self, reviewer: str) -> None:
        """Sees the library with the eyes of that person, on a desk that only reads."""
        self.writer = reviewer
        self.library.sight.look_as(reviewer)

    def mark_seen(self, claim: str) -> bool:
        """Takes all that colleagues said of a claim as seen by me; whether there was anything new.

        No step, for it is true of this machine only. Raises WriteFailed.
        """
        return unread.mark_seen(self.library, claim)

    def make_again(self) -> None:
        """Makes afresh what follows from the rows; no step, for nobody said anything. Raises WriteFailed."""
        from annotator.store import following  # seldom needed

        with self.library.atomic():
            following.rebuild(self.library.connection)

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

    def _as_another(self) -> Changes:
        self._asked_for = ""
        self._look()
        return Changes(sources=True, articles_list=True, articles=frozenset({LIBRARY}))

    def _look(self) -> None:
        """Sees the library with the eyes of the person who works.

        `writer` is the id under which that one writes, and whose steps are undone.
        """
        hand = self._hand
        writes = hand.reviewer if hand else identity.reading_reviewer(self.library, self._asked_for)
        self.look_as(writes)

    def _body(self, text: str) -> str:
        found = self.library.find(Text, text)
        if found is None:
            raise NothingFound("gone.texts")
        return found.body


def _back_up(path: Path) -> None:
    """Keeps a library as it is before its schema changes."""
    from annotator.desk.backups import before_migrating  # seldom needed

    before_migrating(path)


def _changes(made: Step, kind: str = "do", work: Work | None = None) -> Changes:
    tables = {change.table for change in made.changes}
    claims = _touched(made)
    return Changes(
        step=made.id if made.changes else "",
        label=made.label,
        values=dict(made.values),
        kind=kind,
        articles=frozenset(made.scopes),
        claims=frozenset(claims),
        sources=bool(tables & _SHOWN_EVERYWHERE),
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
    return changed | others | made.shown | linked(made.library, changed)
