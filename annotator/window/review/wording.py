"""The words for differences, answers and how far an article is settled."""

from collections.abc import Iterable

from annotator.model.comparing import Difference, Group
from annotator.model.enums import Verdict
from annotator.window.painted_words import isolated
from annotator.window.review.page import ReviewPage
from annotator.words import number, say

#: What stands before a difference; the words beside it say the same.
SIGNS = {Difference.TAG: "≠", Difference.SPAN: "↔", Difference.SOURCES: "@", Difference.SAME: "="}
THEIRS_ALONE, MINE_ALONE = "+", "−"

_TITLES = {
    Difference.TAG: "review.tag_differs",
    Difference.SPAN: "review.span_differs",
    Difference.SOURCES: "review.sources_differ",
    Difference.ONLY: "review.not_by_all",
}
_BY_WEIGHT = (Difference.TAG, Difference.SPAN, Difference.SOURCES)

#: My answer as it stands on a card, and a colleague's with the name.
_MY_WORD = {
    Verdict.AGREED: "review.you_agreed",
    Verdict.CHANGED: "review.you_changed",
    Verdict.REJECTED: "review.you_rejected",
    Verdict.TO_DISCUSS: "review.you_discuss",
}
#: The same where the claim was changed since then, so that it waits for an answer again.
_CHANGED_SINCE = {
    Verdict.AGREED: "review.since_you_agreed",
    Verdict.CHANGED: "review.since_you_changed",
    Verdict.REJECTED: "review.since_you_rejected",
    Verdict.TO_DISCUSS: "review.since_you_discuss",
}
_THEIR_WORD = {
    Verdict.AGREED: "review.they_agreed",
    Verdict.CHANGED: "review.they_changed",
    Verdict.REJECTED: "review.they_rejected",
    Verdict.TO_DISCUSS: "review.they_discuss",
}


def names(people: Iterable[str]) -> str:
    """Names one after the other, as a list of things is written: “Ada, Bob”."""
    return ", ".join(isolated(name) for name in people)


def my_word(verdict: Verdict) -> str:
    """My answer in a word or two."""
    return say(_MY_WORD[verdict])


def their_word(verdict: Verdict, name: str) -> str:
    """A colleague's answer, with the name."""
    return say(_THEIR_WORD[verdict], name=isolated(name))


def title_of(group: Group, page: ReviewPage) -> str:
    """What differs, in words."""
    if len(group.claims) > 1:
        kind = next((kind for kind in _BY_WEIGHT if kind in group.kinds), Difference.ONLY)
        return say(_TITLES[kind])
    author = group.claims[0].author
    if author == page.me:
        return say("review.only_you")
    return say("review.only_one", name=isolated(page.person(author).name))


def sign_of(group: Group, page: ReviewPage) -> str:
    """The sign for what differs."""
    if len(group.claims) == 1:
        return MINE_ALONE if group.claims[0].author == page.me else THEIRS_ALONE
    kind = next((kind for kind in _BY_WEIGHT if kind in group.kinds), Difference.ONLY)
    return SIGNS.get(kind, THEIRS_ALONE)


def state_of(group: Group, page: ReviewPage) -> str:
    """How far a difference is: my answer, or what is said of my claim, or for whom it waits."""
    theirs = page.theirs(group)
    if theirs:
        said = {word for claim in theirs if (word := page.my_word(claim)) is not None}
        if left := len(page.unanswered(group)):
            answered, count = number(len(theirs) - left), number(len(theirs))
            return say("review.some_answered", answered=answered, all=count) if said else ""
        return say("review.answered") if len(said) > 1 else my_word(said.pop())
    told = [words for marked in group.claims for words in _words_of_others(marked.id, page)]
    if told:
        return told[-1]
    waits = [page.person(person).name for person in group.missing if person != page.me]
    return say("review.waits_for", names=names(waits)) if waits else ""


def changed_since(group: Group, page: ReviewPage) -> str:
    """That a claim to be answered was changed after my answer; empty where none was."""
    words = (page.outdated_word(claim) for claim in page.unanswered(group))
    return next((say(_CHANGED_SINCE[word]) for word in words if word is not None), "")


def _words_of_others(claim: str, page: ReviewPage) -> list[str]:
    line = page.lines.get(claim)
    if line is None or not line.mine:
        return []
    return [their_word(verdict, page.person(author).name) for author, verdict in line.verdicts]


def heard(group: Group, page: ReviewPage) -> str:
    """A difference as it is heard when one comes to it: its place among all, and what differs."""
    place = page.differences.index(group) + 1 if group in page.differences else 0
    return say(
        "review.heard", place=number(place), count=number(len(page.differences)), what=title_of(group, page)
    )
