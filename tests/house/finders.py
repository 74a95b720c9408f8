"""What breaks the rules of the house: each finder takes a module and names the places."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

TOP = Path(__file__).parents[2]
WINDOW = "annotator/window/"
STORE = "annotator/store/"

LINES_OF_A_FILE = 500
LINES_OF_A_FUNCTION = 60

_WIDGET = re.compile(r"Q\w*(Label|Button|Edit|Box|Layout|Widget|View|Bar|Menu|Action|Splitter|Slider)")
_BUILDING = {"addWidget", "addLayout", "addRow", "addTab", "addAction", "addMenu", "addToolBar", "setLayout"}
_SQL_WRITE = re.compile(
    r"\b(insert\s+(or\s+\w+\s+)?into|replace\s+into|update\s+\S+\s+set|delete\s+from)\b", re.IGNORECASE
)
_SQL_WRITERS = {"upsert", "upsert_all", "insert_all", "delete_where"}
_KEY = re.compile(r"[a-z_]+(\.[a-z_ ]+)+")
_FILE_ENDINGS = {"sqlite", "lock", "log", "txt", "md", "csv", "json", "docx", "html", "svg", "py"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A source file: its name from the top of the project, with slashes, and its text."""

    name: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    def at(self, node: ast.stmt | ast.expr, what: str) -> str:
        return f"{self.name}:{node.lineno} {what}"


@cache
def modules() -> list[Module]:
    """The modules of the application, each read and parsed once."""
    files = sorted((TOP / "annotator").rglob("*.py"))
    return [Module(file.relative_to(TOP).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def complaints(
    finder: Callable[..., Iterator[str]], *more: object, apart: tuple[str, ...] = (), within: str = ""
) -> list[str]:
    """What a finder says of all modules `within` a folder but for those whose names begin as in `apart`."""
    chosen = [m for m in modules() if m.name.startswith(within) and not m.name.startswith(apart)]
    return [complaint for module in chosen for complaint in finder(module, *more)]


def too_long(module: Module) -> Iterator[str]:
    lines = module.source.count("\n")
    if lines > LINES_OF_A_FILE:
        yield f"{module.name} has {lines} lines"
    for node in module.nodes:
        if isinstance(node, Function):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LINES_OF_A_FUNCTION:
                yield module.at(node, f"{node.name} has {length} lines")


def building_inits(module: Module) -> Iterator[str]:
    """Widgets and layouts made or put together in an `__init__` instead of a method of their own."""
    for init in module.nodes:
        if isinstance(init, ast.FunctionDef) and init.name == "__init__":
            for node in ast.walk(init):
                if isinstance(node, ast.Call):
                    name = called(node)
                    if name in _BUILDING or _WIDGET.fullmatch(name):
                        yield module.at(node, f"{name} in __init__")


def without_docstring(module: Module) -> Iterator[str]:
    """Public modules, classes and functions that do not say what they are.

    Overrides of Qt need not, nor members of a Protocol, which are told where they are built.
    """
    if module.source.strip() and not ast.get_docstring(module.tree):
        yield f"{module.name}:1 module"
    yield from _members_without_docstring(module, module.tree)


def _members_without_docstring(module: Module, parent: ast.Module | ast.ClassDef) -> Iterator[str]:
    told_elsewhere = _told_elsewhere(parent) if isinstance(parent, ast.ClassDef) else set()
    for node in parent.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if node.name in told_elsewhere or _is_override(node) or _is_setter(node):
            continue
        if not ast.get_docstring(node):
            yield module.at(node, node.name)
        if isinstance(node, ast.ClassDef):
            yield from _members_without_docstring(module, node)


def _told_elsewhere(node: ast.ClassDef) -> set[str]:
    """The names of a Protocol's members, and those that a class has from Qt: `paint`, `data`."""
    bases = _named_bases(node)
    if "Protocol" in bases:
        return {member.name for member in node.body if isinstance(member, Function)}
    while ours := {above for base in bases for above in _our_bases().get(base, ())} - bases:
        bases |= ours
    kinds = [getattr(part, base, None) for part in (QtCore, QtGui, QtWidgets) for base in bases]
    return {name for kind in kinds if kind is not None for name in dir(kind)}


def _named_bases(node: ast.ClassDef) -> set[str]:
    return {name_of(base.value if isinstance(base, ast.Subscript) else base) for base in node.bases}


@cache
def _our_bases() -> dict[str, set[str]]:
    """What each class of the window is made from, by name: many come to Qt through another of ours."""
    window = (module for module in modules() if module.name.startswith("annotator/window/"))
    classes = (node for module in window for node in module.nodes if isinstance(node, ast.ClassDef))
    return {node.name: _named_bases(node) for node in classes}


def _is_override(node: Function | ast.ClassDef) -> bool:
    """A method by one of Qt's names, which are camelCase, or marked as an override."""
    marked = any(isinstance(mark, ast.Name) and mark.id == "override" for mark in node.decorator_list)
    return marked or (isinstance(node, Function) and node.name != node.name.lower())


def _is_setter(node: Function | ast.ClassDef) -> bool:
    return any(isinstance(mark, ast.Attribute) and mark.attr == "setter" for mark in node.decorator_list)


def imports(module: Module, *packages: str) -> Iterator[str]:
    """Imports of the packages, anywhere in the module."""
    for node in module.nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name.split(".")[0] in packages:
                yield module.at(node, f"import of {name}")


def sql_writes(module: Module) -> Iterator[str]:
    """Statements, and methods of sqlite-utils, that write rows."""
    inside = {id(part) for node in module.nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in module.nodes:
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in inside:
            if _SQL_WRITE.search(text_of(node)):
                yield module.at(node, text_of(node).strip()[:60])
        elif isinstance(node, ast.Call) and called(node) in _SQL_WRITERS:
            yield module.at(node, called(node))


def text_of(node: ast.expr) -> str:
    """The text of a literal, an `x` where an f-string fills something in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) for part in node.values)
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "x"


def calls(module: Module, *names: str) -> Iterator[str]:
    """Calls of a function or method by one of the names, or mentions of it as a value."""
    for node in module.nodes:
        if isinstance(node, ast.Attribute | ast.Name) and name_of(node) in names:
            yield module.at(node, name_of(node))


def bare_calls(module: Module, *names: str) -> Iterator[str]:
    """Calls of a function by its bare name: `exec(...)`, not `dialog.exec()`."""
    for node in module.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield module.at(node, node.func.id)


def shells(module: Module) -> Iterator[str]:
    """Calls with `shell=` anything but False."""
    for node in module.nodes:
        if isinstance(node, ast.keyword) and node.arg == "shell":
            value = node.value
            if not isinstance(value, ast.Constant) or value.value is not False:
                yield module.at(value, "shell")


def strings(module: Module) -> set[str]:
    """Every literal string of the module, parts of f-strings included."""
    return {
        node.value for node in module.nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def beginnings(module: Module) -> set[str]:
    """What keys put together from a value begin with: `tag.` of `f"tag.{claim.tag}"`."""
    first = [node.values[0] for node in module.nodes if isinstance(node, ast.JoinedStr) and node.values]
    return {text_of(part) for part in first if re.fullmatch(r"([a-z_]+\.)+", text_of(part))}


def icon_files(module: Module) -> Iterator[str]:
    """Names of icon files."""
    for text in sorted(strings(module)):
        if re.fullmatch(r"\S+\.svg|icons/\S*", text):
            yield f"{module.name} {text}"


def unknown_keys(module: Module, known: set[str]) -> Iterator[str]:
    """Message keys that no sentence has.

    A key is what `say` is called with, what an error is raised with, and any other literal that
    begins as the known keys of some group do (`library.…`), file names apart.
    """
    groups = {key.split(".")[0] for key in known}
    certain = {id(node.args[0]) for node in module.nodes if isinstance(node, ast.Call) and _takes_key(node)}
    for node in module.nodes:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node.value in known:
            continue
        first, last = node.value.split(".")[0], node.value.split(".")[-1]
        looks_like_one = _KEY.fullmatch(node.value) and first in groups and last not in _FILE_ENDINGS
        if id(node) in certain or looks_like_one:
            yield module.at(node, node.value)


def _takes_key(call: ast.Call) -> bool:
    errors = {"BadInput", "LibraryRefused", "LibraryBusy", "WriteFailed", "NotAllowed", "NothingFound"}
    return bool(call.args) and called(call) in errors | {"say", "say_all", "CannotUndo", "RedPencilError"}


def leaks(text: str) -> list[str]:
    """Paths of one machine and hosts of package registries; put together so that this file names none."""
    folders = "|".join(name + end for name, end in (("wo", "rk"), ("fa", "rm"), ("ro", "ot")))
    hosts = "|".join(
        name + end
        for name, end in (("python", "hosted"), ("pypi", r"\.org"), ("registry", r"\.npm"), ("deb", r"\.deb"))
    )
    return re.findall(rf"(?<![\w.~])/(?:{folders})/\S*|(?:{hosts})\S*", text)


def called(call: ast.Call) -> str:
    return name_of(call.func)


def name_of(node: ast.expr) -> str:
    """The last name of `a.b.c`, or a bare name; nothing for other expressions."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
