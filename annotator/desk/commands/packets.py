"""Giving articles to people: who tags what, by which instructions, on their own or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.desk.colours import suggest
from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Article, Assignment, Reviewer
from annotator.store.identities import identities, shown_identity


@dataclass(frozen=True, slots=True)
class Assign(Command):
    """Gives articles to people by name; whoever is not known yet is written down as somebody to come.

    `blind` hides colleagues' tags on these articles from each until that person is done.
    """

    LABEL = "step.assign"

    articles: tuple[str, ...]
    coders: tuple[str, ...]
    instructions: str = ""
    blind: bool = False

    def apply(self, work: Work) -> None:
        """Writes an assignment for each article and person. Raises BadInput without either."""
        names = _distinct(self.coders)
        articles = [work.get(Article, article) for article in dict.fromkeys(self.articles)]
        if not articles:
            raise BadInput("packet.needs_articles")
        if not names:
            raise BadInput("packet.needs_people")
        people = [_person(work, name) for name in names]
        for article in articles:
            for person in people:
                self._give(work, article.id, person)
        work.scope(LIBRARY, *(article.id for article in articles))
        work.called(self.LABEL, count=str(len(articles)), names=", ".join(names))

    def _give(self, work: Work, article: str, person: str) -> None:
        there = _given(work, article, person)
        made = there[0] if there else work.new_id()
        work.step.write(Assignment(made, article, person, self.instructions.strip(), self.blind))


@dataclass(frozen=True, slots=True)
class Unassign(Command):
    """Takes an article from a person again to whom I gave it."""

    LABEL = "step.unassign"

    article: str
    person: str

    def apply(self, work: Work) -> None:
        """Removes the assignment. Raises NotAllowed where another gave it, NothingFound where nobody did."""
        article = work.get(Article, self.article)
        of = identities(work.library, self.person)
        there = [row for row in work.library.where(Assignment, article=article.id) if row.reviewer in of]
        if not there:
            raise NothingFound("gone.assignments")
        mine = [row for row in there if work.is_mine(Assignment, row.id)]
        for row in mine or there:
            work.own(Assignment, row.id)
            work.step.remove(Assignment, row.id)
        work.scope(LIBRARY, article.id)
        name = work.get(Reviewer, shown_identity(work.library, self.person)).name
        work.called(self.LABEL, title=article.title, name=name)


def _distinct(names: Iterable[str]) -> list[str]:
    """The names without blanks around them, each once however it is written."""
    by_form: dict[str, str] = {}
    for name in names:
        if trimmed := name.strip():
            by_form.setdefault(trimmed.casefold(), trimmed)
    return list(by_form.values())


def _person(work: Work, name: str) -> str:
    """The id under which somebody of that name shows, made now where nobody has it."""
    known = work.library.where(Reviewer)
    for there in known:
        if there.name.casefold() == name.casefold():
            return shown_identity(work.library, there.id)
    made = Reviewer(work.new_id(), name, suggest(there.colour for there in known))
    work.step.write(made, author=made.id)  # their own row, so that they may change it wherever they are
    return made.id


def _given(work: Work, article: str, person: str) -> list[str]:
    """My assignments of an article to somebody."""
    of = identities(work.library, person)
    return [row.id for row in work.of_mine(Assignment, article=article) if row.reviewer in of]
