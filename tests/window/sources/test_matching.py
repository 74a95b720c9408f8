import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
from annotator.window.sources.matching import begins_with, matches, named


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


def test_what_was_named_so_before_comes_first_of_all():
    register = [source("The company store", uses=9), source("Harbour Ferries Ltd")]
    ferries = register[1]
    assert [each.name for each in matches(register, "The company", {ferries.id})] == [
        "Harbour Ferries Ltd",
        "The company store",
    ]


def test_initials_are_found_by_the_name_and_the_name_by_its_initials():
    who, fbi = source("World Health Organization"), source("Federal Bureau of Investigation")
    assert found([who, fbi], "WHO") == [who.name]
    assert found([who, fbi], "fbi") == [fbi.name]
    assert found([source("FBI")], "Federal Bureau of Investigation") == ["FBI"]
    assert found([source("X")], "Xavier") == []


def test_among_equals_the_wanted_kind_comes_first_but_after_the_most_used():
    person, body = source("Harbour A"), SourceView("2", SourceKind.ORGANISATION, "Harbour B")
    assert matches([person, body], "harb", kind=SourceKind.ORGANISATION) == (body, person)
    often = source("Harbour C", uses=1)
    assert matches([often, body], "harb", kind=SourceKind.ORGANISATION) == (often, body)


@pytest.mark.parametrize(
    ("name", "typed", "begins"),
    [
        ("Ines Rask", "ines", True),
        ("Ines Rask", "Ines Rask", True),
        ("Ines Rask", "Ine", False),
        ("Ines Rask", "Rask", False),
        ("Inès Rask", "ines", True),
        ("O'Neill & Sons", "O'Neill", True),
        ("A. Smith", "A", False),
    ],
)
def test_the_beginning_of_a_name_is_whole_words(name, typed, begins):
    assert begins_with(source(name), typed) is begins


def test_the_two_of_every_library_are_never_meant_by_their_first_word():
    assert not begins_with(SourceView("1", SourceKind.ARTICLE, "x"), "The article")
