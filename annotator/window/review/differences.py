"""The cards of the differences: what differs, and each person's version in brief."""

from collections.abc import Hashable
from functools import cached_property

from annotator.model.comparing import Difference, Group, Marked
from annotator.model.enums import Tag
from annotator.model.views import ClaimLine
from annotator.window.claims.list_model import speakers
from annotator.window.review.page import ReviewPage, key_of
from annotator.window.review.rows import RowLine
from annotator.window.review.wording import changed_since, sign_of, state_of, title_of
from annotator.words import say


class DifferenceRow:
    """A difference as a row; its words are found when they are shown or heard, for there may be thousands."""

    count: int | None = None
    tag: Tag | None = None

    def __init__(self, group: Group, page: ReviewPage, *, pale: bool) -> None:
        self._group, self._page = group, page
        self.key = key_of(group)
        self.pale = pale

    @cached_property
    def shape(self) -> Hashable:
        """That of its versions, and whether a line stands above them."""
        return self._versions_shape, bool(self._since)

    @cached_property
    def _since(self) -> str:
        """That one of its claims was changed after my answer."""
        return changed_since(self._group, self._page)

    @property
    def _versions_shape(self) -> Hashable:
        """How many lines they need, or the words of the one claim, which may need two."""
        kinds, claims = self._group.kinds, self._group.claims
        if len(claims) == 1 or not kinds - {Difference.ONLY}:
            line = self._page.lines.get(claims[0].id)
            return line.quote if line else "", len(self._group.missing) if len(claims) > 1 else 0
        count = len(claims) + len(self._group.missing)
        if Difference.SPAN in kinds:
            return count
        line = self._page.lines.get(claims[0].id)
        return line.quote if line else "", count

    @cached_property
    def look(self) -> object:
        """Its claims as they are now."""
        lines = self._page.lines
        return self.pale, self._group.kinds, [lines.get(marked.id) for marked in self._group.claims]

    @property
    def title(self) -> str:
        """What differs."""
        return title_of(self._group, self._page)

    @property
    def sign(self) -> str:
        """The sign for it."""
        return sign_of(self._group, self._page)

    @property
    def state(self) -> str:
        """How far it is."""
        return state_of(self._group, self._page)

    @property
    def claim(self) -> str:
        """The claim to be answered next."""
        return at_hand(self._group, self._page)

    @property
    def lines(self) -> tuple[RowLine, ...]:
        """Each version in brief, and above them whether one was changed after my answer."""
        since = [RowLine(self._since)] if self._since else []
        return (*since, *_lines(self._group, self._page))

    @property
    def unread(self) -> bool:
        """Whether one of its claims has words that I have not seen."""
        lines = (self._page.lines.get(marked.id) for marked in self._group.claims)
        return any(line.unread for line in lines if line is not None)


def difference_rows(page: ReviewPage, *, open_only: bool) -> list[DifferenceRow]:
    """A row for each difference in text order; with `open_only` for those that wait for my answer."""
    if open_only:
        return [DifferenceRow(group, page, pale=False) for group in page.open]
    opened = {key_of(group) for group in page.open}
    return [DifferenceRow(group, page, pale=key_of(group) not in opened) for group in page.differences]


def at_hand(group: Group, page: ReviewPage) -> str:
    """The claim of a group to be answered next; where none is, a colleague's or else mine."""
    claims = (*page.unanswered(group), *page.theirs(group), *(marked.id for marked in group.claims))
    return claims[0]


def _lines(group: Group, page: ReviewPage) -> list[RowLine]:
    marked = sorted(group.claims, key=lambda one: one.author != page.me)
    found = [(one, line) for one in marked if (line := page.lines.get(one.id)) is not None]
    once = [RowLine(line.quote, line.tag, most=2) for _, line in found[:1]]
    if len(found) < 2:  # the title says whose it is
        return once
    absent = [_absence(person, page) for person in group.missing]
    if not group.kinds - {Difference.ONLY}:
        return [*once, *absent]
    versions = [_version(one, line, page, group.kinds) for one, line in found]
    if Difference.SPAN in group.kinds:
        return [*versions, *absent]
    if Difference.TAG in group.kinds:  # the words are one, so they stand once, and under no tag
        once = [RowLine(found[0][1].quote, most=2)]
    return [*once, *versions, *absent]


def _version(marked: Marked, line: ClaimLine, page: ReviewPage, kinds: frozenset[Difference]) -> RowLine:
    person = page.person(marked.author)
    name = say("review.you") if line.mine else person.name
    if Difference.SPAN in kinds:
        return RowLine(line.quote, line.tag, name, person.colour)
    if Difference.TAG in kinds:
        return RowLine(say(f"tag.{line.tag.value}"), line.tag, name, person.colour)
    said = speakers(line) or say("panel.no_source")
    if line.evidence:
        said = say("review.sources", said=said, count=line.evidence)
    return RowLine(said, None, name, person.colour)


def _absence(person: str, page: ReviewPage) -> RowLine:
    who = page.person(person)
    return RowLine(say("review.nothing_here"), None, say("review.you") if who.mine else who.name, who.colour)
