"""The page about the file names every table and every column of it."""

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "library.md").read_text(encoding="utf-8")

#: What every row has, described once, before the tables.
SHARED = {"n", "id", "author", "device", "created", "stamp", "deleted", "stamps"}


def section(table: str) -> str:
    """What the page says under the heading of a table."""
    found = re.search(rf"^### `{table}`$(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"no heading for {table}"
    return found[1]


def test_every_table_and_column_is_described(library):
    for table in library.query(
        "SELECT name FROM pragma_table_list WHERE type <> 'shadow' AND schema = 'main'"
    ):
        if table["name"].startswith("sqlite_"):
            continue
        columns = {row["name"] for row in library.query(f"PRAGMA table_info({table['name']})")}
        if {"author", "stamp", "deleted", "stamps"} <= columns:
            columns -= SHARED
        described = set(re.findall(r"`(\w+)`", section(table["name"])))
        assert columns <= described, (table["name"], columns - described)


@pytest.mark.parametrize("name", sorted(SHARED))
def test_what_all_rows_share_is_described(name):
    assert f"`{name}`" in PAGE.split("### ")[0]
