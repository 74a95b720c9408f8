"""What is hurt is named as people know it, and so is what a salvage lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk.care import Report, examine, named, salvage, told
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.formats.wire import from_bytes, to_bytes
from annotator.model.damage import Finding, Hurt, Salvage
from annotator.model.enums import Tag
from annotator.model.rows import Article
from annotator.model.spans import Span
from annotator.store import doctor
from annotator.store.library import Library
from tests.store.meddling import brought_up_to_date, meddle


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    return brought_up_to_date(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def path(tmp_path, whole) -> Path:
    """Claims on the article “First”, one said by a confidential clerk."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole)
    return path


MONEY = "Claim “The mayor took money” in “First”"
LIE = "Claim “That is a lie” in “First”"

HURT = {
    "UPDATE claims SET note = 'no' WHERE note <> ''": [MONEY, "The index for searching"],
    "UPDATE anchors SET prefix = 'x' WHERE n = 1": [MONEY],
    "DELETE FROM statuses": [MONEY],
    "UPDATE answers SET created = 'x'": [LIE],
    "UPDATE evidence SET locator = 'p. 4'": [MONEY],
    "UPDATE sources SET name = 'A Clerk' WHERE confidential": ["Source A clerk"],
    "UPDATE articles SET language = 'xx' WHERE title = 'Pages'": ["Article “Pages”"],
    "UPDATE revisions SET position = 7 WHERE n = 1": ["Article “First”"],
    "UPDATE remarks SET body = 'x'": ["Article “First”"],
    'UPDATE places SET places = \'[[0,99,"page","1"]]\'': ["Article “Pages”"],
    "UPDATE sentences SET bounds = '[]' WHERE n = 1": ["Article “First”"],
    "UPDATE devices SET name = 'x' WHERE n = 1": ["Reviewer Ana"],
    "UPDATE steps SET label = 'x' WHERE n = 4": ["The history of changes"],
    "UPDATE journal SET device = 'x' WHERE n = 9": ["The history of changes"],
    "UPDATE here SET value = 'x' WHERE key = 'named'": ["The file itself"],
    # Its denial points at nothing now.
    "DELETE FROM claims WHERE note <> ''": [MONEY, LIE, "The index for searching"],
}


@pytest.mark.parametrize("statement", HURT)
def test_what_is_hurt_is_named(path, statement):
    meddle(path, statement)
    report = examine(path)
    assert not report.sound
    assert set(map(named, report.hurt)) == set(HURT[statement])
    assert from_bytes(Report, to_bytes(report)) == report


def test_names_come_from_the_journal_where_the_row_itself_is_changed(path):
    meddle(path, "UPDATE articles SET title = 'Other' WHERE title = 'Pages'")
    assert "Article “Pages”" in map(named, examine(path).hurt)


def test_a_journal_that_names_no_table_of_ours_is_asked_nothing(path):
    meddle(path, "UPDATE journal SET \"table\" = 'claims\" --', row = 'x' WHERE n = 9")
    assert "The history of changes" in map(named, examine(path).hurt)


@pytest.mark.parametrize("kind", ["claims", "articles", "sources", "reviewers"])
def test_things_have_words_with_a_name_and_without(kind):
    assert "Ann" in named(Hurt(kind, "id", "Ann"))
    assert "Ann" not in named(Hurt(kind, "id"))


@pytest.mark.parametrize("kind", ["file", "history", "search", "graves"])
def test_what_is_no_one_thing_has_words_too(kind):
    assert named(Hurt(kind))


def test_what_a_salvage_did_is_told(path):
    meddle(path, "UPDATE texts SET body = 'x' WHERE body LIKE 'The mayor%'")
    done = salvage(path, path.with_name("new.sqlite"))
    saved, lost = told(done)
    assert "articles: 1, claims: 0" in saved
    assert "articles: 1, claims: 4" in lost
    assert MONEY in map(named, done.named)
    assert from_bytes(Salvage, to_bytes(done)) == done
    assert len(told(Salvage(path, {}, {}))) == 2
    assert len(told(Salvage(path, {}, {}, complete=False))) == 2


def test_work_while_it_is_looked_over_is_no_damage(path, monkeypatch):
    """What the doctor reads last says more than what it read first."""
    looked = []

    def findings(library: Library, *, thorough: bool = False) -> Iterator[Finding]:
        looked.append(library.path)
        first = library.query("SELECT max(n) FROM journal")[0][0]
        if len(looked) == 1:
            with Desk(path) as desk:
                (article, *_) = desk.library.where(Article)
                desk.run(TagClaim(article.id, Span(0, 3), Tag.FACT))
        if library.query("SELECT max(n) FROM journal")[0][0] != first:
            yield Finding("doctor.history", {"step": "", "time": ""})

    monkeypatch.setattr(doctor, "findings", findings)
    assert examine(path).sound
    assert len(looked) == 2
    assert looked[1] != path
    assert not looked[1].exists()


def test_damage_is_told_although_somebody_works(path, monkeypatch):
    meddle(path, "UPDATE evidence SET locator = 'p. 4'")
    numbers = iter(range(9))
    monkeypatch.setattr("annotator.desk.care.changes_of_others", lambda _: next(numbers))
    report = examine(path)
    assert [one.key for one in report.findings] == ["doctor.row_changed"]
