"""Words of colleagues that were not seen yet: noted for each reader, gone when seen, told of nobody's own."""

from annotator.desk.desk import Desk
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.review_state import review_state
from annotator.model.enums import Verdict
from annotator.model.rows import Comment, Review
from annotator.store import unread
from annotator.store.door import step
from tests.desk.conftest import desk, path, prepared  # noqa: F401 (fixtures)
from tests.store.test_twins import article_of, mark, three, write  # noqa: F401 (fixtures)


def note(desk: Desk, *rows: tuple[str, str]) -> None:  # noqa: F811
    with desk.library.atomic():
        unread.add(desk.library, [desk.me, "bob"], rows)


def seen_as(desk: Desk, claim: str) -> tuple[bool, list[bool], list[bool], tuple[str, ...]]:  # noqa: F811
    article = article_of(desk)
    (line,) = claim_lines(desk, article, [claim])
    view = claim_view(desk, claim)
    marks = [one.unread for one in view.reviews], [one.unread for one in view.comments]
    return line.unread, *marks, review_state(desk, article).unread


def test_new_words_are_marked_until_seen(three: Desk) -> None:  # noqa: F811
    mark(three, "a", three.me)
    write(three, Review("r", "a", Verdict.REJECTED, "no"), Comment("k", "a", "V", "why"), author="bob")
    write(three, Comment("own", "a", "W", "because"))
    note(three, ("r", "a"), ("k", "a"), ("own", "a"))
    assert seen_as(three, "a") == (True, [True], [True, False], ("a",))
    assert three.mark_seen("a")
    assert seen_as(three, "a") == (False, [False], [False, False], ())
    assert not three.mark_seen("a")
    assert [row["reader"] for row in three.library.query("SELECT DISTINCT reader FROM unread")] == ["bob"]


def test_what_is_not_there_any_more_is_not_unread(three: Desk) -> None:  # noqa: F811
    mark(three, "a", three.me)
    write(three, Comment("k", "a", "V", "why"), author="bob")
    note(three, ("k", "a"))
    with step(three.library, three.hand, "step.note") as made:
        made.remove(Comment, "k")
    assert seen_as(three, "a") == (False, [], [], ())


def test_words_on_an_equal_claim_are_seen_with_the_one_that_shows(three: Desk) -> None:  # noqa: F811
    mark(three, "a", three.me)
    mark(three, "b", three.me)
    write(three, Comment("k", "b", "V", "why"), author="bob")
    note(three, ("k", "b"))
    assert seen_as(three, "a") == (True, [], [True], ("a",))
    assert three.mark_seen("a")
    assert seen_as(three, "a") == (False, [], [False], ())


def test_noting_twice_is_noting_once(three: Desk) -> None:  # noqa: F811
    mark(three, "a", three.me)
    write(three, Comment("k", "a", "V", "why"), author="bob")
    note(three, ("k", "a"))
    note(three, ("k", "a"))
    assert three.library.query("SELECT count(*) AS n FROM unread")[0]["n"] == 2


def test_ones_own_words_are_never_unread(three: Desk) -> None:  # noqa: F811
    mark(three, "a", "bob")
    write(three, Comment("k", "a", "V", "mine"), Review("r", "a", Verdict.AGREED))
    note(three, ("k", "a"), ("r", "a"))
    assert seen_as(three, "a") == (False, [False], [False], ())
