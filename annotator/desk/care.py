"""Care of the library: looking it over without changing it, naming what is hurt, saving what can be."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.model.damage import Finding, Hurt, Salvage
from annotator.model.errors import RedPencilError
from annotator.store import doctor
from annotator.store.backups.copying import copy_pages
from annotator.store.doctor.asking import changes_of_others
from annotator.store.hurt import hurt
from annotator.store.library import Library
from annotator.words import say, say_all

#: What is found of that which follows from the rows and can be made from them again at any time.
_FOLLOWS = frozenset({"doctor.search", "doctor.index", "doctor.twins"})

#: Kinds of things that can be told without a name.
_NAMELESS = ("file", "history", "search", "claims", "articles", "sources", "reviewers")


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor found, and how many things were looked at; all is well without findings.

    `hurt` are the things that people know by name. `checked` fills the sentence `doctor.sound`: articles,
    claims and entries of the journal; it is empty where anything was found.
    """

    findings: tuple[Finding, ...]
    hurt: tuple[Hurt, ...]
    checked: dict[str, int]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong that could not be made again from what is whole: nothing is hurt then."""
        return all(one.key in _FOLLOWS for one in self.findings)


def examine(path: Path, *, thorough: bool = False) -> Report:
    """Looks a library of any version over; needs no lock and changes nothing.

    Where something is found while somebody works in it, a copy is looked over instead: what was read first
    need not fit what was read last. `thorough` is for a copy that nobody else uses (see
    `store.doctor.findings`). Raises LibraryRefused for a file that is no library or cannot be opened at all.
    """
    with Library(path, reading=True, any_version=True) as library:
        before = changes_of_others(library)
        report = _looked_over(library, thorough=thorough)
        if report.sound or changes_of_others(library) == before:
            return report
        with suppress(RedPencilError, OSError), TemporaryDirectory(prefix="redpencil-") as folder:
            copy = Path(folder) / path.name
            copy_pages(library.connection, copy, path)
            with Library(copy, reading=True, any_version=True) as still:
                return _looked_over(still, thorough=thorough)
    return report


def _looked_over(library: Library, *, thorough: bool) -> Report:
    found = tuple(doctor.findings(library, thorough=thorough))
    return Report(found, hurt(library, found), {} if found else doctor.counts(library))


def named(one: Hurt) -> str:
    """A thing that is hurt, in words: Claim “It is a lie” in “Harbour ferry”."""
    if not one.name:
        return say(f"hurt.nameless.{one.kind}") if one.kind in _NAMELESS else say("hurt.nameless.row")
    if one.article:
        return say_all("hurt.claim_in", {"name": one.name, "article": one.article})
    return say_all(f"hurt.named.{one.kind}", {"name": one.name})


def salvage(path: Path, to: Path) -> Salvage:
    """Brings everything readable of a damaged library into a new file; the old one stays as it is.

    Seconds of work: a window asks `desk.proving.salvage`. Raises LibraryRefused where the new file exists,
    cannot be made, or nothing can be read, and WriteFailed; then nothing is left behind.
    """
    from annotator.store.salvage import salvage as bring_over

    return bring_over(path, to)


def told(done: Salvage) -> tuple[str, ...]:
    """What a salvage saved and what it lost, in sentences; the things themselves are in `done.named`."""
    sentences = [say_all("salvage.saved", {"path": done.path, **_counted(done.saved)})]
    if done.lost:
        sentences.append(say_all("salvage.lost", _counted(done.lost)))
    elif done.complete:
        sentences.append(say("salvage.lost_nothing"))
    if not done.complete:
        sentences.append(say("salvage.more"))
    return tuple(sentences)


def _counted(rows: dict[str, int]) -> dict[str, object]:
    named = {table: rows.get(table, 0) for table in ("articles", "claims", "sources")}
    return {**named, "others": sum(rows.values()) - sum(named.values())}
