"""Letting open points go, with a reason that is kept."""

from dataclasses import dataclass, replace

from annotator.desk.work import Command, Work
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Article, Waiver


@dataclass(frozen=True, slots=True)
class Waive(Command):
    """Lets a rule go, for one claim (anybody's) or, without one, for what belongs to no claim."""

    LABEL = "step.waive"

    article: str
    rule: str
    reason: str
    claim: str | None = None

    def apply(self, work: Work) -> None:
        """Writes my waiver, or its new reason. Raises BadInput without a reason or for no rule."""
        from annotator.desk.checks.table import RULES

        if self.rule not in RULES:
            raise BadInput("waiver.no_rule", rule=self.rule)
        if not self.reason.strip():
            raise BadInput("waiver.needs_reason")
        _on(work, self.article, self.claim)
        there = _there(work, self.article, self.rule, self.claim)
        mine = [row for row in there if work.is_mine(Waiver, row.id)]
        made = mine[0] if mine else Waiver(work.new_id(), self.article, self.rule, "", self.claim)
        work.step.write(replace(made, reason=self.reason.strip()))


@dataclass(frozen=True, slots=True)
class Unwaive(Command):
    """Takes back that I let a rule go."""

    LABEL = "step.unwaive"

    article: str
    rule: str
    claim: str | None = None

    def apply(self, work: Work) -> None:
        """Removes my waiver. Raises NotAllowed where only others let it go, NothingFound where nobody did."""
        _on(work, self.article, self.claim)
        there = _there(work, self.article, self.rule, self.claim)
        if not there:
            raise NothingFound("gone.waivers")
        mine = [row for row in there if work.is_mine(Waiver, row.id)]
        for row in mine or there:
            work.own(Waiver, row.id)
            work.step.remove(Waiver, row.id)


def _on(work: Work, article: str, claim: str | None) -> None:
    work.get(Article, article)
    work.scope(article)
    if claim is not None and work.on_claim(claim).article != article:
        raise BadInput("waiver.other_article")


def _there(work: Work, article: str, rule: str, claim: str | None) -> list[Waiver]:
    return [row for row in work.seen(Waiver, article=article, rule=rule) if row.claim == claim]
