"""The language is what the environment says, else what was chosen, else what the system prefers."""

from pathlib import Path

import pytest

from annotator.desk.language import languages, speak_as_chosen
from annotator.desk.settings import Settings
from annotator.host.paths import resource
from annotator.words import say, speak


@pytest.fixture
def settings(tmp_path: Path):
    yield Settings(tmp_path / "settings.json")
    speak("en", resource("translations"))


def test_there_are_these_languages():
    assert languages() == ("en", "de", "es")


@pytest.mark.parametrize(
    ("environ", "chosen", "system", "spoken"),
    [
        ("", "system", [], "en"),
        ("", "system", ["C"], "en"),
        ("", "system", ["fr-FR", "fr"], "en"),
        ("", "system", ["fr-FR", "es-MX", "de-DE"], "es_MX"),
        ("", "system", ["de-Latn-AT", "de-AT", "de-Latn", "de"], "de_AT"),
        ("", "es", ["de_DE"], "es"),
        ("", "en", ["de_DE", "en_US"], "en_US"),  # the system knows the region
        ("de", "es", ["en_US"], "de"),
        ("de-CH", "es", ["de_DE"], "de_CH"),
        ("system", "es", ["de_DE"], "de_DE"),
        ("xx", "es", ["de_DE"], "en"),
    ],
)
def test_who_decides(settings, monkeypatch, environ, chosen, system, spoken):
    monkeypatch.setenv("REDPENCIL_LANGUAGE", environ)
    settings.put(language=chosen)
    assert speak_as_chosen(settings, system) == spoken
    denial = {"en": "Denial", "de": "Dementi", "es": "Desmentido"}[spoken[:2]]
    assert say("tag.denial") == denial


def test_at_first_it_is_the_system(settings, monkeypatch):
    monkeypatch.delenv("REDPENCIL_LANGUAGE")
    assert speak_as_chosen(settings, ["es_ES"]) == "es_ES"
    assert say("tag.denial") == "Desmentido"
