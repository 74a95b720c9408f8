"""Pieces of WordprocessingML (ECMA-376, part 1, section 17): paragraphs and runs, with words escaped."""

from html import escape

from annotator.formats.writers.characters import printable
from annotator.text.direction import begins_right

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_TEXT = '<w:t xml:space="preserve">'
_BREAKS = str.maketrans({"\n": f"</w:t><w:br/>{_TEXT}", "\t": f"</w:t><w:tab/>{_TEXT}"})


def run(words: str, properties: str = "") -> str:
    """Words of one look, their line ends and tabs kept; `properties` is the inside of `w:rPr`, in its order.

    Words of a script from right to left say so, or Word would set their punctuation on the wrong side.
    """
    if begins_right(words):
        properties += "<w:rtl/>"
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{_TEXT}{escaped(words).translate(_BREAKS)}</w:t></w:r>"


def paragraph(
    inside: str, style: str = "", *, right: bool = False, list_: int = 0, page: bool = False
) -> str:
    """A paragraph of runs.

    `right` where it is read from right to left, `list_` the number of the list it is an item of, `page` where
    it begins a new page.
    """
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:pageBreakBefore/>" if page else "")
        + (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_}"/></w:numPr>' if list_ else "")
        + ("<w:bidi/>" if right else "")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>" if properties else f"<w:p>{inside}</w:p>"


def line(words: str, style: str = "", *, list_: int = 0, page: bool = False) -> str:
    """A paragraph of words in one look."""
    return paragraph(run(words), style, right=begins_right(words), list_=list_, page=page)


def escaped(words: str) -> str:
    """Words as they may stand in an element or an attribute."""
    return escape(printable(words))


def wrapped(element: str, inside: str) -> bytes:
    """A document of that element, to be parsed."""
    return f'<w:{element} xmlns:w="{NAMESPACE}">{inside}</w:{element}>'.encode()
