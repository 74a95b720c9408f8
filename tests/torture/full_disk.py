"""The disk full at many sizes under the real window: what a person did waits, and is saved when it can be.

One window works on one library. Again and again the disk gets a little room, each time another amount: the
person marks sentence after sentence until one is not saved, and writes a note on top of that. Then somebody
makes room, and all of it must be saved without a word from anybody.
"""

from tests.torture.bars import Bar, Outcome, outcome, share
from tests.torture.small_disks import SmallDisk, small_disk

#: How many sizes, and how far they are apart in bytes.
_SIZES, _APART = 50, 4_096

#: More marks than any of these sizes takes.
_MOST = 60

NAME = "library.sqlite"


def run(amount: float, seed: int, *, mounted: bool = True) -> Outcome:
    """Fills the disk at so many sizes; the seed only says at which, where they are not all tried."""
    sizes = range(1, _SIZES + 1)
    chosen = list(sizes)[seed % 5 :: _SIZES // share(_SIZES, amount, least=1)] if amount < 1 else list(sizes)
    from tests.torture.by_a_full_disk import forgetful

    with small_disk(mounted=mounted) as disk:
        marks, broken = _day(disk, chosen)
    with small_disk(mounted=mounted) as other, forgetful():
        _, lost = _day(other, chosen[:1], most=5)
    figures = f"{len(chosen)} sizes on {disk.kind}, {marks} claims marked, {len(broken)} lost or not told;"
    return outcome(
        f"{figures} forgetting the one that waits is {'found' if lost else 'missed'}", broken, bool(lost)
    )


def _day(disk: SmallDisk, sizes: list[int], most: int = _MOST) -> tuple[int, list[str]]:
    """One window from the first size to the last; how many claims were marked, and what went wrong."""
    broken: list[str] = []
    from tests.torture import by_a_full_disk as window

    with window.opened(disk.folder / NAME) as person:
        marks, note = window.begin(person, len(sizes) * most), ""
        for size in sizes:
            disk.leave(size * _APART)
            marks += window.fill(person, marks, most)
            if not person.window.session.has_unsaved:
                broken.append(f"{size}: {most} marks did not fill it")
            broken += [f"{size}: {fault}" for fault in window.untold(person)]
            window.write_note(person, note := f"Written with {size} pages left.")
            disk.make_room()
            if fault := window.saved_by_itself(person):
                broken.append(f"{size}: {fault}")
                break
    return marks, broken + window.missing(disk.folder / NAME, marks, note)


BAR = Bar(
    "full disk",
    "disk full at 50 sizes: the pending edit survives and is saved when there is room",
    run,
    alone=True,
)
