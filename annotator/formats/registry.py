"""Every format that is read or written: what the window and the command line choose from."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from annotator.formats.exact import assert_exact
from annotator.formats.kinds import MEGABYTE, TEXT_LIMIT, Content, Reader, Writer
from annotator.formats.readers import markdown as markdown_in
from annotator.formats.readers import plain, word
from annotator.formats.readers.html_fragment import paragraphs
from annotator.formats.redact import Disclosure, redact
from annotator.formats.review_file.terms import ENDING
from annotator.formats.writers import clipboard, csv_, json_
from annotator.formats.writers import markdown as markdown_out
from annotator.host.files import read_whole
from annotator.model.drafts import Draft
from annotator.model.errors import BadInput, NothingFound
from annotator.model.views import ArticleExport
from annotator.text.canonical import canonical
from annotator.text.titles import title_of
from annotator.words import for_programs, say

_READERS: tuple[Reader, ...] = (plain.FORMAT, markdown_in.FORMAT, word.FORMAT)
_WRITERS: tuple[Writer, ...] = (csv_.FORMAT, json_.FORMAT, markdown_out.FORMAT)

#: Review files hold rows, not what an export shows of them, so they have a writer of their own.
REVIEW = "review"

Format = TypeVar("Format", Reader, Writer)


def readers() -> tuple[Reader, ...]:
    """The formats an article may come in, the most common first."""
    return _READERS


def writers() -> tuple[Writer, ...]:
    """The formats claims can be written to."""
    return _WRITERS


def read(path: Path, encoding: str | None = None) -> Draft:
    """The article in a file, by its ending; a file of unknown ending is tried as plain text.

    `encoding` forces how text is decoded. Raises BadInput, naming the file, for whatever is no article.
    """
    reader = _by_ending(_READERS, path.name) or plain.FORMAT
    name = _sayable(path.name)
    return _draft(reader.read(read_whole(path, reader.limit), name, encoding), name)


def pasted(plain_text: str, html: str = "") -> Draft:
    """The article on a clipboard, its paragraphs from `html` where there are any; raises BadInput."""
    return _draft(Content(paragraphs(html) or plain_text), "")


def is_review(path: Path, name: str | None = None) -> bool:
    """Whether a review file is to be written: by the format's name, else by the ending of the file's."""
    return name == REVIEW or (name is None and path.name.lower().endswith(ENDING))


def format_for(path: Path, name: str | None = None) -> Writer:
    """The writer of that name, else the one with the longest ending of the file's name.

    Raises NothingFound, naming what there is.
    """
    if name is not None:
        found = next((writer for writer in _WRITERS if writer.name == name), None)
        names = ", ".join((*(writer.name for writer in _WRITERS), REVIEW))
        problem = NothingFound("export.unknown_format", format=name, formats=names)
    else:
        found = _by_ending(_WRITERS, path.name)
        endings = ", ".join((*(ending for writer in _WRITERS for ending in writer.endings), ENDING))
        problem = NothingFound("export.unknown_ending", name=_sayable(path.name), endings=endings)
    if found is None:
        raise problem
    return found


def write(
    writer: Writer,
    articles: tuple[ArticleExport, ...],
    disclosure: Disclosure,
    confidential_names: Iterable[str] = (),
) -> Iterable[bytes]:
    """The file piece by piece, without what `disclosure` keeps back.

    `confidential_names` are those in the register that no claim here names; see `redact`. Raises
    RedPencilError "export.mismatch" before the first piece where a quote is not what stands in the text.
    """
    if not writer.for_programs:
        return writer.write(_prepared(articles, disclosure, confidential_names))
    with for_programs():
        return _for_programs(writer.write(_prepared(articles, disclosure, confidential_names)))


def formatted(
    articles: tuple[ArticleExport, ...], disclosure: Disclosure, confidential_names: Iterable[str] = ()
) -> tuple[str, str]:
    """The same for the clipboard: HTML and plain text."""
    return clipboard.formatted(_prepared(articles, disclosure, confidential_names))


def _prepared(
    articles: tuple[ArticleExport, ...], disclosure: Disclosure, names: Iterable[str]
) -> tuple[ArticleExport, ...]:
    assert_exact(articles)
    return redact(articles, disclosure, names)


def _for_programs(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces, each made in English: between them the taker may say something to a person."""
    making = iter(pieces)
    while True:
        with for_programs():
            piece = next(making, None)
        if piece is None:
            return
        yield piece


def _by_ending(formats: tuple[Format, ...], name: str) -> Format | None:
    """The format with the longest ending that the file's name has."""
    lower = name.lower()
    fitting = ((len(ending), form) for form in formats for ending in form.endings if lower.endswith(ending))
    return max(fitting, key=lambda pair: pair[0], default=(0, None))[1]


def _draft(content: Content, name: str) -> Draft:
    text = canonical(content.text)
    shown = name or say("article.the_paste")
    if not text.strip():
        raise BadInput("article.blank", name=shown)
    if len(text) > TEXT_LIMIT:
        raise BadInput("article.too_long", name=shown, limit=TEXT_LIMIT // MEGABYTE)
    return Draft(
        text=text,
        title=title_of(text),
        file=name,
        encoding=content.encoding,
        sure=content.sure,
        candidates=content.candidates,
        notes=content.notes,
    )


def _sayable(name: str) -> str:
    """A file's name without the lone surrogates that stand for bytes which are no UTF-8."""
    return name.encode("utf-8", "replace").decode()
