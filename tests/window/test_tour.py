"""The tour: pictures and an export in a folder of its own, as a program of its own."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from annotator.model.errors import BadInput
from annotator.window.tour import play

TOP = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["thesis.txt", "library.sqlite"])
def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("years of work", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        play(str(tmp_path))
    assert refused.value.key == "tour.not_empty"
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """A folder with `python` and `redpencil`, as an environment has them."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, words in (("python", ""), ("redpencil", "-m annotator")):
        (folder / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_without_a_screen_running_plays_the_tour(tmp_path: Path, commands: Path) -> None:
    environ = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    environ |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TOP)}
    tour = tmp_path / "tour"
    tour.mkdir()
    for name in ("tour.sqlite", "old.png"):  # of an earlier tour, which is replaced
        (tour / name).touch()
    run = [TOP / "packaging" / "run", commands]
    played = subprocess.run(run, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=120)
    assert played.returncode == 0, played.stderr
    assert "no screen" in played.stdout
    names = {file.name for file in tour.iterdir()}
    assert "old.png" not in names
    assert {"1-welcome.png", "3-marked.png", "window.png", "window-dark.png", "5-arabic.png"} <= names
    assert {"claims.csv", "claims.md", "claims.json"} <= names
    sizes = {QImage(str(picture)).size().toTuple() for picture in tour.glob("*.png")}
    assert sizes == {(1400, 880)}
    rows = list(csv.DictReader((tour / "claims.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row["tag"] for row in rows} == {"allegation", "denial", "reported fact"}
    assert any("Oona Prewett" in row["said_by"] for row in rows)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_with_a_screen_running_opens_the_window_on_a_sample(tmp_path: Path, commands: Path) -> None:
    (commands / "redpencil").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    environ = {**os.environ, "DISPLAY": ":0", "QT_QPA_PLATFORM": "", "PYTHONPATH": str(TOP)}
    run = [TOP / "packaging" / "run", commands]
    said = subprocess.run(
        run, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=30, check=True
    )
    assert said.stdout.split() == ["open", "--sample"]
