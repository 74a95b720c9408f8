"""What may be seen is said in one place: whatever reads for people reads the views of `store.sight`."""

import ast
import re
from collections.abc import Iterator

from annotator.model.rows import KIND_OF
from annotator.store.sight import VEILED
from tests.house.finders import Module, modules

#: Where statements stand whose rows people get to see.
READING = ("annotator/store/reading/", "annotator/store/search/", "annotator/store/steps.py")
#: The index holds everybody's words, and those who read it join it with what may be seen. What travels is
#: gathered from the rows themselves, by a rule of its own.
APART = ("annotator/store/search/index.py", "annotator/store/reading/deliveries.py")

_BARE = re.compile(rf"\b(?:FROM|JOIN)\s+({'|'.join(VEILED)})\b", re.IGNORECASE)
_TAKE = {"find", "where", "stored", "stored_many", "stamped"}
_KINDS = {KIND_OF[table].__name__ for table in VEILED}


def bare_tables(module: Module) -> Iterator[str]:
    """Statements that read a table past its view."""
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for found in _BARE.finditer(node.value):
                yield module.at(node, found[1])


def bare_rows(module: Module) -> Iterator[str]:
    """Rows that a query takes from the library itself."""
    for node in module.nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        kind = node.args[0]
        if node.func.attr in _TAKE and isinstance(kind, ast.Name) and kind.id in _KINDS:
            yield module.at(node, kind.id)


def test_reading_goes_through_the_views():
    read = [m for m in modules() if m.name.startswith(READING) and not m.name.startswith(APART)]
    assert len(read) > 8
    assert [complaint for module in read for complaint in bare_tables(module)] == []


def test_queries_take_no_rows_past_them():
    asked = [
        m for m in modules() if m.name.startswith(("annotator/desk/queries/", "annotator/desk/transfer"))
    ]
    assert len(asked) > 8
    assert [complaint for module in asked for complaint in bare_rows(module)] == []


def test_the_finders_find():
    module = Module(
        "m.py", 'a = "SELECT 1 FROM x JOIN\\n claims c"\nb = "FROM seen_claims"\nlib.where(Claim, id=1)'
    )
    assert list(bare_tables(module)) == ["m.py:1 claims"]
    assert list(bare_rows(module)) == ["m.py:3 Claim"]
