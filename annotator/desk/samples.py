"""The sample articles that a first start offers, one of them with claims already marked."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim, WriteNote, WritePlainWords
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.work import Command, Work
from annotator.host.paths import seeds_folder
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Stance, Tag
from annotator.model.errors import BadInput
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Answer, Claim
from annotator.model.spans import Span

_BUILT_IN = {"article itself": THE_ARTICLE_ITSELF, "not named": NOT_NAMED}


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample on offer; `language` is a BCP 47 tag, `marked` whether it comes with claims."""

    file: str
    title: str
    language: str
    publisher: str
    marked: bool


def samples() -> tuple[Sample, ...]:
    """The samples in the order in which they are offered; empty where none were installed."""
    index = seeds_folder() / "index.json"
    if not index.is_file():
        return ()
    return tuple(
        Sample(
            entry["file"],
            _first_line(entry["file"]),
            entry["language"],
            entry["publisher"],
            _claims_file(entry["file"]).is_file(),
        )
        for entry in json.loads(index.read_text(encoding="utf-8"))
    )


@dataclass(frozen=True, slots=True)
class AddSample(Command):
    """Takes a sample in, marked as one, with the claims that come with it as mine."""

    LABEL = "step.sample"

    file: str

    def apply(self, work: Work) -> None:
        """Imports the article and, where it has none of mine yet, makes its claims. Raises BadInput."""
        draft = _draft(self.file)
        ImportArticle(draft).apply(work)
        (article,) = work.made
        if _claims_file(self.file).is_file() and not work.library.where(Claim, article=article):
            _mark(work, article, draft.text, _claims_file(self.file).read_text(encoding="utf-8"))
        work.step.scopes = {LIBRARY}
        work.called(self.LABEL, title=draft.title)
        work.pick, work.made = None, [article]


def _draft(file: str) -> Draft:
    from annotator.formats import incoming

    known = json.loads((seeds_folder() / "index.json").read_text(encoding="utf-8"))
    entry = next((entry for entry in known if entry["file"] == file), None)
    if entry is None:
        raise BadInput("sample.unknown", name=file)
    return replace(
        incoming.read_here(seeds_folder() / file),
        publisher=entry["publisher"],
        byline=entry["byline"],
        published=entry["published"],
        language=entry["language"],
        sample=True,
    )


def _mark(work: Work, article: str, text: str, data: str) -> None:
    """Makes the claims that a sample's file describes, by the commands a person would use."""
    described = json.loads(data)
    sources = {entry["key"]: _source(entry) for entry in described["sources"]}
    ids: dict[str, str] = {}
    for entry in described["claims"]:
        span = _find(text, entry["quote"], entry["occurrence"])
        TagClaim(article, span, Tag(entry["tag"])).apply(work)
        claim = ids[entry["key"]] = work.made[-1]
        for said in entry["said_by"]:
            SayBy(claim, *_said(text, span, said, sources), cue=said.get("cue", "")).apply(work)
        for backed in entry["evidence"]:
            AddEvidence(claim, sources[backed["source"]], _fields(backed)).apply(work)
        WriteNote(claim, entry["note"]).apply(work)
        WritePlainWords(claim, entry["plain_words"]).apply(work)
    for entry in described["claims"]:
        for answered in entry["answers"]:
            work.step.write(Answer(work.new_id(), ids[entry["key"]], ids[answered]))


def _said(
    text: str, claim: Span, said: dict[str, Any], sources: dict[str, NewSource]
) -> tuple[NewSource | str, Span | None]:
    source = _BUILT_IN.get(said["source"]) or sources[said["source"]]
    return source, _nearest(text, said["words"], claim) if said["words"] else None


def _source(entry: dict[str, Any]) -> NewSource:
    optional = {name: entry.get(name, "") for name in ("role", "description", "reason")}
    return NewSource(entry["name"], SourceKind(entry["kind"]), **optional)


def _fields(backed: dict[str, Any]) -> EvidenceFields:
    words = {name: backed.get(name, "") for name in ("locator", "quote", "url", "seen_on")}
    return EvidenceFields(Stance(backed["stance"]), **words)


def _find(text: str, quote: str, occurrence: int) -> Span:
    start = -1
    for _ in range(occurrence):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote))


def _nearest(text: str, words: str, claim: Span) -> Span:
    """The occurrence of the words that stands nearest to a claim."""
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    start = min(starts, key=lambda i: min(abs(i - claim.end), abs(i + len(words) - claim.start)))
    return Span(start, start + len(words))


def _claims_file(file: str) -> Path:
    return seeds_folder() / file.replace(".txt", ".claims.json")


def _first_line(file: str) -> str:
    with (seeds_folder() / file).open(encoding="utf-8") as lines:
        return lines.readline().strip()
