"""Every format there is: window, command line, documentation and tests find them here.

A third party adds one by an entry point of the group `redpencil.formats` that names a `kinds.Format`.
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from annotator.formats.exchange import (
    brat,
    doccano,
    inception,
    json_lines,
    label_studio,
    own_json,
    refi_qda,
    w3c,
)
from annotator.formats.exchange.brat import pair
from annotator.formats.exchange.inception import cas_json
from annotator.formats.kinds import Format
from annotator.formats.readers import epub, mail, mhtml, odt, plain, rtf, subtitles
from annotator.formats.review_file.terms import ENDING
from annotator.formats.writers import (
    bibtex,
    call_sheet_file,
    claim_review,
    conll,
    csl,
    csv_,
    excel,
    markdown,
    ris,
    web_page,
    word_document,
)
from annotator.model.errors import NothingFound
from annotator.words.messages import ENGLISH

ENTRY_POINTS = "redpencil.formats"

#: In the order in which dialogs and tables show them, within each group.
_OURS: tuple[Format, ...] = (
    plain.FORMAT,
    word_document.FORMAT,
    odt.FORMAT,
    rtf.FORMAT,
    epub.FORMAT,
    mail.FORMAT,
    subtitles.FORMAT,
    web_page.FORMAT,
    mhtml.FORMAT,
    csv_.FORMAT,
    excel.FORMAT,
    own_json.FORMAT,
    w3c.FORMAT,
    brat.FORMAT,
    pair.FORMAT,
    doccano.FORMAT,
    label_studio.FORMAT,
    inception.FORMAT,
    cas_json.FORMAT,
    refi_qda.FORMAT,
    json_lines.FORMAT,
    conll.FORMAT,
    claim_review.FORMAT,
    csl.FORMAT,
    bibtex.FORMAT,
    ris.FORMAT,
    markdown.FORMAT,
    call_sheet_file.FORMAT,
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


def called(name: str) -> str:
    """What a format is called, in words; its name where there is no such format any more."""
    form = next((form for form in formats() if form.name == name), None)
    return name if form is None else form.called


def by_ending(among: Iterable[Format], file: str) -> Format | None:
    """The format with the longest ending that the file's name has; of equals its default."""
    return next(iter(fitting(among, file)), None)


def fitting(among: Iterable[Format], file: str) -> list[Format]:
    """The formats with an ending that the file's name has, the likeliest first."""
    found = [(ending, form) for form in among if (ending := ending_of(form, file))]
    found.sort(key=lambda pair: (len(pair[0]), pair[0] in pair[1].default_for), reverse=True)
    return [form for _, form in found]


def ending_of(form: Format, file: str) -> str:
    """The longest of a format's endings that the file's name has, "" where it has none."""
    lower = file.lower()
    return max((ending for ending in form.endings if lower.endswith(ending)), key=len, default="")


def sayable(name: str) -> str:
    """A file's name without the lone surrogates that stand for bytes which are no UTF-8."""
    return name.encode("utf-8", "replace").decode()


def _loaded(entry: EntryPoint) -> Format | None:
    """What an entry point names; a broken package of somebody else costs its format, not ours."""
    try:
        form = entry.load()
    except Exception:  # noqa: BLE001 (whatever may happen in code that is not ours)
        return None
    return form if isinstance(form, Format) and _is_whole(form) else None


def _is_whole(form: Format) -> bool:
    """Whether a format can be shown and chosen: it has an ending, and is called something."""
    return bool(form.endings) and bool(form.label or f"format.{form.name}" in ENGLISH)
