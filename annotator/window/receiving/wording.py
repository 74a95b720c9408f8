"""What claims of another tool come to, in words."""

from collections.abc import Iterable

from annotator.model.enums import Tag
from annotator.model.receptions import ArticleReception, Match, Reception
from annotator.words import say, say_all

_DOT = " · "

#: So many lost quotes are shown; the rest is counted.
_QUOTES = 3

#: The counts of a reception, each with its sentence.
_COUNTS = (
    ("claims", "receive.claims"),
    ("there", "receive.there"),
    ("removed", "receive.removed"),
    ("moved", "receive.moved"),
    ("lost", "receive.lost"),
    ("remarks", "receive.remarks"),
)


def in_short(articles: Iterable[ArticleReception]) -> str:
    """What would come in, on one line: `32 claims · 4 here already · 2 not found`."""
    there = list(articles)
    hidden = [say("merging.hidden")] if any(one.hidden for one in there) else []
    totals = [(key, sum(_count(one, name) for one in there)) for name, key in _COUNTS]
    return _DOT.join([say(key, count=count) for key, count in totals if count] + hidden) or say(
        "receive.nothing"
    )


def found_how(one: ArticleReception) -> str:
    """How the article of a text was found."""
    return say(f"receive_by.{one.match}")


def row(one: ArticleReception) -> str:
    """A text in the list of texts, on two lines: its title, and what comes to it."""
    return f"{one.title}\n{found_how(one)}{_DOT}{in_short((one,))}"


def notes(reception: Reception) -> str:
    """What else there is to say: quotes that are not found, what of the file is left out."""
    lost = [quote for one in reception.articles for quote in one.lost]
    sentences = [say("receive.lost_quote", quote=" ".join(quote.split())) for quote in lost[:_QUOTES]]
    if len(lost) > _QUOTES:
        sentences.append(say("receive.more_lost", count=len(lost) - _QUOTES))
    return "\n".join([*sentences, *(say_all(key, values) for key, values in reception.notes)])


def tag_name(tag: Tag | None) -> str:
    """What a label becomes."""
    return say("receive.as_remark") if tag is None else say(f"tag.{tag.value}")


def brings_something(reception: Reception) -> bool:
    """Whether taking it in would change anything, as far as may be told."""
    return any(
        one.claims or one.remarks or one.hidden or one.match is Match.NEW for one in reception.articles
    )


def _count(one: ArticleReception, name: str) -> int:
    value = getattr(one, name)
    return len(value) if name == "lost" else int(value)
