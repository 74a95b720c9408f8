"""The register of sources: new entries, corrections, joining two and parting them again."""

from dataclasses import dataclass, replace

from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.enums import SourceKind
from annotator.model.errors import BadInput, NotAllowed
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Attribution, Evidence, SameAs, Source
from annotator.store.reading.sources import resolve
from annotator.words import say

_ALWAYS_THERE = {THE_ARTICLE_ITSELF, NOT_NAMED}


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source as a person describes it; a name that the register has already finds that entry.

    Anonymous sources take their description as name where they have none.
    """

    name: str
    kind: SourceKind = SourceKind.PERSON
    role: str = ""
    url: str = ""
    note: str = ""
    description: str = ""
    reason: str = ""
    confidential: bool = False


def source_for(work: Work, wanted: "NewSource | str") -> str:
    """The id of a source that is there (by id, or by equal name and kind), or of one made now.

    Raises BadInput for an empty name or an anonymous source without description and reason.
    """
    if isinstance(wanted, str):
        return work.get(Source, wanted).id
    name = _checked(wanted)
    for there in work.library.where(Source, kind=wanted.kind.value, confidential=int(wanted.confidential)):
        if wanted.kind is not SourceKind.ANONYMOUS and there.name.casefold() == name.casefold():
            return there.id
    made = _as_row(work.new_id(), wanted)
    work.step.write(made)
    return made.id


@dataclass(frozen=True, slots=True)
class AddSource(Command):
    """Puts a source into the register."""

    LABEL = "step.add_source"

    source: NewSource

    def apply(self, work: Work) -> None:
        """Makes the entry or finds it."""
        work.scope(LIBRARY)
        work.made.append(source_for(work, self.source))
        work.called(self.LABEL, name=_checked(self.source))


@dataclass(frozen=True, slots=True)
class EditSource(Command):
    """Corrects an entry of the register for everybody; earlier wordings stay in the history."""

    LABEL = "step.edit_source"

    source: str
    fields: NewSource

    def apply(self, work: Work) -> None:
        """Writes the entry anew. Raises NotAllowed for the two that every library has."""
        there = work.get(Source, self.source)
        if there.id in _ALWAYS_THERE:
            raise NotAllowed("source.always_there")
        name = _checked(self.fields)
        if self.fields.confidential != there.confidential and _joined(work, there.id):
            raise NotAllowed("source.confidential_joined")
        row = _as_row(there.id, self.fields)
        if not there.name and name == say("source.confidential"):
            row = replace(row, name="")  # it shows so here because its own name did not come along
        work.step.write(row)
        work.scope(LIBRARY)
        work.called(self.LABEL, name=name)


@dataclass(frozen=True, slots=True)
class JoinSources(Command):
    """Says that two entries are one source; the other's name shows from now on."""

    LABEL = "step.join_sources"

    source: str
    other: str

    def apply(self, work: Work) -> None:
        """Adds the joining row. A confidential source never joins a named one."""
        ends = resolve(work.library, [self.source, self.other])
        source, other = (work.get(Source, ends[end]) for end in (self.source, self.other))
        if source.id == other.id:
            raise BadInput("source.already_one")
        if source.id in _ALWAYS_THERE or other.id in _ALWAYS_THERE:
            raise NotAllowed("source.always_there")
        if source.confidential != other.confidential:
            raise NotAllowed("source.confidential_joins")
        work.step.write(SameAs(work.new_id(), source.id, other.id))
        work.scope(LIBRARY)
        work.called(self.LABEL, name=source.name, other=other.name)


@dataclass(frozen=True, slots=True)
class PartSources(Command):
    """Takes an entry that was joined into another out again."""

    LABEL = "step.part_sources"

    source: str

    def apply(self, work: Work) -> None:
        """Removes the joining rows that start at the entry."""
        source = work.get(Source, self.source)
        for joining in work.library.where(SameAs, source=source.id):
            work.step.remove(SameAs, joining.id)
        work.scope(LIBRARY)
        work.called(self.LABEL, name=source.name)


@dataclass(frozen=True, slots=True)
class RemoveSource(Command):
    """Takes an entry that nothing uses out of the register."""

    LABEL = "step.remove_source"

    source: str

    def apply(self, work: Work) -> None:
        """Removes the entry. Raises NotAllowed where a claim names it or another was joined with it."""
        source = work.get(Source, self.source)
        if source.id in _ALWAYS_THERE:
            raise NotAllowed("source.always_there")
        used = [row for kind in (Attribution, Evidence) for row in work.library.where(kind, source=source.id)]
        if used or _joined(work, source.id):
            raise NotAllowed("source.in_use", name=source.name)
        work.step.remove(Source, source.id)
        work.scope(LIBRARY)
        work.called(self.LABEL, name=source.name)


def _as_row(source: str, wanted: NewSource) -> Source:
    return Source(
        source,
        wanted.kind,
        _checked(wanted),
        wanted.role.strip(),
        wanted.url.strip(),
        wanted.note.strip(),
        wanted.description.strip(),
        wanted.reason.strip(),
        wanted.confidential,
    )


def _joined(work: Work, source: str) -> bool:
    return bool(work.library.where(SameAs, source=source) or work.library.where(SameAs, other=source))


def _checked(wanted: NewSource) -> str:
    """The name to keep. Raises BadInput, and NotAllowed for a third of the kinds that are always there."""
    if wanted.kind in (SourceKind.ARTICLE, SourceKind.UNNAMED):
        raise NotAllowed("source.always_there")
    if wanted.kind is SourceKind.ANONYMOUS:
        if not wanted.description.strip() or not wanted.reason.strip():
            raise BadInput("source.anonymous_needs")
        return wanted.name.strip() or wanted.description.strip()
    if not wanted.name.strip():
        raise BadInput("source.needs_name")
    return wanted.name.strip()
