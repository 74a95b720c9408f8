"""The page and the schema that other programs go by say what is."""

import json
import re
from pathlib import Path

import fastjsonschema

from annotator.formats.review_file.parsing import DEPTH_LIMIT, ROWS_LIMIT, SIZE_LIMIT
from annotator.formats.review_file.reader import read
from annotator.formats.review_file.schema import schema
from annotator.formats.review_file.shapes import ITEMS, NAMES, SHAPES, key_of
from annotator.formats.review_file.terms import VERSION
from annotator.model.rows import Review
from tests.formats.review_file import sound

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "review-file.md").read_text(encoding="utf-8")


def test_the_schema_beside_the_page_is_the_one_that_is_read_by() -> None:
    assert json.loads((DOCS / "review-file.schema.json").read_text(encoding="utf-8")) == schema()


def test_the_example_is_a_sound_file() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    (review,) = (row.row for row in read(example.encode(), "example").rows if isinstance(row.row, Review))
    assert review.reason == "Which two grants?"


def test_the_schema_takes_every_kind_of_row() -> None:
    fastjsonschema.compile(schema())(sound.document())
    assert {type(row.row) for row in sound.delivery().rows} >= {shape.kind for shape in SHAPES}


def test_the_page_names_every_list_and_table_with_its_fields() -> None:
    for shape in SHAPES:
        assert f"`{shape.kind.TABLE if shape.section == ITEMS else shape.section}`" in PAGE
        if shape.section == ITEMS:
            (line,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{shape.kind.TABLE}` |"))
            own = set(NAMES[shape.kind]) - {"id", shape.body}
            hidden = {shape.target} if shape.kind.TABLE != "claims" else {"note"}
            assert [name for name in own - hidden if f"`{key_of(shape.kind, name)}`" not in line] == []
            assert f"| {shape.motivation} |" in line


def test_the_limits_are_those_of_the_page() -> None:
    assert f"{SIZE_LIMIT // 1_000_000} MB, {ROWS_LIMIT:,} rows" in PAGE
    assert f"at most {DEPTH_LIMIT} deep" in PAGE
    assert f"version {VERSION}." in PAGE
