"""Writes docs/formats.md anew from the formats there are: `make formats`."""

from pathlib import Path

from annotator.formats.table import page

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name} is written.")  # noqa: T201 (that is what it is for)
