"""The eight articles are what the index says, clean, long enough, and hold what they are there to show."""

import datetime
import re
import unicodedata

import pytest

from annotator.text.canonical import is_canonical
from tests.seeds.samples import CHINESE, FERRY, FOLDER, INDEX, NAMES, STREET_FOOD, text_of

LANGUAGE = {entry["file"]: entry["language"] for entry in INDEX}


def letters_in(text: str, script: str) -> float:
    """The share of the text's letters whose Unicode name begins with the script's."""
    letters = [char for char in text if unicodedata.category(char).startswith("L")]
    return sum(unicodedata.name(char).startswith(script) for char in letters) / len(letters)


def test_the_index_lists_the_eight_files_in_order() -> None:
    assert [entry["file"] for entry in INDEX] == list(NAMES)
    assert len(NAMES) == 8


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: entry["file"])
def test_an_entry_of_the_index_is_filled_in(entry: dict[str, str]) -> None:
    assert set(entry) == {"file", "language", "publisher", "byline", "published"}
    assert entry["publisher"].strip()
    assert entry["byline"].strip()
    assert datetime.date.fromisoformat(entry["published"]).isoformat() == entry["published"]


def test_the_languages_are_those_of_the_articles() -> None:
    assert [LANGUAGE[name] for name in NAMES] == ["en", "en", "en", "es", "de", "ar", "zh-Hans", "en"]


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_clean(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    text = data.decode("utf-8")
    assert is_canonical(text)
    joiners = "\u200d" if name == STREET_FOOD else ""
    odd = [char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn"}]
    assert not [f"U+{ord(char):04X}" for char in odd if char not in "\n" + joiners]


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_a_headline_and_paragraphs(name: str) -> None:
    text = text_of(name)
    assert text.endswith("\n")
    headline, *paragraphs = text.removesuffix("\n").split("\n\n")
    assert len(headline) < 100
    assert len(paragraphs) >= 6
    for paragraph in (headline, *paragraphs):
        assert paragraph == paragraph.strip()
        assert "\n" not in paragraph
        assert "  " not in paragraph


@pytest.mark.parametrize("name", [name for name in NAMES if name != CHINESE])
def test_the_article_has_the_length_of_an_article(name: str) -> None:
    shortest, longest = (350, 500) if name == FERRY else (250, 600)
    assert shortest <= len(text_of(name).split()) <= longest


def test_the_chinese_article_has_the_length_of_an_article() -> None:
    assert 400 <= len("".join(text_of(CHINESE).split())) <= 900


@pytest.mark.parametrize("name", NAMES)
def test_the_article_is_written_in_the_script_of_its_language(name: str) -> None:
    script = {"ar": "ARABIC", "zh-Hans": "CJK UNIFIED IDEOGRAPH"}.get(LANGUAGE[name], "LATIN")
    assert letters_in(text_of(name), script) > 0.99


@pytest.mark.parametrize("name", NAMES)
def test_quotation_marks_and_apostrophes_are_typographic_and_paired(name: str) -> None:
    text = text_of(name)
    assert '"' not in text
    assert "'" not in text
    pairs = {"de": ("„", "“"), "es": ("«", "»"), "ar": ("«", "»")}
    opening, closing = pairs.get(LANGUAGE[name], ("“", "”"))
    marks = [char for char in text if char in (opening, closing)]
    assert marks[::2] == [opening] * (len(marks) // 2)
    assert marks[1::2] == [closing] * (len(marks) // 2)
    assert len(marks) % 2 == 0


def test_one_article_is_about_the_telecom_business_and_quotes_nobody() -> None:
    """Its parties are real, so it reports what they are reported to have said and makes up no words."""
    text = text_of("02-telecom.txt")
    for name in ("Telefonica", "Huawei", "Reuters", "Federal Communications Commission"):
        assert name in text
    assert "“" not in text


def test_one_sentence_stands_in_the_street_food_article_twice() -> None:
    sentence = (
        "No trader was told to leave Fountain Square before the end of the season, the council insists."
    )
    text = text_of(STREET_FOOD)
    assert len(sentence.split()) >= 10
    assert text.count(sentence) == 2
    assert len(re.findall(r"(?:^|\n\n|[.?!] )" + re.escape(sentence), text)) == 2


def test_the_street_food_article_has_emoji_of_every_make() -> None:
    text = text_of(STREET_FOOD)
    makes = {
        "outside the basic plane": "\U0001f35c",
        "family joined by ZWJ": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "skin tone and ZWJ": "\U0001f469\U0001f3fd\u200d\U0001f373",
        "variation selector at the end": "\U0001f937\U0001f3fe\u200d\u2640\ufe0f",
        "flag of Mexico": "\U0001f1f2\U0001f1fd",
        "flag of Viet Nam": "\U0001f1fb\U0001f1f3",
        "flag of Italy": "\U0001f1ee\U0001f1f9",
    }
    assert [make for make, emoji in makes.items() if emoji not in text] == []


def test_the_street_food_article_has_decomposed_accents() -> None:
    text = text_of(STREET_FOOD)
    for word in ("Cafe\u0301", "Zoe\u0308", "jalapen\u0303os", "cre\u0300me bru\u0302le\u0301e"):
        assert word in text
    letters = [char for char in text if char.isalpha()]
    assert not [char for char in letters if unicodedata.decomposition(char)], "an accent is composed"
