"""What people say of a new claim: its answers, the right of reply, its status, reviews and comments."""

from collections.abc import Iterator, Mapping

from annotator.desk.receiving.setting import Coming, Setting
from annotator.model.enums import Tag
from annotator.model.rows import Comment, Response, Review, Status
from annotator.model.stamped import Stamped
from annotator.text.order import between

#: What a review was given on that is outdated, while nobody here knows what that was: a text nobody has.
_SOMETHING_ELSE = f"{Tag.FACT.value} 0-1 {'0' * 32}-1"


def responses(setting: Setting, one: Coming) -> Iterator[Stamped]:
    """Each person's word on the right of reply."""
    for n, said in enumerate(one.mark.claim.responses):
        row = Response(
            setting.ids.fresh(Response, "", one.id, str(n)),
            one.id,
            said.kind,
            said.asked_on,
            said.asked_by,
            said.due,
            said.note,
        )
        yield setting.word(row, setting.writer(one, said.reviewer), said.at, one, n)


def statuses(setting: Setting, one: Coming) -> Iterator[Stamped]:
    """Each person's word on how far the claim is checked."""
    for n, said in enumerate(one.mark.claim.statuses):
        row = Status(
            setting.ids.fresh(Status, "", one.id, str(n)),
            one.id,
            said.value,
            said.reason,
            said.old_words,
            said.new_words,
        )
        yield setting.word(row, setting.writer(one, said.reviewer), said.at, one, n)


def reviews(setting: Setting, one: Coming, claims: Mapping[str, str]) -> Iterator[Stamped]:
    """What colleagues think of it, but not who made it; `claims` are ids here by ids in the file."""
    for n, said in enumerate(one.mark.claim.reviews):
        author = setting.people.says(said.reviewer, said.author)
        if author == one.author:
            continue
        row = Review(
            setting.ids.fresh(Review, said.id, one.id, str(n)),
            one.id,
            said.verdict,
            said.reason,
            claims.get(said.version or ""),
            _SOMETHING_ELSE if said.outdated else one.says,
        )
        yield setting.word(row, author, said.at, one, n)


def comments(setting: Setting, one: Coming) -> Iterator[Stamped]:
    """The thread on it."""
    position: str | None = None
    for n, said in enumerate(one.mark.claim.comments):
        position = between(position, None)
        row = Comment(setting.ids.fresh(Comment, said.id, one.id, str(n)), one.id, position, said.body)
        yield setting.word(row, setting.people.says(said.reviewer, said.author), said.at, one, n)
