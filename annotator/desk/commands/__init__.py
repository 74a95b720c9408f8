"""What a person can do to a library, one module for each subject.

A window shows an article before anybody can do anything: there, a subject is loaded when it is first named,
as in `commands.claims.TagClaim(...)`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from annotator.desk.commands import (
        answers,
        articles,
        calls,
        claims,
        comments,
        finishing,
        packets,
        people,
        points,
        reading,
        remarks,
        responses,
        reviewing,
        sources,
        sourcing,
        statuses,
    )

__all__ = [
    "answers",
    "articles",
    "calls",
    "claims",
    "comments",
    "finishing",
    "packets",
    "people",
    "points",
    "reading",
    "remarks",
    "responses",
    "reviewing",
    "sources",
    "sourcing",
    "statuses",
]


def __getattr__(name: str) -> "ModuleType":
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
