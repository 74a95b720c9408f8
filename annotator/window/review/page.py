"""Everything the Review tab shows of one article, read at one time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from annotator.desk.desk import Desk
from annotator.model.comparing import Comparison, Difference, Group
from annotator.model.enums import Tag, Verdict
from annotator.model.review_views import ReviewState
from annotator.model.settling import Settlement
from annotator.model.spans import Span
from annotator.model.views import ClaimLine, ClaimView, PersonView


@dataclass(frozen=True)
class ReviewPage:
    """An article between colleagues, as I see it.

    `people` are those of the article, me first; `lines` its claims by id; `waiting` my claims where a
    colleague's word waits for mine, those with unread words first. `ahead` are words of mine on claims of
    which the library has not told yet.
    """

    state: ReviewState
    people: tuple[PersonView, ...] = ()
    lines: Mapping[str, ClaimLine] = field(default_factory=dict)
    comparison: Comparison = Comparison((), ())
    settlement: Settlement = Settlement((), (), ())
    waiting: tuple[ClaimView, ...] = ()
    ahead: Mapping[str, Verdict] = field(default_factory=dict)

    @cached_property
    def me(self) -> str:
        """My id; empty in a library nobody wrote to."""
        return next((person.id for person in self.people if person.mine), "")

    @cached_property
    def differences(self) -> tuple[Group, ...]:
        """The groups in which something differs, in text order."""
        return tuple(group for group in self.comparison.groups if group.kind is not Difference.SAME)

    @cached_property
    def mine_to_answer(self) -> tuple[Group, ...]:
        """The differences in which a colleague's claim can be answered by me, answered or not."""
        return tuple(group for group in self.differences if self.theirs(group))

    @cached_property
    def open(self) -> tuple[Group, ...]:
        """The differences in which a colleague's claim waits for my answer."""
        return tuple(group for group in self.differences if self.unanswered(group))

    @cached_property
    def unanswered_claims(self) -> tuple[ClaimLine, ...]:
        """What "agree with all" takes: colleagues' claims that I have no word on and did not mark just so."""
        mine = {(line.tag, line.span) for line in self.lines.values() if line.mine and not line.withdrawn}
        return tuple(
            line
            for line in self.lines.values()
            if self._can_be_answered(line)
            and self.my_word(line.id) is None
            and (line.tag, line.span) not in mine
        )

    def theirs(self, group: Group) -> tuple[str, ...]:
        """The claims of colleagues in a group that ask for my answer: not what I marked just so myself."""
        mine = set() if Difference.SOURCES in group.kinds else _says(group, self.me)
        return tuple(
            marked.id
            for marked in group.claims
            if marked.author != self.me
            and (marked.tag, marked.span) not in mine
            and self._can_be_answered(self.lines.get(marked.id))
        )

    def unanswered(self, group: Group) -> tuple[str, ...]:
        """Those of them on which I have said nothing, nor on another that says just the same.

        A rejection is of one claim alone: the other's author may have another reason.
        """
        asked = self.theirs(group)
        words = {claim: self.my_word(claim) for claim in asked}
        if not any(words.values()):
            return asked
        said = {
            (marked.tag, marked.span)
            for marked in group.claims
            if words.get(marked.id) not in (None, Verdict.REJECTED)
        }
        return tuple(
            marked.id
            for marked in group.claims
            if marked.id in words and words[marked.id] is None and (marked.tag, marked.span) not in said
        )

    def after(self, words: Mapping[str, Verdict]) -> "ReviewPage":
        """The page as it will be when the library has told of these words of mine, by claim."""
        if not words:
            return self
        found = replace(self, ahead=words)
        touched = {key_of(group) for claim in words if (group := self.group_of(claim))}
        found.__dict__["_groups"] = self._groups  # all else is as it was, and need not be found again
        found.__dict__["differences"] = self.differences
        found.__dict__["open"] = tuple(
            group for group in self.open if key_of(group) not in touched or found.unanswered(group)
        )
        return found

    def my_word(self, claim: str) -> Verdict | None:
        """My newest word on a claim; None where I have said nothing."""
        if claim in self.ahead:
            return self.ahead[claim]
        line = self.lines.get(claim)
        return dict(line.verdicts).get(self.me) if line else None

    def outdated_word(self, claim: str) -> Verdict | None:
        """What I said of a claim before it was changed; None where that is nothing or I answered anew."""
        line = self.lines.get(claim)
        return dict(line.outdated).get(self.me) if line and claim not in self.ahead else None

    def person(self, person: str) -> PersonView:
        """Somebody of the article by id; somebody without a name where nothing is known of them."""
        return self._by_id.get(person) or PersonView(person, "", "")

    def group_of(self, claim: str) -> Group | None:
        """The difference a claim stands in."""
        return self._groups.get(claim)

    @cached_property
    def has_colleagues(self) -> bool:
        """Whether anybody but me has marked something here."""
        return any(not line.mine for line in self.lines.values())

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return {marked.id: group for group in self.differences for marked in group.claims}

    @cached_property
    def _by_id(self) -> dict[str, PersonView]:
        return {person.id: person for person in self.people}

    def prepare(self) -> None:
        """Finds out at once what will be asked of it, so that the window need not."""
        _ = self.open, self.mine_to_answer, self.unanswered_claims, self.has_colleagues, self._groups

    @staticmethod
    def _can_be_answered(line: ClaimLine | None) -> bool:
        return line is not None and not line.mine and not line.withdrawn


def key_of(group: Group) -> str:
    """What tells a difference from others while it is answered: its first claim."""
    return group.claims[0].id


def _says(group: Group, person: str) -> set[tuple[Tag, Span]]:
    """The tags and places that somebody has in a group."""
    return {(marked.tag, marked.span) for marked in group.claims if marked.author == person}


def read_review(desk: Desk, article: str) -> ReviewPage:
    """All of it, on the desk's thread. Raises NothingFound for an article that is gone."""
    from annotator.desk.queries.claims import claim_lines, claim_view
    from annotator.desk.queries.comparing import comparison, settlement
    from annotator.desk.queries.people import people
    from annotator.desk.queries.review_state import review_state

    state = review_state(desk, article)
    lines = {line.id: line for line in claim_lines(desk, article)}
    there = {line.author for line in lines.values()} | set(state.done)
    known = [person for person in people(desk) if person.mine or person.id in there]
    waiting = sorted(state.waiting, key=lambda claim: (claim not in state.unread, _place(lines, claim)))
    page = ReviewPage(
        state,
        tuple(sorted(known, key=lambda person: (not person.mine, person.name.casefold(), person.id))),
        lines,
        comparison(desk, article),
        settlement(desk, article),
        tuple(claim_view(desk, claim) for claim in waiting),
    )
    page.prepare()
    return page


def _place(lines: Mapping[str, ClaimLine], claim: str) -> tuple[int, int, str]:
    line = lines.get(claim)
    return (line.span.start, -line.span.end, claim) if line else (-1, 0, claim)
