"""A colleague's work: many claims in many articles, the same on every run."""

import json
import random

from annotator.host.clock import iso
from annotator.model.deliveries import Delivery
from annotator.model.enums import SourceKind, Stance, Tag
from annotator.model.rows import (
    KINDS,
    Anchor,
    Answer,
    Article,
    Attribution,
    Claim,
    Device,
    Evidence,
    Reviewer,
    Revision,
    Row,
    Sentences,
    Source,
    Text,
)
from annotator.model.spans import Span
from annotator.model.stamped import Stamped
from annotator.text.anchors import context
from annotator.text.identity import article_id, fingerprint
from annotator.text.sentences import RULES, sentences
from tests.benchmarks.big import words_of_text

_BEGUN = 1_790_000_000_000
_SPEAKERS = 200


def big_delivery(articles: int = 100, claims: int = 10_000, *, plain: bool = False) -> Delivery:
    """A file in which each claim has a speaker, every other one evidence, every third a link.

    With `plain` the claims have their places, and nothing else stands in the file.
    """
    random_ = random.Random(20_260)  # noqa: S311 (repeatable, not secret)
    made = _Colleague()
    made.add(Reviewer(made.id, "Bo", "#2F7F86"))
    made.add(Device(made.device, "desk", made.id))
    speakers = [] if plain else [made.new() for _ in range(_SPEAKERS)]
    for at, speaker in enumerate(speakers):
        made.add(Source(speaker, SourceKind.PERSON, f"Speaker {at}"))
    for _ in range(articles):
        _article(made, random_, speakers, claims // articles)
    rows = sorted(made.rows, key=lambda row: KINDS.index(type(row.row)))
    return Delivery(made.new(), made.id, made.device, iso(made.now), tuple(rows))


class _Colleague:
    def __init__(self) -> None:
        self.now, self.rows = _BEGUN, []
        self.id, self.device = self.new(), self.new()

    def new(self) -> str:
        """An id like those of a library, in order."""
        self.now += 1
        return f"{self.now >> 16:08x}-{self.now & 0xFFFF:04x}-7000-8000-{self.now:012x}"

    def add(self, row: Row) -> None:
        """Writes a row."""
        self.now += 1
        at = iso(self.now)
        self.rows.append(Stamped(row, self.id, self.device, at, f"{at}#0000"))


def _article(made: _Colleague, random_: random.Random, speakers: list[str], claims: int) -> None:
    text = words_of_text(random_, 5_000)
    sha, article = fingerprint(text), article_id(text)
    bounds = json.dumps([[span.start, span.end] for span in sentences(text)], separators=(",", ":"))
    made.add(Text(sha, text, len(text)))
    made.add(Sentences(sha, sha, bounds, RULES))
    made.add(Article(article, f"Article {article[:6]}"))
    made.add(Revision(f"{article}-1", article, sha))
    allegation = ""
    for at in range(claims):
        claim, tag = made.new(), list(Tag)[at % 3]
        start = random_.randrange(len(text) - 120)
        span = Span(start, start + random_.randint(30, 110))
        made.add(Claim(claim, article, tag, note="A note on it." if at % 5 == 0 else ""))
        made.add(
            Anchor(
                made.new(), claim, f"{article}-1", span.start, span.end, span.cut(text), *context(text, span)
            )
        )
        if not speakers:
            continue
        made.add(Attribution(made.new(), claim, random_.choice(speakers), "V"))
        if at % 2 == 0:
            made.add(
                Evidence(made.new(), claim, random_.choice(speakers), Stance.SUPPORTS, "V", locator="p. 3")
            )
        if tag is Tag.ALLEGATION:
            allegation = claim
        elif tag is Tag.DENIAL:
            made.add(Answer(made.new(), claim, allegation))
