"""From bytes to an article or to claims, in the process that is asked: the reading child, and tests.

Everybody else goes through `incoming`, which has it done in a child.
"""

from collections.abc import Mapping
from dataclasses import replace

from annotator.formats.choosing import article_format, claims_format
from annotator.formats.kinds import MEGABYTE, TEXT_LIMIT, Content, Format
from annotator.formats.registry import fitting, formats, readers
from annotator.model.drafts import Draft, Note
from annotator.model.errors import BadInput
from annotator.model.places import Place, PlaceKind
from annotator.model.received import Received
from annotator.model.spans import Span
from annotator.text.canonical import canonical
from annotator.text.titles import title_of
from annotator.words import say

_BETWEEN = "\n\n"

#: A page's label may be any string of the file's; so much of it is kept.
_LABEL_LIMIT = 32


def article(data: bytes, name: str, encoding: str | None = None, form: str = "") -> Draft:
    """The article in a file's bytes, read in the format of that name, "" for the one that fits.

    `name` is the file's, for what is said of it; `encoding` forces how text is decoded. Raises BadInput,
    naming the file, for whatever is no article.
    """
    chosen = _named(form) if form else article_format(data, name)
    assert chosen.read is not None
    made = draft(chosen.read(data, name, encoding), name)
    named = fitting(readers(), name)
    if form or not named or chosen in named:
        return made
    mislabelled: Note = ("reading.mislabelled", {"format": chosen.called})
    return replace(made, notes=(mislabelled, *made.notes))


def claims(data: bytes, name: str, beside: Mapping[str, bytes]) -> Received:
    """The claims in a file's bytes; `beside` holds the files beside it by their endings. Raises BadInput."""
    chosen = claims_format(data, name)
    assert chosen.read_claims is not None
    return chosen.read_claims(data, name, beside)


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


def _named(name: str) -> Format:
    """The format of that name; who asks has it from the registry."""
    return next(form for form in formats() if form.name == name and form.read is not None)


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
        labels = ((kind, _line(value)[:_LABEL_LIMIT]) for kind, value in known)
        places += [Place(span, kind, label) for kind, label in labels if label]
        at = span.end
    return _BETWEEN.join(pieces), tuple(places)


def _line(words: str) -> str:
    return " ".join(canonical(words).split())
