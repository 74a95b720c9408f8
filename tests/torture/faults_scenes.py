"""What is done while a disk fails: each scene lays files out, does one thing, looks at what came of it."""

import gzip
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from annotator.desk import backups
from annotator.desk.care import examine
from annotator.desk.commands.articles import ImportArticle, ImportArticles
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.deliveries import read_review
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn
from annotator.desk.queries.articles import article_lines
from annotator.desk.reopening import OpenDesk
from annotator.host.files import write_whole
from annotator.model.backups import Occasion
from annotator.model.changes import Changes
from annotator.model.deliveries import Delivery
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import RedPencilError
from annotator.model.rows import KINDS, Article, Claim
from annotator.model.spans import Span
from annotator.store.library import Library
from annotator.words import say_all
from tests.desk.colleagues import DRAFT, LIE, MONEY, mark, sent
from tests.torture import vfs
from tests.torture.failing import Disk

NAME = "library.sqlite"

#: How many rows of each table a library has, and steps.
Counts = tuple[int, ...]

Job = Callable[[Desk], Changes]
#: Called where the disk begins to fail.
Begin = Callable[[], None]

_OLD = Path(__file__).parents[1] / "store" / "migrations" / "files" / "library-3.sqlite.gz"


class Broken(Exception):
    """A promise that was not kept."""


@dataclass(frozen=True)
class Scene:
    """One thing done to files: `make` lays them out, `play` does it and raises Broken where all is not well.

    However it went, the library ends as it does on a sound disk, or where it `may_stay` as it was.
    """

    name: str
    make: Callable[[Path], object]
    play: Callable[[Path, Disk, Begin], None]
    may_stay: bool = False


def counts(path: Path) -> Counts:
    """What stands in a library, as numbers. Raises Broken where it is not sound."""
    try:
        report = examine(path)
    except RedPencilError as error:
        raise Broken(f"not to be opened: {error}") from error
    if not report.sound:
        raise Broken(f"damaged: {report.findings[0]}")
    with Library(path, reading=True, any_version=True) as library:
        there = {row["name"] for row in library.query("SELECT name FROM sqlite_master WHERE type = 'table'")}
        tables = [kind.TABLE for kind in KINDS if kind.TABLE in there]
        live = [library.query(f"SELECT count(*) FROM {name} WHERE NOT deleted")[0][0] for name in tables]
        return (*live, library.query("SELECT count(*) FROM steps")[0][0])


def refusal(act: Callable[[], Any]) -> RedPencilError | None:
    """The error of an act, which has a sentence, or None. Raises Broken for any other."""
    try:
        act()
    except RedPencilError as error:
        _say(error)
        return error
    except Exception as error:
        raise Broken(f"a traceback: {type(error).__name__}: {error}") from error
    return None


def _say(error: object) -> None:
    if not isinstance(error, RedPencilError):
        raise Broken(f"a traceback: {type(error).__name__}: {error}")
    try:
        say_all(error.key, error.values)
    except KeyError as missing:
        raise Broken(f"no sentence for {error}") from missing


def _expect(there: object, *wanted: object) -> None:
    if there not in wanted:
        raise Broken(f"{there} instead of {' or '.join(map(str, wanted))}")


def _nothing(_: Path) -> None:
    """Begins with an empty folder."""


def _worked_in(folder: Path) -> None:
    """A library with an article, two claims, a comment, and something undone."""
    with Desk(folder / NAME) as desk:
        mark(desk, (MONEY, Tag.ALLEGATION), (LIE, Tag.DENIAL))
        desk.run(AddComment(desk.library.where(Claim)[0].id, "Says who?"))
        desk.run(AddComment(desk.library.where(Claim)[0].id, "Never mind."))
        desk.undo(desk.library.where(Article)[0].id)


def _killed(folder: Path) -> None:
    """The same, left by a program that was killed just before a commit came to its end."""
    (folder / "alive").mkdir()
    _worked_in(folder / "alive")

    class Dying(vfs.Hook):
        ops = frozenset({vfs.Op.DELETE})

        def before(self, call: vfs.Call) -> None:
            for name in (NAME, f"{NAME}-journal"):  # not its lock: we live
                shutil.copy(folder / "alive" / name, folder)

    with vfs.under(Dying()), Desk(folder / "alive" / NAME) as desk:
        desk.run(ImportArticle(Draft("Again: no.", "Second")))
    shutil.rmtree(folder / "alive")


def _with_post(folder: Path) -> None:
    """The same, and a colleague's file has been read."""
    _worked_in(folder)
    _delivery()


def _old(folder: Path) -> None:
    """A library of an older schema."""
    (folder / NAME).write_bytes(gzip.decompress(_OLD.read_bytes()))


def _two(folder: Path) -> None:
    """A library, and a backup from before somebody went on."""
    with Desk(folder / NAME) as desk:
        mark(desk, (MONEY, Tag.ALLEGATION))
        backups.back_up(desk, Occasion.ASKED)
        desk.run(ImportArticle(Draft("Again: no.", "Second")))


def _open(folder: Path, disk: Disk, begin: Begin) -> None:
    begin()
    refusal(lambda: Desk(folder / NAME).close())
    disk.lift()
    again = refusal(lambda: Desk(folder / NAME).close())
    _expect(again and again.key, None)


def _change(job: Job) -> Callable[[Path, Disk, Begin], None]:
    """A change in an open window, whose writer keeps what the disk does not take, and tries it again."""

    def play(folder: Path, disk: Disk, begin: Begin) -> None:
        from annotator.window.writer import Change, Writer

        writer = Writer(folder / NAME, Desk)
        told: list[tuple[str, int, Any]] = []
        for name in ("done", "failed", "kept"):
            getattr(writer, name).connect(lambda number, what, name=name: told.append((name, number, what)))
        writer.read(0, Desk.warm)
        begin()
        writer.change(1, Change(job, lambda _desk, _changes: None))
        writer.read(2, article_lines)
        disk.lift()
        writer.again()
        writer.close()
        for name, number, what in told:
            if name != "done":
                _say(what)
            if (name, number) == ("failed", 1):
                raise Broken(f"not kept: {what}")
        _expect([name for name, number, _ in told if number == 1 and name == "done"], ["done"])

    return play


def _tag(desk: Desk) -> Changes:
    return desk.run(TagClaim(_first(desk, Article), Span(4, 9), Tag.FACT))


def _comment(desk: Desk) -> Changes:
    return desk.run(AddComment(_first(desk, Claim), "Says her office."))


def _say_by(desk: Desk) -> Changes:
    return desk.run(SayBy(_first(desk, Claim), NewSource("The mayor", role="mayor")))


def _import(desk: Desk) -> Changes:
    drafts = (Draft("The council met. It said nothing.", "Second"), Draft("Again: no.", "Third"))
    return desk.run(ImportArticles(drafts))


def _undo(desk: Desk) -> Changes:
    return desk.undo(_first(desk, Article))


def _redo(desk: Desk) -> Changes:
    return desk.redo(_first(desk, Article))


def _merge(desk: Desk) -> Changes:
    return desk.run(TakeIn(_delivery()))


def _first(desk: Desk, kind: type[Any]) -> str:
    return str(desk.library.where(kind)[0].id)


@cache
def _delivery() -> Delivery:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        return read_review(
            sent(Path(folder), "Kim", (MONEY, Tag.FACT), (Span(4, 9), Tag.DENIAL), draft=DRAFT)
        )


def _back_up(folder: Path, disk: Disk, begin: Begin) -> None:
    path, kept = folder / NAME, []
    before = counts(path)
    with Desk(path) as desk:
        begin()
        error = refusal(lambda: kept.append(backups.back_up(desk, Occasion.ASKED)))
        disk.lift()
        for backup in backups.shelf(path):
            _expect(counts(backup.path), before)
        if error is None:
            _expect([kept[0].backup], list(backups.shelf(path)))
        again = backups.back_up(desk, Occasion.ASKED)
    _expect([again.backup or again.same], list(backups.shelf(path)))
    _expect([file.name for file in folder.rglob("*.part")], [])


def _restore(folder: Path, disk: Disk, begin: Begin) -> None:
    path, (backup,) = folder / NAME, backups.shelf(folder / NAME)
    before, then = counts(path), counts(backup.path)
    begin()
    error = refusal(lambda: backups.restore(path, backup.path))
    disk.lift()
    if error is None:
        _expect(counts(path), then)
    else:
        _expect(counts(path), before, then)
    found = [counts(file) for file in folder.rglob("*.sqlite")]
    _expect(before in found, True)  # the one that stood there is somewhere
    Desk(path).close()


def _move(folder: Path, disk: Disk, begin: Begin) -> None:
    path, there = folder / NAME, folder / "there.sqlite"
    before = counts(path)
    desk = OpenDesk(path, Desk)
    desk.to_write()
    begin()
    error = refusal(lambda: desk.move(there))
    disk.lift()
    _expect(desk.path, path if error else there)
    if there.exists():  # where it could not be used it is taken away, if the disk does that
        _expect(counts(there), before)
    desk.to_write().run(ImportArticle(Draft("Again: no.", "Second")))
    desk.close()
    if error is None:
        _expect(counts(path), before)
        there.replace(path)


def _write(folder: Path, disk: Disk, begin: Begin) -> None:
    file = folder / "claims.csv"
    begin()
    error = refusal(lambda: write_whole(file, [b"new " * 1_000, b"words"]))
    disk.lift()
    _expect(file.read_bytes()[:3], b"old" if error else b"new")
    if not disk.for_good:  # else nothing can be taken away either
        _expect([left.name for left in folder.glob("*.part")], [])


def _to_be_written(folder: Path) -> None:
    _worked_in(folder)
    (folder / "claims.csv").write_bytes(b"old")


SCENES = (
    Scene("a new library", _nothing, _open),
    Scene("opening", _worked_in, _open),
    Scene("opening what was killed", _killed, _open),
    Scene("an older library", _old, _open),
    Scene("importing", _worked_in, _change(_import)),
    Scene("tagging", _worked_in, _change(_tag)),
    Scene("commenting", _worked_in, _change(_comment)),
    Scene("a source", _worked_in, _change(_say_by)),
    Scene("undoing", _worked_in, _change(_undo)),
    Scene("redoing", _worked_in, _change(_redo)),
    Scene("merging", _with_post, _change(_merge)),
    Scene("backing up", _worked_in, _back_up),
    Scene("restoring", _two, _restore, may_stay=True),
    Scene("another place", _worked_in, _move),
    Scene("a file out", _to_be_written, _write),
)
