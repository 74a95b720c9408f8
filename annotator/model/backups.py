"""Copies of a library that are kept in case: which there are, and how they differ from the present one."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotator.model.steps import StepLine


class Occasion(StrEnum):
    """What a backup was made at."""

    START = "start"
    WORK = "work"
    MIGRATION = "migration"
    MERGE = "merge"
    RESTORE = "restore"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was opened and found sound before it got its name.

    `number` counts the backups of a library and orders them whatever the clock said; `made` is the time in
    ISO 8601 and UTC, `size` in bytes.
    """

    path: Path
    number: int
    made: str
    occasion: Occasion
    size: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Claims, articles and sources, each a number of rows that live."""

    claims: int = 0
    articles: int = 0
    sources: int = 0


@dataclass(frozen=True, slots=True)
class BackupDifference:
    """What going back to a backup would change.

    `holds` is what stands in it; `steps` how many steps the present library is ahead, the `newest` of them
    first (at most twenty); `gone` what would not be there any more, `changed` what would say something
    else, `back` what is in the backup only. `ahead` is False where the backup is no earlier state of
    the present library, so that steps cannot be counted; `readable` False where the present one cannot
    be read at all.
    """

    holds: Counted
    steps: int = 0
    newest: tuple[StepLine, ...] = ()
    gone: Counted = Counted()
    changed: Counted = Counted()
    back: Counted = Counted()
    ahead: bool = True
    readable: bool = True
