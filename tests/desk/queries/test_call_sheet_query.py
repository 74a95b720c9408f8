"""The call sheet of a real library: which articles, joined sources, and what may leave the house."""

from dataclasses import asdict

import pytest

from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import DeleteClaim, Retag, TagClaim
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.sources import AddSource, JoinSources, NewSource
from annotator.desk.commands.sourcing import AddEvidence, EditAttribution, EvidenceFields, SayBy
from annotator.desk.desk import Desk
from annotator.desk.queries.call_sheet import call_sheet, call_sheet_to_hand_out
from annotator.model.call_sheet import NOBODY, CallSheet
from annotator.model.drafts import Draft
from annotator.model.enums import ResponseKind, SourceKind, Tag
from annotator.model.errors import NothingFound
from annotator.model.rows import Article
from annotator.model.spans import Span
from annotator.store.reading.call_sheet import articles_to_call
from tests.desk.conftest import FIRST, SECOND
from tests.desk.content import quick_desk

SECRET = NewSource(
    "Jo Secret",
    role="clerk",
    note="rings at nine",
    description="a clerk",
    reason="fear",
    confidential=True,
)


def article(desk: Desk, title: str) -> str:
    return desk.library.where(Article, title=title)[0].id


def tag(desk: Desk, title: str, words: str, tag: Tag) -> str:
    text = FIRST if title == "First" else SECOND
    start = text.index(words)
    return desk.run(TagClaim(article(desk, title), Span(start, start + len(words)), tag)).made[0]


def names(sheet: CallSheet) -> list[str]:
    return [entry.source.name if entry.source else NOBODY for entry in sheet.entries]


def test_a_joined_source_has_one_sheet(desk):
    fact, other = (
        tag(desk, "First", "The council met twice", Tag.FACT),
        tag(desk, "First", "her office", Tag.FACT),
    )
    old, new = (desk.run(AddSource(NewSource(name))).made[0] for name in ("Clerk", "Ada Clerk"))
    desk.run(SayBy(fact, old))
    desk.run(SayBy(other, new))
    desk.run(JoinSources(old, new))
    (entry,) = call_sheet(desk, article(desk, "First")).entries
    assert entry.source is not None
    assert entry.source.name == "Ada Clerk"
    assert {line.claim.id for line in entry.attributed} == {fact, other}


def test_over_the_library_only_articles_with_something_open(desk):
    fact = tag(desk, "Second", "the file was closed in May", Tag.FACT)
    desk.run(SayBy(fact, NewSource("Registrar")))
    allegation = tag(desk, "First", "The mayor took money", Tag.ALLEGATION)
    assert names(call_sheet(desk, None)) == ["Registrar", NOBODY]
    (link,) = call_sheet(desk, article(desk, "Second")).entries[0].attributed
    assert link.link is not None
    desk.run(EditAttribution(link.link.id, checked=True))
    assert names(call_sheet(desk, None)) == [NOBODY]
    desk.run(Respond(allegation, ResponseFields(ResponseKind.DECLINED)))
    assert names(call_sheet(desk, None)) == []
    assert names(call_sheet(desk, article(desk, "Second"))) == ["Registrar"]  # asked for by name, it is shown


def test_a_denial_that_answers_settles_an_article(desk):
    allegation = tag(desk, "First", "The mayor took money", Tag.ALLEGATION)
    denial = tag(desk, "First", "“That is a lie,”", Tag.DENIAL)
    assert names(call_sheet(desk, None)) == [NOBODY]
    desk.run(Link(denial, allegation))
    assert names(call_sheet(desk, None)) == []
    desk.run(Retag(denial, Tag.FACT))
    assert names(call_sheet(desk, None)) == [NOBODY]


def test_what_was_withdrawn_neither_answers_nor_waits(path):
    with quick_desk(path, "Kim") as desk:
        allegation = tag(desk, "First", "The mayor took money", Tag.ALLEGATION)
        denial = tag(desk, "First", "“That is a lie,”", Tag.DENIAL)
    with quick_desk(path, "Ada") as desk:
        desk.run(Link(denial, allegation))
        assert articles_to_call(desk.library) == ()
    with quick_desk(path, "Kim") as desk:
        desk.run(DeleteClaim(denial))
        assert articles_to_call(desk.library) == (article(desk, "First"),)
        desk.run(DeleteClaim(allegation))
        assert articles_to_call(desk.library) == ()


def test_samples_stand_apart(desk):
    made = desk.run(ImportArticle(Draft("A sample. It is one.", "Sample", sample=True))).made[0]
    desk.run(TagClaim(made, Span(0, 8), Tag.ALLEGATION))
    assert call_sheet(desk, None).entries == ()
    assert names(call_sheet(desk, made)) == [NOBODY]


def test_an_article_that_is_gone(desk):
    with pytest.raises(NothingFound):
        call_sheet(desk, "nowhere")


@pytest.fixture
def secret(desk) -> Desk:
    """A library in which a confidential source says and relays things, and is spoken of elsewhere."""
    allegation = tag(desk, "First", "The mayor took money", Tag.ALLEGATION)
    desk.run(SayBy(allegation, SECRET))
    (source,) = desk.library.query("SELECT id FROM sources WHERE name = 'Jo Secret'")
    desk.run(AddEvidence(allegation, source["id"], EvidenceFields(quote="I saw it at nine")))
    fact = tag(desk, "First", "The council met twice", Tag.FACT)
    desk.run(SayBy(fact, NewSource("Council of Jo Secret", SourceKind.ORGANISATION, note="not Jo Secret")))
    desk.run(AddSource(NewSource("Mayor", note="Jo Secret knows her")))  # accused by name alone
    return desk


def test_in_the_window_everything_is_there(secret):
    assert set(names(call_sheet(secret, None))) == {"Jo Secret", "Council of Jo Secret", "Mayor"}


def test_nothing_confidential_leaves_without_a_tick(secret):
    found = call_sheet_to_hand_out(secret, None, confidential=False)
    told = str(asdict(found)).lower()
    for word in ("jo secret", "rings at nine", "saw it", "'clerk'"):
        assert word not in told, word
    assert set(names(found)) == {"a confidential source", "Council of a confidential source", "Mayor"}


def test_with_the_tick_the_names_go_along(secret):
    found = call_sheet_to_hand_out(secret, None, confidential=True)
    assert set(names(found)) == {"Jo Secret", "Council of Jo Secret", "Mayor"}


@pytest.mark.parametrize("name", ["Jo Secret", "Council of Jo Secret", "Mayor"])
def test_one_sheet_alone(secret, name):
    shown = next(
        entry for entry in call_sheet(secret, None).entries if entry.source and entry.source.name == name
    )
    veiled = name.replace("Jo Secret", "a confidential source")
    assert names(call_sheet_to_hand_out(secret, None, confidential=False, only=shown)) == [veiled]
    assert names(call_sheet_to_hand_out(secret, None, confidential=True, only=shown)) == [name]
