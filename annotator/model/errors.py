"""Errors a person can do something about; each carries a message key and the values for its sentence."""


class RedPencilError(Exception):
    """A known problem: `key` names the sentence in `words`, `values` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return f"{self.key} {self.values}"


class BadInput(RedPencilError):
    """A file, text or field that cannot be taken as it is."""


class LibraryRefused(RedPencilError):
    """A library file that is newer, foreign, empty, damaged or out of reach; it was left as it is."""


class LibraryBusy(RedPencilError):
    """Another window or program holds the library."""


class WriteFailed(RedPencilError):
    """The disk did not take a change; the library is as it was before it."""


class NotAllowed(RedPencilError):
    """A command the rules forbid, such as editing another reviewer's claim."""


class NothingFound(RedPencilError):
    """No article, claim, source or reviewer by that name or id."""


class CannotUndo(RedPencilError):
    """A step that something later depends on; the values name the later step."""


class Cancelled(RedPencilError):
    """The person stopped a long piece of work; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("work.cancelled")
