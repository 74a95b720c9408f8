"""Reading an article to its end: the sentences with nothing in them are ticked off."""

from dataclasses import dataclass

from annotator.desk.work import Command, Work
from annotator.model.errors import BadInput
from annotator.model.rows import ReadMark
from annotator.model.spans import Span


@dataclass(frozen=True, slots=True)
class MarkRead(Command):
    """Ticks sentences as read: nothing here."""

    LABEL = "step.read"

    article: str
    spans: tuple[Span, ...]

    def apply(self, work: Work) -> None:
        """Makes a mark for each that has none of mine. Raises BadInput for a span outside the text."""
        revision = work.revision_of(self.article)
        length = len(work.text_of(revision))
        ticked = {(mark.start, mark.end) for mark in _mine(work, revision.id)}
        work.scope(self.article)
        for span in self.spans:
            if not len(span) or span.end > length:
                raise BadInput("read.no_sentence")
            if (span.start, span.end) not in ticked:
                mark = ReadMark(work.new_id(), self.article, revision.id, span.start, span.end)
                work.step.write(mark)
                ticked.add((span.start, span.end))


@dataclass(frozen=True, slots=True)
class UnmarkRead(Command):
    """Takes one's own ticks off sentences."""

    LABEL = "step.unread"

    article: str
    spans: tuple[Span, ...]

    def apply(self, work: Work) -> None:
        """Removes the marks on exactly these spans."""
        revision = work.revision_of(self.article)
        work.scope(self.article)
        wanted = {(span.start, span.end) for span in self.spans}
        for mark in _mine(work, revision.id):
            if (mark.start, mark.end) in wanted:
                work.step.remove(ReadMark, mark.id)


def _mine(work: Work, revision: str) -> list[ReadMark]:
    return work.of_mine(ReadMark, revision=revision)
