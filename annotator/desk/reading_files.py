"""Files, folders and addresses on their way in: all read first, so that what comes in comes in at once.

The formats are imported where they are used: a window starts without them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.desk.desk import Desk
from annotator.desk.folders import files_under
from annotator.model.drafts import Draft, Note
from annotator.model.errors import Cancelled, RedPencilError
from annotator.model.received import Received
from annotator.model.rows import Article
from annotator.text.addresses import is_address
from annotator.text.identity import article_id
from annotator.words import say

#: So many code points are read at one go; they are held in memory until they come in.
TEXT_AT_ONCE = 200_000_000

#: Hears how many of how many are read, and which is next.
Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """What did not come in, as it was named, and the sentence that says why."""

    place: str
    note: Note


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read, in the order of the places: (place, draft), (file, claims), and files of colleagues.

    `passed_over` counts files in folders that are of no kind that is read.
    """

    articles: tuple[tuple[str, Draft], ...] = ()
    claims: tuple[tuple[Path, Received], ...] = ()
    reviews: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    passed_over: int = 0

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The articles alone."""
        return tuple(draft for _, draft in self.articles)

    @property
    def unsure(self) -> tuple[int, ...]:
        """Which of the articles a person should look at before they come in, by their numbers from 0."""
        return tuple(number for number, draft in enumerate(self.drafts) if draft.guessed or not draft.sure)


def gather(
    places: Iterable[str | Path],
    tell: Tell = lambda _done, _of, _name: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Gathered:
    """Reads files, whole folders and, where an address is named, pages; nothing of it is in a library yet.

    What cannot be read is a problem, and the rest is read all the same. Raises Cancelled once `stopped` says
    so, also in the middle of a file.
    """
    reader = _Reader(stopped)
    named = dict.fromkeys(map(_called, places))  # in their order, each looked up at once
    todo = list(reader.expanded(named))
    for number, place in enumerate(todo):
        if stopped():
            raise Cancelled
        tell(number, len(todo), place if is_address(place) else Path(place).name)
        reader.read(place, named=place in named)
    tell(len(todo), len(todo), "")
    return reader.gathered()


def _called(place: str | Path) -> str:
    """What a place is called from here on, so that a file that was named is known again: `./a` is `a`."""
    return str(place) if is_address(str(place)) else str(Path(place))


def already_here(desk: Desk, drafts: Iterable[Draft]) -> frozenset[str]:
    """The ids of those articles that the library has, if only in its bin, before they come in."""
    ids = {article_id(draft.text) for draft in drafts}
    return frozenset(one for one in ids if desk.library.stored(Article, one) is not None)


@dataclass(slots=True)
class _Reader:
    stopped: Callable[[], bool]
    articles: list[tuple[str, Draft]] = field(default_factory=list)
    claims: list[tuple[Path, Received]] = field(default_factory=list)
    reviews: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed_over: int = 0
    room: int = TEXT_AT_ONCE

    def gathered(self) -> Gathered:
        """What was read so far."""
        return Gathered(
            tuple(self.articles),
            tuple(self.claims),
            tuple(self.reviews),
            tuple(self.problems),
            self.passed_over,
        )

    def expanded(self, named: Iterable[str]) -> Iterator[str]:
        """The files and addresses that are meant, each once, those of a folder in its place."""
        known: set[Path] = set()
        for place in named:
            if is_address(place):
                yield place
                continue
            found = files_under((Path(place),))
            self.passed_over += found.passed_over
            self.problems += [Problem(place, note) for note in found.problems]
            for file in found.files:
                if (real := _real(file)) not in known:
                    known.add(real)
                    yield str(file)

    def read(self, place: str, *, named: bool) -> None:
        """Reads one file or page; what goes wrong with it is kept."""
        try:
            if is_address(place):
                self._fetch(place)
            else:
                self._read_file(Path(place), named=named)
        except Cancelled:
            raise
        except RedPencilError as error:
            self.problems.append(Problem(place, (error.key, error.values)))

    def _fetch(self, address: str) -> None:
        from annotator.desk.fetching import read_url

        self._keep(address, read_url(address, self.stopped))

    def _read_file(self, path: Path, *, named: bool) -> None:
        from annotator.formats import incoming

        kind = incoming.kind_of(path, self.stopped)
        if kind is incoming.Kind.REVIEW:
            self.reviews.append(path)
        elif kind is incoming.Kind.ARTICLE:
            self._keep(str(path), incoming.read(path, stopped=self.stopped))
        else:
            self._read_claims(path, named=named)

    def _read_claims(self, path: Path, *, named: bool) -> None:
        from annotator.formats import incoming

        try:
            self.claims.append((path, incoming.claims(path, self.stopped)))
        except RedPencilError as error:
            # Folders are full of JSON that has to do with other programs; a file that is named is meant.
            if named or error.key != "reading.unknown_claims":
                raise
            self.passed_over += 1

    def _keep(self, place: str, draft: Draft) -> None:
        self.room -= len(draft.text)
        if self.room < 0:
            limit = TEXT_AT_ONCE // 1_000_000
            self.problems.append(Problem(place, ("reading.too_much", {"name": draft.file, "limit": limit})))
        else:
            self.articles.append((place, draft))


def _real(file: Path) -> Path:
    """The file that a path leads to; the path itself where it leads in a ring or nowhere."""
    try:
        return file.resolve()
    except (OSError, RuntimeError):
        return file


def told(problem: Problem) -> str:
    """The sentence of a problem."""
    key, values = problem.note
    return say(key, **values)
