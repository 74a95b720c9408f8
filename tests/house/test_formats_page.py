"""The page about formats says what the formats say of themselves."""

from pathlib import Path

from annotator.formats.registry import formats
from annotator.formats.table import page

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def test_the_page_is_as_the_code_has_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make formats"


def test_it_names_every_format() -> None:
    assert [form.name for form in formats() if f"`{form.name}`" not in page()] == []
