"""What a command did: the rows it changed and the things a window must read again."""

from dataclasses import dataclass, field

#: The scope of steps that touch what belongs to no single article.
LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; `None` before means it was made, `deleted` marks a removal."""

    table: str
    id: str
    before: dict[str, object] | None
    after: dict[str, object]


@dataclass(frozen=True, slots=True)
class Changes:
    """The answer of a command; nothing was written where `step` is empty.

    `kind` is do, undo or redo, `pick` is the claim to show next, `notice` a message key with `values`,
    `saved` ISO 8601 in UTC.
    """

    step: str = ""
    label: str = ""
    values: dict[str, str] = field(default_factory=dict)
    kind: str = "do"
    articles: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    sources: bool = False
    articles_list: bool = False
    read_marks: bool = False
    pick: str | None = None
    made: tuple[str, ...] = ()
    notice: str = ""
    notice_values: dict[str, str] = field(default_factory=dict)
    saved: str = ""
