"""Marking: new claims, other tags, moved edges, notes, and taking back."""

from dataclasses import dataclass, replace

from annotator.desk.work import Command, Work
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, NotAllowed, NothingFound
from annotator.model.rows import KIND_OF, Anchor, Claim, Review, Revision, Row
from annotator.model.spans import Span
from annotator.store.reading.seen import is_hidden
from annotator.store.references import referrers
from annotator.text.anchors import context, holds


@dataclass(frozen=True, slots=True)
class TagClaim(Command):
    """Marks a span of an article's newest text as a claim.

    The same tag by the same person on exactly the same span picks the claim that is there.
    """

    LABEL = "step.tag"

    article: str
    span: Span
    tag: Tag

    def apply(self, work: Work) -> None:
        """Makes the claim and its anchor. Raises BadInput for a span without words or outside the text."""
        revision = work.revision_of(self.article)
        text = work.text_of(revision)
        if self.span.end > len(text) or not self.span.cut(text).strip():
            raise BadInput("claim.no_words")
        if there := mine_at(work, revision.id, self.span, self.tag):
            work.pick = there
            work.tell("claim.already", tag=self.tag.value)
            return
        _make(work, revision, text, self.span, self.tag)
        work.called(self.LABEL, tag=self.tag.value)
        work.pick = work.made[0]


@dataclass(frozen=True, slots=True)
class TagMany(Command):
    """Marks many spans of an article's newest text with one tag, as one step.

    Those that are claims of mine with that tag already stay as they are.
    """

    LABEL = "step.tag_many"

    article: str
    spans: tuple[Span, ...]
    tag: Tag

    def apply(self, work: Work) -> None:
        """Makes a claim for each. Raises BadInput for a span without words or outside the text."""
        revision = work.revision_of(self.article)
        text = work.text_of(revision)
        for span in self.spans:
            if span.end > len(text) or not span.cut(text).strip():
                raise BadInput("claim.no_words")
            if not mine_at(work, revision.id, span, self.tag):
                _make(work, revision, text, span, self.tag)
        work.called(self.LABEL, tag=self.tag.value, count=str(len(work.made)))
        if not work.made:
            work.tell("claims.all_there")
        elif len(work.made) < len(self.spans):
            work.tell("claims.tagged_some", count=str(len(work.made)))


@dataclass(frozen=True, slots=True)
class Retag(Command):
    """Gives one's own claim another tag; a denial's answers sleep while it is something else."""

    LABEL = "step.retag"

    claim: str
    tag: Tag

    def apply(self, work: Work) -> None:
        """Changes the tag, unless the same claim with that tag is there already."""
        claim = work.own(Claim, self.claim)
        work.on_claim(self.claim)
        alike = work.alike(claim.id)
        for anchor in work.library.where(Anchor, claim=claim.id):
            if anchor.start < 0:  # lost: it stands on no words that another could stand on
                continue
            there = mine_at(work, anchor.revision, Span(anchor.start, anchor.end), self.tag)
            if there and there not in alike:
                work.pick = there
                work.tell("claim.already", tag=self.tag.value)
                return
        for one in alike:
            work.step.write(replace(work.get(Claim, one), tag=self.tag))
        work.called(self.LABEL, tag=self.tag.value)


@dataclass(frozen=True, slots=True)
class MoveEdges(Command):
    """Gives one's own claim another span; everything attached to it stays."""

    LABEL = "step.move_edges"

    claim: str
    span: Span

    def apply(self, work: Work) -> None:
        """Writes the anchor anew. Raises BadInput for a span without words or outside the text."""
        claim = work.own(Claim, self.claim)
        work.on_claim(self.claim)
        revision = work.revision_of(claim.article)
        text = work.text_of(revision)
        if self.span.end > len(text) or not self.span.cut(text).strip():
            raise BadInput("claim.no_words")
        alike = work.alike(claim.id)
        there = mine_at(work, revision.id, self.span, claim.tag)
        if there and there not in alike:
            raise NotAllowed("claim.edges_taken", tag=claim.tag.value)
        for one in alike:
            anchors = work.library.where(Anchor, claim=one, revision=revision.id)
            if not anchors:
                raise NothingFound("gone.anchors")
            work.step.write(_anchor(anchors[0].id, one, revision.id, text, self.span))


@dataclass(frozen=True, slots=True)
class WriteNote(Command):
    """Sets the note on one's own claim; `private` notes stay out of exports unless asked for."""

    LABEL = "step.note"

    claim: str
    note: str
    private: bool = False

    def apply(self, work: Work) -> None:
        """Writes the note; an empty one takes it away."""
        claim = work.own(Claim, self.claim)
        work.on_claim(self.claim)
        note = self.note.strip()
        work.step.write(replace(claim, private_note=note) if self.private else replace(claim, note=note))


@dataclass(frozen=True, slots=True)
class WritePlainWords(Command):
    """Sets the short self-contained wording of one's own claim."""

    LABEL = "step.plain_words"

    claim: str
    words: str

    def apply(self, work: Work) -> None:
        """Writes the wording; an empty one takes it away."""
        claim = work.own(Claim, self.claim)
        work.on_claim(self.claim)
        work.step.write(replace(claim, plain_words=self.words.strip()))


@dataclass(frozen=True, slots=True)
class DeleteClaim(Command):
    """Takes back one's own claim, with its links; one that others built on is struck through."""

    LABEL = "step.delete"

    claim: str

    def apply(self, work: Work) -> None:
        """Deletes or withdraws the claim, and those equal ones of mine that show as this one."""
        claim = work.own(Claim, self.claim)
        work.on_claim(self.claim)
        work.called(self.LABEL, tag=claim.tag.value)
        for one in work.alike(claim.id):
            links = _links(work, one, hidden=is_hidden(work.library, claim.article))
            if links is None:
                _withdraw(work, work.get(Claim, one))
                continue
            for kind, link in links:
                work.step.remove(kind, link)
            work.step.remove(Claim, one)


def _withdraw(work: Work, claim: Claim) -> None:
    """Strikes a claim through; what I changed into it I do not stand by any more."""
    work.step.write(replace(claim, withdrawn=True))
    for review in work.of_mine(Review, version=claim.id):
        work.step.remove(Review, review.id)
    work.called("step.withdraw", tag=claim.tag.value)
    work.tell("claim.withdrawn")


def _links(work: Work, claim: str, *, hidden: bool) -> list[tuple[type[Row], str]] | None:
    """What points at a claim, if all of it is mine and goes with it.

    None where others have built on it, or where another claim is a version of it. What others built stays
    where it is hidden from me: nothing must tell of it, and once I see it the claim shows as withdrawn.
    """
    links: list[tuple[type[Row], str]] = []
    for table, row_id in referrers(work.library, Claim.TABLE, claim):
        kind = KIND_OF[table]
        mine = work.is_mine(kind, row_id)
        if hidden and not mine:
            continue
        if kind is Claim or not mine:
            return None
        links.append((kind, row_id))
    return links


def _make(work: Work, revision: Revision, text: str, span: Span, tag: Tag) -> None:
    claim = Claim(work.new_id(), revision.article, tag)
    work.step.write(claim)
    work.step.write(_anchor(work.new_id(), claim.id, revision.id, text, span))
    work.scope(revision.article)
    work.made.append(claim.id)


def mine_at(work: Work, revision: str, span: Span, tag: Tag) -> str:
    """My claim with that tag on exactly those words, of several the one that shows; empty for none."""
    found = []
    for anchor in work.library.where(Anchor, revision=revision, start=span.start, end=span.end):
        claim = work.library.find(Claim, anchor.claim)
        if claim is not None and claim.tag is tag and not claim.withdrawn and work.is_mine(Claim, claim.id):
            found.append(claim.id)
    return min(found, default="")


def _anchor(anchor: str, claim: str, revision: str, text: str, span: Span) -> Anchor:
    quote = span.cut(text)
    assert holds(text, span, quote)
    prefix, suffix = context(text, span)
    return Anchor(anchor, claim, revision, span.start, span.end, quote, prefix, suffix)
