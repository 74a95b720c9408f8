"""The margin comments: one for each claim, in the name of who marked it."""

from annotator.formats.writers.outline import ClaimOutline, Fact
from annotator.formats.writers.word_document.xml import escaped, paragraph, run
from annotator.model.views import ClaimView
from annotator.text.direction import begins_right
from annotator.words import say

_STYLE = "CommentText"
_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>{}</w:r>'
_BOLD = "<w:b/><w:bCs/>"


def comment(number: int, claim: ClaimView, told: ClaimOutline) -> str:
    """The comment with that number in the file: letter and tag, then all that is known about the claim."""
    head = f"{told.tag.letter}{told.number} {told.heading}"
    first = paragraph(_REFERENCE.format("<w:annotationRef/>") + run(head, _BOLD), _STYLE)
    facts = (fact for fact in told.facts if fact.key != "export.marked_by")  # the comment's author says it
    author = f'w:author="{escaped(claim.reviewer)}" w:initials="{escaped(initials(claim.reviewer))}"'
    date = f' w:date="{escaped(claim.modified)}"' if claim.modified else ""
    inside = first + "".join(map(_fact, facts))
    return f'<w:comment w:id="{number}" {author}{date}>{inside}</w:comment>'


def start(number: int) -> str:
    """Stands before the words that a comment is on."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    """Stands after them, with the reference that holds the comment."""
    reference = _REFERENCE.format(f'<w:commentReference w:id="{number}"/>')
    return f'<w:commentRangeEnd w:id="{number}"/>{reference}'


def initials(name: str) -> str:
    """The first letters of at most three parts of a name."""
    return "".join(part[0] for part in name.split()[:3])


def _fact(fact: Fact) -> str:
    words = "\n".join(f"– {value}" for value in fact.values) if len(fact.values) > 1 else fact.values[0]
    label = run(say("document.label", label=fact.label), _BOLD)
    between = run("\n" if len(fact.values) > 1 else " ")
    return paragraph(label + between + run(words), _STYLE, right=begins_right(words))
