"""`redpencil check`, as scripts use it: real processes, real files, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.points import Waive
from annotator.desk.commands.reading import MarkRead
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_page
from annotator.desk.samples import AddSample
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span

TEXT = "🚰 Pump house\n\nThe clerk sold the pump. It rains."
WORDS = "The clerk sold the pump"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def check(library: Path):
    """Runs the command; answers (exit code, stdout, stderr)."""

    def run(*arguments: str) -> tuple[int, str, str]:
        made = subprocess.run(
            [sys.executable, "-m", "annotator", "check", *arguments],
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=60,
            env={**os.environ, "REDPENCIL_LIBRARY": str(library), "LC_ALL": "C.UTF-8", "LANGUAGE": ""},
        )
        return made.returncode, made.stdout, made.stderr

    return run


def marked(library: Path, *, let_go: bool = False, ticked: bool = False) -> tuple[str, str]:
    """An article with one allegation, perhaps let go, perhaps read to its end; its id and the claim's."""
    with Desk(library) as desk:
        (article,) = desk.run(ImportArticle(Draft(TEXT, "Pump house"))).made
        start = TEXT.index(WORDS)
        (claim,) = desk.run(TagClaim(article, Span(start, start + len(WORDS)), Tag.ALLEGATION)).made
        if let_go:
            for rule in ("allegation-without-source", "allegation-without-response"):
                desk.run(Waive(article, rule, "told by the desk", claim))
        if ticked:
            desk.run(MarkRead(article, tuple(article_page(desk, article).sentences)))
        return article, claim


def test_what_must_be_settled_ends_with_one(check, library: Path):
    _, claim = marked(library)
    code, out, err = check()
    lines = out.splitlines()
    assert (code, err, lines[0]) == (1, "", "Pump house")
    assert lines[1].startswith(f"must  {claim}  allegation-without-source: ")
    assert WORDS in lines[1]
    assert [line.split()[0] for line in lines[1:]] == ["must", "must", "note"]
    assert "-  unread-sentences" in lines[3]


def test_json_gives_code_points_and_what_was_let_go(check, library: Path):
    article, claim = marked(library, let_go=True)
    code, out, _ = check("Pump house", "--json")
    points = json.loads(out)
    assert code == 0
    assert set(points[0]) == {
        "article", "rule", "level", "claim", "start", "end", "quote", "message", "waived",
    }  # fmt: skip
    let_go = [point for point in points if point["waived"]]
    assert [(point["claim"], point["waived"]) for point in let_go] == [(claim, "told by the desk")] * 2
    for point in points:
        assert TEXT[point["start"] : point["end"]] == point["quote"]
        assert point["article"] == article


@pytest.mark.parametrize(
    ("let_go", "ticked", "codes"),
    [(False, False, (1, 1)), (True, False, (0, 1)), (True, True, (0, 0)), (False, True, (1, 1))],
)
def test_strict_minds_everything_that_is_open(check, library: Path, let_go: bool, ticked: bool, codes):
    article, _ = marked(library, let_go=let_go, ticked=ticked)
    assert (check(article)[0], check(article[:8], "--strict")[0]) == codes


def test_nothing_open_is_said(check, library: Path):
    marked(library, let_go=True, ticked=True)
    assert check() == (0, "Nothing is open.\n", "")
    assert check("--strict")[0] == 0


def test_samples_are_looked_at_only_by_name(check, library: Path):
    with Desk(library) as desk:
        (sample,) = desk.run(AddSample("01-harbour-ferry.txt")).made
    assert json.loads(check("--json")[1]) == []
    assert {point["article"] for point in json.loads(check(sample, "--json")[1])} == {sample}


def test_a_language_the_rules_do_not_know_is_said(check, library: Path):
    with Desk(library) as desk:
        desk.run(ImportArticle(Draft("Der Bürgermeister hat das nicht gesagt, und das ist so.", "Schleuse")))
    code, out, err = check()
    assert (code, len(err.splitlines())) == (0, 1)
    assert "Schleuse" in err
    assert "English only" in err
    assert "note" in out


def test_errors_and_misuse(check, library: Path):
    marked(library)
    code, out, err = check("nothing")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert check("a", "b")[0] == 2
    assert check("--reviewer", "Nobody")[0] == 1
