"""The finders find: each on a bad piece of source, and not on a good one."""

import pytest

from tests.house import finders
from tests.house.finders import Module


def found(finder, source, *more):
    return list(finder(Module("m.py", source), *more))


def test_long_files_and_functions():
    line = "    x = 1\n"
    assert found(finders.too_long, "def f():\n" + line * 59) == []
    assert found(finders.too_long, "def f():\n" + line * 60) == ["m.py:1 f has 61 lines"]
    assert found(finders.too_long, "x = 1\n" * 500) == []
    assert found(finders.too_long, "x = 1\n" * 501) == ["m.py has 501 lines"]


@pytest.mark.parametrize(
    ("body", "complaints"),
    [
        ("self._label = QLabel('a')", 1),
        ("QtWidgets.QVBoxLayout(self).addWidget(child)", 2),
        ("self.form.addRow(a, b)", 1),
        ("self._build_list(); self._timer = QTimer(self); self._font = QFont()", 0),
    ],
)
def test_building_in_init(body, complaints):
    for method, expected in (("__init__", complaints), ("_build_list", 0)):
        source = f"class A:\n  def {method}(self):\n    {body}\n"
        assert len(found(finders.building_inits, source)) == expected


def test_missing_docstrings():
    source = '''
class A:
    def f(self): ...
    def paintEvent(self): ...
    @override
    def data(self): ...
    @f.setter
    def f(self): ...
    def _g(self): ...
class _B:
    def f(self): ...
def h(): ...
async def told():
    """Says so."""
    def inner(): ...
'''
    assert found(finders.without_docstring, source) == ["m.py:1 module", "m.py:2 A", "m.py:3 f", "m.py:12 h"]
    assert found(finders.without_docstring, "") == []


def test_docstrings_of_what_is_told_elsewhere():
    source = '''
"""A module."""
class Model({base}):
    """A class."""
    def data(self): ...
    def lines(self): ...
'''
    assert found(finders.without_docstring, source.format(base="QAbstractListModel")) == ["m.py:6 lines"]
    assert found(finders.without_docstring, source.format(base="QtCore.QAbstractListModel")) == [
        "m.py:6 lines"
    ]
    assert found(finders.without_docstring, source.format(base="RowsModel[Row]")) == ["m.py:6 lines"]
    assert found(finders.without_docstring, source.format(base="Protocol")) == []
    assert len(found(finders.without_docstring, source.format(base="Other"))) == 2


@pytest.mark.parametrize(
    "line", ["import PySide6", "from PySide6.QtCore import Qt", "def f():\n    import PySide6.QtGui as g"]
)
def test_imports(line):
    assert len(found(finders.imports, line, "PySide6")) == 1
    assert found(finders.imports, line, "sqlite3") == []


@pytest.mark.parametrize(
    "line",
    [
        'db.execute("INSERT INTO claims VALUES (1)")',
        'db.execute(f"update {table} set x = 1")',
        'db.execute("insert or replace\\n into claims")',
        'db.execute("DELETE FROM claims")',
        'db.execute("replace into claims")',
        'db["claims"].upsert(row)',
    ],
)
def test_sql_writes(line):
    assert len(found(finders.sql_writes, line)) == 1


def test_reading_is_no_write():
    good = 'db.execute("SELECT * FROM claims"); rows.insert(0, row); say("Set it to update"); a.update(b)'
    assert found(finders.sql_writes, good) == []


def test_calls():
    assert len(found(finders.calls, "label.setHtml(text)", "setHtml")) == 1
    assert len(found(finders.calls, "signal.connect(label.setHtml)", "setHtml")) == 1
    assert len(found(finders.bare_calls, "eval('1')", "eval", "exec")) == 1
    assert found(finders.bare_calls, "dialog.exec()", "eval", "exec") == []
    assert len(found(finders.shells, "run(line, shell=True)")) == 1
    assert found(finders.shells, "run(line, shell=False)") == []


def test_beginnings_of_keys():
    source = 'a = f"tag.{b}"; c = f"{b}.tag"; d = f"a.b.{c}"; e = f"A.{b}"; g = "x."; h = f"tag{b}"; i = f""'
    assert finders.beginnings(Module("m.py", source)) == {"tag.", "a.b."}


def test_icon_files():
    assert found(finders.icon_files, 'a = "tag.svg"; b = resource("icons/tag"); c = "svg"') == [
        "m.py icons/tag",
        "m.py tag.svg",
    ]


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ('say("file.gone")', True),
        ('raise BadInput("nothing")', True),
        ('raise errors.LibraryBusy("library.bussy", a=1)', True),
        ('KEYS = {1: "file.gone"}', True),
        ('say("file.empty"); say(key); raise BadInput("file.empty")', False),
        ('path / "file.txt"; open("other.word")', False),
        ('say(f"file.{kind}")', False),
    ],
)
def test_unknown_keys(line, unknown):
    assert bool(found(finders.unknown_keys, line, {"file.empty"})) is unknown


@pytest.mark.parametrize("text", ["/{}rk/main/a.py", "see https://py{}.org/simple", "'/{}ot/x'"])
def test_leaks(text):
    pieces = {"/{}rk": "wo", "https://py{}": "pi", "/{}ot": "ro"}  # apart, so that this file is none
    piece = next(piece for form, piece in pieces.items() if form in text)
    assert len(finders.leaks(text.format(piece))) == 1
    assert finders.leaks(text) == []


@pytest.mark.parametrize("text", ["home/{}rk/main", "https://www.w3.org/ns/anno.jsonld", "/usr/bin"])
def test_no_leaks(text):
    assert finders.leaks(text.format("wo")) == []
