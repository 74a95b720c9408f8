"""A packet is one file: articles and who is to tag them, and nobody's tags."""

from pathlib import Path

import pytest

from annotator.desk.commands.finishing import DeclareDone
from annotator.desk.deliveries import Sending, read_review, send
from annotator.desk.merging import TakeIn, look
from annotator.desk.packets import Packet, send_packet
from annotator.desk.queries.articles import article_page
from annotator.desk.queries.review_state import assignments, review_state
from annotator.model.deliveries import MergeOptions
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, Cancelled
from annotator.model.rows import Assignment, Claim, Reviewer
from tests.desk.colleagues import LIE, MONEY, TEXT, mark
from tests.desk.content import quick_desk


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A packet from Ada, who tagged the article herself, for Cora and Dan."""
    with quick_desk(tmp_path / "ada.sqlite", "Ada") as desk:
        article = mark(desk, (MONEY, Tag.ALLEGATION))
        packet = Packet((article,), ("Cora", "Dan"), "Only what is denied.")
        desk.run(packet.assign)
        send_packet(desk, tmp_path / "packet.redpencil.json", packet)
    return tmp_path / "packet.redpencil.json"


def test_it_holds_articles_and_assignments_and_nobodys_tags(file: Path) -> None:
    found = read_review(file)
    rows = [one.row for one in found.rows]
    assert [row for row in rows if isinstance(row, Claim)] == []
    names = {row.id: row.name for row in rows if isinstance(row, Reviewer)}
    given = [row for row in rows if isinstance(row, Assignment)]
    assert {names[row.reviewer] for row in given} == {"Cora", "Dan"}
    assert {(row.instructions, row.blind) for row in given} == {("Only what is denied.", True)}
    assert found.message == "Only what is denied."
    assert TEXT[:20] in file.read_text(encoding="utf-8")


def test_it_goes_out_blind_comes_back_and_fills_the_grid(tmp_path: Path, file: Path) -> None:
    delivery = read_review(file)
    with quick_desk(tmp_path / "cora.sqlite", "Cora Miller") as desk:
        seen = look(desk, delivery)
        names = {one.row.id: one.row.name for one in delivery.rows if isinstance(one.row, Reviewer)}
        (cora,) = (person for person in seen.assigned_to if names[person] == "Cora")
        (article,) = desk.run(TakeIn(delivery, MergeOptions(same_person=(cora,)))).made
        state = review_state(desk, article)
        assert (state.assigned, state.blind, state.instructions) == (True, True, "Only what is denied.")
        assert article_page(desk, article).text == TEXT
        mark(desk, (LIE, Tag.DENIAL))
        desk.run(DeclareDone(article))
        send(desk, tmp_path / "back.redpencil.json", Sending((article,), (desk.me,)))
    with quick_desk(tmp_path / "ada.sqlite", "Ada") as desk:
        before = {line.name: (line.returned, line.done, line.claims) for line in assignments(desk)}
        assert before == {"Cora": (False, False, 0), "Dan": (False, False, 0)}
        desk.run(TakeIn(read_review(tmp_path / "back.redpencil.json")))
        after = {line.name: (line.returned, line.done, line.claims) for line in assignments(desk)}
        assert after == {"Cora Miller": (True, True, 1), "Dan": (False, False, 0)}


def test_without_names_or_articles_there_is_no_packet(tmp_path: Path) -> None:
    with quick_desk(tmp_path / "ada.sqlite", "Ada") as desk:
        article = mark(desk)
        for packet in (Packet((article,), (" ",)), Packet((), ("Cora",))):
            with pytest.raises(BadInput):
                desk.run(packet.assign)
        assert assignments(desk) == ()


def test_it_can_be_stopped_and_leaves_no_file(tmp_path: Path) -> None:
    with quick_desk(tmp_path / "ada.sqlite", "Ada") as desk:
        packet = Packet((mark(desk),), ("Cora",))
        desk.run(packet.assign)
        with pytest.raises(Cancelled):
            send_packet(desk, tmp_path / "packet.redpencil.json", packet, lambda: True)
    assert list(tmp_path.glob("packet*")) == []
