"""A review file that was read and not taken in yet."""

from dataclasses import dataclass
from pathlib import Path

from annotator.model.deliveries import Delivery, Summary
from annotator.model.rows import Article, Reviewer, Revision, Text


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file, what it holds, and what taking it in would do."""

    path: Path
    delivery: Delivery
    summary: Summary

    def name_of(self, person: str) -> str:
        """The name that the file gives a person by id; empty where it gives none."""
        rows = (one.row for one in self.delivery.rows)
        return next((row.name for row in rows if isinstance(row, Reviewer) and row.id == person), "")

    def text_of(self, article: str) -> tuple[str, str]:
        """The title and the newest text of an article of the file, both empty where it has none."""
        rows = [one.row for one in self.delivery.rows]
        title = next((row.title for row in rows if isinstance(row, Article) and row.id == article), "")
        revisions = [row for row in rows if isinstance(row, Revision) and row.article == article]
        newest = max(revisions, key=lambda row: row.position, default=None)
        bodies = (row.body for row in rows if isinstance(row, Text) and newest and row.id == newest.text)
        return title, next(bodies, "")


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and the sentence that says why."""

    path: Path
    why: str
