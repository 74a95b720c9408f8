"""Who sees what: removed claims that others build on, identities, and a sight that keeps up with steps."""

import sqlite3

import pytest

from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_claims, article_lines
from annotator.desk.queries.claims import claim_view
from annotator.model.enums import ResponseKind, Stance, StatusValue, Tag, Verdict
from annotator.model.rows import (
    NOT_NAMED,
    Anchor,
    Answer,
    Assignment,
    Attribution,
    Claim,
    Comment,
    Done,
    Evidence,
    Response,
    Review,
    Row,
    SamePerson,
    Status,
)
from annotator.store.door import step
from annotator.store.library import Library
from annotator.store.sight import VEILED
from tests.desk.conftest import desk, path, prepared  # noqa: F401 (fixtures)
from tests.store.test_twins import OTHERS, article_of, mark, three, write  # noqa: F401 (fixtures)

ON_A: list[Row] = [
    Attribution("x", "a", NOT_NAMED, "V"),
    Evidence("x", "a", NOT_NAMED, Stance.CONTEXT, "V"),
    Answer("x", "d", "a"),
    Answer("x", "a", "d"),
    Response("x", "a", ResponseKind.ASKED),
    Status("x", "a", StatusValue.DISPUTED),
    Review("x", "a", Verdict.AGREED),
    Comment("x", "a", "V", "hm"),
]


def remove(desk: Desk, *rows: tuple[type[Row], str]) -> None:  # noqa: F811
    with step(desk.library, desk.hand, "step.delete") as made:
        for kind, row in rows:
            made.remove(kind, row)


def shown(desk: Desk) -> dict[str, bool]:  # noqa: F811
    return {line.id: line.withdrawn for line in article_claims(desk, article_of(desk))}


@pytest.mark.parametrize("row", ON_A, ids=lambda row: f"{row.TABLE} {getattr(row, 'denial', '')}")
def test_a_removed_claim_that_others_build_on_shows_as_withdrawn(three: Desk, row: Row) -> None:  # noqa: F811
    mark(three, "a", "ann-1")
    mark(three, "d", "bob", OTHERS, Tag.DENIAL)
    write(three, row, author="bob")
    remove(three, (Anchor, "a-at"), (Claim, "a"))
    assert shown(three) == {"a": True, "d": False}
    assert claim_view(three, "a").withdrawn
    assert article_lines(three, [article_of(three)])[0].claims == 1
    remove(three, (type(row), "x"))
    assert shown(three) == {"d": False}


def test_a_version_of_it_keeps_it_too(three: Desk) -> None:  # noqa: F811
    mark(three, "a", "ann-1")
    mark(three, "b", "bob", version_of="a")
    remove(three, (Anchor, "a-at"), (Claim, "a"))
    assert shown(three) == {"a": True, "b": False}


def test_ones_own_words_on_it_do_not(three: Desk) -> None:  # noqa: F811
    mark(three, "a", "ann-1")
    write(three, Comment("x", "a", "V", "hm"), author="ann-2")
    remove(three, (Anchor, "a-at"), (Claim, "a"))
    assert shown(three) == {"a": True}
    write(three, SamePerson("same", "ann-1", "ann-2"))
    assert shown(three) == {}


def test_what_is_not_here_is_not_kept(three: Desk) -> None:  # noqa: F811
    """Taking it in was undone: no removal, so nothing of it shows."""
    mark(three, "a", "ann-1")
    write(three, Comment("x", "a", "V", "hm"), author="bob")
    three.library.connection.execute("UPDATE claims SET deleted = 2 WHERE id = 'a'")
    assert shown(three) == {}


def test_the_sight_follows_every_step(three: Desk) -> None:  # noqa: F811
    article = article_of(three)
    mark(three, "a", three.me)
    mark(three, "b", "bob")
    write(three, Assignment("given", article, "ann-1", blind=True))
    assert set(shown(three)) == {"a", "b"}
    write(three, SamePerson("same", "ann-1", three.me))
    assert set(shown(three)) == {"a"}
    write(three, Done("done", article), author="ann-1")
    assert set(shown(three)) == {"a", "b"}
    remove(three, (Done, "done"))
    assert set(shown(three)) == {"a"}
    remove(three, (Assignment, "given"))
    assert set(shown(three)) == {"a", "b"}


def test_a_step_that_fails_hides_nothing(three: Desk) -> None:  # noqa: F811
    article = article_of(three)
    mark(three, "b", "bob")

    def assign_and_fail() -> None:
        with step(three.library, three.hand, "step.assign") as made:
            made.write(Assignment("given", article, three.me, blind=True))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        assign_and_fail()
    assert set(shown(three)) == {"b"}


def test_an_assignment_that_is_not_blind_hides_nothing(three: Desk) -> None:  # noqa: F811
    mark(three, "b", "bob")
    write(three, Assignment("given", article_of(three), three.me))
    assert set(shown(three)) == {"b"}


def test_identities_of_one_person_are_one(three: Desk) -> None:  # noqa: F811
    mark(three, "a", "ann-1")
    write(three, SamePerson("one", "ann-1", "ann-2"), SamePerson("two", "ann-2", three.me))
    (line,) = article_claims(three, article_of(three))
    assert (line.author, line.mine) == (three.me, True)
    assert three.library.sight.mine == {"ann-1", "ann-2", three.me}


def test_nobody_is_hidden_anything_from(path) -> None:  # noqa: F811
    with Library(path, reading=True) as library:
        assert library.sight.mine == {""}
        for table in VEILED:
            library.query(f"SELECT * FROM seen_{table}")
        with pytest.raises(sqlite3.OperationalError):
            library.connection.execute("DELETE FROM claims")


def test_a_tag_of_mine_shows_while_i_am_blind(three: Desk) -> None:  # noqa: F811
    article = article_of(three)
    write(three, Assignment("given", article, three.me, blind=True))
    (claim,) = three.run(TagClaim(article, OTHERS, Tag.FACT)).made
    assert set(shown(three)) == {claim}
