"""Whether the rows of a review file hold together: nothing named that is not there, nothing said wrongly."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar, cast

from annotator.formats.review_file.faults import Unsound
from annotator.formats.review_file.shapes import KEEPABLE, PLACE, REFERENCES, key_of
from annotator.formats.review_file.terms import STAMP_PATTERN, TIME_PATTERN, prefix
from annotator.model.deliveries import Range
from annotator.model.rows import (
    Anchor,
    Appearance,
    Article,
    Attribution,
    Claim,
    Device,
    Places,
    ReadMark,
    Remark,
    Reviewer,
    Revision,
    Row,
    Sentences,
    SignOff,
    Text,
)
from annotator.model.spans import Span
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.text.anchors import context, holds
from annotator.text.canonical import is_canonical
from annotator.text.identity import fingerprint
from annotator.text.passages import are_ordered

R = TypeVar("R", bound=Row)

_STAMP = re.compile(STAMP_PATTERN).fullmatch
_TIME = re.compile(TIME_PATTERN).fullmatch


def ranges(rows: Iterable[Stamped]) -> tuple[Range, ...]:
    """How far some rows know each person's work on each device, sorted by person and device."""
    stamps: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        stamps[row.author, row.device].append(row.stamp)
    return tuple(
        Range(author, device, min(found), max(found), len(found))
        for (author, device), found in sorted(stamps.items())
    )


def check(rows: Sequence[Stamped]) -> None:
    """Raises Unsound for the first row that is not as it must be."""
    known = _Known(rows)
    for looked_at in (_references, _times, _stamps, _texts, _articles, _places):
        looked_at(known)


class _Known:
    """The rows by kind, the ids of each kind, the texts by revision."""

    def __init__(self, rows: Sequence[Stamped]) -> None:
        self.rows = rows
        self.of: dict[type[Row], list[Stamped]] = defaultdict(list)
        for stamped in rows:
            self.of[type(stamped.row)].append(stamped)
        self.ids = {kind: {stamped.row.id for stamped in found} for kind, found in self.of.items()}

    def all(self, kind: type[R]) -> list[R]:
        """The rows of a kind without their envelopes."""
        return [cast(R, stamped.row) for stamped in self.of.get(kind, ())]


def _unsound(key: str, row: Row, part: str = "", **values: object) -> Unsound:
    kind = type(row)
    return Unsound(f"review_file.{key}", prefix(kind) + row.id, part and key_of(kind, part), **values)


def _references(known: _Known) -> None:
    people, devices = known.ids.get(Reviewer, set()), known.ids.get(Device, set())
    for kind, found in known.of.items():
        names = [(name, known.ids.get(named, set())) for name, named in REFERENCES.get(kind, {}).items()]
        for stamped in found:
            if stamped.author not in people:
                raise _unsound("missing", stamped.row, "creator")
            if stamped.device not in devices:
                raise _unsound("missing", stamped.row, "device")
            for name, there in names:
                value = getattr(stamped.row, name)
                if value is not None and value not in there:
                    raise _unsound("missing", stamped.row, name)


def _times(known: _Known) -> None:
    """Whether each time is one: of the right form, on a day that the calendar has."""
    stamps = {stamped.stamp for stamped in known.rows}
    times = {stamped.created for stamped in known.rows} - {stamp[:24] for stamp in stamps}
    wrong = {stamp for stamp in stamps if not _STAMP(stamp)} | {time for time in times if not _TIME(time)}
    days = {moment[:10] for moments in (stamps, times) for moment in moments}
    wrong_days = {day for day in days if not _is_day(day)}
    if wrong or wrong_days:
        for stamped in known.rows:
            for part, moment in (("created", stamped.created), ("modified", stamped.stamp)):
                if moment in wrong or moment[:24] in wrong or moment[:10] in wrong_days:
                    raise _unsound("no_time", stamped.row, part)


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _stamps(known: _Known) -> None:
    for stamped in known.rows:
        if not stamped.stamps:
            continue
        row = stamped.row
        fields = {*row.__dataclass_fields__, "deleted"} - {"id"}
        kept_back = {name for name, stamp in stamped.stamps if stamp == KEPT_BACK}
        if not all(name in fields and _may_be(stamp, stamped.stamp) for name, stamp in stamped.stamps):
            raise _unsound("stamps", row, "stamps")
        place = kept_back & set(PLACE) if isinstance(row, Attribution) else set()
        if kept_back - KEEPABLE.get(type(row), frozenset()) or (place and len(place) < len(PLACE)):
            raise _unsound("kept_back", row, "stamps")


def _may_be(stamp: object, of_row: str) -> bool:
    """Whether a field can have that stamp: none, where it was kept back, or one before its row's."""
    if not isinstance(stamp, str):
        return False
    return stamp == KEPT_BACK or (stamp < of_row and bool(_STAMP(stamp)) and _is_day(stamp[:10]))


def _texts(known: _Known) -> None:
    lengths: dict[str, int] = {}
    for text in known.all(Text):
        if not is_canonical(text.body):
            raise _unsound("not_canonical", text, "body")
        if fingerprint(text.body) != text.id:
            raise _unsound("other_text", text, "body")
        if len(text.body) != text.length:
            raise _unsound("length", text, "length")
        lengths[text.id] = text.length
    for bounds in known.all(Sentences):
        at = 0
        for start, end in json.loads(bounds.bounds):
            if not at <= start < end <= lengths[bounds.text]:
                raise _unsound("bounds", bounds, "sentences")
            at = end
    for passages in known.all(Places):
        if not are_ordered(passages.places, lengths[passages.text]):
            raise _unsound("bounds", passages, "places")


def _articles(known: _Known) -> None:
    """Each article is called after its first text."""
    firsts: dict[str, Revision] = {}
    for revision in known.all(Revision):
        first = firsts.get(revision.article)
        if first is None or revision.position < first.position:
            firsts[revision.article] = revision
    for article in known.all(Article):
        found = firsts.get(article.id)
        if found is None or found.position != 1 or not found.text.startswith(article.id):
            raise _unsound("other_article", article)


def _places(known: _Known) -> None:
    """Whatever stands in a text stands there, and in a text of its own article."""
    revisions = {revision.id: revision for revision in known.all(Revision)}
    bodies = {text.id: text.body for text in known.all(Text)}
    article_of = {claim.id: claim.article for claim in known.all(Claim)}

    def text_of(row: Row, revision: str | None, article: str, part: str) -> str:
        if revision is None or revisions[revision].article != article:
            raise _unsound("apart", row, part)
        return bodies[revisions[revision].text]

    for kind in (Appearance, SignOff):
        for row in cast(list[Appearance | SignOff], known.all(kind)):
            text_of(row, row.revision, row.article, "revision")
    for anchor in known.all(Anchor):
        _quoted(anchor, text_of(anchor, anchor.revision, article_of[anchor.claim], "target"))
    for said in known.all(Attribution):
        text = text_of(said, said.revision, article_of[said.claim], "revision") if _has_place(said) else ""
        _named(said, said.words, "words", text)
    for remark in known.all(Remark):
        text = text_of(remark, remark.revision, remark.article, "revision") if _has_place(remark) else ""
        _named(remark, remark.quote, "quote", text)
    for mark in known.all(ReadMark):
        _span(mark, mark.start, mark.end, text_of(mark, mark.revision, mark.article, "revision"), "start")


def _quoted(anchor: Anchor, text: str) -> None:
    if anchor.start < 0:  # lost
        return
    span = _span(anchor, anchor.start, anchor.end, text, "target")
    if not holds(text, span, anchor.quote):
        raise _unsound("quote", anchor, "target")
    if context(text, span) != (anchor.prefix, anchor.suffix):
        raise _unsound("context", anchor, "target")


def _has_place(row: Attribution | Remark) -> bool:
    return row.start >= 0 or row.revision is not None


def _named(row: Attribution | Remark, words: str, part: str, text: str) -> None:
    """Whether the words of a row stand where it says, or it says neither words nor place."""
    if row.start < 0 and row.end < 0 and not words:
        return
    if row.start < 0 and not _has_place(row):
        raise _unsound("words", row, part)
    if not holds(text, _span(row, row.start, row.end, text, "start"), words):
        raise _unsound("words", row, part)


def _span(row: Row, start: int, end: int, text: str, part: str) -> Span:
    if not 0 <= start <= end <= len(text):
        raise _unsound("outside", row, part, start=start, end=end, length=len(text))
    return Span(start, end)
