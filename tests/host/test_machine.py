"""The machine's own words, made fit for a library."""

import sys

import pytest

from annotator.host import machine


@pytest.mark.parametrize("name", [machine.user_name, machine.device_name])
def test_names_are_there_and_printable(name):
    assert name()
    assert name().isprintable()


@pytest.mark.parametrize("account", ["ada\0\udcff lovelace\n", "\x1b"])
def test_a_name_with_odd_characters_is_cleaned_or_replaced(monkeypatch, account):
    monkeypatch.setattr(machine.platform, "node", lambda: account)
    assert machine.device_name() == ("ada lovelace" if "ada" in account else "this computer")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a screen")
@pytest.mark.parametrize(
    ("environ", "screen"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"TERM": "xterm"}, False),
    ],
)
def test_a_screen_by_the_environment(environ, screen):
    assert machine.has_screen(environ) is screen


@pytest.mark.parametrize(
    ("environ", "preferred"),
    [
        ({}, ()),
        ({"LANG": "C"}, ()),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, ()),  # as in gettext: without a locale no translation
        ({"LANG": "de_AT.UTF-8"}, ("de_AT",)),
        ({"LANG": "de_DE@euro", "LC_ALL": ""}, ("de_DE",)),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "es_MX.UTF-8"}, ("es_MX",)),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "es_MX.UTF-8", "LC_ALL": "POSIX"}, ()),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:es:"}, ("fr", "es", "de_DE")),
    ],
)
def test_languages_by_the_environment(environ, preferred):
    assert machine.languages(environ) == preferred
