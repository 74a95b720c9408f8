"""The cards of my claims on which a colleague's word waits for mine."""

from annotator.model.enums import Verdict
from annotator.model.views import ClaimView, CommentView, ReviewView
from annotator.window.review.page import ReviewPage
from annotator.window.review.rows import Card, RowLine
from annotator.window.review.wording import their_word
from annotator.words import say


def waiting_rows(page: ReviewPage) -> list[Card]:
    """A row for each of them, those with unread words first."""
    return [_row(claim, page) for claim in page.waiting]


def changed_into(claim: ClaimView) -> str:
    """A colleague's version of my claim, the newest; empty where nobody changed it."""
    changed = [word for word in claim.reviews if word.verdict is Verdict.CHANGED and not word.mine]
    return (changed[-1].version or "") if changed else ""


def _row(claim: ClaimView, page: ReviewPage) -> Card:
    words = [_review(word, page) for word in claim.reviews if not word.mine]
    version = page.lines.get(changed_into(claim))
    words += [RowLine(version.quote, version.tag, most=2)] if version is not None else []
    last = claim.comments[-1:]
    words += [_comment(comment, page) for comment in last if not comment.mine]
    unread = any(review.unread for review in claim.reviews) or any(one.unread for one in claim.comments)
    return Card(claim.id, claim.quote, claim=claim.id, tag=claim.tag, lines=tuple(words), unread=unread)


def _review(word: ReviewView, page: ReviewPage) -> RowLine:
    said = their_word(word.verdict, word.reviewer)
    said = say("thread.outdated", said=said) if word.outdated else said
    if word.reason:
        said = say("review.with_reason", said=said, reason=word.reason)
    return RowLine(said, colour=page.person(word.author).colour, most=3)


def _comment(comment: CommentView, page: ReviewPage) -> RowLine:
    said = say("review.they_wrote", name=comment.reviewer, words=comment.body)
    return RowLine(said, colour=page.person(comment.author).colour, most=3)
