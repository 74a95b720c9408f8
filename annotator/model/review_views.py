"""How far an article is between colleagues: who is done, what waits, who signed off, ready to show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignOffView:
    """An editor's word that an article is settled, ISO 8601; `changed` are claims touched after it."""

    id: str
    author: str
    reviewer: str
    mine: bool
    at: str
    note: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewState:
    """How an article stands for me.

    `blind` while colleagues' tags are hidden from me, `assigned` where it was given to me, `done` the ids of
    people who have finished tagging, `unread` claims with words of colleagues that I have not seen, `waiting`
    my claims where a colleague's word waits for mine.
    """

    article: str
    assigned: bool = False
    blind: bool = False
    instructions: str = ""
    i_am_done: bool = False
    done: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    sign_off: SignOffView | None = None


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """A cell of the grid of who is done with what: one article given to one person.

    `returned` where rows of that person on the article came in, `claims` how many (0 while they are hidden
    from me), `at` when done, ISO 8601.
    """

    id: str
    article: str
    title: str
    person: str
    name: str
    blind: bool
    done: bool
    returned: bool
    claims: int
    at: str = ""
