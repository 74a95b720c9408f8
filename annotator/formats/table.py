"""The page about formats, `docs/formats.md`, made from what the formats say of themselves."""

from collections.abc import Iterable, Iterator

from annotator.formats.kinds import MEGABYTE, Format, Group
from annotator.formats.registry import formats
from annotator.model.features import Feature
from annotator.words import for_programs, say, say_all

_HEAD = """\
# Formats

What Red Pencil reads and writes, and what each kind of file can hold. This page is made from the code
(`make formats`); `redpencil formats` prints the same list, `redpencil formats --json` for programs.

A format is chosen by the ending of the file's name, the longest that fits, or by `--format NAME`. Where
several formats share an ending, a file that is read is told by what stands in it; when one is written the
ending means the format at which it is bold.

Review files (`.redpencil.json`), which carry whole work from one library to another, have
[a page of their own](review-file.md). The library itself is an SQLite file, whose view `annotated_claims` any
SQL tool reads, [Datasette](library.md) among them. [importing.md](importing.md) says what is taken from each
kind of article, [example-format](example-format/README.md) how somebody else's package adds a format.
"""

_HOLDS = """\
## Claims

- ● comes back whole when the file is read again
- ○ stands in the file in words, for people
- – does not stand in it; an export says how much there was
"""

_SIGNS = {"carries": "●", "tells": "○", "lacks": "–"}


def page() -> str:
    """The whole page, in English."""
    with for_programs():
        return "\n".join(_blocks(formats()))


def _blocks(known: Iterable[Format]) -> Iterator[str]:
    reading = [form for form in known if form.read is not None]
    of_claims = [form for form in known if form.write is not None or form.read_claims is not None]
    yield _HEAD
    yield "## Articles in\n"
    yield _table(("name", "format", "endings", "up to"), (_article(form) for form in reading))
    yield _HOLDS
    for group in (Group.PEOPLE, Group.TOOLS, Group.SOURCES):
        yield f"### {say(f'formats.group.{group.value}')}\n"
        yield _holding([form for form in of_claims if form.group is group])
    yield "## What to know\n"
    for form in of_claims:
        if known_of := _known(form):
            yield f"- **{form.name}** ({form.called}): {known_of}"
    yield ""


def _article(form: Format) -> tuple[str, ...]:
    return f"`{form.name}`", form.called, _endings(form), f"{form.limit // MEGABYTE} MB"


def _holding(some: Iterable[Format]) -> str:
    """A column for each format: what is said of many stays narrow enough to read."""
    known = tuple(some)
    rows = [("endings", *map(_endings, known))]
    rows.append(("claims in", *("" if form.read_claims is None else "yes" for form in known)))
    rows.append(("out", *("" if form.write is None else "yes" for form in known)))
    for feature in Feature:
        rows.append((say(f"feature.{feature.value}"), *(_sign(form, feature) for form in known)))
    return _table(("", *(f"`{form.name}`" for form in known)), rows)


def _sign(form: Format, feature: Feature) -> str:
    if feature in form.carries:
        return _SIGNS["carries"]
    return _SIGNS["tells"] if feature in form.tells else _SIGNS["lacks"]


def _endings(form: Format) -> str:
    """The endings, those that mean this format when a file is written first and in bold."""
    own = [ending for ending in form.endings if ending in form.default_for]
    shared = [ending for ending in form.endings if ending not in own]
    return " ".join((*(f"**`{ending}`**" for ending in own), *(f"`{ending}`" for ending in shared)))


def _known(form: Format) -> str:
    """What a person should know before choosing a format."""
    needs = (say("formats.needs_package", package=form.package),) if form.package else ()
    beside = (say("formats.beside", endings=", ".join(form.beside)),) if form.beside else ()
    return " ".join((*(say_all(*note) for note in form.limits), *beside, *needs))


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
