"""The window speaks the language that was chosen, Qt's own words and numbers included."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from annotator.desk.settings import Settings
from annotator.host.paths import resource
from annotator.window.translation import speak_as_chosen
from annotator.words import say, speak


@pytest.fixture
def app(qapp: QApplication):
    """The application, speaking English again at the end."""
    before = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(before)
    speak("en", resource("translations"))


@pytest.mark.parametrize(
    ("language", "ours", "qts", "number"),
    [
        ("en", "Denial", "Cancel", "1,234,567"),
        ("de", "Dementi", "Abbrechen", "1.234.567"),
        ("es", "Desmentido", "Cancelar", "1.234.567"),
    ],
)
def test_our_words_and_those_of_qt(app, qtbot, monkeypatch, tmp_path: Path, language, ours, qts, number):
    monkeypatch.delenv("REDPENCIL_LANGUAGE")
    settings = Settings(tmp_path / "settings.json")
    settings.put(language=language)
    speak_as_chosen(app, settings)
    assert say("tag.denial") == ours
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == qts
    assert QLocale().toString(1_234_567) == number
    assert app.layoutDirection() is Qt.LayoutDirection.LeftToRight
