"""The list with several people's claims: whose each is, what was said of it, and who is shown."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor

from annotator.model.enums import Tag, Verdict
from annotator.model.search import ClaimFilter
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.claims.list_model import COLLEAGUES, LINE, PEOPLE, ClaimsModel
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.people import readable
from annotator.window.theme import load_theme
from tests.window.article.several import ADA, BOB, CORA
from tests.window.article.several import PEOPLE as THREE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints

THEME = load_theme("light")


def line(number: int, person=ADA, tag: Tag = Tag.FACT, **more) -> ClaimLine:
    """The claim of that number by somebody, ten characters on from the one before."""
    span = Span(number * 10, number * 10 + 5)
    made = ClaimLine(
        f"c{number}", tag, span, f"quote {number}", (), (), 0, False, person.name, person.mine, False
    )
    return replace(made, author=person.id, **more)


@pytest.fixture
def panel(qtbot) -> ClaimsPanel:
    made = ClaimsPanel(THEME)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.set_people(THREE)
    made.set_claims([line(0), line(1, BOB), line(2, CORA)])
    made.show()
    return made


def shown(panel: ClaimsPanel) -> list[str]:
    model = panel.list.model()
    return [model.index(row, 0).data(LINE).id for row in range(model.rowCount())]


def data(panel: ClaimsPanel, row: int, role: int) -> object:
    found = panel.list.model().index(row, 0).data(role)
    if isinstance(found, list):
        return [plain(words) for words in found]
    return plain(found) if isinstance(found, str) else found


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def row_rect(panel: ClaimsPanel, row: int) -> QRect:
    return panel.list.visualRect(panel.list.model().index(row, 0))


def has(panel: ClaimsPanel, rect: QRect, ink: QColor) -> bool:
    seen = panel.list.viewport().grab(rect).toImage()
    return any(seen.pixelColor(x, y) == ink for x in range(seen.width()) for y in range(seen.height()))


def test_each_row_has_its_persons_dot(panel: ClaimsPanel) -> None:
    for row, person in enumerate((ADA, BOB, CORA)):
        inks = {each.id: readable(each.colour, THEME) for each in THREE}
        there = {name for name, ink in inks.items() if has(panel, row_rect(panel, row), ink)}
        assert there == {person.id}


def test_rows_are_as_they_were_while_all_claims_are_mine(panel: ClaimsPanel) -> None:
    tall = row_rect(panel, 0).height()
    panel.update_claims((), ["c1", "c2"])
    low = row_rect(panel, 0).height()
    assert low < tall
    assert data(panel, 0, PEOPLE) is None
    assert not has(panel, row_rect(panel, 0), readable(ADA.colour, THEME))
    panel.update_claims([line(1, BOB)])
    assert row_rect(panel, 0).height() == tall
    panel.set_claims([line(0)])
    assert row_rect(panel, 0).height() == low


def test_answers_stand_in_words_mine_first(panel: ClaimsPanel) -> None:
    verdicts = (("cora", Verdict.TO_DISCUSS), ("ada", Verdict.REJECTED), ("gone", Verdict.AGREED))
    panel.update_claims([line(1, BOB, verdicts=verdicts, comments=2)])
    assert data(panel, 1, COLLEAGUES) == ["you reject it", "Cora would discuss", "2 comments"]
    panel.update_claims([line(0, verdicts=(("bob", Verdict.AGREED), ("cora", Verdict.CHANGED)))])
    assert data(panel, 0, COLLEAGUES) == ["agreed by Bob Marlowe", "changed by Cora"]


def test_what_was_answered_before_a_change_is_said_as_that(panel: ClaimsPanel) -> None:
    before = (("cora", Verdict.REJECTED), ("ada", Verdict.AGREED), ("gone", Verdict.AGREED))
    panel.update_claims([line(1, BOB, verdicts=(), outdated=before)])
    assert data(panel, 1, COLLEAGUES) == ["changed since you answered", "changed since Cora answered"]


def test_a_version_says_whose_claim_it_stands_for(panel: ClaimsPanel) -> None:
    panel.update_claims([line(0, version_of="c1"), line(2, CORA, version_of="c0")])
    assert data(panel, 0, COLLEAGUES) == ["in place of Bob Marlowe’s claim"]
    assert data(panel, 2, COLLEAGUES) == []


def test_unread_words_are_a_dot_and_a_word(panel: ClaimsPanel) -> None:
    corner = QRect(row_rect(panel, 1).topLeft() + QPoint(10, 5), QSize(7, 7))
    assert not has(panel, corner, QColor(THEME.ink))
    panel.update_claims([line(1, BOB, unread=True)])
    assert has(panel, corner, QColor(THEME.ink))
    assert str(data(panel, 1, Qt.ItemDataRole.AccessibleTextRole)).startswith(
        "unread, Bob Marlowe’s reported fact, “quote 1”, no source yet"
    )


def test_the_claims_of_some_people_only(panel: ClaimsPanel) -> None:
    panel.show_people(frozenset({"bob", "ada"}))
    assert shown(panel) == ["c0", "c1"]
    panel.update_claims([line(3, CORA), line(4, BOB)])
    assert shown(panel) == ["c0", "c1", "c4"]
    panel.show_people(None)
    assert shown(panel) == ["c0", "c1", "c2", "c3", "c4"]


def test_nobody_shown_is_said(panel: ClaimsPanel) -> None:
    panel.show_people(frozenset())
    assert shown(panel) == []
    assert "Show more people" in panel.list.accessibleDescription()


PEOPLE_OF = st.sampled_from(THREE)
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 6), PEOPLE_OF, st.sampled_from(Tag)),
        st.tuples(st.just("drop"), st.integers(0, 6)),
        st.tuples(st.just("show"), st.sets(st.sampled_from(["ada", "bob", "cora"]))),
        st.tuples(st.just("all")),
    ),
    max_size=12,
)


@given(CHANGES)
@example([("show", {"ada"}), ("put", 0, BOB, Tag.FACT), ("put", 0, ADA, Tag.DENIAL), ("drop", 0)])
def test_counts_and_rows_are_those_of_the_people_shown_after_any_change(changes: list[tuple]) -> None:
    model = ClaimsModel()
    there: dict[str, ClaimLine] = {}
    people: frozenset[str] | None = None
    for what, *more in changes:
        if what == "put":
            made = line(*more)
            there[made.id] = made
            model.update([made])
        elif what == "drop":
            there.pop(f"c{more[0]}", None)
            model.update((), [f"c{more[0]}"])
        else:
            people = frozenset(more[0]) if what == "show" else None
            model.show_people(people)
        seen = [each for each in there.values() if people is None or each.author in people]
        rows = [model.index(row, 0).data(LINE) for row in range(model.rowCount())]
        assert rows == sorted(seen, key=lambda each: each.span.start)
        assert +model.counts() == Counter(each.tag for each in seen)
        assert model.has_others == any(not each.mine for each in there.values())


def test_people_and_other_filters_hold_together() -> None:
    model = ClaimsModel()
    model.set_lines([line(0, BOB, evidence=1), line(1, BOB), line(2, CORA, evidence=1)])
    model.show_people(frozenset({"bob"}))
    model.set_filter(ClaimFilter(evidence=True))
    assert [model.index(row, 0).data(LINE).id for row in range(model.rowCount())] == ["c0"]
