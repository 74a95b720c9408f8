"""The files that care of the library asks for."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator.window.keeping import places

LIBRARY = Path("/home/ada/library.sqlite")


@pytest.fixture
def asked(monkeypatch):
    """What was proposed; answered with a name without an ending."""
    seen: list[tuple[str, bool]] = []

    def answer(parent, title, proposed, kinds, options):
        seen.append((Path(proposed).name, options == QFileDialog.Option.DontConfirmOverwrite))
        return "/media/stick/copy", kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return seen


@pytest.mark.parametrize(
    ("choose", "proposed", "refused_later"),
    [
        (places.choose_backup_file, f"library {date.today().isoformat()}.sqlite", False),
        (places.choose_other_place, "library.sqlite", True),
        (places.choose_salvage_file, "library salvaged.sqlite", True),
    ],
)
def test_a_name_is_proposed_and_gets_its_ending(asked, choose, proposed: str, refused_later: bool) -> None:
    assert choose(LIBRARY, None) == Path("/media/stick/copy.sqlite")
    assert asked == [(proposed, refused_later)]


def test_nothing_named_is_nothing(monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    assert places.choose_other_place(LIBRARY, None) is None
