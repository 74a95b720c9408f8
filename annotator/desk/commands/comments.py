"""The thread under a claim."""

from dataclasses import dataclass, replace

from annotator.desk.work import Command, Work
from annotator.model.errors import BadInput
from annotator.model.rows import Comment
from annotator.text.order import between


@dataclass(frozen=True, slots=True)
class AddComment(Command):
    """Adds an entry to the thread of a claim, anybody's, also of one that was withdrawn."""

    LABEL = "step.comment"

    claim: str
    body: str

    def apply(self, work: Work) -> None:
        """Adds the comment at the end. Raises BadInput for one without words."""
        body = _words(self.body)
        claim = work.on_claim(self.claim)
        thread = [entry for one in work.alike(claim.id) for entry in work.library.where(Comment, claim=one)]
        last = max((entry.position for entry in thread), default=None)
        made = Comment(work.new_id(), claim.id, between(last, None), body)
        work.step.write(made)
        work.made.append(made.id)


@dataclass(frozen=True, slots=True)
class EditComment(Command):
    """Changes one's own comment."""

    LABEL = "step.edit_comment"

    comment: str
    body: str

    def apply(self, work: Work) -> None:
        """Writes the comment anew. Raises BadInput for one without words."""
        body = _words(self.body)
        there = work.own(Comment, self.comment)
        work.on_claim(there.claim)
        work.step.write(replace(there, body=body))


@dataclass(frozen=True, slots=True)
class RemoveComment(Command):
    """Takes one's own comment away."""

    LABEL = "step.remove_comment"

    comment: str

    def apply(self, work: Work) -> None:
        """Removes the comment."""
        there = work.own(Comment, self.comment)
        work.on_claim(there.claim)
        work.step.remove(Comment, there.id)


def _words(body: str) -> str:
    if not body.strip():
        raise BadInput("comment.needs_words")
    return body.strip()
