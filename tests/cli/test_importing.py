"""`redpencil import` with folders, claims of other tools and addresses."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli import redpencil
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.transfer import Choice, export_to
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import BadInput
from annotator.model.spans import Span
from annotator.text.identity import article_id

TEXT = "Pump house\n\nA clerk said the pump 🚰 had failed."
Run = Callable[..., Result]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def run(library: Path) -> Run:
    return lambda *words: CliRunner().invoke(
        redpencil, ["import", *map(str, words), "--library", str(library)]
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "sub").mkdir(parents=True)
    for name in ("2.txt", "10.txt", "sub/3.md"):
        (made / name).write_text(f"Title {name}\n\nWords.")
    (made / "photo.jpg").write_bytes(b"\xff\xd8")
    return made


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """A file of our own JSON with a claim, from another library."""
    with Desk(tmp_path / "other.sqlite") as desk:
        (article,) = desk.run(ImportArticle(Draft(TEXT, "Pump house"))).made
        desk.run(TagClaim(article, Span(12, 19), Tag.DENIAL))
        export_to(desk, tmp_path / "out.json", Choice())
    return tmp_path / "out.json"


def test_a_whole_folder_is_one_step_and_a_line_for_each_article(
    run: Run, folder: Path, library: Path
) -> None:
    made = run(folder)
    titles = [line.split(maxsplit=1)[1] for line in made.stdout.splitlines()]
    assert (made.exit_code, titles) == (0, ["Title 2.txt", "Title 10.txt", "Title sub/3.md"])
    assert made.stderr == "1 file of another kind was passed over.\n"
    with Desk(library) as desk:
        desk.undo(LIBRARY)
        assert article_lines(desk) == ()


def test_what_came_in_as_json(run: Run, folder: Path) -> None:
    run(folder / "2.txt")
    (folder / "again.txt").write_bytes((folder / "10.txt").read_bytes())
    made = json.loads(run(folder, "--json").stdout)
    assert [(one["file"], one["new"]) for one in made] == [
        ("2.txt", False),
        ("10.txt", True),
        ("again.txt", False),
        ("3.md", True),
    ]
    assert made[0] == {
        "id": article_id("Title 2.txt\n\nWords."),
        "title": "Title 2.txt",
        "file": "2.txt",
        "new": False,
        "encoding": "utf-8",
        "sure": True,
        "guessed": False,
        "url": "",
        "notes": [],
    }


def test_claims_of_another_tool_come_in_as_is_proposed(run: Run, claims: Path, library: Path) -> None:
    made = run(claims, "--json")
    assert (made.exit_code, made.stderr) == (0, "")
    (one,) = json.loads(made.stdout)
    assert (one["title"], one["file"], one["new"], one["claims"]) == ("Pump house", "out.json", True, 1)
    (again,) = json.loads(run(claims, "--json").stdout)
    assert (again["id"], again["new"], again["claims"], again["there"]) == (article_id(TEXT), False, 0, 1)
    with Desk(library) as desk:
        assert [(line.title, line.claims) for line in article_lines(desk)] == [("Pump house", 1)]


def test_what_is_no_claim_here_is_said(run: Run, claims: Path, library: Path) -> None:
    known = json.loads(claims.read_text(encoding="utf-8"))
    known["articles"][0]["claims"][0]["tag"] = "hearsay"
    claims.write_text(json.dumps(known), encoding="utf-8")
    made = run(claims)
    assert made.exit_code == 0
    assert "“hearsay” is none of the three tags" in made.stderr
    with Desk(library) as desk:
        assert [line.claims for line in article_lines(desk)] == [0]


def test_a_review_file_is_taken_in_elsewhere(run: Run, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "kim.redpencil.json").write_text("{}")
    made = run(tmp_path / "kim.redpencil.json", folder / "2.txt")
    assert made.exit_code == 1
    assert "redpencil merge" in made.stderr
    assert "Title 2.txt" in made.stdout


def test_an_address_is_fetched(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_url(url: str, _stopped: object) -> Draft:
        if "gone" in url:
            raise BadInput("article.binary", name=url)
        notes = (("article.tables_left_out", {"count": 2}),)
        return Draft(TEXT, "Pump house", url=url, notes=notes)

    monkeypatch.setattr("annotator.desk.fetching.read_url", read_url)
    made = run("https://example.org/pump", "https://example.org/gone")
    assert (made.exit_code, made.stdout.split(maxsplit=1)[1]) == (1, "Pump house\n")
    assert made.stderr.splitlines()[0] == "https://example.org/pump: 2 tables were left out."
    assert "https://example.org/gone" in made.stderr.splitlines()[1]
