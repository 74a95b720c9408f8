from hypothesis import given
from hypothesis import strategies as st

from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
from annotator.window.sources.matching import matches, named


def source(name: str, uses: int = 0, **more) -> SourceView:
    return SourceView(f"id of {name}", SourceKind.PERSON, name, uses=uses, **more)


def found(register, typed: str) -> list[str]:
    return [each.name for each in matches(register, typed)]


def test_beginnings_come_first_then_words_then_insides_then_roles():
    register = [
        source("Old office"),
        source("Backoff"),
        source("Officer Lee"),
        source("Ann", role="offers advice"),
        source("Nobody"),
    ]
    assert found(register, "off") == ["Officer Lee", "Old office", "Backoff", "Ann"]


def test_the_most_used_stands_first_among_equals():
    register = [source("Ada"), source("Adam", uses=3), source("Adele", uses=3), source("An Ada", uses=9)]
    assert found(register, "ad") == ["Adam", "Adele", "Ada", "An Ada"]


def test_case_and_accents_do_not_count():
    assert found([source("La Fábrica")], "fabrica") == ["La Fábrica"]
    assert found([source("la fabrica")], "FÁB") == ["la fabrica"]


def test_a_shared_telling_word_is_enough_but_an_article_is_not():
    register = [source("Ferry company"), source("The mayor")]
    assert found(register, "The company") == ["Ferry company"]


def test_the_name_of_a_joined_entry_finds_the_one_that_shows():
    register = [source("Harbour Ferries", joined=(("id", "HFL"),))]
    assert found(register, "hf") == ["Harbour Ferries"]
    assert named(register, "hfl") == register[0]


def test_signs_are_no_patterns():
    assert found([source("A.B.C. (Ltd)")], "(ltd") == ["A.B.C. (Ltd)"]
    assert found([source("Abc")], "a.") == []


def test_a_blank_field_matches_nothing():
    assert found([source("Ada")], "  ") == []
    assert named([source("Ada")], " ") is None


def test_the_built_in_ones_are_found_by_the_name_that_shows():
    article = SourceView("1", SourceKind.ARTICLE, "whatever stands in the row")
    assert matches([article], "the art") == (article,)
    assert named([article], "The article itself") is article


@given(st.text(min_size=1), st.text())
def test_whatever_holds_what_is_typed_is_found(before, after):
    typed = "needle"
    assert found([source(before + typed + after)], typed) == [before + typed + after]
