"""The colours are the person's choice, or the system's."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.settings import Settings
from annotator.window.frame.look import Look
from annotator.window.theme import current_theme


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_choice_is_applied_told_and_kept(qtbot: QtBot, qapp, tmp_path: Path, name: str) -> None:
    settings = Settings(tmp_path / "settings.json")
    look = Look(settings)
    with qtbot.waitSignal(look.changed) as changed:
        look.choose(name)
    assert changed.args[0].name == name
    assert qapp.palette().base().color().name().lower() == changed.args[0].card.lower()
    assert Settings(tmp_path / "settings.json").get("theme") == name
    qapp.setStyleSheet("")


@pytest.mark.parametrize("chosen", ["system", "purple"])
def test_without_a_choice_the_system_says(qapp, tmp_path: Path, chosen: str) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.put(theme=chosen)
    assert Look(settings).theme == current_theme()
