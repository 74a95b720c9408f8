"""Taking a delivery in: one step, which can be taken back and done again."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from annotator.desk.devices import pair
from annotator.desk.merging.plan import Plan, plan
from annotator.desk.merging.summary import matches
from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.deliveries import Delivery, MergeOptions
from annotator.model.rows import (
    Article,
    Attribution,
    Comment,
    Evidence,
    Review,
    Reviewer,
    SameAs,
    SamePerson,
    Source,
)
from annotator.store import unread
from annotator.store.identities import identities, working_here
from annotator.store.references import referrers

Tell = Callable[[int, int], None]

#: How long nothing is told, in seconds.
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class TakeIn(Command):
    """Takes in what a colleague sent, as one step; what is here already is passed over.

    `tell` hears how many rows of how many are written, at most ten times a second; what it raises stops
    everything, and nothing is kept.
    """

    LABEL = "step.merge"

    delivery: Delivery
    options: MergeOptions = field(default_factory=MergeOptions)
    tell: Tell | None = None

    def apply(self, work: Work) -> None:
        """Writes the rows as their authors wrote them. Raises BadInput as `plan` does."""
        made = plan(work.library, work.me, self.delivery, self.options, work.step.hand.clock.now_ms())
        work.called(self.LABEL, name=made.names.get(self.delivery.sender, ""))
        joins = [match for match in matches(made) if (match.here, match.incoming) in self.options.join]
        new_words = _words_of_others(made)
        articles = _articles(made)
        work.step.adopt(made.merged.rows, None if self.tell is None else _seldom(self.tell))
        _bring_back(work, made)
        for match in joins:
            work.step.write(SameAs(work.new_id(), match.incoming, match.here))
        self._know_people(work)
        unread.add(work.library, working_here(work.library), new_words)
        work.made += articles
        work.scope(LIBRARY, *articles)
        if not work.step.changes:
            work.tell("merge.nothing_new")

    def _know_people(self, work: Work) -> None:
        """Keeps who is me too, and which devices are whose."""
        pairs = dict.fromkeys(self.options.pair)
        for person in self.options.same_person:
            if work.library.find(Reviewer, person) is None:
                continue
            if person not in identities(work.library, work.me):
                work.step.write(SamePerson(work.new_id(), person, work.me))
            if person == self.delivery.sender:
                pairs[person, self.delivery.device] = None
        for reviewer, device in pairs:
            pair(work.library, reviewer, device)


def _seldom(tell: Tell) -> Tell:
    """Passes on what is told now and then, and the end."""
    last = time.monotonic()

    def pass_on(done: int, of: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done == of or now - last >= _PAUSE:
            last = now
            tell(done, of)

    return pass_on


def _articles(made: Plan) -> list[str]:
    """The articles that get something, in the order of the delivery."""
    rows = (*made.merged.rows, *made.come_back)
    touched = {made.article_of(one.row) for one in rows}
    sent = [one.row.id for one in made.delivery.rows if isinstance(one.row, Article)]
    return [*(one for one in sent if one in touched), *sorted(touched - {"", *sent})]


def _words_of_others(made: Plan) -> list[tuple[str, str]]:
    """Reviews and comments that nobody here has seen, each with its claim."""
    return [
        (one.row.id, one.row.claim)
        for one in made.merged.rows
        if isinstance(one.row, Review | Comment) and not one.deleted
        if one.author not in made.standing.own and made.shows(one)
    ]


def _bring_back(work: Work, made: Plan) -> None:
    """Takes articles out of the bin whose file is taken in, and sources back that somebody uses.

    One may remove a source that nobody uses, as far as one knows, while a colleague names it.
    """
    for one in made.come_back:
        work.step.bring_back(type(one.row), one.row.id)
    used = {
        one.row.source
        for one in made.merged.rows
        if isinstance(one.row, Attribution | Evidence | SameAs) and not one.deleted
    }
    removed = {one.row.id for one in made.merged.rows if isinstance(one.row, Source) and one.deleted}
    for source in sorted(removed | used):
        if source in used or referrers(work.library, Source.TABLE, source):
            work.step.bring_back(Source, source)
