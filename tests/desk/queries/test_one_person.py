"""Several identities are one person wherever something is read, and what came twice shows once."""

import pytest

from annotator.desk import transfer
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.sources import EditSource, NewSource
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines, article_page
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.history import history
from annotator.desk.queries.points import open_points
from annotator.desk.queries.search import choices, first_hits
from annotator.desk.queries.sources import register
from annotator.model.enums import ResponseKind, SourceKind, StatusValue, Tag, Verdict
from annotator.model.errors import NothingFound
from annotator.model.rows import (
    Appearance,
    Attribution,
    Comment,
    ReadMark,
    Response,
    Review,
    Reviewer,
    SamePerson,
    Source,
    Status,
    Waiver,
)
from annotator.model.search import ClaimFilter
from annotator.model.spans import Span
from annotator.words import say
from tests.store.test_twins import article_of, mark, write

OTHERS = Span(22, 36)


@pytest.fixture
def three(desk: Desk) -> Desk:
    """Ann under two ids, the second of which shows; Bob; and the one who works."""
    write(desk, Reviewer("ann-1", "Ann", "#111111"), Reviewer("ann-2", "Ann Lee", "#222222"))
    write(desk, Reviewer("bob", "Bob", "#333333"), SamePerson("same", "ann-1", "ann-2"))
    mark(desk, "a", "ann-1")
    mark(desk, "b", "bob", OTHERS)
    return desk


def points_of(desk: Desk, rule: str) -> list[str]:
    found = open_points(desk, article_of(desk)).points
    return [point.values["name"] for point in found if point.rule == rule]


def test_a_claim_is_by_the_one_who_shows(three: Desk) -> None:
    (line,) = claim_lines(three, article_of(three), ["a"])
    view = claim_view(three, "a")
    assert (line.reviewer, line.author, line.mine) == ("Ann Lee", "ann-2", False)
    assert (view.reviewer, view.author, view.mine) == ("Ann Lee", "ann-2", False)


def test_i_am_all_my_identities(three: Desk) -> None:
    write(three, SamePerson("me", "ann-2", three.me))
    write(three, ReadMark("tick", article_of(three), f"{article_of(three)}-1", 0, 38), author="ann-1")
    page = article_page(three, article_of(three))
    assert [line.mine for line in page.claims] == [True, False]
    assert page.read == (Span(0, 38),)
    assert claim_view(three, "a").mine


def test_of_one_person_the_newest_word_counts(three: Desk) -> None:
    for n, author in enumerate(("ann-1", "bob", "ann-2")):
        write(three, Status(f"s{n}", "a", list(StatusValue)[n + 1], f"{n}"), author=author)
        write(three, Response(f"r{n}", "a", ResponseKind.ASKED, note=f"{n}"), author=author)
        write(three, Review(f"v{n}", "b", list(Verdict)[n], f"{n}"), author=author)
    view = claim_view(three, "a")
    assert [(one.reviewer, one.reason) for one in view.statuses] == [("Bob", "1"), ("Ann Lee", "2")]
    assert [(one.reviewer, one.note) for one in view.responses] == [("Bob", "1"), ("Ann Lee", "2")]
    assert view.status is list(StatusValue)[3]
    assert [(one.author, one.verdict) for one in claim_view(three, "b").reviews] == [
        ("bob", list(Verdict)[1]),
        ("ann-2", list(Verdict)[2]),
    ]
    (line,) = claim_lines(three, article_of(three), ["b"])
    assert line.verdicts == (("bob", list(Verdict)[1]), ("ann-2", list(Verdict)[2]))


def test_a_thread_says_who_and_when(three: Desk) -> None:
    write(three, Comment("k2", "a", "W", "second"), author="ann-1")
    write(three, Comment("k1", "a", "V", "first"))
    first, second = claim_view(three, "a").comments
    assert (first.body, first.mine, first.author) == ("first", True, three.me)
    assert (second.body, second.mine, second.reviewer, second.author) == ("second", False, "Ann Lee", "ann-2")
    assert second.at <= first.at
    (line,) = claim_lines(three, article_of(three), ["a"])
    assert line.comments == 2


def test_a_question_is_answered_by_any_of_its_reviewers_identities(three: Desk) -> None:
    write(three, Comment("k1", "a", "V", "where?"), author="bob")
    assert points_of(three, "question-not-answered") == ["Bob"]
    write(three, Comment("k2", "a", "W", "there"), author="ann-2")
    assert points_of(three, "question-not-answered") == []
    write(three, Review("v", "b", Verdict.TO_DISCUSS), author="ann-1")
    assert points_of(three, "question-not-answered") == ["Ann Lee"]


def test_a_waiver_is_by_the_one_who_shows(three: Desk) -> None:
    write(three, Waiver("w", article_of(three), "allegation-without-source", "old news", "a"), author="ann-1")
    point = next(point for point in open_points(three, article_of(three)).points if point.waived)
    assert (point.waived_by, point.waived_by_me) == ("Ann Lee", False)


@pytest.mark.parametrize("whose", ["Ann", "Ann Lee", "ann-1", "ann-2"])
def test_claims_leave_by_any_name_or_id_of_a_person(three: Desk, whose: str) -> None:
    _, plain = transfer.formatted(three, transfer.Choice(whose=whose))
    assert "The mayor took money" in plain
    assert "a witness said" not in plain


def test_nobody_of_that_name(three: Desk) -> None:
    with pytest.raises(NothingFound):
        transfer.formatted(three, transfer.Choice(whose="Annie"))


@pytest.mark.parametrize("name", ["Ann", "Ann Lee"])
def test_claims_are_found_by_any_name_of_a_person(three: Desk, name: str) -> None:
    found = first_hits(three, "", ClaimFilter(reviewer=name))
    assert [hit.claim for group in found.groups for hit in group.hits] == ["a"]
    assert choices(three).reviewers == tuple(sorted({"Ann Lee", "Bob", *_my_name(three)}, key=str.casefold))


def _my_name(desk: Desk) -> set[str]:
    found = desk.library.find(Reviewer, desk.me)
    return {found.name} if found else set()


def test_history_names_the_one_who_shows(three: Desk) -> None:
    (claim,) = three.run(TagClaim(article_of(three), Span(41, 73), Tag.FACT)).made
    write(three, SamePerson("me", three.me, "bob"))
    assert claim_view(three, claim).mine
    assert history(three, article_of(three))[0].reviewer == "Bob"


def test_a_place_that_several_imported_shows_once(three: Desk) -> None:
    article = article_of(three)
    told = {"publisher": "The Post", "url": "https://post.example/1", "published": "2026-11-01"}
    for n, imported in enumerate(("2026-11-02", "2026-11-01")):
        write(three, Appearance(f"p{n}", article, f"{article}-1", imported=imported, **told))
    write(three, Appearance("p2", article, f"{article}-1", byline="By Ahn", **told))
    shown = [(one.publisher, one.byline) for one in article_page(three, article).appearances]
    assert shown == [("", ""), ("The Post", ""), ("The Post", "By Ahn")]
    assert article_lines(three, [article])[0].publisher == ""


def test_a_name_that_did_not_come_along_shows_as_confidential(three: Desk) -> None:
    write(three, Source("hidden", SourceKind.PERSON, "", role="clerk", confidential=True))
    write(three, Attribution("said", "a", "hidden", "V"))
    (line,) = claim_lines(three, article_of(three), ["a"])
    assert line.speakers == (say("source.confidential"),)
    (entry,) = (one for one in register(three) if one.id == "hidden")
    three.run(EditSource("hidden", NewSource(entry.name, role="former clerk", confidential=True)))
    there = three.library.find(Source, "hidden")
    assert there is not None
    assert (there.name, there.role) == ("", "former clerk")
    three.run(EditSource("hidden", NewSource("Jo", role="former clerk", confidential=True)))
    there = three.library.find(Source, "hidden")
    assert there is not None
    assert there.name == "Jo"
