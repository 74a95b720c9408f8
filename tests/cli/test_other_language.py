"""The command line in the language that was chosen; what programs read of it stays English."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.desk.desk import Desk
from annotator.desk.samples import AddSample
from annotator.desk.settings import Settings

TITLE = "Harbour ferry: who paid for the repairs?"


@pytest.fixture
def redpencil(tmp_path: Path):
    """Runs a command on a library with a marked sample, in a language; answers (stdout, stderr)."""
    library = tmp_path / "library.sqlite"
    with Desk(library) as desk:
        desk.run(AddSample("01-harbour-ferry.txt"))

    def run(*arguments: str, **environ: str) -> tuple[str, str]:
        made = subprocess.run(
            [sys.executable, "-m", "annotator", *arguments],
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=60,
            env={**os.environ, "REDPENCIL_LIBRARY": str(library), "REDPENCIL_LANGUAGE": "", **environ},
        )
        return made.stdout, made.stderr

    return run


def test_messages_by_the_environment_and_by_the_setting(redpencil):
    _, error = redpencil("claims", "nowhere", LANG="es_ES.UTF-8", LC_ALL="", LC_MESSAGES="", LANGUAGE="")
    assert error.startswith("No hay ningún artículo llamado «nowhere».")
    Settings().put(language="de")
    _, error = redpencil("claims", "nowhere", LANG="es_ES.UTF-8")
    assert error.startswith("Es gibt keinen Artikel namens „nowhere“.")
    _, error = redpencil("claims", "nowhere", REDPENCIL_LANGUAGE="en")
    assert error.startswith("There is no article called “nowhere”.")


def test_a_list_for_people_names_tags_and_sources(redpencil):
    told, _ = redpencil("claims", REDPENCIL_LANGUAGE="de")
    assert "Vorwurf" in told
    assert "Der Artikel selbst" in told
    assert "allegation" not in told
    assert "The article itself" not in told


@pytest.mark.parametrize("command", [["articles"], ["claims"], ["check", TITLE], ["doctor"]])
def test_json_is_the_same_in_every_language(redpencil, command):
    english, _ = redpencil(*command, "--json", REDPENCIL_LANGUAGE="en")
    german, _ = redpencil(*command, "--json", REDPENCIL_LANGUAGE="de")
    assert json.loads(german) == json.loads(english) != []


def test_a_library_is_the_same_whoever_made_it(redpencil, tmp_path):
    other = tmp_path / "other.sqlite"
    file = tmp_path / "a.txt"
    file.write_text("A clerk said the pump had failed.")
    redpencil("import", str(file), "--library", str(other), REDPENCIL_LANGUAGE="de")
    with Desk(other) as desk:
        names = {row["name"] for row in desk.library.query("SELECT name FROM sources")}
    assert names == {"The article itself", "Not named in the text"}


def test_a_document_speaks_the_language(redpencil, tmp_path):
    for name in ("de.md", "de.csv"):
        redpencil(
            "export",
            TITLE,
            "--to",
            str(tmp_path / name),
            REDPENCIL_LANGUAGE="de",
        )
    markdown = (tmp_path / "de.md").read_text(encoding="utf-8")
    assert "**Gesagt von:**" in markdown
    assert "14. März 2025" in markdown
    assert "Gesagt" not in (tmp_path / "de.csv").read_text(encoding="utf-8")
    assert "said_by" in (tmp_path / "de.csv").read_text(encoding="utf-8")


def test_help_is_in_the_language_and_explains_every_command_and_option(redpencil):
    for language, words in (("de", "Artikel auflisten"), ("es", "Muestra los artículos")):
        assert words in redpencil("--help", REDPENCIL_LANGUAGE=language)[0]
    told, _ = redpencil("export", "--help", REDPENCIL_LANGUAGE="es")
    assert "Reemplaza un archivo existente sin preguntar." in told
