"""Sources, evidence, responses and statuses in one line each, for all writers that people read."""

import re
from collections.abc import Callable, Iterable

from annotator.model.enums import ResponseKind, SourceKind
from annotator.model.views import CommentView, EvidenceView, ResponseView, ReviewView, SourceView, StatusView
from annotator.words import say
from annotator.words.dates import long_date, moment

_ALWAYS_THERE = (SourceKind.ARTICLE, SourceKind.UNNAMED)

#: A web address as people write it, without the punctuation that follows it in a sentence.
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}’”])")


def source_name(source: SourceView) -> str:
    """Who it is: the name, or for one without a name its description."""
    if source.kind in _ALWAYS_THERE:
        return say(f"source.{source.kind.value}")
    if source.confidential or source.kind is SourceKind.ANONYMOUS:
        return with_remark(source.name or say("kind.anonymous"), source.description)
    return source.name


def source_line(source: SourceView) -> str:
    """The source with all that a reader may want to know of it."""
    named = f"{source_name(source)} – {say(f'kind.{source.kind.value}')}"
    return joined(", ", named, source.role, source.reason, source.note, source.url)


def evidence_line(evidence: EvidenceView, named: Callable[[SourceView], str] = source_name) -> str:
    """How it bears on the claim, from whom, where, and its own words; `named` says how a source is called."""
    seen = say("export.seen_on", date=long_date(evidence.seen_on)) if evidence.seen_on else ""
    quote = say("export.quoted", words=evidence.quote) if evidence.quote else ""
    where = joined(", ", named(evidence.source), evidence.locator, evidence.url, seen)
    return joined(" ", f"{say(f'stance.{evidence.stance.value}')}: {where}", quote)


def response_line(response: ResponseView) -> str:
    """What came of asking for a reply: when, by whom, until when, and remarks."""
    kind = response.kind
    asked = say("export.asked_on", when=moment(response.asked_on)) if response.asked_on else ""
    ended = kind is ResponseKind.NO_REPLY
    due = ""
    if response.due:
        due = say("export.no_reply_by" if ended else "export.due", when=moment(response.due))
    told = {ResponseKind.ASKED: asked, ResponseKind.NO_REPLY: due}.get(kind, "")
    first = told or say(f"named.response.{kind.value}")
    by = say("export.asked_by", name=response.asked_by) if response.asked_by else ""
    rest = (part for part in (asked, by, due, response.note) if part != first)
    return joined(", ", first, *rest)


def status_line(status: StatusView) -> str:
    """How far the content is checked, why, and what is to be changed."""
    return joined(", ", say(f"status.{status.value.value}"), correction(status), status.reason)


def review_line(review: ReviewView) -> str:
    """A colleague's word on the claim, and why."""
    said = say(f"export.review.{review.verdict.value}", name=review.reviewer)
    said = say("export.review_outdated", review=said) if review.outdated else said
    return say("export.review_why", review=said, reason=review.reason) if review.reason else said


def comment_line(comment: CommentView) -> str:
    """An entry of the thread, with the name of who wrote it."""
    return say("export.theirs", name=comment.reviewer, words=comment.body)


def correction(status: StatusView) -> str:
    """The old words and the new; empty where nothing is to be changed."""
    return old_to_new(status.old_words, status.new_words)


def old_to_new(old: str, new: str) -> str:
    """Words and what becomes of them; empty where there are neither."""
    return say("export.old_to_new", old=old, new=new) if old or new else ""


def with_remark(words: str, remark: str) -> str:
    """The words with a remark in brackets, where there is one."""
    return f"{words} ({remark})" if remark else words


def joined(separator: str, *parts: str) -> str:
    """The parts that say something, with the separator between them."""
    return separator.join(filter(None, parts))


def addresses_apart(words: str) -> Iterable[tuple[str, bool]]:
    """The words in pieces, each with whether it is a web address (http or https)."""
    if "://" not in words:  # as nearly always
        return ((words, False),) if words else ()
    return ((piece, n % 2 == 1) for n, piece in enumerate(_ADDRESS.split(words)) if piece)
