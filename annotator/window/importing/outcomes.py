"""What became of each file of an import, in words: what the report shows and what is copied of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotator.desk.reading_files import told
from annotator.model.drafts import Draft, Note
from annotator.model.received import Received
from annotator.text.addresses import is_address
from annotator.text.identity import article_id
from annotator.window.flow.batch import Report
from annotator.words import say, say_all


class Outcome(StrEnum):
    """What became of a file, in the order in which the report shows it."""

    WAITS = "waits"
    FAILED = "failed"
    THERE = "there"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Line:
    """One file: its name, what it became, and the article to open, "" for none.

    What waits has a `draft` or `claims` to be looked at; `place` is where it was read from.
    """

    outcome: Outcome
    place: str
    words: str
    article: str = ""
    draft: Draft | None = None
    claims: Received | None = None

    @property
    def name(self) -> str:
        """The file's bare name, or the address."""
        return self.place if is_address(self.place) else Path(self.place).name

    @property
    def spoken(self) -> str:
        """The whole line, as a screen reader says it."""
        return say("importing.line", name=self.name, words=self.words)


def outcomes(report: Report) -> list[Line]:
    """A line for each file that was read or could not be."""
    read = report.read
    lines = [_waits(place, draft) for place, draft in report.unsure]
    lines += [_claims(str(path), received) for path, received in read.claims]
    lines += [Line(Outcome.FAILED, problem.place, told(problem)) for problem in read.problems]
    here = set(report.here)
    for place, draft in report.sure:
        lines.append(came_in(place, draft, report.problem, here))
    order = list(Outcome)
    return sorted(lines, key=lambda line: order.index(line.outcome))


def came_in(place: str, draft: Draft, problem: str, here: set[str]) -> Line:
    """The line of a file that nobody needed to look at; `here` learns what is in the library now."""
    if problem:
        return Line(Outcome.FAILED, place, problem)
    article = article_id(draft.text)
    outcome = Outcome.THERE if article in here else Outcome.NEW
    here.add(article)
    return Line(outcome, place, " · ".join([draft.title, *_told(draft.notes)]), article)


def in_short(lines: Iterable[Line]) -> str:
    """How many came in, were there, wait and did not come in, in one sentence."""
    all_of_them = list(lines)
    counts = [
        (outcome, sum(line.outcome is outcome for line in all_of_them)) for outcome in reversed(Outcome)
    ]
    return ", ".join(say(f"importing_count.{outcome}", count=count) for outcome, count in counts if count)


def as_text(lines: Sequence[Line], rest: str = "") -> str:
    """The report for the clipboard: the files under their headings, `rest` at the end."""
    blocks = []
    for outcome in Outcome:
        there = [line.spoken for line in lines if line.outcome is outcome]
        if there:
            blocks.append("\n".join([heading(outcome, len(there)), *there]))
    return "\n\n".join([*blocks, rest] if rest else blocks) + "\n"


def heading(outcome: Outcome, count: int) -> str:
    """The heading over files that became the same."""
    return say(f"importing_group.{outcome}", count=count)


def _waits(place: str, draft: Draft) -> Line:
    why = "importing.look_paragraphs" if draft.sure else "importing.look_letters"
    return Line(Outcome.WAITS, place, " ".join([say(why), *_told(draft.notes)]), draft=draft)


def _claims(place: str, received: Received) -> Line:
    from annotator.formats.registry import called

    count = sum(len(text.marks) for text in received.texts)
    words = say("importing.look_claims", count=count, format=called(received.format))
    return Line(Outcome.WAITS, place, words, claims=received)


def _told(notes: Iterable[Note]) -> list[str]:
    return [say_all(key, values) for key, values in notes]
