"""`redpencil compare`, as scripts and people use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli import redpencil
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.reviewing import Agree
from annotator.desk.deliveries import read_review
from annotator.desk.figures import figure
from annotator.desk.merging import TakeIn
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.rows import Article, Reviewer
from annotator.model.spans import Span
from annotator.words import say
from tests.desk.colleagues import sent
from tests.desk.content import quick_desk

TEXT = "The mayor took money. That is a lie, her office said. The council met twice."
MONEY, LIE, MET = Span(0, 20), Span(22, 35), Span(54, 75)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def compare(library: Path, *arguments: str) -> Result:
    return CliRunner().invoke(redpencil, ["compare", *arguments, "--library", str(library)])


def tagged_by_two(library: Path) -> dict[str, list[str]]:
    """Ada and Bob share a claim, and one under two tags; a third is Ada's alone, and Bob agrees with it."""
    made: dict[str, list[str]] = {"Ada": [], "Bob": []}
    with quick_desk(library, "Ada") as desk:
        article = desk.run(ImportArticle(Draft(TEXT, "First"))).made[0]
        work = {"Ada": [(MONEY, Tag.ALLEGATION), (LIE, Tag.DENIAL), (MET, Tag.FACT)]}
        work["Bob"] = [(MONEY, Tag.ALLEGATION), (LIE, Tag.ALLEGATION)]
        for name, marks in work.items():
            if name == "Bob":
                desk.switch(desk.add_person("Bob"))
            made[name] = [desk.run(TagClaim(article, span, tag)).made[0] for span, tag in marks]
        desk.run(Agree(made["Ada"][2]))
    return made


def test_programs_get_differences_figures_and_what_is_settled(library: Path) -> None:
    made = tagged_by_two(library)
    found = json.loads(compare(library, "First", "--json").stdout)
    assert sorted(found["reviewers"]) == ["Ada", "Bob"]
    only = {"Ada": 1, "Bob": 0}
    assert found["pairs"] == {"same": 1, "tag": 1, "span": 0, "sources": 0, "only": only}
    assert [group["kind"] for group in found["groups"]] == ["same", "tag", "only"]
    assert sorted(found["groups"][0]["claims"]) == sorted((made["Ada"][0], made["Bob"][0]))
    assert found["groups"][2]["missing"] == ["Bob"]
    assert found["agreement"]["f1.exact"] == {"value": 0.8, "n": 5, "coverage": None}
    assert found["agreement"]["ku_alpha.reported fact"] == {"value": None, "n": 0, "coverage": 0}
    assert [one["claim"] for one in found["settled"]] == [made["Ada"][0], made["Ada"][2]]
    assert found["settled"][0]["equal"] == [made["Bob"][0]]
    assert sorted(found["settled"][1]["by"]) == ["Ada", "Bob"]
    assert [one["why"] for one in found["unsettled"]] == ["disputed"]


def test_people_get_a_table(library: Path) -> None:
    tagged_by_two(library)
    lines = compare(library, "First").stdout.splitlines()
    assert "only Ada                1" in lines
    assert "F1: the same words                   0.800         5 claims" in [
        line[:64].rstrip() for line in lines
    ]
    assert any(line.startswith("ku-alpha: reported fact") and "undefined" in line for line in lines)
    assert lines[-1] == "Settled: 2. Open: 1. Turned down: 0."


def test_people_are_chosen_by_name(library: Path) -> None:
    tagged_by_two(library)
    found = json.loads(compare(library, "First", "--people", "Bob", "--json").stdout)
    assert found["reviewers"] == ["Bob"]
    assert {one["value"] for one in found["agreement"].values()} == {None}
    refused = compare(library, "First", "--people", "Nobody")
    assert refused.exit_code != 0
    assert refused.exception.key == "reviewer.unknown"


def test_two_people_of_one_name_are_two(library: Path, tmp_path: Path) -> None:
    marks = ([(MONEY, Tag.ALLEGATION), (LIE, Tag.DENIAL)], [(MET, Tag.FACT)])
    files = []
    for machine, claims in enumerate(marks):
        (tmp_path / str(machine)).mkdir()
        files.append(sent(tmp_path / str(machine), "Bob", *claims, draft=Draft(TEXT, "First")))
    with quick_desk(library, "Ada") as desk:
        for file in files:
            desk.run(TakeIn(read_review(file)))
        bobs = [row.id for row in desk.library.where(Reviewer, name="Bob")]
        (article, *_) = desk.library.where(Article)
        desk.run(TagClaim(article.id, MONEY, Tag.FACT))
    found = json.loads(compare(library, "First", "--people", "Bob", "--json").stdout)
    only = found["pairs"]["only"]
    assert sorted(only.values()) == [1, 2]
    assert set(only) == {f"Bob ({one})" for one in bobs} == set(found["reviewers"])
    assert json.loads(compare(library, "First", "--json").stdout)["reviewers"][0] == "Ada"


def test_an_article_with_one_coder_has_no_agreement(library: Path) -> None:
    with quick_desk(library, "Ada") as desk:
        article = desk.run(ImportArticle(Draft(TEXT, "First"))).made[0]
        desk.run(TagClaim(article, MONEY, Tag.ALLEGATION))
    lines = compare(library, "First").stdout.splitlines()
    assert lines == [say("compare.alone"), "", "Settled: 1. Open: 0. Turned down: 0."]


def test_figures_in_words() -> None:
    assert [figure(0.5), figure(-0.0316), figure(None)] == ["0.500", "−0.032", "undefined"]
