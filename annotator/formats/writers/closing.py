"""What stands after the claims in documents for people: corrections, open points, sign-off."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.formats.writers.phrases import joined, old_to_new, with_remark
from annotator.model.enums import StatusValue
from annotator.model.points import Level, OpenPoint
from annotator.model.views import ArticleExport, ClaimView
from annotator.words import say
from annotator.words.dates import local_day, local_time
from annotator.words.stored import say_point


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be changed at the claim of that number: `quote` where nobody gave `old` and `new` words."""

    number: int
    quote: str
    old: str
    new: str
    reason: str

    @property
    def line(self) -> str:
        """All of it in one line."""
        words = self.change or say("export.correction_unworded", words=self.quote)
        return say("export.correction", number=self.number, words=joined(", ", words, self.reason))

    @property
    def change(self) -> str:
        """The old words and the new; empty where nobody gave them."""
        return old_to_new(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Point:
    """One open point; `number` is its claim's, 0 where it belongs to no claim of this export."""

    words: str
    number: int
    quote: str

    @property
    def line(self) -> str:
        """The sentence, and where it applies."""
        quoted = say("export.quoted", words=self.quote) if self.quote else ""
        where = say("export.about_claim", number=self.number) if self.number else quoted
        return with_remark(self.words, where)


@dataclass(frozen=True, slots=True)
class PointGroup:
    """The open points of one level, under its name."""

    level: Level
    name: str
    points: tuple[Point, ...]


def corrections(article: ArticleExport) -> tuple[Correction, ...]:
    """What is still to be changed, in text order: of each claim the newest word counts."""
    numbered = enumerate(article.claims, start=1)
    return tuple(_correction(number, claim) for number, claim in numbered if _needs_change(claim))


def points(article: ArticleExport) -> tuple[PointGroup, ...]:
    """Open points by level, the weightiest first; levels without any are left out."""
    numbers = {claim.id: number for number, claim in enumerate(article.claims, start=1)}
    by_level: dict[Level, list[Point]] = {level: [] for level in Level}
    for point in article.points:
        by_level[point.level].append(_point(point, numbers))
    return tuple(
        PointGroup(level, say(f"points.{level.value}"), tuple(found))
        for level, found in by_level.items()
        if found
    )


def signed(article: ArticleExport) -> tuple[str, ...]:
    """Who signed the article off and when, the note, and what was changed after it; empty if nobody did."""
    sign = article.sign_off
    if sign is None:
        return ()
    day, time = local_day(sign.at), local_time(sign.at)
    changed = say("review.changed_since", count=len(sign.changed)) if sign.changed else ""
    numbers = {claim.id: number for number, claim in enumerate(article.claims, start=1)}
    which = (say("export.about_claim", number=numbers[id_]) for id_ in sign.changed if id_ in numbers)
    return tuple(
        filter(
            None,
            (
                say("export.signed_by", name=sign.reviewer, day=day, time=time),
                sign.note,
                with_remark(changed, joined(", ", *which)),
            ),
        )
    )


def _needs_change(claim: ClaimView) -> bool:
    return claim.status is StatusValue.NEEDS_CHANGE and not claim.withdrawn


def _correction(number: int, claim: ClaimView) -> Correction:
    if not claim.statuses:
        return Correction(number, claim.quote, "", "", "")
    word = claim.statuses[-1]
    return Correction(number, claim.quote, word.old_words, word.new_words, word.reason)


def _point(point: OpenPoint, numbers: Mapping[str, int]) -> Point:
    return Point(say_point(point.rule, point.values), numbers.get(point.claim or "", 0), point.quote)
