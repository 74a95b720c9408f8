"""From a file to the draft of an article."""

from pathlib import Path

from annotator.formats.kinds import MEGABYTE, TEXT_LIMIT, Content
from annotator.formats.readers import plain
from annotator.formats.readers.html_fragment import paragraphs
from annotator.formats.registry import by_ending, readers, sayable
from annotator.host.files import read_whole
from annotator.model.drafts import Draft
from annotator.model.errors import BadInput
from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.text.canonical import canonical
from annotator.text.titles import title_of
from annotator.words import say

_BETWEEN = "\n\n"


def read(path: Path, encoding: str | None = None) -> Draft:
    """The article in a file, by its ending; a file of unknown ending is tried as plain text.

    `encoding` forces how text is decoded. Raises BadInput, naming the file, for whatever is no article.
    """
    form = by_ending(readers(), path.name) or plain.FORMAT
    assert form.read is not None
    name = sayable(path.name)
    return draft(form.read(read_whole(path, form.limit), name, encoding), name)


def pasted(plain_text: str, html: str = "") -> Draft:
    """The article on a clipboard, its paragraphs from `html` where there are any; raises BadInput."""
    return draft(Content(paragraphs(html) or plain_text), "")


def draft(content: Content, name: str) -> Draft:
    """What a reader found, made canonical; `name` is the file's, "" for a paste. Raises BadInput."""
    text, places = _joined(content) if content.blocks else (canonical(content.text), ())
    shown = name or say("article.the_paste")
    if not text.strip():
        raise BadInput("article.blank", name=shown)
    if len(text) > TEXT_LIMIT:
        raise BadInput("article.too_long", name=shown, limit=TEXT_LIMIT // MEGABYTE)
    return Draft(
        text=text,
        title=_line(content.title) or title_of(text),
        file=name,
        encoding=content.encoding,
        sure=content.sure,
        candidates=content.candidates,
        notes=content.notes,
        publisher=_line(content.publisher),
        byline=_line(content.byline),
        url=_line(content.url),
        published=content.published,
        language=content.language,
        guessed=content.guessed,
        places=places,
    )


def _joined(content: Content) -> tuple[str, tuple[Place, ...]]:
    """The paragraphs in which anything stands, a blank line between them, and where they stood."""
    pieces: list[str] = []
    places: list[Place] = []
    at = 0
    for block in content.blocks:
        words = canonical(block.text).strip("\n ")
        if not words.strip():
            continue
        at += len(_BETWEEN) if pieces else 0
        pieces.append(words)
        span = Span(at, at + len(words))
        known = ((PlaceKind.PAGE, block.page), (PlaceKind.TIME, block.time))
        places += [Place(span, kind, value) for kind, value in known if value]
        at = span.end
    return _BETWEEN.join(pieces), tuple(places)


def _line(words: str) -> str:
    return " ".join(canonical(words).split())
