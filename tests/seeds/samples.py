"""The shipped samples as the tests read them: bytes, texts, the index and the claims already marked."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "seeds"
FERRY = "01-harbour-ferry.txt"
CHINESE = "07-yaochang.txt"
STREET_FOOD = "08-street-food.txt"

NAMES = tuple(sorted(path.name for path in FOLDER.glob("*.txt")))
INDEX: list[dict[str, str]] = json.loads((FOLDER / "index.json").read_bytes())
MARKED: dict[str, Any] = json.loads((FOLDER / "01-harbour-ferry.claims.json").read_bytes())


def text_of(name: str) -> str:
    """The sample's text, its newlines as they stand in the file."""
    return (FOLDER / name).read_bytes().decode("utf-8")


def place(text: str, words: str, occurrence: int) -> tuple[int, int]:
    """Where the words stand for the `occurrence`-th time, as `[start, end)` in code points."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return start, start + len(words)
