"""Every format there is: window, command line, documentation and tests find them here.

A third party adds one by an entry point of the group `redpencil.formats` that names a `kinds.Format`.
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from annotator.formats.kinds import Format
from annotator.formats.readers import plain, word
from annotator.formats.review_file.terms import ENDING
from annotator.formats.writers import csv_, json_, markdown
from annotator.model.errors import NothingFound

ENTRY_POINTS = "redpencil.formats"

#: In the order in which dialogs and tables show them, within each group.
_OURS: tuple[Format, ...] = (
    plain.FORMAT,
    word.FORMAT,
    csv_.FORMAT,
    json_.FORMAT,
    markdown.FORMAT,
)

#: Review files hold rows, not what an export shows of them, so they have a reader and a writer of their own.
REVIEW = "review"


@cache
def formats() -> tuple[Format, ...]:
    """All formats, ours and those of third parties; one of ours is never replaced."""
    found = {form.name: form for form in _OURS}
    for entry in entry_points(group=ENTRY_POINTS):
        form = _loaded(entry)
        if form is not None:
            found.setdefault(form.name, form)
    return tuple(found.values())


def readers() -> tuple[Format, ...]:
    """The formats an article may come in, the most common first."""
    return tuple(form for form in formats() if form.read is not None)


def claim_readers() -> tuple[Format, ...]:
    """The formats in which claims of other tools may come in."""
    return tuple(form for form in formats() if form.read_claims is not None)


def writers() -> tuple[Format, ...]:
    """The formats claims can be written to."""
    return tuple(form for form in formats() if form.write is not None)


def writer_for(file: str, name: str | None = None) -> Format:
    """The writer of that name, else the one with the longest ending that the file's name has.

    Raises NothingFound, naming what there is.
    """
    there = writers()
    if name is not None:
        found = next((form for form in there if form.name == name), None)
        names = ", ".join((*(form.name for form in there), REVIEW))
        problem = NothingFound("export.unknown_format", format=name, formats=names)
    else:
        found = by_ending(there, file)
        endings = ", ".join((*(ending for form in there for ending in form.endings), ENDING))
        problem = NothingFound("export.unknown_ending", name=sayable(file), endings=endings)
    if found is None:
        raise problem
    return found


def by_ending(among: Iterable[Format], file: str) -> Format | None:
    """The format with the longest ending that the file's name has; of equals its default."""
    lower = file.lower()
    fitting = (
        (len(ending), ending in form.default_for, form)
        for form in among
        for ending in form.endings
        if lower.endswith(ending)
    )
    return max(fitting, key=lambda found: found[:2], default=(0, False, None))[2]


def sayable(name: str) -> str:
    """A file's name without the lone surrogates that stand for bytes which are no UTF-8."""
    return name.encode("utf-8", "replace").decode()


def _loaded(entry: EntryPoint) -> Format | None:
    """What an entry point names; a broken package of somebody else costs its format, not ours."""
    try:
        form = entry.load()
    except Exception:  # noqa: BLE001 (whatever may happen in code that is not ours)
        return None
    return form if isinstance(form, Format) else None
