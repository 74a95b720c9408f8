"""Long questions: the newest counts, and whatever else is asked comes first."""

import time

from annotator.desk.commands.articles import ImportArticle
from annotator.model.drafts import Draft
from annotator.window.hands import wait_until
from annotator.window.search.seeking import Seeking

#: Takes SQLite some minutes.
_LONG = """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)
    SELECT count(*) FROM n"""


def long_question(desk, give_way):
    with desk.library.giving_way(give_way):
        return desk.library.query(_LONG)


def test_a_question_is_answered(session):
    answers = []
    Seeking(session).seek(lambda desk, give_way: desk.me, answers.append)
    wait_until(lambda: bool(answers))
    assert answers[0]


def test_a_commit_does_not_wait_for_a_long_search(session):
    """The bar is 50 ms; this asks for no more than the machine gives while it runs other tests."""
    seeking = Seeking(session)
    begun = []

    def question(desk, give_way):
        begun.append(time.perf_counter())
        return long_question(desk, give_way)

    session.run(ImportArticle(Draft("To open the library.", "First")))
    wait_until(lambda: session.idle)
    seeking.seek(question, lambda _: None)
    wait_until(lambda: bool(begun))
    done = []
    asked = time.perf_counter()
    session.run(
        ImportArticle(Draft("A change meanwhile.", "Second")), lambda _: done.append(time.perf_counter())
    )
    wait_until(lambda: bool(done))
    assert done[0] - asked < 0.4
    wait_until(lambda: len(begun) == 2)  # and the search is begun again behind it
    assert begun[1] > asked
    seeking.forget()
    wait_until(lambda: session.idle)


def test_a_newer_question_takes_the_place_of_the_one_before(session):
    seeking = Seeking(session)
    answers = []
    begun = []

    def question(desk, give_way):
        begun.append(1)
        return long_question(desk, give_way)

    seeking.seek(question, lambda _: answers.append("long"))
    wait_until(lambda: bool(begun))
    seeking.seek(lambda desk, give_way: "short", answers.append)
    wait_until(lambda: bool(answers))
    wait_until(lambda: session.idle)
    assert answers == ["short"]
    assert len(begun) == 1


def test_what_is_forgotten_is_not_answered(session):
    seeking = Seeking(session)
    answers = []
    seeking.seek(lambda desk, give_way: "late", answers.append)
    seeking.forget()
    wait_until(lambda: session.idle)
    assert answers == []
