"""The final version, as exports take it."""

import json
from pathlib import Path

import pytest

from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.reviewing import Agree
from annotator.desk.commands.sources import AddSource, NewSource
from annotator.desk.commands.sourcing import AddEvidence, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.final import final_version
from annotator.desk.transfer import Choice, export_to
from annotator.model.drafts import Draft
from annotator.model.enums import StatusValue, Tag
from annotator.model.errors import NothingFound
from annotator.model.spans import Span
from tests.desk.content import quick_desk

TEXT = "The mayor took money. That is a lie, her office said. The council met twice."
MONEY, LIE, MET = Span(0, 20), Span(22, 35), Span(54, 75)


@pytest.fixture
def desk(tmp_path: Path):
    with quick_desk(tmp_path / "library.sqlite", "Ada") as opened:
        yield opened


def import_(desk: Desk) -> str:
    return desk.run(ImportArticle(Draft(TEXT, "First"))).made[0]


def tag(desk: Desk, article: str, span: Span, tag: Tag) -> str:
    return desk.run(TagClaim(article, span, tag)).made[0]


def status(desk: Desk, claim: str, value: StatusValue) -> None:
    desk.run(SetStatus(claim, StatusFields(value, "Seen.")))


def test_equal_claims_leave_as_one_with_everything_on_them(desk: Desk) -> None:
    """Ada names the witness and confirms; Bob adds the clerk and a paper, links, and disputes afterwards."""
    article = import_(desk)
    hers = [tag(desk, article, MONEY, Tag.ALLEGATION), tag(desk, article, LIE, Tag.DENIAL)]
    witness = desk.run(AddSource(NewSource("The witness"))).made[0]
    desk.run(SayBy(hers[0], witness))
    status(desk, hers[0], StatusValue.CONFIRMED)
    desk.switch(desk.add_person("Bob"))
    his = [tag(desk, article, MONEY, Tag.ALLEGATION), tag(desk, article, LIE, Tag.DENIAL)]
    for source in (witness, NewSource("The clerk")):
        desk.run(SayBy(his[0], source))
    desk.run(AddEvidence(his[0], NewSource("A paper")))
    desk.run(Link(his[1], his[0]))
    status(desk, his[0], StatusValue.DISPUTED)
    money, lie = final_version(desk, article).claims
    assert (money.id, lie.id) == tuple(hers)
    assert [said.source.name for said in money.attributions] == ["The witness", "The clerk"]
    assert [piece.source.name for piece in money.evidence] == ["A paper"]
    assert [word.value for word in money.statuses] == [StatusValue.CONFIRMED, StatusValue.DISPUTED]
    assert money.status is StatusValue.DISPUTED
    assert lie.answers == (hers[0],)
    assert [link.claim for link in lie.links] == [hers[0]]


def test_only_what_is_settled_leaves_and_links_lead_nowhere_else(desk: Desk, tmp_path: Path) -> None:
    article = import_(desk)
    alone, lie = tag(desk, article, MONEY, Tag.ALLEGATION), tag(desk, article, LIE, Tag.DENIAL)
    desk.run(Link(lie, alone))
    desk.switch(desk.add_person("Bob"))
    desk.run(Agree(lie))
    report = export_to(desk, tmp_path / "final.json", Choice(whose="final"))
    (written,) = json.loads((tmp_path / "final.json").read_text(encoding="utf-8"))["articles"]
    assert [(claim["id"], claim["answers"]) for claim in written["claims"]] == [(lie, [])]
    assert report.claims == 1


def test_chosen_claims_are_found_by_any_equal_one(desk: Desk) -> None:
    article = import_(desk)
    hers, _ = tag(desk, article, MONEY, Tag.ALLEGATION), tag(desk, article, MET, Tag.FACT)
    desk.switch(desk.add_person("Bob"))
    his, _ = tag(desk, article, MONEY, Tag.ALLEGATION), tag(desk, article, MET, Tag.FACT)
    assert [claim.id for claim in final_version(desk, article, [his]).claims] == [hers]


def test_nothing_settled_is_said_and_nothing_written(desk: Desk, tmp_path: Path) -> None:
    article = import_(desk)
    tag(desk, article, MONEY, Tag.ALLEGATION)
    desk.switch(desk.add_person("Bob"))
    tag(desk, article, MONEY, Tag.DENIAL)
    with pytest.raises(NothingFound):
        export_to(desk, tmp_path / "final.json", Choice(whose="final"))
    assert not (tmp_path / "final.json").exists()
