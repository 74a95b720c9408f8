"""What a command works with: the open step, who works, and the checks all commands share."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar, TypeVar

from annotator.host.ids import new_id
from annotator.model.errors import NotAllowed, NothingFound
from annotator.model.rows import Article, Claim, Response, Review, Reviewer, Revision, Row, Status
from annotator.store.door import Step
from annotator.store.identities import shown_identity
from annotator.store.library import Library
from annotator.store.reading.seen import only_seen, seen_claim
from annotator.store.twins import alike

R = TypeVar("R", bound=Row)


@dataclass(slots=True)
class Work:
    """One running command: reads from the library, writes through the step.

    `pick` is the claim to show afterwards, `notice` a message key for the person, `made` the ids
    of the things the command was for.
    """

    step: Step
    body_of: Callable[[str], str]
    pick: str | None = None
    notice: str = ""
    notice_values: dict[str, str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    @property
    def library(self) -> Library:
        """The library the step is written to."""
        return self.step.library

    @property
    def me(self) -> str:
        """The id of the reviewer who works: the author of new rows."""
        return self.step.hand.reviewer

    @property
    def mine(self) -> frozenset[str]:
        """All ids of the person who works; what any of them wrote is mine."""
        return self.library.sight.mine

    @property
    def myself(self) -> Reviewer:
        """The person who works, as others see them."""
        return self.get(Reviewer, shown_identity(self.library, self.me))

    @property
    def now(self) -> str:
        """The step's time, ISO 8601 in UTC."""
        return self.step.stamp[:24]

    def new_id(self) -> str:
        """A fresh id for a row."""
        return new_id(self.step.hand.stamps.ms)

    def called(self, label: str, /, **values: str) -> None:
        """Names the step more closely than the command's class does."""
        self.step.label = label
        self.step.values = values

    def scope(self, *scopes: str) -> None:
        """Says which articles (or `LIBRARY`) the step belongs to."""
        self.step.scopes.update(scopes)

    def tell(self, notice: str, /, **values: str) -> None:
        """Leaves a notice for the person."""
        self.notice, self.notice_values = notice, values

    def get(self, kind: type[R], row_id: str) -> R:
        """The live row with that id. Raises NothingFound where it is gone."""
        found = self.library.find(kind, row_id)
        if found is None:
            raise NothingFound(f"gone.{kind.TABLE}")
        return found

    def own(self, kind: type[R], row_id: str) -> R:
        """The row, if the person who works wrote it. Raises NotAllowed for another's row."""
        found = self.get(kind, row_id)
        author = self.library.author_of(kind, row_id)
        if author not in self.mine:
            reviewer = self.library.find(Reviewer, shown_identity(self.library, author))
            raise NotAllowed("row.not_yours", name=reviewer.name if reviewer else author)
        return found

    def is_mine(self, kind: type[Row], row_id: str) -> bool:
        """Whether the person who works wrote a row, under whatever identity."""
        return self.library.author_of(kind, row_id) in self.mine

    def of_mine(self, kind: type[R], /, **equal: object) -> list[R]:
        """The live rows of the person who works whose columns equal the given values."""
        return [row for one in sorted(self.mine) for row in self.library.where(kind, author=one, **equal)]

    def seen(self, kind: type[R], /, **equal: object) -> list[R]:
        """The live rows whose columns equal the given values, but for those that are hidden from me."""
        found = {row.id: row for row in self.library.where(kind, **equal)}
        return [found[row_id] for _, row_id in only_seen(self.library, ((kind.TABLE, one) for one in found))]

    def alike(self, claim: str) -> tuple[str, ...]:
        """A claim and the equal ones of the same person, the one that shows for all first."""
        return alike(self.library, claim)

    def revision_of(self, article: str) -> Revision:
        """The newest revision of an article. Raises NothingFound for one that is gone or in the bin."""
        self.get(Article, article)
        found = self.library.where(Revision, article=article)
        return max(found, key=lambda revision: revision.position)

    def text_of(self, revision: Revision) -> str:
        """The canonical text of a revision."""
        return self.body_of(revision.text)

    def words(self, kind: type[R], claim: str) -> list[R]:
        """My words of a kind on a claim: one, but for those that other machines or other identities added."""
        return [word for one in self.alike(claim) for word in self.of_mine(kind, claim=one)]

    def keep_word(self, word: Response | Status | Review, *, says_nothing: bool = False) -> None:
        """Keeps my one word on a claim: in place of the one before, or none where it says nothing."""
        before = self.words(type(word), word.claim)
        if not says_nothing:
            *before, kept = before or [word]
            self.step.write(replace(word, id=kept.id, claim=kept.claim))
        for row in before:
            self.step.remove(type(row), row.id)

    def on_claim(self, claim: str) -> Claim:
        """The claim a command adds to, whoever made it; the step takes its article as scope.

        Raises NothingFound for a claim that is gone, also with its article into the bin, or hidden from me.
        """
        found = seen_claim(self.library, claim)
        if found is None:
            raise NothingFound("gone.claims")
        self.get(Article, found.article)
        self.scope(found.article)
        return found


class Command:
    """One thing a person can do; subclasses are frozen dataclasses named by their verb.

    `LABEL` is the message key of the step.
    """

    LABEL: ClassVar[str] = ""

    def apply(self, work: Work) -> None:
        """Does it, inside the running transaction. Raises RedPencilError, and then nothing is kept."""
        raise NotImplementedError
