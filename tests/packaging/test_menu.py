"""What puts the application into a menu says the truth and survives odd folder names."""

import configparser
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from annotator.desk.fetching import _ENDINGS
from annotator.store.migrations import APPLICATION_ID

PACKAGING = Path(__file__).parents[2] / "packaging"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="menus of Linux and the like")


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


def arguments(line: str) -> list[str]:
    """An Exec line taken apart as the Desktop Entry Specification says ("The Exec key")."""
    line = line.replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', line)
    assert all("%" not in quoted.replace("%%", "") for quoted, _ in words)
    return [re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") or plain for quoted, plain in words]


def install(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run([PACKAGING / "install-menu", *words], capture_output=True, text=True, check=False)


def test_the_entry_starts_the_command_with_files():
    desktop = entry(PACKAGING / "redpencil.desktop")
    assert arguments(desktop["Exec"]) == ["redpencil", "open", "%F"]
    assert desktop["Type"] == "Application"
    assert desktop["MimeType"].endswith(";")


def test_the_entry_offers_itself_for_files_that_can_be_opened():
    types = set(entry(PACKAGING / "redpencil.desktop")["MimeType"].removesuffix(";").split(";"))
    of_the_web = {*_ENDINGS} - {"text/rtf", "multipart/related"}  # these are called otherwise on a disk
    assert types >= of_the_web | {"application/rtf", "application/x-mimearchive"}
    declared = ET.fromstring((PACKAGING / "redpencil.xml").read_text())  # noqa: S314 - our own file
    review = next(one for one in declared if one.find(SPACE + "glob") is not None)
    assert review.get("type") in types


def test_the_types_know_a_library_by_its_application_id():
    types = ET.fromstring((PACKAGING / "redpencil.xml").read_text())  # noqa: S314 - our own file
    numbers = [
        int(match.get("value"), 16) for match in types.iter(SPACE + "match") if match.get("type") == "big32"
    ]
    assert numbers == [APPLICATION_ID]
    assert [glob.get("pattern") for glob in types.iter(SPACE + "glob")] == ["*.redpencil.json"]


@pytest.mark.parametrize("folder", ["plain", "a b", 'q"uote', "100%F", "do$llar`s", "back\\slash"])
def test_installs_for_this_user_and_takes_away_again(home, tmp_path, folder):
    command = tmp_path / folder / "redpencil"
    command.parent.mkdir()
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    done = install(str(command))
    assert done.returncode == 0, done.stderr
    data = home / ".local" / "share"
    installed = entry(data / "applications" / "redpencil.desktop")
    assert arguments(installed["Exec"]) == [str(command), "open", "%F"]
    assert (data / "icons/hicolor/scalable/apps/redpencil.svg").is_file()
    assert (data / "mime/packages/redpencil.xml").is_file()
    assert install("--remove").returncode == 0
    assert [name for _, _, names in os.walk(data) for name in names if name.startswith("redpencil")] == []


def test_a_command_that_is_not_there_is_said(home):
    done = install("/nowhere/redpencil")
    assert done.returncode == 1
    assert "/nowhere/redpencil" in done.stderr
    assert not (home / ".local").exists()
