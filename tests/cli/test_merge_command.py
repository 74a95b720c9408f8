"""`redpencil merge`, as scripts use it: real processes, real review files."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.sources import AddSource, NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.deliveries import Sending, read_review, send
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn, look
from annotator.model.deliveries import MergeOptions
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.rows import Article, Claim
from annotator.model.spans import Span
from tests.desk.content import quick_desk

TEXT = "A clerk said the pump had failed."
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def redpencil(tmp_path: Path) -> Run:
    """Runs `redpencil merge` on Ada's library; answers (exit code, stdout, stderr)."""

    def run(*arguments: object) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "annotator", "merge", *map(str, arguments)]
        environ = {**os.environ, "REDPENCIL_LIBRARY": str(tmp_path / "Ada.sqlite")}
        made = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, env=environ)
        return made.returncode, made.stdout, made.stderr

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Bo's file: an article with two claims and a source that Ada has too."""
    with quick_desk(tmp_path / "Ada.sqlite", "Ada") as ada:
        ada.run(AddSource(NewSource("the clerk")))
    with quick_desk(tmp_path / "Bo.sqlite", "Bo") as bo:
        (article,) = bo.run(ImportArticle(Draft(TEXT, "Pump house"))).made
        for start, tag in ((0, Tag.ALLEGATION), (13, Tag.FACT)):
            (claim,) = bo.run(TagClaim(article, Span(start, 32), tag)).made
        bo.run(SayBy(claim, NewSource("The clerk")))
        return sent(bo, tmp_path / "bo.redpencil.json")


def sent(desk: Desk, path: Path) -> Path:
    send(desk, path, Sending((desk.library.where(Article)[0].id,)))
    return path


def claims_of(library: Path) -> int:
    with quick_desk(library) as desk:
        return len(desk.library.where(Claim))


def test_it_says_what_came_in_and_a_second_time_that_nothing_did(redpencil: Run, file: Path, tmp_path: Path):
    code, out, err = redpencil(file)
    assert (code, err) == (0, "")
    assert "bo.redpencil.json, from Bo" in out
    assert "Pump house: new claims 2, changed 0" in out
    assert "“the clerk” is in the register already" in out
    assert claims_of(tmp_path / "Ada.sqlite") == 2
    code, out, _ = redpencil(file)
    assert (code, "Nothing was changed" in out) == (0, True)


def test_as_json_it_counts(redpencil: Run, file: Path):
    code, out, _ = redpencil(file, "--json")
    ((found),) = json.loads(out)
    assert code == 0
    assert (found["file"], found["sender"], found["articles"], found["claims"]) == (str(file), "Bo", 1, 2)
    assert [found[name] for name in ("changed", "removed", "reviews", "comments")] == [0, 0, 0, 0]
    assert [match["name"] for match in found["matches"]] == ["the clerk"]
    assert found["set_aside"] == []


def test_a_file_that_is_refused_is_said_and_the_others_come_in(redpencil: Run, file: Path, tmp_path: Path):
    (tmp_path / "broken.redpencil.json").write_text("{", encoding="utf-8")
    gone, broken = tmp_path / "gone.redpencil.json", tmp_path / "broken.redpencil.json"
    code, out, err = redpencil(gone, broken, file)
    assert code == 1
    assert "Pump house" in out
    assert ["gone" in line or "broken" in line for line in err.splitlines()] == [True, True]
    assert claims_of(tmp_path / "Ada.sqlite") == 2


def test_what_is_in_my_name_is_set_aside_unless_i_trust_it(redpencil: Run, file: Path, tmp_path: Path):
    """Ada went back to a backup, and Bo's copy of her work holds a claim that she has no more."""
    library, backup = tmp_path / "Ada.sqlite", tmp_path / "backup.sqlite"
    redpencil(file)
    shutil.copy(library, backup)
    with quick_desk(library) as ada, quick_desk(tmp_path / "Bo.sqlite") as bo:
        ada.run(TagClaim(ada.library.where(Article)[0].id, Span(2, 7), Tag.FACT))
        bo.run(TakeIn(read_review(sent(ada, tmp_path / "ada.redpencil.json"))))
        again = sent(bo, tmp_path / "again.redpencil.json")
    shutil.copy(backup, library)
    code, out, _ = redpencil(again)
    assert code == 0
    assert "2 entries were set aside: they are in the name of Ada" in out
    assert claims_of(library) == 2
    _, out, _ = redpencil(again, "--json", "--trust")
    assert [one["set_aside"] for one in json.loads(out)] == [[]]
    assert claims_of(library) == 3


def test_of_a_blind_article_no_number_is_told(redpencil: Run, file: Path, tmp_path: Path):
    with quick_desk(tmp_path / "Bo.sqlite") as bo:
        bo.run(Assign((bo.library.where(Article)[0].id,), ("Ada",), blind=True))
        packet = sent(bo, tmp_path / "packet.redpencil.json")
    with quick_desk(tmp_path / "Ada.sqlite") as ada:
        delivery = read_review(packet)
        (me,) = look(ada, delivery).assigned_to
        ada.run(TakeIn(delivery, MergeOptions(same_person=(me,))))
    with quick_desk(tmp_path / "Bo.sqlite") as bo:
        bo.run(TagClaim(bo.library.where(Article)[0].id, Span(2, 7), Tag.DENIAL))
        more = sent(bo, tmp_path / "more.redpencil.json")
    _, out, _ = redpencil(more)
    assert out.splitlines()[1:] == ["Pump house: colleagues’ tags stay hidden from you until you are done"]
