"""Each catalogue says what the English sentences say: the same values, the same keys and signs."""

import re
from collections import Counter

import pytest
from babel.messages.pofile import read_po

from annotator.host.paths import resource
from annotator.window.frame.keys import FIXED, KEYS, MENUS
from annotator.words.catalogue import Catalogue, read
from annotator.words.messages import ENGLISH
from tests.house.test_messages import values_of

LANGUAGES = ["de", "es"]
REGIONS = ["en_US", "es_MX"]
QUOTES = {"de": ("„", "“"), "es": ("«", "»")}

#: What each language writes in its own way: dates, signs and the like.
OWN = ("date.", "time.", "number.", "grammar.", "month.", "short_month.", "weekday.")


def catalogue(language: str) -> Catalogue:
    return read(resource(f"translations/{language}/LC_MESSAGES/redpencil.po").read_text(encoding="utf-8"))


def pairs(language: str) -> list[tuple[str, str, str]]:
    """Key, English form and translated form of all that is translated."""
    found = []
    for key, words in catalogue(language).sentences.items():
        english = ENGLISH[key]
        forms = zip(english, words, strict=True) if isinstance(english, tuple) else [(english, words)]
        found += [(key, one, other) for one, other in forms]
    return found


def test_there_are_no_others():
    folders = {folder.name for folder in resource("translations").iterdir()}
    assert folders == {*LANGUAGES, *REGIONS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(language):
    there = catalogue(language).sentences
    assert [key for key in ENGLISH if key not in there] == []


@pytest.mark.parametrize("language", LANGUAGES + REGIONS)
def test_each_entry_is_of_the_english_of_now(language):
    with resource(f"translations/{language}/LC_MESSAGES/redpencil.po").open("rb") as opened:
        entries = read_po(opened)
    assert [entry.context for entry in entries if entry.id and ENGLISH.get(entry.context) != entry.id] == []
    assert [entry.context for entry in entries if entry.id and entry.fuzzy] == []
    assert not entries.obsolete


@pytest.mark.parametrize("language", LANGUAGES + REGIONS)
def test_the_same_values_are_taken(language):
    for key, english, words in pairs(language):
        if key.startswith(("date.", "time.")):
            continue
        free = {"count"} if isinstance(ENGLISH[key], tuple) else set()
        assert values_of(words) | free == values_of(english) | free, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_stand_where_they_stood(language):
    for key, english, words in pairs(language):
        if key.startswith(OWN):
            continue
        assert (words == words.strip()) is (english == english.strip()), key
        assert words.count("&") == english.count("&"), key
        assert words.endswith(".") is english.endswith("."), key
        assert words.count("\n") == english.count("\n"), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_quoted_as_the_language_quotes(language):
    opening, closing = QUOTES[language]
    for key, english, words in pairs(language):
        signs = Counter(sign for sign in words if sign in '"“”„«»‹›')
        assert signs[opening] == signs[closing] >= english.count("“"), key
        assert signs.keys() <= {opening, closing}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_german_and_spanish_do_without(language):
    """German names no you, Spanish does not say *tú*, and neither shouts."""
    unwanted = {"de": r"\b(Sie|Ihr|Ihre|Ihren|Ihrem|Ihrer|du|dein)\b|!", "es": r"\b(tú|tu|tus|te|vos)\b|[!¡]"}
    for key, _, words in pairs(language):
        at_the_start = r"(^|(?<=[.:;] )|(?<=„))(Sie|Ihre?)\b"  # where it may mean she or they
        assert not re.search(unwanted[language], re.sub(at_the_start, "", words)), key


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_each_letter_opens_one_thing_in_a_menu(language):
    words = ENGLISH if language == "en" else {**ENGLISH, **catalogue(language).sentences}
    menus = {menu: [f"action.{key.name}" for key in KEYS if key.name and key.menu == menu] for menu in MENUS}
    menus["the bar itself"] = [f"menu.{menu}" for menu in MENUS]
    for menu, keys in menus.items():
        letters = Counter(letter_of(words[key]) for key in keys)
        assert [letter for letter, times in letters.items() if letter and times > 1] == [], menu
    taken = {keys.removeprefix("Alt+") for key in FIXED for keys in key.keys if keys.startswith("Alt+")}
    assert taken.isdisjoint(letter_of(words[f"menu.{menu}"]) for menu in MENUS)


def letter_of(words: str) -> str:
    """The letter that is pressed with Alt; none where no letter is marked."""
    return words.partition("&")[2][:1].upper()
