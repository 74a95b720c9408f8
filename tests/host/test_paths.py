"""Where things are, by the environment."""

from pathlib import Path

from annotator.host.paths import config_folder, is_named, library_path, resource, seeds_folder


def test_the_library_stands_in_the_user_data_folder(home):
    assert library_path().name == "library.sqlite"
    assert library_path().parent.name == "redpencil"
    assert library_path().is_relative_to(home)


def test_settings_stand_in_the_home(home):
    assert config_folder().is_relative_to(home)


def test_the_environment_names_another_library(tmp_path, monkeypatch):
    monkeypatch.setenv("REDPENCIL_LIBRARY", str(tmp_path / "desk.sqlite"))
    assert library_path() == tmp_path / "desk.sqlite"
    assert is_named()


def test_a_relative_name_is_taken_from_here_and_a_tilde_from_home(tmp_path, monkeypatch, home):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REDPENCIL_LIBRARY", "desk.sqlite")
    assert library_path() == tmp_path / "desk.sqlite"
    monkeypatch.setenv("REDPENCIL_LIBRARY", "~/desk.sqlite")
    assert library_path() == home / "desk.sqlite"


def test_an_empty_name_is_none(home, monkeypatch):
    monkeypatch.setenv("REDPENCIL_LIBRARY", "")
    assert library_path().is_relative_to(home)
    assert not is_named()


def test_a_checkout_has_its_resources_and_seeds_beside_the_package():
    top = Path(__file__).parents[2]
    assert resource("icons/redpencil.svg") == top / "resources" / "icons" / "redpencil.svg"
    assert resource("icons/redpencil.svg").is_file()
    assert seeds_folder() == top / "seeds"
