"""A library on a network or in a folder that is synchronised is warned of, until the person has heard it."""

from pathlib import Path

import pytest

from annotator.desk import places_of_libraries
from annotator.desk.places_of_libraries import silence, warning
from annotator.desk.settings import Settings
from annotator.host.volumes import Kind, Volume
from annotator.words import say


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def test_a_folder_of_this_computer_is_no_matter(tmp_path: Path, settings: Settings) -> None:
    assert warning(tmp_path / "library.sqlite", settings) is None


def test_a_synchronised_folder_is_named_until_it_is_silenced(tmp_path: Path, settings: Settings) -> None:
    path, other = (tmp_path / name / "library.sqlite" for name in ("Dropbox", "Nextcloud"))
    found = warning(path, settings)
    assert found is not None
    key, values = found
    words = say(key, **values)
    assert key == "place.synchronised"
    assert "Dropbox" in words
    assert str(path.parent) in words
    silence(path, settings)
    silence(path, settings)
    assert warning(path, settings) is None
    assert warning(other, settings) is not None
    again = Settings(tmp_path / "settings.json")
    assert warning(path, again) is None
    assert again.get("silenced_folders") == [str(path.parent)]


def test_a_network_drive(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_of_libraries, "volume_of", lambda path: Volume(Kind.NETWORK, "nfs4"))
    found = warning(tmp_path / "library.sqlite", settings)
    assert found is not None
    assert "nfs4" in say(found[0], **found[1])
