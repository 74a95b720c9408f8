"""The example package of a third party: built, found by its entry point, and used like any format of ours."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
EXAMPLE = TOP / "docs" / "example-format"

TEXT = "Pump house\n\n'Pump 🚰 failed,' a clerk said. \"No\tit did not.\" =SUM(A1) stood there.\nA café too."
COLUMNS = "sha256\tarticle\ttag\tstart\tend\tquote\treviewer"

#: Packages of third parties with something wrong, by the module each names.
BROKEN = {
    "redpencil_gone": "",
    "redpencil_raises": "raise SystemError('nobody tried this')",
    "redpencil_no_format": "FORMAT = 'tsv'",
    "redpencil_no_ending": "FORMAT = Format('bare', (), Group.TOOLS, write=list, label='Bare')",
    "redpencil_no_name": "FORMAT = Format('unsaid', ('.unsaid',), Group.TOOLS, write=list)",
    "redpencil_greedy": "FORMAT = Format('csv', ('.greedy',), Group.TOOLS, write=list, label='Mine now')",
}
BAD = {
    "foreign.tsv": b"a\tb\n1\t2\n",
    "cut.tsv": f"{COLUMNS}\na short line\n".encode(),
    "latin.tsv": f"{COLUMNS}\n".encode() + b"x\tx\tdenial\t1\t2\t\xe4\tBo\n",
    "far.tsv": f"{COLUMNS}\nx\tElsewhere\tdenial\t{'9' * 5000}\t٣\tno such words\tBo\n".encode(),
}
IMPORTS = "from annotator.formats.kinds import Format, Group\n"

#: Runs commands in one process, and prints what came of each.
RUN = """
import json, sys
from click.testing import CliRunner
from annotator.cli import redpencil
done = [CliRunner().invoke(redpencil, words) for words in json.load(sys.stdin)]
print(json.dumps([[one.exit_code, one.stdout, one.stderr] for one in done]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages: the example's wheel unpacked in it, beside packages that are broken."""
    wheels = tmp_path_factory.mktemp("wheels")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)]
    subprocess.run(build, cwd=EXAMPLE, check=True, capture_output=True)
    packages = tmp_path_factory.mktemp("prefix") / "site-packages"
    for wheel in wheels.iterdir():
        with zipfile.ZipFile(wheel) as file:
            file.extractall(packages)
    for name, code in BROKEN.items():
        if code:
            (packages / f"{name}.py").write_text(IMPORTS + code)
        about = packages / f"{name}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[redpencil.formats]\n{name} = {name}:FORMAT\n")
    return packages


def run(packages: Path, *commands: list[str]) -> list[list]:
    path = os.pathsep.join((str(packages), str(TOP)))
    asked = subprocess.run(
        [sys.executable, "-c", RUN],
        input=json.dumps(commands),
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


@pytest.fixture(scope="module")
def done(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list]:
    """Claims of one library written as .tsv and read into another that has the article; and bad files."""
    folder = tmp_path_factory.mktemp("work")
    first, second = ("--library", str(folder / "1.sqlite")), ("--library", str(folder / "2.sqlite"))
    article, marked, table = (str(folder / name) for name in ("a.txt", "a.doccano.jsonl", "a.tsv"))
    Path(article).write_text(TEXT, encoding="utf-8")
    quotes = {"'Pump 🚰 failed,'": "allegation", '"No\tit did not."': "denial", "=SUM(A1)": "reported fact"}
    places = [[TEXT.index(quote), TEXT.index(quote) + len(quote), tag] for quote, tag in quotes.items()]
    places.append([TEXT.index("failed"), TEXT.index(" too"), "allegation"])  # across a line end, overlapping
    Path(marked).write_text(json.dumps({"text": TEXT, "label": places}), encoding="utf-8")
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    commands = {
        "formats": ["formats", "--json"],
        "marked": ["import", marked, *first],
        "written": ["export", "--to", table, "--json", *first],
        "article": ["import", article, *second],
        "read": ["import", table, "--json", *second],
        "again": ["import", table, *second],
        "before": ["claims", "--json", *first],
        "after": ["claims", "--json", *second],
        **{name: ["import", str(folder / name), *second] for name in BAD},
    }
    outcomes = dict(zip(commands, run(installed, *commands.values()), strict=True))
    return {**outcomes, "table": Path(table).read_text(encoding="utf-8").split("\n")}


def test_it_is_found_beside_ours_and_broken_ones_are_passed_over(done) -> None:
    exit_code, told, complaints = done["formats"]
    assert (exit_code, complaints) == (0, "")
    formats = {one["name"]: one for one in json.loads(told)}
    assert formats["tsv"]["label"] == "Tab-separated values"
    assert (formats["tsv"]["reads_claims"], formats["tsv"]["writes"]) == (True, True)
    assert "evidence" in formats["tsv"]["lacks"]
    assert formats["csv"]["endings"] == [".csv"]
    assert not {"bare", "unsaid"} & set(formats)


def test_it_writes_and_what_it_cannot_hold_is_said(done) -> None:
    exit_code, told, complaints = done["written"]
    report = json.loads(told)
    assert (exit_code, report["format"], report["claims"]) == (0, "tsv", 4)
    assert "Not in the file: the text of 1 article." in complaints.splitlines()
    head, *lines, last = done["table"]
    assert (head, len(lines), last) == (COLUMNS, 4, "")
    cells = {line.split("\t")[5] for line in lines}
    assert {"''Pump 🚰 failed,'", r'"No\tit did not."', "'=SUM(A1)"} <= cells


def test_what_it_wrote_comes_back(done) -> None:
    exit_code, told, complaints = done["read"]
    (taken,) = json.loads(told)
    assert (exit_code, complaints, taken["claims"], taken["new"]) == (0, "", 4, False)
    before, after = json.loads(done["before"][1]), json.loads(done["after"][1])
    kept = ("tag", "quote", "start", "end", "reviewer")
    assert len(before) == 4
    assert [[one[key] for key in kept] for one in after] == [[one[key] for key in kept] for one in before]
    assert {one["origin"] for one in after} == {"import"}  # read twice, and there once


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("foreign.tsv", "foreign.tsv holds no claims or annotations that can be read."),
        ("cut.tsv", "cut.tsv holds no text and no annotations."),
        ("latin.tsv", "latin.tsv is not UTF-8: line 2 cannot be read."),
        ("far.tsv", "The article “Elsewhere” is not in the library, and its text is not in the file."),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(done, name: str, sentence: str) -> None:
    assert sentence in done[name][2]
