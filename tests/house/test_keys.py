"""No key means two things in one place, and every action can be found in a menu by a letter of its own."""

import re

import pytest

from annotator.window.frame.keys import FIXED, KEYS, MENUS, NAMED, holder, is_single, overlap, plain
from annotator.words.messages import ENGLISH

USUAL = {key.name: key.keys for key in NAMED}


@pytest.mark.parametrize("key", NAMED, ids=lambda key: key.name)
def test_no_key_means_two_things_in_one_place(key):
    assert {keys: holder(key.name, keys, USUAL) for keys in key.keys} == dict.fromkeys(key.keys)
    assert len(set(key.keys)) == len(key.keys)


def test_fixed_keys_mean_one_thing_too():
    said = [(keys, key.where) for key in FIXED for keys in key.keys]
    assert len(set(said)) == len(said)


def test_keys_are_written_in_the_one_way_they_are_kept():
    for key in (*NAMED, *FIXED):
        assert tuple(map(plain, key.keys)) == key.keys


def test_single_letters_count_in_article_and_claims_alone():
    assert [key.name for key in NAMED if key.where == "window" and any(map(is_single, key.keys))] == []


def test_every_action_stands_in_a_menu_and_no_menu_begins_or_ends_with_a_line():
    assert {key.menu for key in KEYS} == set(MENUS)
    assert len({key.name for key in NAMED}) == len(NAMED)
    for menu in MENUS:
        names = [key.name for key in KEYS if key.menu == menu]
        assert names[0]
        assert names[-1]
        assert ("", "") not in zip(names, names[1:], strict=False)


@pytest.mark.parametrize("menu", MENUS)
def test_no_letter_of_a_menu_means_two_things(menu):
    words = [ENGLISH[f"action.{key.name}"] for key in KEYS if key.menu == menu and key.name]
    letters = [found[1].lower() for each in words if (found := re.search(r"&(\w)", each))]
    assert sorted(letters) == sorted(set(letters))


def test_the_menus_letters_leave_the_editors_keys_alone():
    menus = {f"Alt+{ENGLISH[f'menu.{menu}'].partition('&')[2][0].upper()}" for menu in MENUS}
    assert len(menus) == len(MENUS)
    taken = {keys for key in (*NAMED, *FIXED) for keys in key.keys}
    assert menus & taken == set()


def test_what_counts_in_the_window_counts_everywhere():
    by_place = {key.where: key for key in (*NAMED, *FIXED)}
    assert all(overlap(by_place["window"], other) for other in by_place.values())
    assert overlap(by_place["text"], by_place["page"])
    assert not overlap(by_place["page"], by_place["field"])
