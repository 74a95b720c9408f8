"""A colleague's 10,000 claims in 100 articles, from the file to the disk."""

import sqlite3
import time
from pathlib import Path

import pytest

from annotator.desk.deliveries import Sending, read_review, send
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn, look
from annotator.host.pace import collect_seldom
from annotator.model.changes import LIBRARY
from annotator.model.deliveries import Delivery
from annotator.model.rows import KINDS, Article, Claim
from tests.benchmarks.merging import big_delivery
from tests.desk.content import quick_desk


@pytest.fixture(scope="session")
def big_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bo's file, as Bo's library sends it."""
    return sent(tmp_path_factory.mktemp("bo"), big_delivery())


@pytest.fixture(scope="session")
def plain_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with spans and tags only, as other programs have them."""
    return sent(tmp_path_factory.mktemp("bo"), big_delivery(plain=True))


def sent(folder: Path, delivery: Delivery) -> Path:
    """What Bo, who has all that, sends."""
    with quick_desk(folder / "bo.sqlite", "Bo") as bo:
        bo.run(TakeIn(delivery))
        articles = tuple(row.id for row in bo.library.where(Article))
        return send(bo, folder / "bo.redpencil.json", Sending(articles)).path


def copied(library: Path, to: Path) -> float:
    """Seconds for the rows alone from table to table: no journal, no index of words."""
    with sqlite3.connect(to) as connection:
        connection.execute("ATTACH ? AS whole", (str(library),))
        begun = time.perf_counter()
        for kind in KINDS:
            connection.execute(f"INSERT OR IGNORE INTO main.{kind.TABLE} SELECT * FROM whole.{kind.TABLE}")
        connection.commit()
    return time.perf_counter() - begun


def test_ten_thousand_claims_of_a_hundred_articles(tmp_path: Path, big_file: Path, benchmark, bar):
    collect_seldom()  # as the program does
    told: list[tuple[int, int]] = []
    with Desk(tmp_path / "ada.sqlite", reviewer="Ada") as ada:
        ada.warm()
        begun = time.perf_counter()
        delivery = read_review(big_file)
        read = time.perf_counter()
        assert look(ada, delivery).arrivals[0].claims == 100
        looked = time.perf_counter()
        benchmark.pedantic(lambda: ada.run(TakeIn(delivery, tell=lambda *how: told.append(how))), rounds=1)
        taken = time.perf_counter()
        assert len(ada.library.where(Claim)) == 10_000
        undoing = time.perf_counter()
        ada.undo(LIBRARY)
        undone = time.perf_counter()
        assert ada.library.where(Claim) == []
        ada.redo(LIBRARY)
    with Desk(tmp_path / "plain.sqlite", reviewer="Cleo"):
        pass
    bare = copied(tmp_path / "ada.sqlite", tmp_path / "plain.sqlite")
    assert told
    bar("10,000 claims read, checked, merged and saved", (read - begun + taken - looked) * 1000, 1500, "ms")
    bar("  of that reading and checking the file", (read - begun) * 1000, 600, "ms")
    bar("  to the summary before anything is written", (looked - read) * 1000, 400, "ms")
    bar("  merging against a bare copy of the rows", (taken - looked) / bare, 8, "times")
    bar("  taking it back", (undone - undoing) * 1000, 2000, "ms")


def test_ten_thousand_plain_claims(tmp_path: Path, plain_file: Path, benchmark, bar):
    collect_seldom()
    with Desk(tmp_path / "ada.sqlite", reviewer="Ada") as ada:
        ada.warm()
        begun = time.perf_counter()
        delivery = read_review(plain_file)
        benchmark.pedantic(lambda: ada.run(TakeIn(delivery)), rounds=1)
        taken = time.perf_counter()
        assert len(ada.library.where(Claim)) == 10_000
    bar("10,000 plain claims read, checked, merged and saved", (taken - begun) * 1000, 1500, "ms")
