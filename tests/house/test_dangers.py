"""The finders of the gate find: each on a guilty piece of source, and not on an innocent one."""

import pytest

from tests.house import dangers
from tests.house.test_finders import found


@pytest.mark.parametrize(
    "line",
    [
        "zip.extractall()",
        "call(zip.extractall)",
        "extractall(zip)",
        "from zipfile import extractall as x\nextractall",
    ],
)
def test_uses_of_a_name(line: str) -> None:
    assert [name for _, name in found(dangers.uses, line, {"extractall"})] == ["extractall"]


def test_what_only_sounds_like_a_name_is_no_use() -> None:
    assert found(dangers.uses, "say('extractall'); extract_all(x)", {"extractall"}) == []


@pytest.mark.parametrize(
    "line",
    [
        "label = QLabel(title)",
        "label = QtWidgets.QLabel(title)",
        "class Label(QLabel): ...",
        "QMessageBox.warning(self, title, words)",
        "QToolTip.showText(place, words)",
        "box = QTextBrowser()",
    ],
)
def test_classes_that_read_markup(line: str) -> None:
    assert len(found(dangers.rich_classes, line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "label = plain_label(title)",
        "x: QLabel = label",
        "QTextEdit.ExtraSelection()",
        "box.exec()",
        "QLineEdit(words)",
    ],
)
def test_classes_that_do_not(line: str) -> None:
    assert found(dangers.rich_classes, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "chip.setToolTip(name)",
        "item.setToolTip(0, source.url)",
        "chip.setToolTip(say('editor.chip', name=name))",
        "chip.setToolTip('' if whole else name)",
        "def data(self, index, role):\n  if role == Qt.ItemDataRole.ToolTipRole:\n    return title",
    ],
)
def test_tips_of_data(line: str) -> None:
    assert len(found(dangers.tips_of_data, line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "chip.setToolTip(as_tip(name))",
        "chip.setToolTip(say('editor.chip'))",
        "chip.setToolTip('' if whole else as_tip(name))",
        "def data(self, index, role):\n  if role == Qt.ItemDataRole.ToolTipRole:\n    return as_tip(title)",
    ],
)
def test_tips_that_are_ours(line: str) -> None:
    assert found(dangers.tips_of_data, line) == []


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ('db.execute(f"SELECT * FROM {table}")', "table"),
        ('s = f"{column} = ? AND deleted"', "column"),
        ('db.execute("SELECT * FROM claims WHERE id = " + row_id)', "row_id"),
        ('db.execute("DELETE FROM claims WHERE id = %s" % row_id)', "row_id"),
        ('db.execute("SELECT {} FROM claims".format(names))', "names"),
        ("library.query(_LINES.format(which=which))", "which"),
        ("library.query(statement(order))", "statement(order)"),
    ],
)
def test_sql_that_is_built(line: str, part: str) -> None:
    assert found(dangers.built_sql, f"def f():\n    {line}") == [f"m.py f: {part}"]


@pytest.mark.parametrize(
    "line",
    [
        'db.execute("SELECT * FROM claims WHERE id = ?", (row_id,))',
        'db.execute(f"SELECT * FROM {kind.TABLE} WHERE {_LIVE}")',
        "db.execute(_INSERTS[kind], values)",
        'say(f"claim.{tag}"); name = first + " and " + last',
        "answers.format(name)",
    ],
)
def test_sql_that_is_written_out(line: str) -> None:
    assert found(dangers.built_sql, f"def f():\n    {line}") == []


def test_painters() -> None:
    assert len(found(dangers.open_painters, "painter = QPainter(self)")) == 1
    assert found(dangers.open_painters, "with QPainter(self) as painter: paint(painter)") == []
