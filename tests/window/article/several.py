"""Three people and their claims, for tests of pages on which several have marked."""

from annotator.model.comparing import Difference, Group, Marked
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine, PersonView
from tests.window.article.conftest import claim

ADA = PersonView("ada", "Ada", "#7768AE", mine=True, here=True)
BOB = PersonView("bob", "Bob Marlowe", "#2F7F86")
CORA = PersonView("cora", "Cora", "#8A6D3B")
PEOPLE = (ADA, BOB, CORA)


def of(
    person: PersonView, name: str, text: str, words: str, tag: Tag = Tag.DENIAL, **more: object
) -> ClaimLine:
    """A claim of somebody on the first place where the words stand."""
    whose = {"author": person.id, "reviewer": person.name, "mine": person.mine}
    return claim(name, text, words, tag, **whose, **more)


def group(*claims: ClaimLine, missing: tuple[PersonView, ...] = ()) -> Group:
    """These claims as one difference."""
    marked = tuple(Marked(each.id, each.author, each.tag, each.span) for each in claims)
    span = Span(min(each.span.start for each in claims), max(each.span.end for each in claims))
    kind = Difference.ONLY if missing else Difference.SPAN
    return Group(marked, frozenset({kind}), tuple(person.id for person in missing), span)
