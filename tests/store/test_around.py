"""Rows beyond damaged pages are read, whether a page in the middle, the last or several are lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.store.around import Rows, numbers

PAGE, ROWS = 4_096, 2_000


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    """A table of two thousand rows on some fifty pages under an inner page, with an index on others."""
    path = tmp_path_factory.mktemp("whole") / "rows.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE claims (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, note TEXT)")
        rows = ((n, f"id-{n:05}", "x" * 80) for n in range(1, ROWS + 1))
        connection.executemany("INSERT INTO claims VALUES (?, ?, ?)", rows)
        connection.commit()
    return path.read_bytes()


def leaves(whole: bytes) -> list[int]:
    """The leaf pages of the table in order, from its inner page (which is the second of the file)."""
    inner = whole[PAGE : 2 * PAGE]
    assert inner[0] == 5
    count = int.from_bytes(inner[3:5], "big")
    cells = [int.from_bytes(inner[12 + 2 * n : 14 + 2 * n], "big") for n in range(count)]
    return [*(int.from_bytes(inner[at : at + 4], "big") for at in cells), int.from_bytes(inner[8:12], "big")]


@pytest.mark.parametrize("hurt", [[], [0], [7], [-1], [3, 4], [5, -1], [0, 9, -1], [2, 11, 20]])
def test_all_rows_but_those_of_damaged_pages_are_read_once_and_in_order(tmp_path, whole, hurt):
    pages, data = leaves(whole), bytearray(whole)
    for at in hurt:
        begin = (pages[at] - 1) * PAGE
        data[begin : begin + PAGE] = b"\xff" * PAGE
    path = Path(tmp_path / "rows.sqlite")
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        readable = Rows(connection, "claims")
        found = [row["n"] for row in readable]
        known = numbers(connection, "claims")
    lost = ROWS - len(found)
    assert found == sorted(set(found))
    assert len(hurt) * 20 <= lost <= len(hurt) * 45
    assert bool(readable.reason) == bool(hurt)
    assert known.whole
    assert known.of == {n: f"id-{n:05}" for n in range(1, ROWS + 1)}


def test_a_byte_that_is_no_text_costs_its_row_alone(tmp_path, whole):
    path = Path(tmp_path / "rows.sqlite")
    at = whole.index(b"id-01000")
    place = whole.index(b"xxx", at)
    path.write_bytes(whole[:place] + b"\xff" + whole[place + 1 :])
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = {row["n"] for row in Rows(connection, "claims")}
    assert found == set(range(1, ROWS + 1)) - {1_000}


def test_of_a_table_that_is_not_there_nothing_is_read(tmp_path):
    with closing(sqlite3.connect(tmp_path / "none.sqlite")) as connection:
        readable = Rows(connection, "claims")
        assert list(readable) == []
        assert readable.reason
        assert not numbers(connection, "claims").whole
