"""From difference to difference."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.comparing import Comparison, Difference
from annotator.model.enums import Tag, Verdict
from annotator.window.review.walking import Walk
from tests.window.review.people_at_work import BOB, BOBS, SOURCES, TAG, a_page, answered, group, line


def test_it_walks_what_is_open_in_text_order_and_round():
    walk, page = Walk(), a_page()
    assert [walk.next(page, 1) for _ in range(4)] == [TAG, BOBS, SOURCES, TAG]
    assert [walk.next(page, -1) for _ in range(2)] == [SOURCES, BOBS]


def test_backwards_first_begins_at_the_end():
    assert Walk().next(a_page(), -1) == SOURCES


def test_what_is_answered_by_now_is_passed_over():
    walk, page = Walk(), a_page()
    assert walk.next(page, 1) == TAG
    assert walk.next(page.after({"b4": Verdict.AGREED}), 1) == SOURCES


def test_where_nothing_waits_it_walks_all_of_them():
    page = answered(a_page(), "b2", "c2", "b4", "b5")
    walk = Walk()
    assert [walk.next(page, 1) for _ in range(6)] == list(page.differences)


def test_everything_can_be_walked_though_something_waits():
    walk, page = Walk(), a_page()
    walk.everything = True
    assert [walk.next(page, 1) for _ in range(6)] == list(page.differences)


def test_from_a_difference_that_is_answered_now_it_goes_on_to_the_one_after_it():
    walk, page = Walk(), a_page()
    walk.at = BOBS
    assert walk.next(answered(page, "b4"), 1) == SOURCES


def test_with_no_differences_there_is_nowhere_to_go():
    assert Walk().next(a_page(comparison=Comparison((), ())), 1) is None


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), min_size=1, max_size=12), st.data())
def test_one_round_comes_to_each_once_and_back_again(places, data):
    lines = {
        f"b{n}": line(f"b{n}", BOB, Tag.FACT, start, "x" * long) for n, (start, long) in enumerate(places)
    }
    groups = sorted(
        (group(claim, kinds={Difference.ONLY}, lines=lines) for claim in lines),
        key=lambda one: (one.span.start, one.span.end, one.claims[0].id),
    )
    page = a_page(lines=lines, comparison=Comparison(("a", "b"), tuple(groups)))
    walk = Walk()
    walk.at = data.draw(st.sampled_from(groups))
    start = walk.at
    by = data.draw(st.sampled_from([1, -1]))
    round_ = [walk.next(page, by) for _ in groups]
    assert sorted(one.claims[0].id for one in round_) == sorted(lines)
    assert round_[-1] == start
    assert walk.next(page, -by) == (round_[-2] if len(round_) > 1 else start)
