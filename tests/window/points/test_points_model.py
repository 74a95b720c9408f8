"""The rows of the panel: what changes is told alone, and comes to what building them anew would."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QListView

from annotator.desk.checks.table import place
from annotator.model.spans import Span
from annotator.window.points.model import PointsModel
from annotator.window.points.panel import PointsPanel
from annotator.window.theme import load_theme
from tests.window.points.test_points_panel import ALL, LATER_MUST, LOOK, MUST, point

RULES = ("allegation-without-source", "single-source", "same-sentence-twice")
POINTS = st.builds(
    lambda rule, start, waived, words: replace(
        point(rule, start, waived=waived, waived_by="Noor" if waived else ""), quote=words
    ),
    st.sampled_from(RULES),
    st.integers(0, 12),
    st.sampled_from(["", "", "known"]),
    st.sampled_from(["", "words", "others"]),
)
#: Points in their order, each key once, as the rules give them.
PAGES = st.lists(POINTS, max_size=14, unique_by=lambda one: one.key).map(
    lambda points: tuple(sorted(points, key=place))
)


class Follower:
    """Keeps the rows by what the model tells of changes, as a view does."""

    def __init__(self, model: PointsModel) -> None:
        self._model = model
        self.rows = list(model.rows)
        self.resets = 0
        model.rowsRemoved.connect(self._removed)
        model.rowsInserted.connect(self._inserted)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._reset)

    def _removed(self, _, first, last):
        del self.rows[first : last + 1]
        assert len(self.rows) == self._model.rowCount()

    def _inserted(self, _, first, last):
        self.rows[first:first] = self._model.rows[first : last + 1]
        assert len(self.rows) == self._model.rowCount()

    def _changed(self, first, last, roles):
        for at in range(first.row(), last.row() + 1):
            if Qt.ItemDataRole.SizeHintRole not in roles:
                assert self.rows[at].shape == self._model.rows[at].shape
            self.rows[at] = self._model.rows[at]

    def _reset(self):
        self.resets += 1


@given(st.lists(st.tuples(PAGES, st.booleans()), min_size=2, max_size=4))
def test_what_is_told_step_by_step_comes_to_what_is_built_anew(pages):
    model = PointsModel()
    follower = Follower(model)
    for points, unfolded in pages:
        before = list(model.rows)
        anew = PointsModel()
        anew.set_points(points, with_waived=unfolded)
        assert model.set_points(points, with_waived=unfolded) is (before != anew.rows)
        assert model.rows == follower.rows == anew.rows
    assert not follower.resets


def test_a_point_that_changes_moves_no_other():
    model = PointsModel()
    model.set_points(ALL, with_waived=False)
    told = []
    model.dataChanged.connect(lambda first, last, roles: told.append((first.row(), last.row(), list(roles))))
    kept = QPersistentModelIndex(model.index(model.row_of(LOOK.key), 0))
    model.set_points((MUST, replace(LATER_MUST, quote="other"), *ALL[2:]), with_waived=False)
    ((first, last, roles),) = told
    assert first == last == model.row_of(LATER_MUST.key)
    assert Qt.ItemDataRole.SizeHintRole not in roles  # one line of words as before
    model.set_points((replace(LATER_MUST, quote=""), *ALL[2:]), with_waived=False)
    heading, changed = told[1:]  # the heading counts one less
    assert (heading[0], changed[0]) == (0, model.row_of(LATER_MUST.key))
    assert Qt.ItemDataRole.SizeHintRole not in heading[2]
    assert Qt.ItemDataRole.SizeHintRole in changed[2]  # no line of words at all
    assert kept.row() == model.row_of(LOOK.key)


def shown(panel: PointsPanel) -> list[tuple[str, tuple[int, int, int, int]]]:
    view: QListView = panel.list
    indexes = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    return [(index.data(), view.visualRect(index).getRect()) for index in indexes]


def test_cards_stand_where_they_would_stand_in_a_list_that_is_built_anew(qtbot):
    many = tuple(point(RULES[n % 2], 10 * n) for n in range(30))
    longer = replace(many[4], quote="", span=Span(45, 50))
    pages = (
        many,
        many[:7] + many[8:],
        (*many[:4], longer, *many[5:]),
        tuple(replace(one, waived="w" * 90, waived_by="N") if n % 3 else one for n, one in enumerate(many)),
        many[10:12],
        many,
    )

    def made() -> PointsPanel:
        panel = PointsPanel(load_theme("light"))
        qtbot.addWidget(panel)
        panel.resize(345, 500)
        panel.show()
        return panel

    kept = made()
    for width, page in zip((345, 345, 290, 345, 345, 400), pages, strict=True):
        page = tuple(sorted(page, key=place))  # noqa: PLW2901
        kept.resize(width, 500)
        kept.set_points(page)
        anew = made()
        anew.resize(width, 500)
        anew.set_points(page)
        QApplication.processEvents()
        for panel in (kept, anew):
            panel.list.verticalScrollBar().setValue(0)
        assert shown(kept) == shown(anew)
