"""Keeps a mistake in what Qt asks of our classes from bringing the whole program down.

PySide 6.11 puts an exception aside that leaves an override while Python itself called Qt, and looks into it
as if it were an object. On Python 3.11 one that the interpreter raised (a wrong index, a missing key) is none
yet, and the process dies. By being caught it becomes one, so there every override catches and raises again.
"""

import sys
from collections.abc import Callable, Iterator
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

_QTS = "PySide6."

#: What Qt asks for by names that this house might give too.
_SHORT = frozenset({"paint", "data", "event", "flags", "index", "parent"})


def mend_overrides() -> None:
    """Has every class made here raise whole exceptions, those that are there and those to come.

    From Python 3.12 on there is nothing to mend, and a second time neither.
    """
    if sys.version_info >= (3, 12) or getattr(QObject.__init_subclass__, "__func__", None) is _mend_new:
        return
    QObject.__init_subclass__ = classmethod(_mend_new)  # type: ignore[assignment]
    for kind in list(_below(QObject)):
        _mend(kind)


def is_asked_by_qt(name: str) -> bool:
    """Whether a method of that name is an override, as far as its name tells: `paintEvent`, `data`."""
    return name in _SHORT or (name[0].islower() and name != name.lower())


def _mend_new(kind: type[QObject], /, **named: Any) -> None:
    super(QObject, kind).__init_subclass__(**named)
    _mend(kind)


def _mend(kind: type[QObject]) -> None:
    if kind.__module__.startswith(_QTS):
        return
    for name, value in list(vars(kind).items()):
        if isinstance(value, FunctionType) and is_asked_by_qt(name):
            setattr(kind, name, _whole(value))


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def whole(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except Exception:  # noqa: TRY203 (this is what makes it whole)
            raise

    return whole


def _below(kind: type[QObject]) -> Iterator[type[QObject]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
