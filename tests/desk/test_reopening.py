"""A desk that is opened anew, or taken to another place, goes on as the same."""

from functools import partial
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.reopening import OpenDesk
from annotator.model.drafts import Draft
from annotator.model.errors import LibraryRefused, NotAllowed, WriteFailed


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def desk(place: Path):
    opened = OpenDesk(place, Desk)
    opened.to_write().run(ImportArticle(Draft("One two", "One")))
    yield opened
    opened.close()


def titles(desk: Desk) -> list[str]:
    return sorted(line.title for line in article_lines(desk))


def test_it_is_opened_once(desk):
    assert desk.to_read() is desk.to_write()


def test_the_same_person_goes_on_after_a_switch(place):
    desk = OpenDesk(place, partial(Desk, reviewer="Kim"))
    other = desk.to_write().add_person("Cora")
    desk.to_write().switch(other)
    assert desk.anew()
    assert desk.to_write().writer == other
    desk.close()


def test_the_same_person_looks_where_it_can_only_be_read(place):
    Desk(place, reviewer="Owner").close()
    desk = OpenDesk(place, partial(Desk, reviewer="Kim"))
    kim = desk.to_write().writer
    desk.close()
    with Desk(place):  # somebody else has the lock meanwhile
        assert desk.to_read().writer == kim
        assert titles(desk.to_read()) == []
        with pytest.raises(WriteFailed) as failed:
            desk.to_write()
        assert failed.value.key == "save.taken_over"
        assert titles(desk.to_read()) == []
    assert desk.to_write().hand.reviewer == kim
    desk.close()


def test_no_library_is_made_in_place_of_one_that_went(desk, place):
    moved = place.rename(place.with_name("moved.sqlite"))
    assert not desk.anew()
    assert titles(desk.to_read()) == ["One"]  # by the connection there was
    desk.close()
    with pytest.raises(WriteFailed) as failed:
        desk.to_write()
    assert failed.value.key == "save.moved"
    assert not place.exists()
    moved.rename(place)
    assert titles(desk.to_write()) == ["One"]


def test_one_that_was_never_open_is_refused_as_ever(tmp_path):
    path = tmp_path / "library.sqlite"
    path.write_text("a letter")
    desk = OpenDesk(path, Desk)
    for opened in (desk.to_read, desk.to_write):
        with pytest.raises(LibraryRefused) as refused:
            opened()
        assert refused.value.key == "library.foreign"


def test_it_goes_on_at_another_place(desk, place, tmp_path):
    before, writer = place.read_bytes(), desk.to_write().writer
    there = tmp_path / "stick" / "library.sqlite"
    there.parent.mkdir()
    desk.move(there)
    desk.to_write().run(ImportArticle(Draft("Three", "Three")))
    assert desk.path == there
    assert desk.to_write().writer == writer
    assert titles(desk.to_read()) == ["One", "Three"]
    assert place.read_bytes() == before
    Desk(place).close()  # nobody holds it any more
    assert sorted(file.name for file in there.parent.iterdir()) == ["library.sqlite", "library.sqlite.lock"]


def test_a_place_that_takes_it_not_changes_nothing(desk, place, tmp_path):
    taken = tmp_path / "letter.sqlite"
    taken.write_text("a letter")
    for wanted, error in ((taken, LibraryRefused), (tmp_path / "no" / "folder.sqlite", WriteFailed)):
        with pytest.raises(error):
            desk.move(wanted)
    assert taken.read_text() == "a letter"
    assert desk.path == place
    desk.to_write().run(ImportArticle(Draft("Three", "Three")))
    assert titles(desk.to_read()) == ["One", "Three"]


def test_where_it_cannot_be_opened_there_no_copy_is_left(place, tmp_path):
    there = tmp_path / "there.sqlite"

    def opener(path: Path) -> Desk:
        if path == there:
            raise LibraryRefused("library.folder_read_only", library="x", folder="y")
        return Desk(path)

    desk = OpenDesk(place, opener)
    desk.to_write()
    with pytest.raises(WriteFailed):
        desk.move(there)
    assert not there.exists()
    assert desk.to_write().library.path == place
    desk.close()


def test_one_that_stopped_writing_only_reads(desk, tmp_path):
    writer = desk.to_write().writer
    desk.stop_writing()
    assert titles(desk.to_read()) == ["One"]
    assert desk.to_read().writer == writer
    with pytest.raises(NotAllowed):
        desk.to_write().run(ImportArticle(Draft("Three", "Three")))
    with pytest.raises(NotAllowed) as refused:
        desk.move(tmp_path / "there.sqlite")
    assert refused.value.key == "library.hurt"
