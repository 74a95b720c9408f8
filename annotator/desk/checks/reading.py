"""Rules about the reading itself: what nobody looked at, and what stands there twice."""

from collections.abc import Iterator

from annotator.desk.checks.ground import Found, Ground


def same_sentence_twice(ground: Ground) -> Iterator[Found]:
    """A sentence that repeats an earlier one."""
    for number in ground.textual.doubled:
        yield Found(span=ground.textual.sentences[number])


def unread_sentences(ground: Ground) -> Iterator[Found]:
    """The sentences that nobody ticked and no claim touches, as one; its place is the first of them."""
    unread = [number for number in range(len(ground.textual.sentences)) if not is_read(number, ground)]
    if unread:
        yield Found(span=ground.textual.sentences[unread[0]], values={"count": str(len(unread))})


def is_read(number: int, ground: Ground) -> bool:
    """Whether somebody ticked a sentence, by number, or a claim touches it."""
    return number in ground.ticked or number in ground.claims_in
