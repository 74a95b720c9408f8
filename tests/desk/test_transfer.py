import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim, WriteNote
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.desk import Desk
from annotator.desk.samples import AddSample
from annotator.desk.transfer import (
    MINE,
    Choice,
    export_to,
    formats_out,
    formatted,
    read_file,
    read_paste,
    readable_endings,
)
from annotator.formats.redact import Disclosure
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Tag
from annotator.model.errors import BadInput, Cancelled, NothingFound, WriteFailed
from annotator.model.spans import Span
from tests.formats.unpacked import unpacked
from tests.strategies import texts

TEXT = "Pump house\n\nA clerk said the pump 🚰 had failed twice.\nThe firm denied it."


@pytest.fixture
def desk(tmp_path: Path):
    opened = Desk(tmp_path / "library.sqlite")
    yield opened
    opened.close()


def take_in(desk: Desk, text: str = TEXT, title: str = "Pump house") -> str:
    return desk.run(ImportArticle(Draft(text, title))).made[0]


def mark(desk: Desk, article: str, words: str, tag: Tag) -> str:
    start = TEXT.index(words)
    return desk.run(TagClaim(article, Span(start, start + len(words)), tag)).made[0]


def test_an_export_holds_each_claim_with_its_exact_place(desk: Desk, tmp_path: Path) -> None:
    article = take_in(desk)
    mark(desk, article, "the pump 🚰 had failed twice", Tag.ALLEGATION)
    report = export_to(desk, tmp_path / "out.json", Choice())
    (written,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["articles"]
    (claim,) = written["claims"]
    assert (report.articles, report.claims, report.format) == (1, 1, "json")
    assert written["text"][claim["start"] : claim["end"]] == claim["quote"] == "the pump 🚰 had failed twice"


def test_samples_stay_out_of_a_library_export_unless_named(desk: Desk, tmp_path: Path) -> None:
    sample = desk.run(AddSample("01-harbour-ferry.txt")).made[0]
    take_in(desk)
    all_but_samples = export_to(desk, tmp_path / "all.json", Choice())
    named = export_to(desk, tmp_path / "named.json", Choice((sample,)))
    assert (all_but_samples.articles, all_but_samples.samples_left_out) == (1, 1)
    assert named.claims > 5


def test_only_the_chosen_claims_leave(desk: Desk, tmp_path: Path) -> None:
    article = take_in(desk)
    mark(desk, article, "The firm denied it", Tag.DENIAL)
    chosen = mark(desk, article, "the pump 🚰 had failed twice", Tag.ALLEGATION)
    export_to(desk, tmp_path / "out.csv", Choice((article,), (chosen,)))
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["claim_id"] for row in rows] == [chosen]


def test_mine_and_a_reviewers_claims_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    for name, words in (("", "The firm denied it"), ("Noor", "A clerk")):
        desk = Desk(path, reviewer=name)
        mark(desk, take_in(desk), words, Tag.DENIAL)
        desk.close()
    desk = Desk(path)
    quotes = {}
    for whose in (MINE, "Noor", "all"):
        export_to(desk, tmp_path / "out.json", Choice(whose=whose))
        (article,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["articles"]
        quotes[whose] = [claim["quote"] for claim in article["claims"]]
    with pytest.raises(NothingFound):
        export_to(desk, tmp_path / "nobody.json", Choice(whose="Nobody"))
    with pytest.raises(NothingFound):
        export_to(desk, tmp_path / "final.json", Choice(whose="final"))
    desk.close()
    assert quotes == {
        "mine": ["The firm denied it"],
        "Noor": ["A clerk"],
        "all": ["A clerk", "The firm denied it"],
    }
    assert not (tmp_path / "nobody.json").exists()


def test_a_withdrawn_claim_does_not_leave(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    desk = Desk(path)
    article = take_in(desk)
    claim = mark(desk, article, "The firm denied it", Tag.DENIAL)
    desk.close()
    colleague = Desk(path, reviewer="Noor")
    colleague.run(SayBy(claim, NewSource("The firm", SourceKind.ORGANISATION)))
    colleague.close()
    desk = Desk(path)
    desk.run(DeleteClaim(claim))
    report = export_to(desk, tmp_path / "out.json", Choice())
    desk.close()
    assert report.claims == 0


@pytest.mark.parametrize("info", formats_out(), ids=lambda info: info.name)
def test_confidential_names_and_private_notes_leave_only_when_ticked(
    desk: Desk, tmp_path: Path, info
) -> None:
    article = take_in(desk)
    claim = mark(desk, article, "the pump 🚰 had failed twice", Tag.ALLEGATION)
    desk.run(SayBy(claim, NewSource("Zyxwv Hidden", description="a fitter", confidential=True)))
    desk.run(WriteNote(claim, "Qwertz secret", private=True))
    kept, told = tmp_path / f"kept{info.ending}", tmp_path / f"told{info.ending}"
    export_to(desk, kept, Choice())
    export_to(desk, told, Choice(disclosure=Disclosure(confidential=True, private_notes=True)))
    assert b"Zyxwv" not in unpacked(kept.read_bytes())
    assert b"Qwertz" not in unpacked(kept.read_bytes())
    if "feature.sources" not in info.lacks:
        assert b"Zyxwv Hidden" in unpacked(told.read_bytes())
    assert "Zyxwv" not in "".join(formatted(desk, Choice()))


def test_a_failing_export_leaves_the_old_file(desk: Desk, tmp_path: Path) -> None:
    take_in(desk)
    with pytest.raises(WriteFailed):
        export_to(desk, tmp_path / "nowhere" / "out.csv", Choice())
    (tmp_path / "out.xyz").write_text("old", encoding="utf-8")
    with pytest.raises(NothingFound):
        export_to(desk, tmp_path / "out.xyz", Choice())
    assert (tmp_path / "out.xyz").read_text(encoding="utf-8") == "old"


def test_what_comes_in(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffTitle\r\n\r\nBody – two.".encode())
    assert read_file(file).text == "Title\n\nBody – two."
    assert read_paste("plain", "<p>One</p><p>Two</p>").text.split("\n\n") == ["One", "Two"]
    assert {".txt", ".md", ".docx"} <= set(readable_endings())
    with pytest.raises(BadInput):
        read_paste("  \n ")


@given(data=st.data())
def test_spans_survive_store_and_export(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is marked in whatever text comes back from the file with the words it had."""
    folder = tmp_path_factory.mktemp("export")
    text = "x" + data.draw(texts())
    desk = Desk(folder / "library.sqlite")
    try:
        article = take_in(desk, text, "Any")
        wanted = set()
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(text) - 1))
            span = Span(start, data.draw(st.integers(start + 1, len(text))))
            if span.cut(text).strip():
                desk.run(TagClaim(article, span, Tag.FACT))
                wanted.add((span.start, span.end, span.cut(text)))
        export_to(desk, folder / "out.json", Choice())
    finally:
        desk.close()
    (written,) = json.loads((folder / "out.json").read_text(encoding="utf-8"))["articles"]
    assert written["text"] == text
    assert {(c["start"], c["end"], c["quote"]) for c in written["claims"]} == wanted


@pytest.mark.parametrize("asked", [0, 1, 2])
def test_a_stopped_export_leaves_what_was_there(desk: Desk, tmp_path: Path, asked: int) -> None:
    take_in(desk)
    take_in(desk, "Another text", "Another")
    path = tmp_path / "out.json"
    path.write_text("mine", encoding="utf-8")
    answers = iter([False] * asked)
    with pytest.raises(Cancelled):
        export_to(desk, path, Choice(), stopped=lambda: next(answers, True))
    assert path.read_text(encoding="utf-8") == "mine"
    assert {file.name for file in tmp_path.iterdir() if file.name.startswith("out")} == {"out.json"}


def test_whether_to_stop_is_asked_for_each_article(desk: Desk, tmp_path: Path) -> None:
    def asked(articles: int) -> int:
        take_in(desk, f"Text {articles}", f"Article {articles}")
        times: list[None] = []
        export_to(desk, tmp_path / "out.csv", Choice(), stopped=lambda: bool(times.append(None)))
        return len(times)

    first, second = asked(1), asked(2)  # a CSV without claims is as many pieces for one article as for two
    assert second == first + 1
