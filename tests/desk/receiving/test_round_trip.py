"""What a library says goes out as our own JSON and comes back equal, in an empty library and in its own."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings

from annotator.desk.desk import Desk
from annotator.desk.receiving import TakeClaims, look
from annotator.desk.transfer import Choice, export_to
from annotator.formats.exchange import own_json, w3c
from annotator.formats.redact import Disclosure
from annotator.model.changes import LIBRARY
from annotator.model.errors import RedPencilError
from annotator.model.places import Place, PlaceKind
from annotator.model.received import Received, ReceivedText
from annotator.model.spans import Span
from annotator.store import doctor
from tests.desk.content import content, quick_desk
from tests.desk.play import Move, days_work
from tests.desk.receiving.files import TEXT, files, mark

EVERYTHING = Disclosure(confidential=True, private_notes=True)


@contextmanager
def a_library(folder: Path, name: str) -> Iterator[Desk]:
    with quick_desk(folder / f"{name}.sqlite", name) as desk:
        yield desk


def exported(desk: Desk, folder: Path) -> dict:
    path = folder / "out.json"
    export_to(desk, path, Choice(disclosure=EVERYTHING), "json")
    return json.loads(path.read_bytes())


def received(folder: Path) -> Received:
    return own_json.read((folder / "out.json").read_bytes(), "out.json", {})


def as_annotations(desk: Desk, folder: Path) -> Received:
    export_to(desk, folder / "out.jsonld", Choice(disclosure=EVERYTHING))
    return w3c.read((folder / "out.jsonld").read_bytes(), "out.jsonld", {})


def carried(document: dict) -> dict:
    """What comes back: all but how a claim came in, what is worked out anew, and what is private."""
    articles = {}
    for article in document["articles"]:
        kept = {key: value for key, value in article.items() if key not in ("points", "sign_off")}
        for claim in kept["claims"]:
            del claim["origin"]
            claim.pop("private_note", None)
        articles[article["id"]] = kept
    return articles


def play(desk: Desk, made: list[Move]) -> None:
    for move in made:
        try:
            command = move.command(desk)
            if command:
                desk.run(command)
        except RedPencilError:
            continue


@settings(max_examples=6)
@given(made=days_work())
def test_any_library_comes_back_equal_in_an_empty_one(shared: Path, made: list[Move]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with quick_desk(shutil.copy(shared, folder / "l")) as desk:
            play(desk, made)
            before = exported(desk, folder)
            here = content(desk.library)
            assume(before["articles"])
            assert not desk.run(TakeClaims(received(folder))).step  # all of it is here
            assert content(desk.library) == here
        with a_library(folder, "Zoe") as other:
            empty = content(other.library)
            changes = other.run(TakeClaims(received(folder)))
            assert carried(exported(other, folder)) == carried(before)
            after = content(other.library)
            assert not other.run(TakeClaims(received(folder))).step
            assert list(doctor.findings(other.library)) == []
            if changes.step:
                other.undo(LIBRARY)
                assert content(other.library) == empty
                told = look(other, received(folder))
                assert sum(one.claims for one in told.articles) == len(after["claims"])
                other.redo(LIBRARY)
                assert content(other.library) == after


@settings(max_examples=3)
@given(made=days_work())
def test_web_annotations_come_back_equal_where_their_articles_are(shared: Path, made: list[Move]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with quick_desk(shutil.copy(shared, folder / "l")) as desk:
            play(desk, made)
            before = exported(desk, folder)
            assume(before["articles"])
            bare = [replace(text, marks=()) for text in received(folder).texts]
            annotations = as_annotations(desk, folder)
        with a_library(folder, "Zoe") as other:
            other.run(TakeClaims(Received("json", "out.json", tuple(bare))))
            other.run(TakeClaims(annotations))
            assert carried(exported(other, folder)) == carried(before)
            assert not other.run(TakeClaims(annotations)).step


def test_remarks_and_pages_travel(desk: Desk, tmp_path: Path) -> None:
    pages = (Place(Span(0, 8), PlaceKind.PAGE, "3"), Place(Span(10, 20), PlaceKind.TIME, "00:01:02.500"))
    text = ReceivedText(TEXT, (mark("Person", "keeper"),), remarks=("One.", "Two.", "One."), places=pages)
    desk.run(TakeClaims(files(text)))
    before = exported(desk, tmp_path)
    assert before["articles"][-1]["remarks"] == ["“keeper”: Person", "One.", "Two.", "One."]
    with a_library(tmp_path, "Zoe") as other:
        other.run(TakeClaims(received(tmp_path)))
        assert carried(exported(other, tmp_path)) == carried(before)
