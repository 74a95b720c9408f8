"""What is sent: all that was chosen, all that it names, and nothing that must not leave."""

import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import given, settings

from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim, WriteNote
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.finishing import DeclareDone
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.reviewing import Agree
from annotator.desk.commands.sources import AddSource, EditSource, JoinSources, NewSource, RemoveSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.deliveries import Sending, delivery, is_review_file, read_review, send
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn
from annotator.desk.queries.articles import article_lines
from annotator.desk.transfer import ALL, FINAL, MINE, Choice, export_to, read_file
from annotator.formats.redact import Disclosure
from annotator.formats.review_file.shapes import REFERENCES
from annotator.model.deliveries import Delivery
from annotator.model.enums import Stance, Tag
from annotator.model.errors import BadInput, Cancelled, NotAllowed, NothingFound, RedPencilError
from annotator.model.rows import (
    Anchor,
    Assignment,
    Attribution,
    Claim,
    Comment,
    Done,
    Grave,
    Row,
    SameAs,
    Source,
)
from annotator.model.spans import Span
from annotator.model.stamped import KEPT_BACK, Stamped
from tests.desk.content import content, quick_desk
from tests.desk.play import Move, days_work

R = TypeVar("R", bound=Row)


@pytest.fixture
def first(desk: Desk) -> str:
    """The article called First."""
    return article_of(desk)


def article_of(desk: Desk, title: str = "First") -> str:
    return next(line.id for line in article_lines(desk) if line.title == title)


def tag(desk: Desk, article: str, start: int, end: int, as_: Tag = Tag.ALLEGATION) -> str:
    return desk.run(TagClaim(article, Span(start, end), as_)).made[0]


def of(made: Delivery, kind: type[R]) -> dict[str, R]:
    return {row.row.id: row.row for row in made.rows if isinstance(row.row, kind)}


def envelope(made: Delivery, row_id: str) -> Stamped:
    return next(row for row in made.rows if row.row.id == row_id)


def there_and_back(desk: Desk, path: Path, sending: Sending) -> Delivery:
    """What is sent, after a look that the file says the same."""
    made = delivery(desk, sending)
    send(desk, path, sending)
    read = read_review(path)
    assert (read.rows, read.ranges, read.outlines) == (made.rows, made.ranges, made.outlines)
    return read


@settings(max_examples=settings.default.max_examples // 3)  # each is two days' work and six files
@given(hers=days_work(), his=days_work())
def test_whatever_was_done_arrives_as_it_is(shared: Path, hers: list[Move], his: list[Move]) -> None:
    with TemporaryDirectory() as folder:
        library, file = Path(shutil.copy(shared, Path(folder) / "l")), Path(folder) / "x.redpencil.json"
        people = []
        for name, moves in (("", hers), ("Kim", his)):
            with quick_desk(library, name) as desk:
                people.append(desk.me)
                for move in moves:
                    with suppress(RedPencilError):
                        if command := move.command(desk):
                            desk.run(command)
        with quick_desk(library) as desk:
            articles = tuple(line.id for line in article_lines(desk))
            for chosen in (None, (people[0],), (people[1],)):
                if articles:
                    read = there_and_back(desk, file, Sending(articles, chosen))
                    live = [row.row.id for row in read.rows if not row.deleted]
                    assert not set(of(read, Grave)) - set(live)


def test_the_references_are_those_of_the_library(desk: Desk) -> None:
    named = {
        (kind.TABLE, field, other.TABLE)
        for kind, fields in REFERENCES.items()
        for field, other in fields.items()
    }
    assert named == {(table, column, parent) for table, column, parent in desk.library.foreign_keys}


def test_all_that_was_marked_is_sent_and_nothing_of_other_articles(
    desk: Desk, first: str, tmp_path: Path
) -> None:
    allegation = tag(desk, first, 0, 20)
    denial = tag(desk, first, 41, 75, Tag.DENIAL)
    elsewhere = tag(desk, article_of(desk, "Second"), 0, 20)
    desk.run(Link(denial, allegation))
    desk.run(SayBy(allegation, NewSource("A witness"), Span(22, 31), "said"))
    desk.run(AddSource(NewSource("Somebody else")))
    read = there_and_back(desk, tmp_path / "a.redpencil.json", Sending((first,)))
    assert set(of(read, Claim)) == {allegation, denial}
    assert elsewhere not in (tmp_path / "a.redpencil.json").read_text(encoding="utf-8")
    assert [source.name for source in of(read, Source).values()] == ["A witness"]
    assert read.sender == desk.me
    assert sum(known.rows for known in read.ranges) == len(read.rows)


def test_only_the_chosen_people_are_sent_and_of_others_what_is_named(path: Path, tmp_path: Path) -> None:
    with quick_desk(path) as desk:
        article = article_of(desk)
        hers, unnamed = tag(desk, article, 0, 20), tag(desk, article, 4, 9)
        desk.run(WriteNote(hers, "what I think of it"))
    with quick_desk(path, "Bo") as desk:
        own = tag(desk, article, 11, 20)
        desk.run(Agree(hers))
        read = there_and_back(desk, tmp_path / "bo.redpencil.json", Sending((article,), (desk.me,)))
    outline = envelope(read, hers)
    assert set(of(read, Claim)) == {hers, own}
    assert unnamed not in read.outlines
    assert read.outlines == {hers, *(a.id for a in of(read, Anchor).values() if a.claim == hers)}
    assert outline.row.note == ""
    assert dict(outline.stamps)["note"] == dict(outline.stamps)["version_of"] == KEPT_BACK
    assert "what I think of it" not in (tmp_path / "bo.redpencil.json").read_text(encoding="utf-8")


def test_of_what_was_removed_nothing_is_left_but_that_it_was(desk: Desk, first: str, tmp_path: Path) -> None:
    claim = tag(desk, first, 0, 20)
    desk.run(WriteNote(claim, "a rash word"))
    desk.run(SayBy(claim, NewSource("A witness")))
    desk.run(DeleteClaim(claim))
    file = tmp_path / "a.redpencil.json"
    read = there_and_back(desk, file, Sending((first,)))
    assert of(read, Grave)[claim].of == "claims"
    assert {grave.of for grave in of(read, Grave).values()} == {"claims", "anchors", "attributions"}
    assert not of(read, Claim)
    assert "rash" not in file.read_text(encoding="utf-8")
    assert 'witness"' not in file.read_text(encoding="utf-8")


def test_a_removed_claim_that_others_built_on_goes_with_its_place(path: Path, tmp_path: Path) -> None:
    with quick_desk(path) as desk:
        article = article_of(desk)
        hers = tag(desk, article, 0, 20)
    with quick_desk(path, "Bo") as desk:
        comment = desk.run(AddComment(hers, "Really?")).made
    with quick_desk(path) as desk:
        with desk.library.atomic():  # as a deletion that came in from her other machine
            desk.library.connection.execute("UPDATE claims SET deleted = 1 WHERE id = ?", (hers,))
            desk.library.connection.execute("UPDATE anchors SET deleted = 1 WHERE claim = ?", (hers,))
        read = there_and_back(desk, tmp_path / "a.redpencil.json", Sending((article,)))
    assert envelope(read, hers).deleted
    assert [anchor.claim for anchor in of(read, Anchor).values()] == [hers]
    assert len(of(read, Comment)) == 1, comment
    assert not of(read, Grave)


def test_a_private_note_stays_unless_it_is_ticked(desk: Desk, first: str, tmp_path: Path) -> None:
    claim = tag(desk, first, 0, 20)
    desk.run(WriteNote(claim, "my own doubts", private=True))
    kept = there_and_back(desk, tmp_path / "a.redpencil.json", Sending((first,)))
    told = delivery(desk, Sending((first,), disclosure=Disclosure(private_notes=True)))
    assert envelope(kept, claim).stamps == (("private_note", KEPT_BACK),)
    assert "my own doubts" not in (tmp_path / "a.redpencil.json").read_text(encoding="utf-8")
    assert of(told, Claim)[claim].private_note == "my own doubts"
    assert envelope(told, claim).stamps == ()


def test_a_confidential_name_leaves_nowhere_unless_it_is_ticked(
    desk: Desk, first: str, tmp_path: Path
) -> None:
    claim = tag(desk, first, 0, 20)
    secret = NewSource(
        "Mara Voss",
        role="clerk of works",
        url="https://voss.example",
        note="rings at nine",
        description="a clerk",
        confidential=True,
    )
    desk.run(SayBy(claim, secret, Span(22, 31), "said"))
    desk.run(AddEvidence(claim, secret, EvidenceFields(Stance.SUPPORTS, "page 9", "I saw it")))
    desk.run(AddEvidence(claim, NewSource("Ledger"), EvidenceFields(quote="signed by mara voss")))
    desk.run(WriteNote(claim, "MARA VOSS will not be named"))
    sending = Sending((first,), message="From Mara Voss's list")
    file = tmp_path / "a.redpencil.json"
    kept = there_and_back(desk, file, sending)
    text = file.read_text(encoding="utf-8").casefold()
    assert not [word for word in ("voss", "clerk of works", "rings at", "page 9", "i saw it") if word in text]
    assert kept.message == "From a confidential source's list"
    (source,) = (row for row in of(kept, Source).values() if row.confidential)
    assert (source.name, source.description) == ("a confidential source", "a clerk")
    (said,) = of(kept, Attribution).values()
    assert (said.revision, said.start, said.words, said.cue) == (None, -1, "", "")
    assert of(kept, Claim)[claim].note == "a confidential source will not be named"
    for row_id, field in ((source.id, "name"), (said.id, "words"), (claim, "note")):
        assert dict(envelope(kept, row_id).stamps)[field] == KEPT_BACK
    told = delivery(desk, replace(sending, disclosure=Disclosure(confidential=True)))
    assert {row.name for row in of(told, Source).values()} >= {"Mara Voss"}
    assert told.message == sending.message


def test_the_name_a_confidential_source_had_before_leaves_nowhere_either(
    desk: Desk, first: str, tmp_path: Path
):
    claim = tag(desk, first, 0, 20)
    (secret,) = desk.run(AddSource(NewSource("Mara Voss", confidential=True))).made
    (known,) = desk.run(AddSource(NewSource("The clerk", confidential=True))).made
    desk.run(SayBy(claim, secret))
    desk.run(WriteNote(claim, "Mara Voss rang, and so did The clerk"))
    desk.run(EditSource(secret, NewSource("Number 7", confidential=True)))
    desk.run(EditSource(known, NewSource("The clerk")))
    send(desk, tmp_path / "a.redpencil.json", Sending((first,)))
    export_to(desk, tmp_path / "a.json", Choice((first,)))
    for name in ("a.redpencil.json", "a.json"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "Voss" not in text
        assert "Number 7" not in text
        assert "The clerk" in text


def test_a_source_that_was_confidential_is_not_told_by_what_it_was_joined_with(
    desk: Desk, first: str, tmp_path: Path
) -> None:
    claim = tag(desk, first, 0, 20)
    desk.run(SayBy(claim, NewSource("The Ledger")))
    ledger = next(row.id for row in desk.library.where(Source) if row.name == "The Ledger")
    (same,) = desk.run(AddSource(NewSource("Ledger"))).made
    (other,) = desk.run(AddSource(NewSource("The leak"))).made
    desk.run(JoinSources(ledger, same))
    desk.run(JoinSources(other, same))
    with desk.library.atomic():  # as it comes in from somebody who did not know of the joining
        desk.library.connection.execute("UPDATE sources SET confidential = 1 WHERE id = ?", (other,))
    read = there_and_back(desk, tmp_path / "a.redpencil.json", Sending((first,)))
    assert set(of(read, Source)) == {ledger, same}
    assert [(pair.source, pair.other) for pair in of(read, SameAs).values()] == [(ledger, same)]


def test_where_the_article_is_blind_for_me_only_mine_is_sent(path: Path, tmp_path: Path) -> None:
    with quick_desk(path) as desk:
        article = article_of(desk)
        hers = tag(desk, article, 0, 20)
        desk.run(Assign((article,), ("Bo",), "on your own", blind=True))
    with quick_desk(path, "Bo") as desk:
        mine = tag(desk, article, 4, 9)
        sending = Sending((article,))
        assert set(of(there_and_back(desk, tmp_path / "a.redpencil.json", sending), Claim)) == {mine}
        assert len(of(delivery(desk, sending), Assignment)) == 1
        desk.run(DeclareDone(article))
        done = delivery(desk, sending)
        assert set(of(done, Claim)) == {hers, mine}
        assert len(of(done, Done)) == 1


def test_a_packet_holds_whom_it_is_for(desk: Desk, first: str, tmp_path: Path) -> None:
    desk.run(Assign((first,), ("Bo", "Cy"), "please", blind=True))
    read = there_and_back(desk, tmp_path / "p.redpencil.json", Sending((first,), ()))
    assert [given.instructions for given in of(read, Assignment).values()] == ["please", "please"]
    assert not of(read, Claim)


def test_articles_in_the_bin_are_not_sent(desk: Desk, first: str) -> None:
    desk.run(RemoveArticle(first))
    with pytest.raises(NothingFound):
        delivery(desk, Sending((first,)))
    second = article_of(desk, "Second")
    assert [row.row.id for row in delivery(desk, Sending((first, second))).rows].count(first) == 0


def test_what_came_in_and_was_taken_back_is_not_here(path: Path, tmp_path: Path) -> None:
    other, file = tmp_path / "other.sqlite", tmp_path / "a.redpencil.json"
    with quick_desk(path) as desk:
        article = article_of(desk)
        claim = tag(desk, article, 0, 20)
        send(desk, file, Sending((article,)))
    with quick_desk(other) as desk:
        desk.run(TakeIn(read_review(file)))
        passed_on = there_and_back(desk, tmp_path / "b.redpencil.json", Sending((article,)))
        assert set(of(passed_on, Claim)) == {claim}
        desk.undo(article)
        with pytest.raises(NothingFound):
            delivery(desk, Sending((article,)))
        desk.run(TakeIn(read_review(file)))
        assert delivery(desk, Sending((article,))).rows == passed_on.rows


def test_a_deletion_is_passed_on_by_who_only_heard_of_it(path: Path, tmp_path: Path) -> None:
    other, file = tmp_path / "other.sqlite", tmp_path / "a.redpencil.json"
    with quick_desk(path) as desk:
        article, her = article_of(desk), desk.me
        claim = tag(desk, article, 0, 20)
        desk.run(DeleteClaim(claim))
        send(desk, file, Sending((article,)))
    with quick_desk(other) as desk:
        desk.run(TakeIn(read_review(file)))
        assert claim in of(delivery(desk, Sending((article,), (her,))), Grave)


def test_a_source_taken_out_of_the_register_is_told(desk: Desk, first: str) -> None:
    (source,) = desk.run(AddSource(NewSource("Nobody needs it"))).made
    desk.run(RemoveSource(source))
    assert of(delivery(desk, Sending((first,))), Grave)[source].of == "sources"


def test_an_export_to_a_review_file_sends_whose_it_says(path: Path, tmp_path: Path) -> None:
    with quick_desk(path) as desk:
        article = article_of(desk)
        hers = tag(desk, article, 0, 20)
    with quick_desk(path, "Bo") as desk:
        his = tag(desk, article, 4, 9)
        file = tmp_path / "out.redpencil.json"
        for whose, claims in ((MINE, {his}), (ALL, {hers, his}), ("Bo", {his})):
            report = export_to(desk, file, Choice((article,), whose=whose))
            assert (report.format, report.articles, report.claims) == ("review", 1, len(claims))
            assert set(of(read_review(file), Claim)) == claims
        with pytest.raises(NotAllowed):
            export_to(desk, file, Choice((article,), whose=FINAL))
        with pytest.raises(NothingFound):
            export_to(desk, file, Choice((article,), whose="Nobody"))
        export_to(desk, tmp_path / "named", Choice((article,)), "review")
        export_to(desk, tmp_path / "plain.redpencil.json", Choice((article,)), "json")
    assert read_review(tmp_path / "named").rows
    assert '"format": "redpencil"' in (tmp_path / "plain.redpencil.json").read_text(encoding="utf-8")


def test_a_review_file_is_known_by_its_name_or_its_beginning(desk: Desk, first: str, tmp_path: Path) -> None:
    file = tmp_path / "A.REDPENCIL.JSON"
    send(desk, file, Sending((first,)))
    renamed = tmp_path / "from ada.json"
    renamed.write_bytes(file.read_bytes())
    export_to(desk, tmp_path / "out.json", Choice((first,)))
    assert is_review_file(file)
    assert is_review_file(renamed)
    assert not is_review_file(tmp_path / "out.json")
    assert not is_review_file(tmp_path / "not there.json")
    assert not is_review_file(tmp_path / "x.txt")
    with pytest.raises(BadInput, match=r"review_file\.no_article"):
        read_file(renamed)


def test_sending_can_be_stopped_and_leaves_nothing(desk: Desk, first: str, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        send(desk, tmp_path / "a.redpencil.json", Sending((first,)), lambda: True)
    assert not (tmp_path / "a.redpencil.json").exists()


def test_two_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.redpencil.json"
    with file.open("wb") as opened:
        opened.truncate(200_000_000)
    with pytest.raises(BadInput, match=r"review_file\.too_large"):
        read_review(file)


def test_reading_and_sending_change_nothing(desk: Desk, first: str, tmp_path: Path) -> None:
    tag(desk, first, 0, 20)
    before = content(desk.library)
    there_and_back(desk, tmp_path / "a.redpencil.json", Sending((first,)))
    assert content(desk.library) == before
