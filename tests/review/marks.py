"""Claims as comparing sees them, to try pairing, settling and the figures on."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from annotator.model.comparing import Marked
from annotator.model.enums import Tag
from annotator.model.spans import Span

ADA, BOB, CORA = PEOPLE = ("ada", "bob", "cora")


def mark(
    author: str, start: int, end: int, tag: Tag = Tag.ALLEGATION, id_: str = "", **more: object
) -> Marked:
    """A claim whose id says what it is, unless one is given."""
    return Marked(id_ or f"{author}-{start}-{end}-{tag.letter}", author, tag, Span(start, end), **more)


@st.composite
def marks(draw: st.DrawFn, people: tuple[str, ...] = PEOPLE, length: int = 40, most: int = 8) -> list[Marked]:
    """Claims of several people on a text so short that many overlap and some are equal."""
    found = []
    for n in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, length - 1))
        end = draw(st.integers(start + 1, length))
        author = draw(st.sampled_from(people))
        found.append(mark(author, start, end, draw(st.sampled_from(Tag)), f"{author}{n}"))
    return found


def shuffled(claims: list[Marked]) -> SearchStrategy[list[Marked]]:
    """The same claims in any order."""
    return st.permutations(claims).map(list)
