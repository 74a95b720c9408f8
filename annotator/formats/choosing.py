"""Which format a file is of: by the longest ending of its name, and by what stands in it."""

from collections.abc import Iterable

from annotator.formats.kinds import Format
from annotator.formats.readers import plain
from annotator.formats.registry import claim_readers, ending_of, fitting, readers
from annotator.model.errors import BadInput

#: How files begin that are never text, whatever their name says: PDF, zipped documents, RTF.
_NO_TEXT = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")


def article_format(data: bytes, name: str) -> Format:
    """The format in which an article is read; plain text where nothing else fits.

    A file that is not what its name says is read as what it is. Raises BadInput for one that holds claims.
    """
    named = fitting(readers(), name)
    found = _first(named, data) or _sure(readers(), data)
    if found is not None:
        return found
    if named:
        return named[0]  # it says best what is wrong with the file
    if _sure(claim_readers(), data) is not None:
        raise BadInput("reading.holds_claims", name=name)
    return plain.FORMAT


def claims_format(data: bytes, name: str) -> Format:
    """The format in which claims are read. Raises BadInput where no format knows the file."""
    named = fitting(claim_readers(), name)
    found = _first(named, data) or _sure(claim_readers(), data)
    if found is not None:
        return found
    if not named or _shared(named[0], name):
        raise BadInput("reading.unknown_claims", name=name)
    return named[0]


def holds_claims(data: bytes) -> bool:
    """Whether a file whose name does not say it holds claims of another tool."""
    return _sure(readers(), data) is None and _sure(claim_readers(), data) is not None


def _shared(form: Format, name: str) -> bool:
    """Whether the ending by which a format was found is one of several formats."""
    ending = ending_of(form, name)
    return sum(ending in other.endings for other in claim_readers()) > 1


def _first(named: Iterable[Format], data: bytes) -> Format | None:
    """The first of them that may have these bytes; text may have all but those of documents."""
    text = not data.startswith(_NO_TEXT)
    return next((form for form in named if (form.knows(data) if form.knows else text)), None)


def _sure(among: Iterable[Format], data: bytes) -> Format | None:
    """The first format that says of itself that these are its bytes."""
    return next((form for form in among if form.knows is not None and form.knows(data)), None)
