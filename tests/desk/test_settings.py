import json
from pathlib import Path

import pytest

from annotator.desk.settings import SETTINGS, Settings


def test_values_are_there_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.json"
    Settings(file).put(theme="dark", zoom=120)
    assert Settings(file).get("theme") == "dark"
    assert Settings(file).get("zoom") == 120


def test_every_setting_has_a_default_of_its_type(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert {s.name: type(settings.get(s.name)) for s in SETTINGS} == {s.name: s.kind for s in SETTINGS}
    assert all(setting.meaning for setting in SETTINGS)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b'{"zoom": "big", "theme": "dark", "x": 1}'],
)
def test_a_spoilt_file_costs_only_what_is_spoilt(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(data)
    settings = Settings(file)
    assert settings.get("zoom") == 100
    assert settings.get("theme") == ("dark" if b"dark" in data else "system")


def test_a_name_or_type_that_is_not_in_the_table_is_a_mistake(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(KeyError):
        settings.get("colour of the sky")
    with pytest.raises(TypeError):
        settings.put(zoom="big")


def test_a_disk_that_takes_nothing_does_not_stop_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.put(zoom=140)
    assert settings.get("zoom") == 140


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zoom", 10**25),
        ("columns", -(10**25)),
        ("zoom", True),
        ("panels", [10**12] * 3),
        ("work_sizes", ["a", "b"]),
        ("work_sizes", [None, 1]),
        ("recent", [{}]),
        ("recent", [["undo"]]),
    ],
)
def test_a_value_that_no_window_could_take_counts_as_none(tmp_path: Path, name: str, value: object) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({name: value, "theme": "dark"}), encoding="utf-8")
    settings = Settings(file)
    assert settings.get("theme") == "dark"
    assert settings.get(name) == {one.name: one.default for one in SETTINGS}[name]
