"""Articles made up for rules: a text, claims on its words, and what the rules find."""

from collections.abc import Iterable

from annotator.desk.checks.ground import Ground
from annotator.desk.checks.table import points, progress
from annotator.desk.checks.textual import Textual
from annotator.model.enums import SourceKind, Stance, Tag
from annotator.model.points import Backing, ClaimFacts, Facts, OpenPoint, Progress, Said, Waived
from annotator.model.spans import Span
from annotator.text.sentences import sentences

PERSON = Said("s-person", SourceKind.PERSON, confidential=False)
PAPER = Said("s-paper", SourceKind.NEWS_REPORT, confidential=False)
ANONYMOUS = Said("s-anonymous", SourceKind.ANONYMOUS, confidential=False)
CONFIDENTIAL = Said("s-confidential", SourceKind.PERSON, confidential=True)
NOT_NAMED = Said("s-unnamed", SourceKind.UNNAMED, confidential=False)
ITSELF = Said("s-article", SourceKind.ARTICLE, confidential=False)


def backed(source: str = "s-file", stance: Stance = Stance.SUPPORTS, kind=SourceKind.DOCUMENT) -> Backing:
    """A piece of evidence."""
    return Backing(source, kind, confidential=False, stance=stance)


def claim(text: str, words: str, tag: Tag = Tag.ALLEGATION, **more: object) -> ClaimFacts:
    """A claim on the first occurrence of the words; its id is its words."""
    start = text.index(words)
    return ClaimFacts(words, tag, Span(start, start + len(words)), words, **more)  # type: ignore[arg-type]


def ground(
    text: str,
    claims: Iterable[ClaimFacts] = (),
    *,
    ticked: Iterable[int] = (),
    waived: Iterable[Waived] = (),
    language: str = "",
) -> Ground:
    """The facts of an article; `ticked` are numbers of sentences from 0."""
    split = sentences(text)
    textual = Textual(text, [(span.start, span.end) for span in split], language)
    ordered = tuple(sorted(claims, key=lambda one: one.span))
    return Ground(Facts(text, split, tuple(split[n] for n in ticked), ordered, tuple(waived)), textual)


def found(*arguments: object, **more: object) -> tuple[OpenPoint, ...]:
    """The points of a made-up article."""
    return points(ground(*arguments, **more))  # type: ignore[arg-type]


def rules(*arguments: object, **more: object) -> list[str]:
    """The rules that find something, without the one that counts unread sentences."""
    named = [point.rule for point in found(*arguments, **more)]
    return [rule for rule in named if rule != "unread-sentences"]


def how_far(*arguments: object, **more: object) -> Progress:
    """How far a made-up article is."""
    made = ground(*arguments, **more)  # type: ignore[arg-type]
    return progress(made, points(made))
