"""Marks as readers make them: what a file says of a passage, and nothing else."""

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from annotator.formats.exchange.loading import number, words
from annotator.model.drafts import Note
from annotator.model.enums import Origin, StatusValue, Tag
from annotator.model.errors import BadInput
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.spans import Span
from annotator.model.views import AppearanceView, ClaimView, CommentView, StatusView
from annotator.text.anchors import context
from annotator.text.canonical import kept
from annotator.text.moments import in_utc
from annotator.words import say

#: The most marks taken from one file, and the most code points of their quotes, notes and remarks together.
MARKS_LIMIT = 100_000
WORDS_LIMIT = 50_000_000

#: How much of a strange name, and of how many, a sentence shows.
_SHOWN = 60
_KINDS_SHOWN = 20

#: What a link from a denial to an allegation is called where links have names, and a link without one.
ANSWERS = "answers"
_LINK = "link"

_Key = TypeVar("_Key", bound=Hashable)

_NOWHERE = Span(0, 0)
_TAGS = {tag.value: tag for tag in Tag}

#: How far a claim is checked, by the words that files have for it.
STATUSES = {status.value: status for status in StatusValue}


def span_of(start: object, end: object) -> Span | None:
    """The span between two numbers of a file; None where they are none, or none of a passage."""
    first, last = number(start), number(end)
    return None if first is None or last is None or first >= last else Span(first, last)


def mark(
    label: str,
    text: str,
    span: Span | None,
    quote: str = "",
    *,
    remarks: Iterable[str] = (),
    **said: Any,
) -> Mark | None:
    """What a file says of a passage; None where neither place nor quote says which.

    The quote is that of the file, else what stands at the place; `said` are further fields of `ClaimView`.
    """
    fits = span is not None and span.end <= len(text)
    if span is not None and fits and not quote:
        quote = span.cut(text)
    if not quote and (span is None or text):
        return None
    place = span if span is not None and (fits or not text) else _NOWHERE
    label = kept(label).strip()
    known = dict(zip(("prefix", "suffix"), context(text, place), strict=True)) if fits else {}
    claim = blank(_TAGS.get(label, Tag.FACT), place, kept(quote), **(known | said))
    return Mark(claim, label, tuple(filter(None, map(kept, remarks))))


def blank(tag: Tag, span: Span, quote: str, **said: Any) -> ClaimView:
    """A claim of which no more is known than is `said`."""
    nothing: dict[str, Any] = {
        "id": "",
        "article": "",
        "prefix": "",
        "suffix": "",
        "note": "",
        "private_note": "",
        "plain_words": "",
        "origin": Origin.IMPORT,
        "withdrawn": False,
        "reviewer": "",
        "mine": False,
        "created": "",
        "modified": "",
    }
    return ClaimView(tag=tag, span=span, quote=quote, **(nothing | said))


def ours(label: str) -> str:
    """The label of one of our tags where it is one written for a tool that has no spaces; else as it is."""
    folded = label.replace("_", " ").lower()
    return folded if folded in _TAGS else label


def seen_at(url: str) -> tuple[AppearanceView, ...]:
    """Where an article stood of which a file says no more."""
    return (AppearanceView("", "", "", url, "", "", "", ""),) if url else ()


def moment(said: object) -> str:
    """A time of a file as claims have it, ISO 8601 in UTC with milliseconds; "" for what is no time."""
    return in_utc(words(said))


def quoted(quotes: Iterable[str]) -> str:
    """The beginnings of quotes, for a remark."""
    return ", ".join(say("export.quoted", words=quote[:_SHOWN]) for quote in quotes)


def remark(what: str, said: str = "") -> str:
    """Something a file says for which there is no field: what it is, and the words."""
    return say("exchange.remark", what=what, words=said) if said else what


def status_of(value: StatusValue, reviewer: str = "", at: str = "") -> dict[str, Any]:
    """The fields of `ClaimView` for a status of which no more is known; none for what nobody has checked."""
    if value is StatusValue.UNCHECKED:
        return {}
    return {"status": value, "statuses": (StatusView(value, "", "", "", reviewer, mine=False, at=at),)}


class Additions(Generic[_Key]):
    """What other entries of a file say of marks: gathered by a key for each mark, and put on in the end."""

    def __init__(self) -> None:
        self._answers: dict[_Key, list[str]] = defaultdict(list)
        self._comments: dict[_Key, list[CommentView]] = defaultdict(list)
        self._remarks: dict[_Key, list[str]] = defaultdict(list)

    def answer(self, key: _Key, claim: str) -> None:
        """The mark answers the claim of that id."""
        self._answers[key].append(claim)

    def comment(self, key: _Key, comment: CommentView) -> None:
        """Somebody's words on the mark."""
        self._comments[key].append(comment)

    def remark(self, key: _Key, words: str) -> None:
        """Anything else, in words; none if empty."""
        if words:
            self._remarks[key].append(words)

    def link(self, key: _Key, one: Mark, kind: str, other: Mark) -> None:
        """A relation from one mark to another: an answer where it can be one, else a remark."""
        if kind.lower() == ANSWERS and one.label == Tag.DENIAL:
            self.answer(key, other.claim.id)
        else:
            self.remark(key, remark(kind or _LINK, quoted([other.claim.quote])))

    def put(self, key: _Key, one: Mark) -> Mark:
        """The mark with all that was said of it."""
        if not (key in self._answers or key in self._comments or key in self._remarks):
            return one
        answers = (*one.claim.answers, *dict.fromkeys(self._answers.get(key, ())))
        comments = (*one.claim.comments, *self._comments.get(key, ()))
        claim = replace(one.claim, answers=answers, comments=comments)
        return replace(one, claim=claim, remarks=(*one.remarks, *self._remarks.get(key, ())))

    def of(self, key: _Key) -> tuple[str, ...]:
        """The remarks on one key that is no mark."""
        return tuple(self._remarks.get(key, ()))

    def loose(self, known: Container[_Key]) -> list[str]:
        """The remarks on what is no mark."""
        return [line for key, lines in self._remarks.items() if key not in known for line in lines]


class Tally:
    """Counts what is read of a file, what cannot be read and what is passed over; `name` is the file's."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._marks = 0
        self._length = 0
        self.unread = 0
        self._left: dict[str, int] = {}

    def take(self, found: Mark | None) -> Iterable[Mark]:
        """The mark if it is one; raises BadInput where there are more than one can work with."""
        if found is None:
            self.unread += 1
            return ()
        self._marks += 1
        self._length += sum(map(len, (found.claim.quote, found.claim.note, *found.remarks)))
        if self._marks > MARKS_LIMIT or self._length > WORDS_LIMIT:
            raise BadInput("exchange.too_much", name=self.name)
        return (found,)

    def leave(self, what: str) -> None:
        """Count a thing of a kind that is passed over."""
        self._left[what] = self._left.get(what, 0) + 1

    def notes(self) -> tuple[Note, ...]:
        """What a person should know of it."""
        unread: list[Note] = [("exchange.unread", {"count": self.unread})] if self.unread else []
        left = [(what[:_SHOWN], count) for what, count in self._left.items()][:_KINDS_SHOWN]
        return (*unread, *(("exchange.left", {"count": count, "what": what}) for what, count in left))


def received(format_: str, file: str, texts: Iterable[ReceivedText], tally: Tally) -> Received:
    """What was read; raises BadInput where nothing at all stands in the file."""
    found = tuple(text for text in texts if text.text or text.marks or text.remarks)
    if not found:
        raise BadInput("exchange.nothing", name=file)
    return Received(format_, file, found, tally.notes())
