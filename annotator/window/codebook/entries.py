"""What each page of the codebook holds, in the order it is read."""

from dataclasses import dataclass
from enum import Enum

from annotator.model.enums import Tag
from annotator.words import say


class Part(Enum):
    """What a paragraph is."""

    HEADING = "heading"
    RULE = "rule"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain words."""

    part: Part
    words: str


#: The hard cases that are looked up at each tag.
_CASES = {
    Tag.ALLEGATION: ("neutral", "alleged", "charge", "own_voice", "outer", "no_answer", "inside"),
    Tag.DENIAL: (
        "refused",
        "rejected",
        "negation",
        "without_verb",
        "no_evidence",
        "refuted",
        "hedged",
        "nested",
        "inside",
    ),
    Tag.FACT: ("verdict", "reportedly", "other_sense", "refused", "negation", "several"),
}
_ORDER = ("nothing", "neutral", "denial", "allegation", "fact")
_SPANS = ("smallest", "quotes", "speaker", "anonymous")


def entry(tag: Tag) -> tuple[Paragraph, ...]:
    """A tag's page: what it is, the test, an example, the hard cases."""
    return (
        Paragraph(Part.RULE, say(f"codebook.is.{tag}")),
        Paragraph(Part.HEADING, say("codebook.test")),
        Paragraph(Part.RULE, say(f"codebook.test.{tag}")),
        Paragraph(Part.HEADING, say("codebook.example")),
        Paragraph(Part.EXAMPLE, say(f"codebook.example.{tag}")),
        Paragraph(Part.HEADING, say("codebook.hard")),
        *(paragraph for case in _CASES[tag] for paragraph in _case(case)),
    )


def how_to_decide() -> tuple[Paragraph, ...]:
    """The page for all tags: the question behind them, the order of deciding, how much to mark."""
    return (
        Paragraph(Part.RULE, say("codebook.question")),
        Paragraph(Part.HEADING, say("codebook.order")),
        *(Paragraph(Part.RULE, say(f"codebook.order.{step}")) for step in _ORDER),
        Paragraph(Part.HEADING, say("codebook.spans")),
        *(Paragraph(Part.RULE, say(f"codebook.spans.{rule}")) for rule in _SPANS),
    )


def _case(name: str) -> tuple[Paragraph, Paragraph]:
    return (
        Paragraph(Part.RULE, say(f"codebook.case.{name}")),
        Paragraph(Part.EXAMPLE, say(f"codebook.case.{name}.example")),
    )
