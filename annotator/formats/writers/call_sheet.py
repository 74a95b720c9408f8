"""The call sheet in words: the phrases of screen and paper, and the whole of it as Markdown to paste."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.formats.writers.markdown import escaped
from annotator.formats.writers.phrases import joined, source_name, with_remark
from annotator.model.call_sheet import CallEntry, CallLine, Why
from annotator.model.enums import ResponseKind, SourceKind, StatusValue
from annotator.model.views import EvidenceView, ResponseView, SourceView
from annotator.words import say
from annotator.words.dates import local_day, local_time, short_date

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class LineOutline:
    """One claim to ask about; `ticked` is None where there is nothing to tick, `facts` are whole phrases."""

    letter: str
    quote: str
    about: str
    ticked: bool | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryOutline:
    """One source's sheet: name, how to reach it, what is open, and its lines below their headings.

    `article` is the title where all are about one article.
    """

    name: str
    article: str
    contact: tuple[str, ...]
    open: str
    sections: tuple[tuple[str, tuple[LineOutline, ...]], ...]


def outline(entry: CallEntry, *, several: bool) -> EntryOutline:
    """A sheet as its readers see it, all in plain words; `several` names the article with each claim."""
    parts = (("call_sheet.attributed", entry.attributed), ("call_sheet.to_reply", entry.to_reply))
    return EntryOutline(
        entry_name(entry),
        "" if several or not entry.lines else " ".join(entry.lines[0].title.split()),
        contact(entry.source),
        still_open(entry),
        tuple(
            (say(heading), tuple(_line(line, several=several) for line in lines))
            for heading, lines in parts
            if lines
        ),
    )


def markdown(entries: Sequence[CallEntry], *, several: bool) -> str:
    """Sheets one below the other; words from outside are escaped, so that none of them becomes markup."""
    return "\n".join(line for entry in entries for line in _markdown(outline(entry, several=several)))


def entry_name(entry: CallEntry) -> str:
    """Whose sheet it is."""
    return say("call_sheet.nobody") if entry.source is None else called(entry.source)


def called(source: SourceView) -> str:
    """A source by name; an anonymous one whose name is its description by that alone."""
    return source.name if source.name == source.description else source_name(source)


def contact(source: SourceView | None) -> tuple[str, ...]:
    """What helps to reach and to know a source: role, web address, remarks."""
    if source is None:
        return ()
    kind = "" if source.kind is SourceKind.ANONYMOUS else say(f"kind.{source.kind.value}")
    return tuple(filter(None, (joined(_BETWEEN, kind, source.role), source.url, source.note)))


def still_open(entry: CallEntry) -> str:
    """What is still to be asked of a source."""
    counts = (
        ("call_sheet.to_confirm", entry.to_confirm),
        ("call_sheet.replies", entry.replies_needed),
    )
    told = joined(_BETWEEN, *(say(key, count=count) for key, count in counts if count))
    return told or say("call_sheet.settled")


def about(line: CallLine, *, several: bool) -> str:
    """Which claim it is, and what the source has to do with it."""
    number = line.number
    which = say("call_sheet.claim_in", number=number, title=line.title) if several else ""
    by = "" if line.claim.mine else say("call_sheet.marked_by", name=line.claim.reviewer)
    return joined(_BETWEEN, which or say("call_sheet.claim", number=number), *_part(line), by)


def facts(line: CallLine) -> tuple[str, ...]:
    """What is known of the reply by now: denials in the article, and the response where one is recorded."""
    told = [say("call_sheet.denied", words=words) for words in line.denials]
    if line.link is None and line.response is not None:
        told.append(response_words(line.response))
    return tuple(told)


def response_words(response: ResponseView | None) -> str:
    """The right of reply in one phrase, as far as it is recorded."""
    kind = response.kind if response else ResponseKind.NOT_ASKED
    if response is not None and kind is ResponseKind.ASKED and (asked := _moment(response.asked_on)):
        key = "call_sheet.asked_by" if response.asked_by else "call_sheet.asked_on"
        return say(key, day=asked[0], time=asked[1], name=response.asked_by)
    if response is not None and kind is ResponseKind.NO_REPLY and (due := _moment(response.due)):
        return say("call_sheet.no_reply_by", day=due[0], time=due[1])
    return say(f"call_sheet.{kind.value.replace(' ', '_')}")


def heard(evidence: EvidenceView) -> str:
    """What a source said, how it bears on the claim, and when it was taken down."""
    stance = say(f"stance.{evidence.stance.value}")
    if not evidence.seen_on:
        return say("call_sheet.heard", stance=stance, words=evidence.quote)
    return say("call_sheet.heard_on", stance=stance, date=short_date(evidence.seen_on), words=evidence.quote)


def _line(line: CallLine, *, several: bool) -> LineOutline:
    words = list(facts(line)) or ([] if line.link else [response_words(None)])
    if line.claim.status is not StatusValue.UNCHECKED:
        words.append(say("call_sheet.status_is", status=say(f"status.{line.claim.status.value}")))
    words += [heard(piece) for piece in line.said if piece.quote]
    ticked = line.link.checked if line.link else None
    letter, quote = line.claim.tag.letter, line.claim.quote
    return LineOutline(letter, quote, about(line, several=several), ticked, tuple(words))


def _part(line: CallLine) -> Iterable[str]:
    if line.link is not None:
        speaker = called(line.speaker) if line.speaker else ""
        yield say("call_sheet.speaks") if line.place == 1 else say("call_sheet.relays", speaker=speaker)
        yield say("call_sheet.named_as", words=line.link.words) if line.link.words else ""
        return
    if line.speaker is None:
        yield say("call_sheet.said_by_nobody")
    else:
        yield say("call_sheet.said_by", speaker=called(line.speaker))
    yield "" if line.why is Why.NOBODY else say(f"call_sheet.why.{line.why.value}")


def _moment(at: str) -> tuple[str, str] | None:
    """The day and the time of a moment where the person is; None for what is no moment."""
    time = local_time(at)
    return (local_day(at), time) if time else None


def _markdown(entry: EntryOutline) -> Iterable[str]:
    yield f"## {_line_of(entry.name)}\n"
    yield f"{_line_of(joined(_BETWEEN, entry.article, entry.open, *entry.contact))}\n"
    for heading, lines in entry.sections:
        yield f"### {_line_of(heading)}\n"
        for line in lines:
            box = "" if line.ticked is None else "[x] " if line.ticked else "[ ] "
            quote = say("export.quoted", words=line.quote)
            yield f"- {box}{line.letter} {_line_of(with_remark(quote, line.about))}"
            yield from (f"  - {_line_of(fact)}" for fact in line.facts)
        yield ""


def _line_of(words: str) -> str:
    return escaped(" ".join(words.split()))
