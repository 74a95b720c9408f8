"""Articles and claims in and out: files, pastes, exports and the clipboard.

The formats are imported where they are used: a window starts without them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.desk.desk import Desk
from annotator.desk.exports import ALL, FINAL, MINE, Choice, articles, chosen, people, refuse_library, until
from annotator.desk.formats import FormatInfo, formats_out
from annotator.host.files import write_whole
from annotator.model.drafts import Draft, Note
from annotator.model.errors import BadInput, NotAllowed
from annotator.model.features import Feature
from annotator.store.reading.confidential import confidential_names

if TYPE_CHECKING:
    from annotator.formats.kinds import Format

__all__ = [
    "ALL",
    "FINAL",
    "MINE",
    "Choice",
    "ExportReport",
    "FormatInfo",
    "export_to",
    "formats_out",
    "formatted",
    "is_review",
    "read_file",
    "read_paste",
    "readable_endings",
]

#: What documents for people end with, asked for on the clipboard too.
_CLOSING = frozenset((Feature.POINTS, Feature.SIGN_OFF))


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, where, and in which format; `samples_left_out` counts articles.

    `left_out` are sentences on what there was to say and the file cannot hold, `beside` the bare names of
    files that were written with it.
    """

    path: Path
    format: str
    articles: int
    claims: int
    samples_left_out: int
    left_out: tuple[Note, ...] = ()
    beside: tuple[str, ...] = ()


def read_file(path: Path, encoding: str | None = None) -> Draft:
    """The article in a file, for a person to look at. Raises BadInput with a sentence that names the file."""
    from annotator.formats import incoming
    from annotator.formats.review_file.reader import is_review_file

    if is_review_file(path):
        raise BadInput("review_file.no_article", name=path.name)
    return incoming.read(path, encoding)


def read_paste(plain: str, html: str = "") -> Draft:
    """The article on a clipboard, its paragraphs kept. Raises BadInput."""
    from annotator.formats import incoming

    return incoming.pasted(plain, html)


def readable_endings() -> tuple[str, ...]:
    """The endings of files that can become articles, as `.txt`."""
    from annotator.formats import registry

    return tuple(ending for reader in registry.readers() for ending in reader.endings)


def export_to(
    desk: Desk,
    path: Path,
    choice: Choice,
    format_name: str | None = None,
    stopped: Callable[[], bool] = lambda: False,
    *,
    replace_beside: bool = False,
) -> ExportReport:
    """Writes claims to a file, wholly or not at all; the format follows the ending unless one is named.

    A review file holds all of the articles' claims that are of the chosen people. Raises NothingFound for
    an unknown format, reviewer or article, BadInput for what the format cannot be made of, for the library's
    own file, and for another file that stands where one belongs beside it (unless `replace_beside`),
    WriteFailed, and Cancelled once `stopped`, which is asked for each article and each piece of the file,
    says so.
    """
    from annotator.formats import losses, outgoing, registry

    if is_review(path, format_name):
        return _sent(desk, path, choice, stopped)
    form = registry.writer_for(path.name, format_name)
    refuse_library(desk, path)
    exports, samples = chosen(desk, choice, form.carries | form.tells, stopped)
    ready = outgoing.prepared_for(form, exports, choice.disclosure, confidential_names(desk.library))
    pieces = outgoing.written(form, ready)
    beside = _beside(form, path, outgoing.written_beside(form, ready))
    if path in beside:
        raise BadInput("export.is_beside", name=path.name, ending=form.endings[0])
    for other in beside:
        refuse_library(desk, other)
    if not replace_beside:
        _refuse_to_replace(beside)
    for other, data in beside.items():
        write_whole(other, [data])
    write_whole(path, until(stopped, pieces))
    return ExportReport(
        path,
        form.name,
        len(ready),
        sum(len(one.claims) for one in ready),
        samples,
        losses.left_out(form, ready),
        tuple(other.name for other in beside),
    )


def is_review(path: Path, name: str | None = None) -> bool:
    """Whether a review file is to be written: by the format's name, else by the ending of the file's."""
    from annotator.formats.registry import REVIEW
    from annotator.formats.review_file.terms import ENDING

    return name == REVIEW or (name is None and path.name.lower().endswith(ENDING))


def formatted(desk: Desk, choice: Choice) -> tuple[str, str]:
    """The same for the clipboard, as HTML and as plain text."""
    from annotator.formats import outgoing

    exports, _ = chosen(desk, choice, _CLOSING)
    return outgoing.formatted(exports, choice.disclosure, confidential_names(desk.library))


def _beside(form: "Format", path: Path, files: Mapping[str, bytes]) -> dict[Path, bytes]:
    """The files that belong beside one, by where they are written: its name with other endings."""
    from annotator.formats.registry import ending_of

    own = ending_of(form, path.name)
    bare = path.name[: len(path.name) - len(own)] if own else path.stem
    return {path.with_name(bare + ending): data for ending, data in files.items()}


def _refuse_to_replace(files: Mapping[Path, bytes]) -> None:
    """Raises BadInput where a file of somebody's stands in the way; one that says just the same may."""
    for path, data in files.items():
        if path.exists() and (path.stat().st_size != len(data) or path.read_bytes() != data):
            raise BadInput("export.beside_exists", name=path.name)


def _sent(desk: Desk, path: Path, choice: Choice, stopped: Callable[[], bool]) -> ExportReport:
    from annotator.desk.deliveries import Sending, send
    from annotator.formats import registry

    if choice.whose == FINAL:
        raise NotAllowed("review_file.not_final")
    ids, samples = articles(desk, choice)
    who = people(desk, choice.whose)
    sent_by = None if who is None else tuple(sorted(who))
    made = send(desk, path, Sending(ids, sent_by, choice.disclosure), stopped)
    return ExportReport(path, registry.REVIEW, made.articles, made.claims, samples)
