"""Equal claims of one person show as one, kept up step by step and found again from the rows alone."""

import random
from pathlib import Path

import pytest

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_claims, article_lines
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.enums import Stance, StatusValue, Tag, Verdict
from annotator.model.rows import (
    NOT_NAMED,
    Anchor,
    Answer,
    Attribution,
    Claim,
    Comment,
    Evidence,
    Review,
    Reviewer,
    SamePerson,
    Status,
)
from annotator.model.spans import Span
from annotator.store import twins
from annotator.store.door import step
from annotator.store.library import Library
from tests.desk.conftest import FIRST, desk, path, prepared  # noqa: F401 (fixtures)

WORDS, OTHERS = Span(0, 20), Span(22, 36)
PEOPLE = ("ann-1", "ann-2", "bob")


def article_of(opened: Desk) -> str:
    return next(line.id for line in article_lines(opened) if line.title == "First")


def mark(
    opened: Desk, claim: str, author: str, span: Span = WORDS, tag: Tag = Tag.ALLEGATION, **more: object
) -> None:
    """A claim as it comes in from somewhere else, past the command that would have refused a second one."""
    article = article_of(opened)
    with step(opened.library, opened.hand, "step.tag") as made:
        made.scopes.add(article)
        made.write(Claim(claim, article, tag, **more), author=author)  # type: ignore[arg-type]
        place = Anchor(f"{claim}-at", claim, f"{article}-1", span.start, span.end, span.cut(FIRST), "", "")
        made.write(place, author=author)


def write(opened: Desk, *rows: object, author: str = "") -> None:
    with step(opened.library, opened.hand, "step.note") as made:
        for row in rows:
            made.write(row, author=author)  # type: ignore[arg-type]


def kept(library: Library) -> dict[str, str]:
    return twins.pairs(library)


def found_afresh(library: Library) -> dict[str, str]:
    """What the rows say by themselves, worked out once more in plain words."""
    rows = library.query(
        """SELECT c.id, person(c.author) AS person, c.tag, p.start, p."end" FROM claims c
        JOIN anchors p ON p.claim = c.id AND NOT p.deleted
        WHERE NOT c.deleted AND NOT c.withdrawn ORDER BY c.id"""
    )
    first: dict[tuple[object, ...], str] = {}
    return {
        row["id"]: shown
        for row in rows
        if (shown := first.setdefault(tuple(row)[1:], row["id"])) != row["id"]
    }


@pytest.fixture
def three(desk: Desk) -> Desk:  # noqa: F811
    write(desk, *(Reviewer(one, one, "#112233") for one in PEOPLE))
    return desk


def test_equal_claims_of_one_person_show_once(three: Desk) -> None:
    mark(three, "b", "ann-1")
    mark(three, "a", "ann-1")
    mark(three, "c", "bob")
    mark(three, "d", "ann-1", tag=Tag.DENIAL)
    assert kept(three.library) == {"b": "a"}
    assert [line.id for line in article_claims(three, article_of(three))] == ["a", "c", "d"]
    assert article_lines(three, [article_of(three)])[0].claims == 3


def test_identities_of_one_person_make_equals(three: Desk) -> None:
    mark(three, "a", "ann-1")
    mark(three, "b", "ann-2")
    assert kept(three.library) == {}
    write(three, SamePerson("same", "ann-1", "ann-2"))
    assert kept(three.library) == {"b": "a"}
    with step(three.library, three.hand, "step.note") as made:
        made.remove(SamePerson, "same")
    assert kept(three.library) == {}


def test_children_stand_under_the_one_that_shows(three: Desk) -> None:
    mark(three, "a", "ann-1", plain_words="She took it.")
    mark(three, "b", "ann-1", note="ring him")
    mark(three, "d", "bob", OTHERS, Tag.DENIAL)
    for claim in ("a", "b"):
        write(three, Attribution(f"said-{claim}", claim, NOT_NAMED, claim))
        write(three, Evidence(f"backed-{claim}", claim, NOT_NAMED, Stance.SUPPORTS, claim))
        write(three, Status(f"status-{claim}", claim, StatusValue.DISPUTED, claim), author="bob")
        write(three, Review(f"review-{claim}", claim, Verdict.REJECTED, claim), author="bob")
        write(three, Comment(f"comment-{claim}", claim, claim, f"on {claim}"), author="bob")
        write(three, Answer(f"link-{claim}", "d", claim))
    view = claim_view(three, "b")
    assert (view.id, view.note, view.plain_words) == ("a", "ring him", "She took it.")
    assert [one.id for one in (*view.attributions, *view.evidence)] == [
        "said-a",
        "said-b",
        "backed-a",
        "backed-b",
    ]
    assert [one.reason for one in view.statuses] == ["b"]
    assert [one.id for one in view.reviews] == ["review-b"]
    assert [one.body for one in view.comments] == ["on a", "on b"]
    assert [link.claim for link in view.links] == ["d"]
    assert claim_view(three, "d").answers == ("a",)
    assert [line.answers for line in claim_lines(three, article_of(three), ["d"])] == [("a",)]
    (line,) = claim_lines(three, article_of(three), ["b"])
    assert (line.id, line.evidence, line.comments, line.answered) == ("a", 2, 2, 1)
    assert len(line.speakers) == 2
    assert line.status is StatusValue.DISPUTED
    assert line.verdicts == (("bob", Verdict.REJECTED),)


def test_the_step_says_who_shows_otherwise(three: Desk) -> None:
    mark(three, "a", "ann-1")
    mark(three, "b", "ann-1")
    with step(three.library, three.hand, "step.retag") as made:
        made.write(Claim("a", article_of(three), Tag.DENIAL))
    assert made.shown == {"a", "b"}
    assert kept(three.library) == {}


@pytest.mark.parametrize("seed", range(6))
def test_following_finds_what_the_rows_say(three: Desk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    spans = (WORDS, OTHERS, Span(4, 9))
    for n in range(60):
        claim = f"c{chance.randrange(9)}"
        there = three.library.find(Claim, claim)
        move = chance.randrange(5)
        if three.library.stored(Claim, claim) is None:
            mark(three, claim, chance.choice(PEOPLE), chance.choice(spans), chance.choice(list(Tag)[:2]))
        elif move == 0:
            write(three, SamePerson(f"same-{n % 2}", *chance.sample(PEOPLE, 2)))
        elif move == 1:
            with step(three.library, three.hand, "step.delete") as made:
                made.remove(SamePerson, f"same-{n % 2}")
                made.remove(Claim, claim)
        elif move == 2 and there is not None:
            write(
                three,
                Claim(claim, there.article, chance.choice(list(Tag)[:2]), withdrawn=chance.random() < 0.2),
            )
        elif move == 3:
            span = chance.choice(spans)
            where = (f"{article_of(three)}-1", span.start, span.end, span.cut(FIRST), "", "")
            write(three, Anchor(f"{claim}-at", claim, *where))
        else:
            with step(three.library, three.hand, "step.note") as made:
                made.bring_back(Claim, claim)
        assert kept(three.library) == found_afresh(three.library)
    with three.library.atomic():
        three.library.connection.execute("DELETE FROM twins")
        twins.rebuild(three.library.connection)
    assert kept(three.library) == found_afresh(three.library)


def test_alike_and_together() -> None:
    assert twins.together({"b": "a", "c": "a", "y": "x"}, ["b", "z"]) == {"a", "b", "c", "z"}
    assert twins.together({}, ["b"]) == {"b"}


def test_alike_begins_with_the_one_that_shows(three: Desk, path: Path) -> None:  # noqa: F811
    for claim in ("n", "m", "k"):
        mark(three, claim, "ann-1")
    assert twins.alike(three.library, "m") == ("k", "m", "n")
    assert twins.alike(three.library, "unknown") == ("unknown",)
