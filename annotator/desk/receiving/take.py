"""Taking claims of another tool in: one step, which can be taken back and done again."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.desk.desk import Desk
from annotator.desk.receiving.plan import Wishes, plan
from annotator.desk.work import Command, Work
from annotator.host.clock import Clock
from annotator.model.changes import LIBRARY
from annotator.model.enums import Tag
from annotator.model.received import Received
from annotator.model.receptions import Reception
from annotator.model.rows import Comment, Review
from annotator.store import unread
from annotator.store.identities import working_here


def look(
    desk: Desk,
    received: Received,
    mapping: Mapping[str, Tag | None] | None = None,
    articles: tuple[str | None, ...] | None = None,
    *,
    as_mine: bool = False,
) -> Reception:
    """Says what `TakeClaims` would do; writes nothing."""
    wishes = Wishes(mapping, articles, as_mine)
    return plan(desk.library, desk.me, received, wishes, Clock().now_ms()).reception


@dataclass(frozen=True, slots=True)
class TakeClaims(Command):
    """Takes in claims that were marked in another tool; what is here already stays as it is.

    `mapping` has a tag for each label, None where it is kept as a remark; `articles` for each text of the
    file an article's id or what `model.receptions` says. What is not decided is done as proposed. The claims
    are those of the people whom the file names, or mine with `as_mine`.
    """

    LABEL = "step.take_claims"

    received: Received
    mapping: Mapping[str, Tag | None] | None = None
    articles: tuple[str | None, ...] | None = None
    as_mine: bool = False

    def apply(self, work: Work) -> None:
        """Writes the rows as those of their authors; what lies in the bin comes back out of it."""
        wishes = Wishes(self.mapping, self.articles, self.as_mine)
        made = plan(work.library, work.me, self.received, wishes, work.step.hand.clock.now_ms())
        work.called(self.LABEL, name=self.received.file)
        work.step.adopt(made.rows)
        for row in made.back:
            work.step.bring_back(type(row), row.id)
        mine = work.library.sight.mine
        unread.add(
            work.library,
            working_here(work.library),
            [
                (one.row.id, one.row.claim)
                for one in made.rows
                if isinstance(one.row, Review | Comment) and one.author not in mine
            ],
        )
        work.made += made.articles
        work.scope(LIBRARY, *made.articles)
        if not work.step.changes:
            work.tell("receiving.nothing_new")
