"""Which paragraphs of a web page are its article: trafilatura says so, and what it overlooks is mended.

Each paragraph is given a number in signs that nobody writes; the numbers that trafilatura lets through say
which paragraphs it took, so that their words, spaces and line breaks are those of the page and not its own.
"""

import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.formats.readers.html_pieces import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: On pages of more elements or characters trafilatura takes many seconds: their article is what stands in
#: `<article>` or `<main>`, but for what is marked as something else there.
_ELEMENT_LIMIT = 8_000
_LENGTH_LIMIT = 3_000_000
_BESIDE = frozenset({"nav", "aside", "footer", "form", "figcaption", "menu"})

#: Braille patterns: two of them count to 65,536, and no page in Braille has three blank ones before them.
_DIGITS = 0x2800
_MARK = "\u2800\u2800\u2800"
_NUMBER = re.compile(f"{_MARK}([\u2800-\u28ff])([\u2800-\u28ff])")

#: Control characters of a page, which lxml reads and will not have set; only trafilatura sees them gone.
_UNTAKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = frozenset({"p", "blockquote", "li", "pre", "tr"}) | _HEADINGS
_LEAD_ELEMENTS = frozenset({"p", "div", "section", "h2", "h3", "h4", "li"})
_LEADS = re.compile(
    r"standfirst|\b(dek|lede?|lead|intro)\b|sub-?(title|head)|strapline|excerpt", re.IGNORECASE
)
_HOME = re.compile(r"(?:https?:)?//[^/?#]*/?|/", re.IGNORECASE)
_STOPS = tuple('.!?…。！？؟”"’»')
_MOSTLY = 0.6

#: How many paragraphs at the beginning may be lines of names and dates, and how long such a line is.
_HEAD = 5
_LINE = 120
_DATE = re.compile(
    r"\b\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\b\d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{4}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?[^\W\d]{3,12}\.?,? (?:de )?\d{4}\b"
    r"|\b[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}\b"
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b).{0,150}$", re.IGNORECASE)

#: What stands alone over an advertisement.
_LABELS = frozenset(
    ("advertisement", "advertising", "ad", "anzeige", "werbung", "publicidad", "publicité", "pubblicità")
    + ("إعلان", "广告", "广告内容", "story continues below", "article continues below")
)


def article(tree: "HtmlElement", pieces: Sequence[Piece], html_length: int, byline: str) -> list[Piece]:
    """The paragraphs of the article among `pieces`; none where the page only carries it for programs.

    The tree is changed. Lines that only say who wrote it and when are left out: `byline` is known already.
    """
    taken: set[int] | None = None
    if sum(1 for _ in tree.iter()) <= _ELEMENT_LIMIT and html_length <= _LENGTH_LIMIT:
        taken = _by_trafilatura(tree, pieces)
    if taken is None:
        marked = (_inside(pieces, tree.find(f".//{tag}")) for tag in ("article", "main"))
        taken = next(filter(None, marked), set(range(len(pieces))))
    if not taken:
        return []
    chosen = [pieces[number] for number in sorted(_mended(pieces, taken))]
    first = [piece for piece in chosen[:_HEAD] if not _is_dateline(piece, byline)]
    return first + chosen[_HEAD:]


def _by_trafilatura(tree: "HtmlElement", pieces: Sequence[Piece]) -> set[int] | None:
    """The numbers of the paragraphs that trafilatura takes, None where it finds no article at all."""
    import trafilatura

    for log in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(log).setLevel(logging.CRITICAL + 1)
    _number(pieces)
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False)
    except Exception:  # noqa: BLE001 (whatever a page does to code that is not ours costs the guess, not the page)
        return None
    body = getattr(found, "body", None)
    words = "" if body is None else "".join(body.itertext())
    if not words.strip():
        return None
    numbers = ((ord(first) - _DIGITS) * 256 + ord(last) - _DIGITS for first, last in _NUMBER.findall(words))
    return {number for number in numbers if number < len(pieces)}


def _number(pieces: Sequence[Piece]) -> None:
    for number, piece in enumerate(pieces):
        sign = f"{_MARK}{chr(_DIGITS + number // 256)}{chr(_DIGITS + number % 256)}"
        if piece.in_tail:
            piece.first.tail = _before_words(sign, piece.first.tail)
        else:
            piece.first.text = _before_words(sign, piece.first.text)


def _before_words(sign: str, words: str) -> str:
    """The words with a sign before them, and without the characters that a tree holds and does not take."""
    bare = words.lstrip()
    return _UNTAKEN.sub(" ", words[: len(words) - len(bare)] + sign + bare)


def _inside(pieces: Sequence[Piece], element: "HtmlElement | None") -> set[int]:
    """The numbers of the paragraphs that stand in an element."""
    if element is None:
        return set()
    inner = set(element.iter())
    for beside in element.iter(*_BESIDE):
        if beside in inner:
            inner.difference_update(beside.iter())
    return {number for number, piece in enumerate(pieces) if piece.element in inner}


def _mended(pieces: Sequence[Piece], taken: set[int]) -> set[int]:
    """With the headline, its lead and short paragraphs between others; without links to other articles."""
    first, last = min(taken), max(taken)
    homes = {pieces[number].element.getparent() for number in taken}
    between = {
        number
        for number in range(first, last)
        if number not in taken and pieces[number].element.getparent() in homes and _is_prose(pieces[number])
    }
    kept = {number for number in taken | between if not _is_aside(pieces[number])} or taken
    return kept | _headline(pieces, first)


def _is_prose(piece: Piece) -> bool:
    return piece.element.tag in _PARAGRAPHS and piece.share_linked < _MOSTLY


def _is_aside(piece: Piece) -> bool:
    """Whether it is a caption, an advertisement's label, a word on rights or the link to another article."""
    words = piece.words
    holders = (piece.element, piece.element.getparent())
    if any(holder is not None and holder.tag == "figcaption" for holder in holders):
        return True
    if words.lower().strip(" .:–—-") in _LABELS or _RIGHTS.match(words):
        return True
    return piece.share_linked >= _MOSTLY and not words.endswith(_STOPS)


def _is_dateline(piece: Piece, byline: str) -> bool:
    """Whether a line near the headline says only who wrote the article and when."""
    words = piece.words
    if len(words) > _LINE or words.endswith(_STOPS) or piece.element.tag in _HEADINGS:
        return False
    names = byline.split(", ") if byline else []
    return bool(_DATE.search(words)) or any(
        name in words and len(words) <= 2 * len(byline) + 10 for name in names
    )


def _headline(pieces: Sequence[Piece], first: int) -> set[int]:
    """The last heading of the first level before the article, and what leads from there to it.

    Where that is the name of the site, it is the last one of the second level after it.
    """
    above = [number for number in range(first) if pieces[number].element.tag == "h1"]
    if above and leads_home(pieces[above[-1]]):
        above = [number for number in range(above[-1], first) if pieces[number].element.tag == "h2"]
    if not above:
        return set()
    leads = {number for number in range(above[-1] + 1, first) if _is_lead(pieces[number])}
    return {above[-1], *leads}


def leads_home(piece: Piece) -> bool:
    """Whether a heading is the name of the site, linked with its first page."""
    links = list(piece.element.iter("a"))
    return bool(links) and all(
        _HOME.fullmatch(link.get("href") or "") or link.get("rel") == "home" for link in links
    )


def _is_lead(piece: Piece) -> bool:
    element = piece.element
    if element.tag not in _LEAD_ELEMENTS:
        return False
    around = (element, element.getparent())
    named = " ".join(part.get("class") or "" for part in around if part is not None)
    return bool(_LEADS.search(named)) and piece.share_linked < _MOSTLY and len(piece.words.split()) > 3
