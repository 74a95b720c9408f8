"""Names are found as newspapers write them, and not inside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.find import folded
from annotator.text.names import Names


def held(passage: str, *names: str, person: bool = False) -> set[str]:
    known = Names()
    for name in names:
        known.add(name, name, person=person)
    return known.held_by(passage)


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("Mayor Rask took money", True),
        ("INES RASK took money", True),
        ("the rásk family", True),  # accents and case do not count
        ("Raskin took money", False),
        ("Ines took money", False),
        ("Rask’s office", True),
    ],
)
def test_a_person_is_named_by_the_last_word(passage, found):
    assert bool(held(passage, "Ines Rask", person=True)) is found


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("a ferry of the Coast line", False),
        ("the Ferry company of Coast Ferries", True),
        ("Coast Ferries said", True),
        ("Ferries of the coast", True),
    ],
)
def test_an_organisation_is_named_by_all_its_telling_words(passage, found):
    assert bool(held(passage, "The Coast Ferries")) is found


def test_a_name_of_short_words_needs_them_all():
    assert held("the EU said", "EU") == {"EU"}
    assert held("IG Bau und IG", "IG BCE") == set()


def test_scripts_without_spaces_are_looked_for_as_written():
    assert held("记者周三说,华为公司否认了指控。", "华为") == {"华为"}
    assert held("김철수는 부인했다", "김철수", person=True) == {"김철수"}
    assert held("记者说。", "华为") == set()


def test_any_of_several_names_is_enough():
    known = Names()
    known.add("1", "Coast Ferries", person=False)
    known.add("1", "Küstenfähren AG", person=False)
    assert known.held_by("Die Küstenfähren AG schweigt") == {"1"}
    assert known.held_by("Coast Ferries") == {"1"}


def test_a_name_without_words_is_nobody():
    assert held("anything … at all", "…", "") == set()


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20), st.booleans())
def test_a_name_that_stands_there_apart_is_found(name, before, after, person):
    found = held(f"{before} {name} {after}", name, person=person)
    assert found == {name} or not any(character.isalnum() or character == "_" for character in folded(name))
