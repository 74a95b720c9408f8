"""Nasty strings through the store, out by every writer, and through the window: every slice is equal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.torture.bars import Bar, Outcome, chooser, outcome, share

STORED, SHOWN = 100_000, 2_000
#: How many strings make one article, and how many articles one library.
OF_ARTICLE, ARTICLES = 125, 8


def run(amount: float, seed: int) -> Outcome:
    """Sends the strings all ways; the control counts in UTF-16, as a careless window would."""
    # Imported here: the runner looks at every module of rows.
    from tests.torture import strings_shown
    from tests.torture.strings_stored import Stored

    done, careless = Stored(), Stored(in_utf16=True)
    for number, many in enumerate(_batches(share(STORED, amount))):
        with _library() as path:
            done.try_all(path, chooser(seed, number), many, OF_ARTICLE)
    with _library() as path:
        careless.try_all(path, chooser(seed, "control"), OF_ARTICLE, OF_ARTICLE)
    shown = share(SHOWN, amount)
    with _library() as path:
        broken = done.broken + strings_shown.try_all(path, chooser(seed, "window"), shown)
    caught = bool(careless.broken)
    figures = (
        f"{done.strings:,} strings: {done.quotes:,} quotes and {done.fields:,} fields stored,"
        f" {done.refused:,} refused with a sentence, {done.written.count:,} found again in"
        f" {len(done.written.formats)} formats; {shown:,} marked in the window; {len(broken)} differ;"
        f" the control {'fails' if caught else 'passes'}"
    )
    return outcome(figures, broken, caught)


def _batches(count: int) -> Iterator[int]:
    """How many strings each library gets."""
    for begin in range(0, count, OF_ARTICLE * ARTICLES):
        yield min(OF_ARTICLE * ARTICLES, count - begin)


@contextmanager
def _library() -> Iterator[Path]:
    """The place of a new library."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "library.sqlite"


BAR = Bar(
    "nasty strings",
    "100,000 nasty strings through store and export, 2,000 through the window: every slice equal",
    run,
)
