"""Which allegations a denial answers."""

from dataclasses import dataclass, replace

from annotator.desk.work import Command, Work
from annotator.model.enums import Tag
from annotator.model.errors import BadInput
from annotator.model.rows import Answer, Claim


@dataclass(frozen=True, slots=True)
class Link(Command):
    """Says that a denial answers an allegation of the same article, whoever made the two."""

    LABEL = "step.link"

    denial: str
    allegation: str

    def apply(self, work: Work) -> None:
        """Makes the link; one that is there is told. Raises BadInput for two that cannot be linked."""
        denial, allegation = work.on_claim(self.denial), work.on_claim(self.allegation)
        if denial.tag is not Tag.DENIAL or allegation.tag is not Tag.ALLEGATION:
            raise BadInput("answer.wrong_tags")
        if denial.article != allegation.article:
            raise BadInput("answer.other_article")
        if denial.withdrawn or allegation.withdrawn:
            raise BadInput("answer.withdrawn")
        if _mine(work, denial.id, allegation.id):
            work.tell("answer.already")
            return
        work.step.write(Answer(work.new_id(), denial.id, allegation.id))


@dataclass(frozen=True, slots=True)
class Unlink(Command):
    """Takes one's own link between a denial and an allegation away."""

    LABEL = "step.unlink"

    denial: str
    allegation: str

    def apply(self, work: Work) -> None:
        """Removes the link. Raises NotAllowed where only others made it."""
        work.on_claim(self.denial)
        mine = _mine(work, self.denial, self.allegation)
        if not mine:
            for link in work.seen(Answer, denial=self.denial, allegation=self.allegation):
                work.own(Answer, link.id)
        for link in mine:
            work.step.remove(Answer, link.id)


@dataclass(frozen=True, slots=True)
class AnswerNothing(Command):
    """Says why one's own denial answers nothing that stands in the article."""

    LABEL = "step.answers_nothing"

    denial: str
    reason: str

    def apply(self, work: Work) -> None:
        """Writes the reason; an empty one takes it away."""
        claim = work.own(Claim, self.denial)
        work.on_claim(claim.id)
        work.step.write(replace(claim, answers_nothing=self.reason.strip()))


def _mine(work: Work, denial: str, allegation: str) -> list[Answer]:
    return [
        link
        for one in work.alike(denial)
        for other in work.alike(allegation)
        for link in work.of_mine(Answer, denial=one, allegation=other)
    ]
