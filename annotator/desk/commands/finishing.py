"""The end of the work on an article: my tagging is done, and an editor signs it off."""

from dataclasses import dataclass

from annotator.desk.work import Command, Work
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Article, Done, SignOff
from annotator.store.reading.seen import is_hidden


@dataclass(frozen=True, slots=True)
class DeclareDone(Command):
    """Says that I have finished tagging an article; what was hidden from me until then shows."""

    LABEL = "step.done"

    article: str

    def apply(self, work: Work) -> None:
        """Writes it down; what was said before is told."""
        article = _on(work, self.article, self.LABEL)
        if work.of_mine(Done, article=article):
            work.tell("done.already")
            return
        work.step.write(Done(work.new_id(), article))


@dataclass(frozen=True, slots=True)
class NotDone(Command):
    """Takes back that I have finished tagging an article."""

    LABEL = "step.not_done"

    article: str

    def apply(self, work: Work) -> None:
        """Removes my word; where there is none, that is told."""
        said = work.of_mine(Done, article=_on(work, self.article, self.LABEL))
        for row in said:
            work.step.remove(Done, row.id)
        if not said:
            work.tell("done.not_yet")


@dataclass(frozen=True, slots=True)
class SignOffArticle(Command):
    """Signs off an article as it stands: what is changed from now on shows as changed after that."""

    LABEL = "step.sign_off"

    article: str
    note: str = ""

    def apply(self, work: Work) -> None:
        """Signs the newest revision, in place of mine before. Raises BadInput while tags are hidden."""
        article = _on(work, self.article, self.LABEL)
        if is_hidden(work.library, article):
            raise BadInput("sign_off.hidden")
        revision = work.revision_of(article)
        for before in work.of_mine(SignOff, article=article):
            work.step.remove(SignOff, before.id)
        work.step.write(SignOff(work.new_id(), article, revision.id, self.note.strip()))


@dataclass(frozen=True, slots=True)
class TakeBackSignOff(Command):
    """Takes my signature off an article."""

    LABEL = "step.take_back_sign_off"

    article: str

    def apply(self, work: Work) -> None:
        """Removes my sign-off. Raises NothingFound where there is none of mine."""
        signed = work.of_mine(SignOff, article=_on(work, self.article, self.LABEL))
        if not signed:
            raise NothingFound("gone.sign_offs")
        for row in signed:
            work.step.remove(SignOff, row.id)


def _on(work: Work, article: str, label: str) -> str:
    found = work.get(Article, article)
    work.scope(found.id)
    work.called(label, title=found.title)
    return found.id
