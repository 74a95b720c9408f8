"""What stands on the cards: differences, what waits, the final version."""

from dataclasses import replace

import pytest

from annotator.model.comparing import Comparison, Difference
from annotator.model.enums import Tag, Verdict
from annotator.model.review_views import SignOffView
from annotator.model.settling import Settlement, Unsettled, Why
from annotator.window.review.differences import difference_rows
from annotator.window.review.final import final_rows
from annotator.window.review.rows import Card, CardsModel, spoken
from annotator.window.review.waiting import changed_into, waiting_rows
from tests.window.review.people_at_work import WAITING, a_page, answered, group


def by_title(rows):
    return {row.title: row for row in rows}


def plainly(words):
    """Without the marks that set names apart."""
    return words.replace("\u2068", "").replace("\u2069", "")


def test_only_what_waits_for_me_or_everything():
    open_ones = [plainly(row.title) for row in difference_rows(a_page(), open_only=True)]
    assert open_ones == ["Tag differs", "Only Bob marked this", "Source or link differs"]
    everything = [plainly(row.title) for row in difference_rows(a_page(), open_only=False)]
    assert everything == [
        "Tag differs",
        "Marked words differ",
        "Only Bob marked this",
        "Source or link differs",
        "Only you marked this",
        "Only you marked this",
    ]


def test_where_only_tags_differ_the_words_stand_once_and_each_has_a_tag_mine_first():
    tag = difference_rows(a_page(), open_only=True)[0]
    assert [(one.person, one.tag, one.words) for one in tag.lines] == [
        ("", None, "accuses the company"),
        ("You", Tag.ALLEGATION, "Allegation"),
        ("Bob", Tag.FACT, "Reported fact"),
        ("Cora", Tag.DENIAL, "Denial"),
    ]
    assert plainly(tag.lines[1].spoken).count("Allegation") == 1
    assert (tag.sign, tag.state, tag.pale, tag.claim) == ("≠", "", False, "b2")


def test_where_sources_differ_the_words_stand_once_and_who_says_them_for_each():
    sources = by_title(difference_rows(a_page(), open_only=True))["Source or link differs"]
    said = [(one.person, plainly(one.words)) for one in sources.lines]
    assert said == [
        ("", "Two grants were paid"),
        ("You", "The register · 1 piece of evidence"),
        ("Bob", "no source yet"),
        ("Cora", "nothing here"),
    ]


def test_an_answered_difference_is_pale_ticked_and_says_my_word():
    words = by_title(difference_rows(a_page(), open_only=False))["Marked words differ"]
    assert (words.pale, words.state) == (True, "✓ rejected")


def test_of_three_versions_it_says_how_many_are_answered():
    half = difference_rows(answered(a_page(), "b2"), open_only=True)[0]
    assert (half.state, half.pale, half.claim) == ("1 of 2 answered", False, "c2")
    both = answered(answered(a_page(), "b2"), "c2", verdict=Verdict.REJECTED)
    done = difference_rows(both, open_only=False)[0]
    assert (done.state, done.pale) == ("✓ answered", True)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.AGREED, "Changed since you agreed"),
        (Verdict.CHANGED, "Changed since your version"),
        (Verdict.REJECTED, "Changed since you rejected it"),
        (Verdict.TO_DISCUSS, "Changed since you asked about it"),
    ],
)
def test_what_was_changed_since_my_answer_is_open_again_and_says_so(verdict, words):
    page = a_page()
    changed = replace(page.lines["b3"], verdicts=(), outdated=(("a", verdict),))
    page = replace(page, lines={**page.lines, "b3": changed})
    row = by_title(difference_rows(page, open_only=True))["Marked words differ"]
    assert (row.lines[0].words, row.state, row.pale, row.claim) == (words, "", False, "b3")
    assert f". {words}. " in plainly(spoken(row))
    assert row.shape != by_title(difference_rows(a_page(), open_only=False))["Marked words differ"].shape
    assert [line.id for line in page.unanswered_claims if line.id == "b3"] == ["b3"]
    anew = page.after({"b3": Verdict.AGREED})
    assert (anew.outdated_word("b3"), anew.unanswered(anew.group_of("b3"))) == (None, ())


def test_what_others_said_of_my_claim_before_i_changed_it_is_not_its_state():
    page = a_page()
    changed = replace(page.lines["a6"], verdicts=(), outdated=(("b", Verdict.REJECTED),))
    rows = difference_rows(replace(page, lines={**page.lines, "a6": changed}), open_only=False)
    mine = [row for row in rows if row.title == "Only you marked this"]
    assert [plainly(row.state) for row in mine] == ["waits for Bob, Cora"] * 2


def test_waiting_tells_an_answer_from_before_a_change_as_that():
    claim = replace(WAITING[0], reviews=(replace(WAITING[0].reviews[0], outdated=True),))
    (card,) = waiting_rows(a_page(waiting=(claim,)))
    assert plainly(card.lines[0].words) == (
        "rejected by Bob, before the claim was changed: Promised for next year only."
    )


def test_what_only_i_marked_says_what_colleagues_said_or_for_whom_it_waits():
    mine = [row for row in difference_rows(a_page(), open_only=False) if row.title == "Only you marked this"]
    assert [plainly(row.state) for row in mine] == ["rejected by Bob", "waits for Bob, Cora"]
    assert {row.sign for row in mine} == {"−"}


def test_what_has_new_words_says_so_when_heard():
    bobs = difference_rows(a_page(), open_only=True)[1]
    assert bobs.unread
    assert plainly(spoken(bobs)) == "New. Only Bob marked this. Reported fact its books were open"


def test_waiting_says_who_what_and_why():
    rejected, changed = waiting_rows(a_page())
    assert rejected.unread
    said = [plainly(one.words) for one in rejected.lines]
    assert said == ["rejected by Bob: Promised for next year only.", "Bob: Which year?"]
    assert not changed.unread
    assert [plainly(one.words) for one in changed.lines] == ["changed by Bob", "rejected it, saying so"]
    assert [changed_into(claim) for claim in WAITING] == ["", "b3"]


def test_the_final_version_stands_under_its_headings():
    rows = final_rows(a_page())
    assert [(row.title, row.count) for row in rows if row.count is not None] == [
        ("Not settled", 2),
        ("Settled", 1),
        ("Turned down", 1),
    ]
    said = [plainly(row.lines[0].words) for row in rows if row.lines]
    assert said == [
        "People disagree; waits for you, Cora.",
        "To be discussed.",
        "Backed by you, Bob.",
    ]


@pytest.mark.parametrize("why", Why)
def test_every_reason_why_not_is_said_with_and_without_names(why):
    for waits in ((), ("b",)):
        found = Settlement((), (Unsettled(("a7",), why, waits),), ())
        words = final_rows(a_page(settlement=found))[1].lines[0].words
        assert words.endswith(".")
        assert ("Bob" in words) is bool(waits)


def test_what_changed_after_the_sign_off_comes_first():
    signed = SignOffView("s", "b", "Bob", mine=False, at="2026-05-03T08:14:00Z", note="", changed=("a2",))
    rows = final_rows(a_page(state={"sign_off": signed}))
    assert [row.title for row in rows[:2]] == ["Changed after the sign-off", "accuses the company"]


def test_a_claim_that_went_out_of_sight_is_said_to_be_gone():
    rows = final_rows(a_page(settlement=Settlement((), (), ("gone",))))
    assert [row.title for row in rows] == ["Turned down", "A claim that is not here any more"]


def test_only_rows_that_changed_are_told():
    model = CardsModel()
    model.set_rows([Card("1", "one"), Card("2", "two"), Card("3", "three")])
    told = []
    model.rowsRemoved.connect(lambda _, first, last: told.append(("gone", first, last)))
    model.rowsInserted.connect(lambda _, first, last: told.append(("new", first, last)))
    model.dataChanged.connect(lambda first, *_: told.append(("other", first.row(), first.row())))
    model.set_rows([Card("1", "one"), Card("2", "two"), Card("3", "three")])
    assert told == []
    model.set_rows([Card("1", "one"), Card("3", "third"), Card("4", "four")])
    assert sorted(told) == [("gone", 1, 1), ("new", 3, 3), ("other", 1, 1)]  # from the end on
    assert (model.row_of("4"), model.row_of("2")) == (2, -1)


def test_where_only_somebody_has_nothing_there_the_words_stand_once():
    cora_not = group("a1", "b1", kinds={Difference.ONLY}, missing=("c",))
    row = difference_rows(a_page(comparison=Comparison(("a", "b", "c"), (cora_not,))), open_only=False)[0]
    assert row.title == "Not marked by everyone"
    assert [(one.person, one.words) for one in row.lines] == [
        ("", "The ferry returns in June"),
        ("Cora", "nothing here"),
    ]
    assert plainly(row.state) == "waits for Cora"


def test_a_difference_is_told_anew_when_its_claims_or_my_word_change():
    before = difference_rows(a_page(), open_only=False)
    after = difference_rows(answered(a_page(), "b4"), open_only=False)
    changed = [now.key for was, now in zip(before, after, strict=True) if was.look != now.look]
    assert changed == ["b4"]


def test_rows_of_one_shape_have_as_many_lines():
    for open_only in (True, False):
        rows = difference_rows(a_page(), open_only=open_only)
        for one in rows:
            assert all(len(one.lines) == len(other.lines) for other in rows if other.shape == one.shape)
