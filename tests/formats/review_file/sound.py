"""A small delivery in which every kind of row stands, and its file."""

import json
from typing import Any

from annotator.formats.review_file.soundness import ranges
from annotator.formats.review_file.writer import write
from annotator.model.deliveries import Delivery
from annotator.model.enums import ResponseKind, SourceKind, Stance, StatusValue, Tag, Verdict
from annotator.model.rows import (
    ORDER,
    Anchor,
    Answer,
    Appearance,
    Article,
    Assignment,
    Attribution,
    Claim,
    Comment,
    Device,
    Done,
    Evidence,
    Grave,
    Places,
    ReadMark,
    Remark,
    Response,
    Review,
    Reviewer,
    Revision,
    Row,
    SameAs,
    SamePerson,
    Sentences,
    SignOff,
    Source,
    Status,
    Text,
    Waiver,
)
from annotator.model.spans import Span
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.text.anchors import context
from annotator.text.identity import article_id, fingerprint
from annotator.text.sentences import RULES, sentences

BODY = "Ada said the pump 🚰 had failed twice.\nThe firm denied it, and the file was closed in May."
OTHER = "The firm denied it again."
ARTICLE, SHA, OTHER_SHA = article_id(BODY), fingerprint(BODY), fingerprint(OTHER)
REVISION = f"{ARTICLE}-1"


def uuid(n: int) -> str:
    return f"01a20000-0000-7000-8000-{n:012x}"


ADA, BO, BO_AT_HOME, DESK, LAPTOP = map(uuid, range(1, 6))
FAILED, DENIED, VERSION = map(uuid, range(11, 14))
FIRM, LEAK, LEDGER = map(uuid, range(21, 24))


def _place(n: int, claim: str, words: str) -> Anchor:
    start = BODY.index(words)
    span = Span(start, start + len(words))
    prefix, suffix = context(BODY, span)
    return Anchor(uuid(n), claim, REVISION, span.start, span.end, words, prefix, suffix)


def _bounds(body: str) -> str:
    return json.dumps([[span.start, span.end] for span in sentences(body)], separators=(",", ":"))


#: Row, author.
_ROWS: tuple[tuple[Row, str], ...] = (
    (Reviewer(ADA, "Ada", "#7768AE"), ADA),
    (Reviewer(BO, "Bo", "#2F7F86"), BO),
    (Reviewer(BO_AT_HOME, "Bo", "#2F7F86"), BO_AT_HOME),
    (Device(DESK, "desk", ADA), ADA),
    (Device(LAPTOP, "laptop", BO), BO),
    (SamePerson(uuid(31), BO_AT_HOME, BO), BO),
    (Text(SHA, BODY, len(BODY)), ADA),
    (Text(OTHER_SHA, OTHER, len(OTHER)), ADA),
    (Sentences(SHA, SHA, _bounds(BODY), RULES), ADA),
    (Sentences(OTHER_SHA, OTHER_SHA, _bounds(OTHER), RULES), ADA),
    (Places(SHA, SHA, '[[0,38,"page","3"],[39,89,"page","4"]]'), ADA),
    (Article(ARTICLE, "Pump", "en"), ADA),
    (Article(article_id(OTHER), "Again", "en"), ADA),
    (Revision(REVISION, ARTICLE, SHA), ADA),
    (Revision(f"{article_id(OTHER)}-1", article_id(OTHER), OTHER_SHA), ADA),
    (Appearance(uuid(41), ARTICLE, REVISION, "The Gazette", published="2026-05-01"), ADA),
    (Claim(FAILED, ARTICLE, Tag.ALLEGATION, note="ask again"), ADA),
    (Claim(DENIED, ARTICLE, Tag.DENIAL), ADA),
    (Claim(VERSION, ARTICLE, Tag.FACT, version_of=FAILED), BO),
    (_place(51, FAILED, "the pump 🚰 had failed twice"), ADA),
    (_place(52, DENIED, "denied it"), ADA),
    (_place(53, VERSION, "the pump 🚰 had failed"), BO),
    (Source(FIRM, SourceKind.ORGANISATION, "The firm"), ADA),
    (Source(LEAK, SourceKind.PERSON, "", description="a clerk", confidential=True), ADA),
    (Source(LEDGER, SourceKind.DOCUMENT, "Ledger"), ADA),
    (SameAs(uuid(61), LEDGER, FIRM), ADA),
    (Attribution(uuid(71), DENIED, FIRM, "V", REVISION, 38, 46, "The firm", "denied", checked=True), ADA),
    (Attribution(uuid(72), FAILED, LEAK, "V"), ADA),
    (Evidence(uuid(73), FAILED, LEDGER, Stance.SUPPORTS, "V", "p. 3"), ADA),
    (Answer(uuid(74), DENIED, FAILED), ADA),
    (Response(uuid(75), FAILED, ResponseKind.ASKED, "2026-05-01", "Ada"), ADA),
    (Status(uuid(76), FAILED, StatusValue.DISPUTED, "two books"), BO),
    (Review(uuid(77), FAILED, Verdict.CHANGED, "only once", VERSION, f"allegation 9-36 {REVISION}"), BO),
    (Comment(uuid(78), FAILED, "V", "Once, I think."), BO),
    (ReadMark(uuid(79), ARTICLE, REVISION, 38, 89), ADA),
    (Waiver(uuid(80), ARTICLE, "single-source", "known", FAILED), ADA),
    (Done(uuid(81), ARTICLE), ADA),
    (SignOff(uuid(82), ARTICLE, REVISION, "fine"), ADA),
    (Assignment(uuid(83), ARTICLE, BO, "please", blind=True), ADA),
    (Remark(uuid(85), ARTICLE, "Place: the harbour", "brat", REVISION, 13, 19, "pump 🚰"), ADA),
    (Grave(uuid(84), "claims"), BO),
)


def delivery() -> Delivery:
    """What Ada sends of two articles, Bo's review of hers with it."""
    rows = []
    for n, (row, author) in enumerate(_ROWS):
        at = f"2026-05-01T10:00:{n:02d}.000Z"
        secret = (("name", KEPT_BACK),) if row.id == LEAK else ()
        place = LAPTOP if author == BO else DESK
        changed = "2026-05-02T09:30:00.000Z" if isinstance(row, Claim) else at
        rows.append(Stamped(row, author, place, at, f"{changed}#{n % 3:04x}", stamps=secret))
    rows.sort(key=lambda row: (ORDER[type(row.row)], row.row.id))
    return Delivery(
        uuid(90), ADA, DESK, "2026-05-03T08:00:00.000Z", tuple(rows), ranges(rows), "Here it is.", frozenset()
    )


def data() -> bytes:
    """Its file."""
    return b"".join(write(delivery()))


def document() -> dict[str, Any]:
    """Its file as JSON, to be spoilt."""
    found: dict[str, Any] = json.loads(data())
    return found
