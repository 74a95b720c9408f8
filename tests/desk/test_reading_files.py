import sys
from pathlib import Path

import pytest

from annotator.desk import reading_files
from annotator.desk.commands.articles import ImportArticles, RemoveArticle
from annotator.desk.desk import Desk
from annotator.desk.reading_files import Gathered, already_here, gather, told
from annotator.desk.transfer import Choice, export_to
from annotator.model.drafts import Draft
from annotator.model.errors import BadInput, Cancelled
from annotator.text.identity import article_id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "sub").mkdir(parents=True)
    for name in ("2.txt", "10.txt", "sub/3.md"):
        (made / name).write_text(f"Title of {name}\n\nWords.")
    return made


def titles(found: Gathered) -> list[str]:
    return [draft.title for draft in found.drafts]


def test_a_folder_comes_in_in_order_and_what_is_wrong_is_said(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    (folder / "package.json").write_text('{"name": "of another program"}')
    (folder / "sent.redpencil.json").write_text("{}")
    heard = []
    found = gather([folder], lambda *told: heard.append(told))
    assert titles(found) == ["Title of 2.txt", "Title of 10.txt", "Title of sub/3.md"]
    assert [Path(place).name for place, _ in found.articles] == ["2.txt", "10.txt", "3.md"]
    assert [path.name for path in found.reviews] == ["sent.redpencil.json"]
    assert [Path(problem.place).name for problem in found.problems if "empty" in told(problem)] == [
        "empty.txt"
    ]
    assert found.passed_over >= 1
    assert heard[0] == (0, 6, "2.txt")
    assert heard[-1] == (6, 6, "")


def test_a_file_that_is_named_is_meant(folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "of another program"}')
    found = gather([folder / "package.json", folder / "gone.txt", folder / "2.txt"])
    assert [Path(problem.place).name for problem in found.problems] == ["package.json", "gone.txt"]
    assert all(Path(problem.place).name in told(problem) for problem in found.problems)
    assert titles(found) == ["Title of 2.txt"]


def test_a_file_is_meant_however_it_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "package.json").write_text('{"name": "of another program"}')
    monkeypatch.chdir(folder)
    found = gather(["./package.json"])
    assert [problem.place for problem in found.problems] == ["package.json"]
    assert not found.passed_over


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    found = gather([folder / "10.txt", folder, folder / "sub" / ".." / "2.txt"])
    assert titles(found) == ["Title of 10.txt", "Title of 2.txt", "Title of sub/3.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_what_leads_nowhere_is_a_problem_and_the_rest_comes_in(folder: Path) -> None:
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    found = gather([folder, "a" * 300])
    assert [Path(problem.place).name for problem in found.problems] == ["itself.txt", "a" * 300]
    assert titles(found) == ["Title of 2.txt", "Title of 10.txt", "Title of sub/3.md"]


def test_nothing_comes_of_it_when_a_person_stops(folder: Path) -> None:
    looks = iter([False, True])
    with pytest.raises(Cancelled):
        gather([folder], stopped=lambda: next(looks, True))


def test_too_much_at_once_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "TEXT_AT_ONCE", 40)
    monkeypatch.setattr(reading_files._Reader.__dataclass_fields__["room"], "default", 40)
    found = gather([folder])
    assert len(found.articles) + len(found.problems) == 3
    assert {problem.note[0] for problem in found.problems} <= {"reading.too_much"}


def test_addresses_are_told_from_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = []

    def read_url(url: str, _stopped: object) -> Draft:
        asked.append(url)
        if "gone" in url:
            raise BadInput("article.binary", name=url)
        return Draft("Words of a page.", "A page", url=url)

    monkeypatch.setattr("annotator.desk.fetching.read_url", read_url)
    found = gather(["HTTPS://example.org/a", "http://example.org/gone", str(tmp_path / "http:")])
    assert asked == ["HTTPS://example.org/a", "http://example.org/gone"]
    assert titles(found) == ["A page"]
    assert len(found.problems) == 2


def test_claims_of_other_tools_come_as_claims(tmp_path: Path) -> None:
    with Desk(tmp_path / "library.sqlite") as desk:
        desk.run(ImportArticles((Draft("Words.", "Title"),)))
        export_to(desk, tmp_path / "out.json", Choice())
    found = gather([tmp_path / "out.json"])
    assert found.problems == ()
    ((path, received),) = found.claims
    assert path.name == "out.json"
    assert [text.title for text in received.texts] == ["Title"]


def test_a_guess_is_worth_a_look() -> None:
    drafts = (Draft("a", "a"), Draft("b", "b", guessed=True), Draft("c", "c", sure=False))
    assert Gathered(tuple((draft.title, draft) for draft in drafts)).unsure == (1, 2)


def test_what_is_here_already_is_known_also_in_the_bin(tmp_path: Path) -> None:
    drafts = tuple(Draft(text, text) for text in ("one", "two", "three"))
    with Desk(tmp_path / "library.sqlite") as desk:
        first, second = desk.run(ImportArticles(drafts[:2])).made
        desk.run(RemoveArticle(second))
        assert already_here(desk, drafts) == {first, second}
        assert first == article_id("one")
