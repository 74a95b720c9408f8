"""What could let somebody in, or read what people wrote as markup, code or commands: finders for the gate."""

import ast
import re
from collections.abc import Container, Iterator

from tests.house.finders import Function, Module, called, name_of, text_of

#: Classes that show words as markup where these look like it, unless told otherwise.
_RICH = {
    *("QLabel", "QMessageBox", "QToolTip", "QTextBrowser", "QTextEdit", "QErrorMessage", "QProgressDialog"),
    *("QInputDialog", "QWhatsThis", "QStaticText", "QGraphicsTextItem", "QSystemTrayIcon", "QSplashScreen"),
}
_TIPS = {"setToolTip", "setStatusTip", "setWhatsThis", "setTabToolTip"}
_SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|REPLACE|PRAGMA|CREATE|DROP|ALTER|ATTACH|FROM|WHERE|JOIN|UNION|VALUES|"
    r"ORDER BY|GROUP BY|EXISTS|MATCH|LIMIT)\b| AND | OR | IN \(|[=<>] ?[?:]|\bNOT \w+\.\w+"
)
_RUNNING = {"execute", "executemany", "executescript", "query"}
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")


def uses(module: Module, names: Container[str]) -> Iterator[tuple[str, str]]:
    """Each place where one of the names is called or mentioned, and which."""
    for node in module.nodes:
        if isinstance(node, ast.Attribute | ast.Name) and (name := name_of(node)) in names:
            yield module.at(node, ""), name


def rich_classes(module: Module) -> Iterator[str]:
    """Makes of a class that reads markup, calls of its own functions, and classes made from it."""
    for node in module.nodes:
        if isinstance(node, ast.Call):
            of = node.func.value if isinstance(node.func, ast.Attribute) else node.func
            if name_of(node.func) in _RICH or (name_of(of) in _RICH and name_of(node.func)[0].islower()):
                yield module.at(node, ast.unparse(node.func))
        elif isinstance(node, ast.ClassDef):
            yield from (module.at(node, node.name) for base in node.bases if name_of(base) in _RICH)


def tips_of_data(module: Module) -> Iterator[str]:
    """Tool tips of anything but a sentence without values, unless they went through `as_tip`."""
    for node in module.nodes:
        if isinstance(node, ast.Call) and called(node) in _TIPS and node.args and not _is_ours(node.args[-1]):
            yield module.at(node, ast.unparse(node)[:80])
        if isinstance(node, Function) and "ToolTipRole" in module.source:
            names = {name_of(part) for part in ast.walk(node) if isinstance(part, ast.Attribute | ast.Name)}
            if "ToolTipRole" in names and "as_tip" not in names:
                yield module.at(node, f"{node.name}: ToolTipRole")


def _is_ours(words: ast.expr) -> bool:
    """Whether words are a literal, a sentence by its key alone, went through `as_tip`, or are one of such."""
    if isinstance(words, ast.IfExp):
        return _is_ours(words.body) and _is_ours(words.orelse)
    if isinstance(words, ast.Call):
        return called(words) == "as_tip" or (called(words) == "say" and not words.keywords)
    return isinstance(words, ast.Constant)


def built_sql(module: Module) -> Iterator[str]:
    """What is put into statements that are not written out, and in which function: `find: table`.

    Constants by name (`_COLUMNS`, `kind.TABLE`) are as good as written out, and so is what is put together
    while a module is loaded, when there is no data yet.
    """
    for scope, node in _with_scope(module.tree, ""):
        if scope:
            parts = {ast.unparse(part) for part in _filled_in(node) if not _is_constant(part)}
            yield from (f"{module.name} {scope}: {part}" for part in sorted(parts))


def _filled_in(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement that is put together here takes from elsewhere."""
    if isinstance(node, ast.JoinedStr) and _SQL.search(text_of(node)):
        yield from (part.value for part in node.values if isinstance(part, ast.FormattedValue))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        if any(_SQL.search(text_of(side)) for side in (node.left, node.right)):
            yield from (node.left, node.right)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in {"format", "replace", "format_map"} and _is_sql(node.func.value):
            yield from (*node.args, *(word.value for word in node.keywords))
        elif node.func.attr in _RUNNING and node.args and isinstance(node.args[0], ast.Call | ast.Subscript):
            yield node.args[0]


def _with_scope(node: ast.AST, scope: str) -> Iterator[tuple[str, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        yield scope, child
        yield from _with_scope(child, child.name if isinstance(child, Function) else scope)


def _is_sql(node: ast.expr) -> bool:
    """Whether a value that is filled in later is a statement: written out, or a constant of the store."""
    return bool(_CONSTANT.fullmatch(name_of(node))) or bool(_SQL.search(text_of(node)))


def _is_constant(node: ast.expr) -> bool:
    if isinstance(node, ast.Subscript):
        return _is_constant(node.value)
    if isinstance(node, ast.IfExp):
        return _is_constant(node.body) and _is_constant(node.orelse)
    if isinstance(node, ast.Call) and isinstance(
        node.func, ast.Attribute
    ):  # what is filled in is looked at there
        return node.func.attr in {"format", "replace"} and _is_constant(node.func.value)
    return bool(_CONSTANT.fullmatch(name_of(node))) or isinstance(
        node, ast.Constant | ast.JoinedStr | ast.BinOp
    )


def open_painters(module: Module) -> Iterator[str]:
    """Painters outside a `with`: one left at work by a mistake takes the program along."""
    guarded = {
        id(item.context_expr) for node in module.nodes if isinstance(node, ast.With) for item in node.items
    }
    for node in module.nodes:
        if isinstance(node, ast.Call) and called(node) == "QPainter" and id(node) not in guarded:
            yield module.at(node, "QPainter")
