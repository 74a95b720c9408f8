"""From a file to the draft of an article, or to claims: read in a child process, whatever the file holds.

Reading is the one thing done with bytes that nobody vouches for. Here it costs a sentence at worst.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from annotator.formats import reading
from annotator.formats.asking import ask
from annotator.formats.kinds import Content, Format
from annotator.formats.readers import plain
from annotator.formats.readers.html_fragment import paragraphs
from annotator.formats.registry import by_ending, claim_readers, ending_of, fitting, readers, sayable
from annotator.formats.review_file.reader import is_review_file
from annotator.host.files import read_whole
from annotator.model.drafts import Draft
from annotator.model.errors import BadInput
from annotator.model.received import Received

Stopped = Callable[[], bool]


class Kind(StrEnum):
    """What a file holds, by which the ways part: an article, claims of another tool, a colleague's work."""

    ARTICLE = "article"
    CLAIMS = "claims"
    REVIEW = "review"


def never() -> bool:
    """What work that nobody can stop is told."""
    return False


def read(path: Path, encoding: str | None = None, stopped: Stopped = never) -> Draft:
    """The article in a file, by its ending and by what stands in it; anything else is tried as plain text.

    `encoding` forces how text is decoded. Raises BadInput, naming the file, for whatever is no article or
    cannot be read within the limits, and Cancelled once `stopped` says so.
    """
    data = read_whole(path, _article_form(path).limit)
    return read_data(data, sayable(path.name), encoding, stopped=stopped)


def read_data(
    data: bytes, name: str, encoding: str | None = None, *, form: str = "", stopped: Stopped = never
) -> Draft:
    """The same of bytes that are here already; `form` names the format where that is known."""
    values = {"name": name, "encoding": encoding, "form": form}
    return ask("article", values, (data,), Draft, stopped)


def claims(path: Path, stopped: Stopped = never) -> Received:
    """The claims in a file of another tool, with the files beside it that belong to it.

    Raises BadInput for what no format knows or what cannot be read within the limits, and Cancelled.
    """
    forms = fitting(claim_readers(), path.name) or [*claim_readers()]
    data = read_whole(path, max((form.limit for form in forms), default=plain.FORMAT.limit))
    beside = _beside(path, forms)
    values = {"name": sayable(path.name), "beside": list(beside)}
    return ask("claims", values, (data, *beside.values()), Received, stopped)


def kind_of(path: Path, stopped: Stopped = never) -> Kind:
    """What a file holds, by its ending where that says it; an article where it cannot be read.

    Raises Cancelled once `stopped` says so.
    """
    if is_review_file(path):
        return Kind.REVIEW
    if by_ending(readers(), path.name):
        return Kind.ARTICLE
    if by_ending(claim_readers(), path.name):
        return Kind.CLAIMS
    try:
        data = read_whole(path, plain.FORMAT.limit)
        return Kind(ask("kind", {"name": sayable(path.name)}, (data,), str, stopped))
    except BadInput:  # reading it as an article says what is wrong with it
        return Kind.ARTICLE


def read_here(path: Path) -> Draft:
    """The article in a file that came with us, read in this process. Raises BadInput."""
    return reading.article(read_whole(path, _article_form(path).limit), sayable(path.name))


def pasted(plain_text: str, html: str = "") -> Draft:
    """The article on a clipboard, its paragraphs from `html` where there are any; raises BadInput."""
    return reading.draft(Content(paragraphs(html) or plain_text), "")


def _article_form(path: Path) -> Format:
    return by_ending(readers(), path.name) or plain.FORMAT


def _beside(path: Path, forms: list[Format]) -> dict[str, bytes]:
    """The files of the same name that belong to it, by their endings, as far as they are there."""
    found = {}
    for form in forms:
        own = ending_of(form, path.name)
        for ending in form.beside if own else ():
            other = path.with_name(path.name[: -len(own)] + ending)
            if other.is_file():
                found[ending] = read_whole(other, form.limit)
    return found
