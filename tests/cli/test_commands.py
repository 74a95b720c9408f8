"""The command line as scripts use it: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import run
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.samples import AddSample
from annotator.model.rows import Article, Claim

ARTICLE = "Pump house\n\nA clerk said the pump 🚰 had failed.\n"


@pytest.fixture
def redpencil(tmp_path: Path):
    """Runs the command with a library of its own; answers (exit code, stdout, stderr)."""

    def run(*arguments: str, **environ: str) -> tuple[int, str, str]:
        made = subprocess.run(
            [sys.executable, "-m", "annotator", *arguments],
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=60,
            env={**os.environ, "REDPENCIL_LIBRARY": str(tmp_path / "library.sqlite"), **environ},
        )
        return made.returncode, made.stdout, made.stderr

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "pump.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def with_claims(tmp_path: Path) -> None:
    with Desk(tmp_path / "library.sqlite") as desk:
        desk.run(AddSample("01-harbour-ferry.txt"))


def test_import_prints_a_line_for_each_article(redpencil, article: Path) -> None:
    code, out, err = redpencil("import", str(article))
    _, again, _ = redpencil("import", str(article), "--json")
    identity = out.split()[0]
    assert (code, err, out.split(maxsplit=1)[1].strip()) == (0, "", "Pump house")
    assert [(one["id"], one["new"]) for one in json.loads(again)] == [(identity, False)]


def test_what_cannot_be_read_is_said_and_the_rest_comes_in(redpencil, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    code, out, err = redpencil(
        "import", str(tmp_path / "gone.txt"), str(tmp_path / "empty.txt"), str(article),
        str(tmp_path / "binary.txt"), str(tmp_path),
    )  # fmt: skip
    assert code == 1
    assert "Pump house" in out
    assert len(out.splitlines()) == 1
    assert len(err.splitlines()) == 4
    for name in ("gone.txt", "empty.txt", "binary.txt"):
        assert name in err
    assert "Traceback" not in err


def test_articles_and_claims_as_json(redpencil, tmp_path: Path) -> None:
    with_claims(tmp_path)
    _, out, _ = redpencil("articles", "--json")
    (line,) = json.loads(out)
    assert line["title"] == "Harbour ferry: who paid for the repairs?"
    for name in (line["id"], line["id"][:6], line["title"]):
        code, out, _ = redpencil("claims", name, "--json")
        claims = json.loads(out)
        assert (code, len(claims)) == (0, line["claims"])
    asked = [
        "id",
        "article",
        "tag",
        "quote",
        "start",
        "end",
        "note",
        "plain_words",
        "reviewer",
        "attributions",
        "evidence",
        "answers",
        "response",
        "status",
        "reviews",
    ]
    assert set(asked) <= set(claims[0])
    assert {claim["tag"] for claim in claims} == {"allegation", "denial", "reported fact"}


def test_claims_for_people_stand_on_one_line_each(redpencil, tmp_path: Path) -> None:
    with_claims(tmp_path)
    _, out, _ = redpencil("claims")
    _, as_json, _ = redpencil("claims", "--json")
    assert len(out.splitlines()) == len(json.loads(as_json))
    assert "Ines Rask ← Aide to the harbour commissioner: denied signing" in out


def test_export_by_ending_and_by_name(redpencil, tmp_path: Path) -> None:
    with_claims(tmp_path)
    title = "Harbour ferry: who paid for the repairs?"
    code, out, err = redpencil("export", title, "--to", str(tmp_path / "a.csv"))
    assert code == 0
    assert err.splitlines() == [
        "Not in the file: the text of 1 article.",
        "Not in the file: where and when 1 article appeared.",
    ]
    assert "a.csv" in out
    code, out, _ = redpencil("export", title, "--to", str(tmp_path / "b.dat"), "--format", "json", "--json")
    written = json.loads((tmp_path / "b.dat").read_text(encoding="utf-8"))
    assert json.loads(out)["claims"] == len(written["articles"][0]["claims"])
    assert json.loads(out)["left_out"] == []
    code, _, err = redpencil("export", "--to", str(tmp_path / "all.md"))
    assert code == 0
    assert "1 sample article was left out" in err


def test_an_existing_file_stays_unless_force_is_said(redpencil, tmp_path: Path) -> None:
    with_claims(tmp_path)
    (tmp_path / "a.csv").write_text("mine", encoding="utf-8")
    code, _, err = redpencil("export", "--to", str(tmp_path / "a.csv"))
    kept = (tmp_path / "a.csv").read_text(encoding="utf-8")
    forced, _, _ = redpencil("export", "--to", str(tmp_path / "a.csv"), "--force")
    assert (code, kept, len(err.splitlines())) == (1, "mine", 1)
    assert forced == 0
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    "arguments",
    [
        ("articles",),
        ("claims", "nothing"),
        ("export", "nothing", "--to", "x.csv"),
        ("articles", "--library", "/dev/null/x.sqlite"),
    ],
)
def test_errors_are_one_line_on_stderr(redpencil, arguments: tuple[str, ...]) -> None:
    code, out, err = redpencil(*arguments)
    assert (code, out, len(err.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("arguments", [("nonsense",), ("export",), ("import",), ("articles", "--nonsense")])
def test_wrong_usage_is_two(redpencil, arguments: tuple[str, ...]) -> None:
    code, out, err = redpencil(*arguments)
    assert (code, out) == (2, "")
    assert "Usage" in err


def test_a_writing_command_says_so_when_a_window_holds_the_library(
    redpencil, article: Path, tmp_path: Path
) -> None:
    with_claims(tmp_path)
    with Desk(tmp_path / "library.sqlite"):
        code, out, err = redpencil("import", str(article))
        reading, listed, _ = redpencil("articles", "--json")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "already open" in err
    assert (reading, len(json.loads(listed))) == (0, 1)


def test_a_reviewer_marks_under_their_own_name(redpencil, article: Path, tmp_path: Path) -> None:
    redpencil("import", str(article), "--reviewer", "Noor")
    code, _, err = redpencil("articles", "--reviewer", "Nobody")
    known, _, _ = redpencil("articles", "--reviewer", "Noor")
    assert (code, known) == (1, 0)
    assert "Nobody" in err


def test_doctor_finds_a_sound_library_sound_and_a_changed_one_not(redpencil, tmp_path: Path) -> None:
    with_claims(tmp_path)
    sound, said, _ = redpencil("doctor")
    with Desk(tmp_path / "library.sqlite") as desk:
        allegations = desk.library.where(Claim, tag="allegation")
        desk.library.connection.execute("UPDATE claims SET tag = 'denial' WHERE tag = 'allegation'")
        desk.library.connection.commit()
    code, out, _ = redpencil("doctor", "--json")
    report = json.loads(out)
    assert (sound, len(said.splitlines())) == (0, 1)
    assert (code, report["sound"]) == (1, False)
    assert {found["row"] for found in report["findings"]} == {claim.id for claim in allegations}


def test_without_a_screen_the_window_is_not_tried(redpencil) -> None:
    code, out, err = redpencil("open", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    bare, _, said = redpencil(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (code, out) == (1, "")
    assert "no screen" in err
    assert (bare, said) == (1, err)


def test_output_is_utf8_whatever_the_terminal_takes(redpencil, article: Path) -> None:
    article.write_text("Кто заплатил? 🚰\n\nText.", encoding="utf-8")
    _, out, _ = redpencil("import", str(article), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "Кто заплатил? 🚰" in out


@pytest.fixture
def opened(monkeypatch):
    """What the window is asked to show by a command line, where there is a screen."""

    def asked(*arguments: str) -> tuple:
        seen: list[tuple] = []
        monkeypatch.setenv("DISPLAY", ":0")
        with pytest.raises(SystemExit) as ended:
            run(lambda *given: seen.append(given) or 0, lambda folder: 1, list(arguments))
        assert ended.value.code == 0
        return seen[0]

    return asked


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((), ((), "", "", False)),
        (("open",), ((), "", "", False)),
        (("open", "a.txt", "b.docx"), (("a.txt", "b.docx"), "", "", False)),
        (("open", "--library", "x.sqlite", "--reviewer", "Noor"), ((), "x.sqlite", "Noor", False)),
        (("--library", "x.sqlite"), ((), "x.sqlite", "", False)),
        (("--reviewer=Noor", "a.txt"), (("a.txt",), "", "Noor", False)),
        (("open", "--sample"), ((), "", "", True)),
    ],
)
def test_the_window_is_asked_for(opened, arguments: tuple[str, ...], shown: tuple) -> None:
    assert opened(*arguments) == shown


BRIEF = """
import sys
from PySide6.QtCore import QTimer
from annotator.window import app

class Brief(app.Starter):
    def _opened(self, *known):
        super()._opened(*known)
        QTimer.singleShot(0, lambda: [][0])
        self.close_when_done()

    def close_when_done(self):
        window = self.window
        done = window.reading.page and window.session.idle and "IndexError" in window.messages.words
        QTimer.singleShot(50, window.close if done else self.close_when_done)

app.Starter = Brief
sys.exit(app.show((sys.argv[1],), sys.argv[2], "Noor"))
"""


def test_the_window_shows_files_for_a_reviewer_and_survives_a_mistake(tmp_path: Path, article: Path) -> None:
    library = tmp_path / "named.sqlite"
    ended = subprocess.run(
        [sys.executable, "-c", BRIEF, str(article), str(library)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" in ended.stderr  # the mistake that was made, for who mends it
    with Desk(library, reading=True, reviewer="Noor") as desk:
        (line,) = article_lines(desk)
        assert line.title == "Pump house"
        assert desk.library.author_of(Article, line.id) == desk.me


def test_every_command_takes_library_reviewer_and_json(redpencil, article: Path, tmp_path: Path) -> None:
    named = str(tmp_path / "named.sqlite")
    common = ("--library", named, "--reviewer", "Noor", "--json")
    answers = {}
    for command in (
        ("import", str(article)),
        ("articles",),
        ("claims",),
        ("export", "--to", str(tmp_path / "a.json")),
        ("doctor",),
    ):
        code, out, err = redpencil(*command, *common)
        assert (code, err) == (0, ""), command
        answers[command[0]] = json.loads(out)
    assert [line["title"] for line in answers["articles"]] == ["Pump house"]
    assert answers["import"][0]["id"] == answers["articles"][0]["id"]
    assert answers["claims"] == []
    assert answers["export"]["articles"] == 1
    assert answers["doctor"]["sound"] is True
    assert not (tmp_path / "library.sqlite").exists()


def test_a_file_name_with_a_newline_is_still_said_on_one_line(redpencil, tmp_path: Path) -> None:
    code, _, err = redpencil("import", str(tmp_path / "a\nb.txt"))
    assert (code, len(err.splitlines())) == (1, 1)
