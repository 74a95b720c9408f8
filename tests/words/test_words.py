"""Sentences in the language that is spoken, English where it has none; numbers as it writes them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from annotator.words import for_programs, megabytes, number, say, speak, within

HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def entry(key: str, *forms: str) -> str:
    strings = [f"msgstr[{n}]" for n in range(len(forms))] if len(forms) > 1 else ["msgstr"]
    return f'\nmsgctxt "{key}"\nmsgid "any"\n' + "".join(
        f'{name} "{words}"\n' for name, words in zip(strings, forms, strict=True)
    )


@pytest.fixture
def folder(tmp_path: Path, speaking) -> Path:
    """Catalogues of a language, `xx`, and of a region of it, `xx_YY`."""
    made = {
        "xx": entry("tag.denial", "Nej") + entry("panel.count", "et: {count}", "flere: {count}"),
        "xx_YY": entry("tag.denial", "Nix"),
    }
    for name, entries in made.items():
        file = tmp_path / name / "LC_MESSAGES" / "redpencil.po"
        file.parent.mkdir(parents=True)
        file.write_text(HEADER + entries, encoding="utf-8")
    return tmp_path


def test_a_sentence_comes_from_the_language_that_is_spoken(folder):
    assert say("tag.denial") == "Denial"
    speak("xx", folder)
    assert say("tag.denial") == "Nej"
    assert say("panel.count", count=1) == "et: 1"
    assert say("panel.count", count=2_000) == "flere: 2,000"


def test_a_region_has_its_own_and_the_rest_from_its_language(folder):
    speak("xx_YY", folder)
    assert say("tag.denial") == "Nix"
    assert say("panel.count", count=0) == "flere: 0"


def test_a_language_may_have_more_forms_than_two(folder):
    header = HEADER.replace("nplurals=2; plural=(n != 1)", "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2)")
    file = folder / "xx" / "LC_MESSAGES" / "redpencil.po"
    file.write_text(header + entry("panel.count", "one", "a pair", "{count} and more"), encoding="utf-8")
    speak("xx", folder)
    assert [say("panel.count", count=n) for n in (1, 2, 3)] == ["one", "a pair", "3 and more"]


@pytest.mark.parametrize("language", ["xx", "xx_YY", "zz", ""])
def test_what_no_catalogue_has_is_said_for_programs(folder, language):
    speak(language, folder)
    assert say("tag.allegation") == "Allegation"
    with pytest.raises(KeyError):
        say("tag.none")


def test_values_are_taken_as_they_are(folder):
    assert say("panel.said_by", names="{count} % \\n {") == "said by {count} % \\n {"


def test_english_for_programs_is_of_one_thread_and_one_while(folder):
    speak("xx", folder)
    with for_programs(), ThreadPoolExecutor(1) as other:
        assert say("tag.denial") == "Denial"
        assert other.submit(say, "tag.denial").result() == "Nej"
    assert say("tag.denial") == "Nej"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["-1,234", "0", "999", "1,000", "12,345", "1,234,567"]),
        ("de", ["-1.234", "0", "999", "1.000", "12.345", "1.234.567"]),
        ("es_MX", ["-1,234", "0", "999", "1,000", "12,345", "1,234,567"]),
        ("es", ["-1234", "0", "999", "1000", "12.345", "1.234.567"]),  # four digits stand together
    ],
)
def test_numbers(speaking, language, written):
    speaking(language)
    assert [number(value) for value in (-1_234, 0, 999, 1_000, 12_345, 1_234_567)] == written


@pytest.mark.parametrize(
    ("language", "written"), [("en", ["3.2 MB", "0.1 MB"]), ("de", ["3,2 MB", "0,1 MB"])]
)
def test_megabytes(speaking, language, written):
    speaking(language)
    assert [megabytes(size) for size in (3_249_000, 10)] == written


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "tag as denial"), ("es", "clasificar como desmentido"), ("de", "Als Dementi einordnen")],
)
def test_a_sentence_within_another(speaking, language, sentence):
    speaking(language)
    assert within(say("step.tag", tag=say("named.tag.denial"))) == sentence
    assert within("") == ""
