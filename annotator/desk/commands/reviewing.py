"""Answering a colleague's claim: agree, reject, discuss, or change it into a version of one's own."""

from dataclasses import dataclass

from annotator.desk.commands.claims import mine_at
from annotator.desk.commands.versions import copy_claim
from annotator.desk.work import Command, Work
from annotator.model.enums import Verdict
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Anchor, Claim, Review, Reviewer
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.store.identities import identities, shown_identity
from annotator.store.reading.claim_lines import lines
from annotator.store.reading.seen import sayings


@dataclass(frozen=True, slots=True)
class Agree(Command):
    """Agrees with a colleague's claim."""

    LABEL = "step.agree"

    claim: str

    def apply(self, work: Work) -> None:
        """Writes my review in place of the one before. Raises BadInput for what nobody answers."""
        _answer(work, self.claim, self.LABEL, Verdict.AGREED)


@dataclass(frozen=True, slots=True)
class Reject(Command):
    """Rejects a colleague's claim with a reason."""

    LABEL = "step.reject"

    claim: str
    reason: str

    def apply(self, work: Work) -> None:
        """Writes my review. Raises BadInput without a reason, and as `Agree` does."""
        if not self.reason.strip():
            raise BadInput("review.needs_reason")
        _answer(work, self.claim, self.LABEL, Verdict.REJECTED, self.reason.strip())


@dataclass(frozen=True, slots=True)
class Discuss(Command):
    """Asks to discuss a colleague's claim, with a reason or without."""

    LABEL = "step.discuss"

    claim: str
    reason: str = ""

    def apply(self, work: Work) -> None:
        """Writes my review. Raises BadInput as `Agree` does."""
        _answer(work, self.claim, self.LABEL, Verdict.TO_DISCUSS, self.reason.strip())


@dataclass(frozen=True, slots=True)
class Change(Command):
    """Puts my version beside a colleague's claim, with its sources, evidence and links; theirs stays.

    A claim of mine with that tag on exactly those words is the version, if there is one.
    """

    LABEL = "step.change"

    claim: str

    def apply(self, work: Work) -> None:
        """Makes the version and my review, and picks it. Raises BadInput as `Agree` does."""
        theirs = _answerable(work, self.claim)
        version = _version_of(work, theirs) or copy_claim(work, theirs)
        _answer(work, theirs.id, self.LABEL, Verdict.CHANGED, version=version)
        work.pick = version


@dataclass(frozen=True, slots=True)
class TakeBackReview(Command):
    """Takes my answer to a colleague's claim back; a version that I made stays, as a claim of mine."""

    LABEL = "step.take_back_review"

    claim: str

    def apply(self, work: Work) -> None:
        """Removes my review. Raises NothingFound where there is none."""
        claim = work.on_claim(self.claim)
        mine = work.words(Review, claim.id)
        if not mine:
            raise NothingFound("gone.reviews")
        for review in mine:
            work.step.remove(Review, review.id)
        work.called(self.LABEL, name=_author(work, claim.id))


@dataclass(frozen=True, slots=True)
class AgreeAll(Command):
    """Agrees with every claim of an article that I have not answered, of all colleagues or of one person.

    Nor have I answered what was changed since then. What I marked just so myself, with the same tag on the
    same words, needs no answer.
    """

    LABEL = "step.agree_all"

    article: str
    person: str | None = None

    def apply(self, work: Work) -> None:
        """Writes a review for each and tells how many."""
        revision = work.revision_of(self.article)
        work.scope(self.article)
        there = lines(work.library, self.article, revision.id)
        mine = {(line.tag, line.span) for line in there if line.mine and not line.withdrawn}
        of = identities(work.library, self.person) if self.person else None
        waiting = [
            line
            for line in there
            if _unanswered(work, line)
            and (of is None or line.author in of)
            and (line.tag, line.span) not in mine
        ]
        said = sayings(work.library, revision.id, (line.id for line in waiting))
        new: list[Review] = []
        for line in waiting:
            word = Review(work.new_id(), line.id, Verdict.AGREED, of=said[line.id])
            if any(who in work.mine for who, _ in line.outdated):
                work.keep_word(word)
            else:
                new.append(word)
        work.step.add(new)
        work.called(self.LABEL, count=str(len(waiting)))
        if waiting:
            work.tell("review.agreed_all", count=str(len(waiting)))
        else:
            work.tell("review.nothing_left")


def _answer(
    work: Work, claim: str, label: str, verdict: Verdict, reason: str = "", version: str | None = None
) -> None:
    theirs = _answerable(work, claim)
    before = len(work.step.changes)
    said = sayings(work.library, work.revision_of(theirs.article).id, [theirs.id])
    work.keep_word(Review(work.new_id(), theirs.id, verdict, reason, version, said.get(theirs.id, "")))
    work.called(label, name=_author(work, theirs.id))
    if len(work.step.changes) == before:
        work.tell("review.already")


def _answerable(work: Work, claim: str) -> Claim:
    """A colleague's claim that stands. Raises BadInput for one of mine and for one that was withdrawn."""
    found = work.on_claim(claim)
    if work.is_mine(Claim, found.id):
        raise BadInput("review.own")
    if found.withdrawn:
        raise BadInput("review.withdrawn")
    return found


def _version_of(work: Work, theirs: Claim) -> str:
    """The claim that I changed theirs into before, or one of mine that says the same; empty for none."""
    for review in work.words(Review, theirs.id):
        version = work.library.find(Claim, review.version) if review.version else None
        if version is not None and not version.withdrawn:
            return version.id
    revision = work.revision_of(theirs.article)
    for place in work.library.where(Anchor, claim=theirs.id, revision=revision.id):
        if place.start >= 0:
            return mine_at(work, revision.id, Span(place.start, place.end), theirs.tag)
    return ""


def _unanswered(work: Work, line: ClaimLine) -> bool:
    return not line.mine and not line.withdrawn and not any(who in work.mine for who, _ in line.verdicts)


def _author(work: Work, claim: str) -> str:
    author = work.library.author_of(Claim, claim)
    found = work.library.find(Reviewer, shown_identity(work.library, author))
    return found.name if found else author
