"""Remarks: what files of other tools said that is no claim, taken away again."""

from dataclasses import dataclass

from annotator.desk.work import Command, Work
from annotator.model.rows import Article, Remark


@dataclass(frozen=True, slots=True)
class RemoveRemark(Command):
    """Takes away a remark that I took in."""

    LABEL = "step.remove_remark"

    remark: str

    def apply(self, work: Work) -> None:
        """Marks the remark as deleted. Raises NotAllowed for one that is somebody else's."""
        remark = work.own(Remark, self.remark)
        work.get(Article, remark.article)
        work.step.remove(Remark, remark.id)
        work.scope(remark.article)
