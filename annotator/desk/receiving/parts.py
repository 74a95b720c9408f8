"""What a new claim consists of: its row, its place, who says it and what bears on it."""

from collections.abc import Iterator

from annotator.desk.receiving.placing import near_by
from annotator.desk.receiving.setting import Coming, Setting
from annotator.model.enums import Found, Origin
from annotator.model.rows import Anchor, Attribution, Claim, Evidence
from annotator.model.spans import Span
from annotator.model.stamped import Stamped
from annotator.model.views import AttributionView
from annotator.text.anchors import context
from annotator.text.order import between
from annotator.words import for_programs, say


def claim(setting: Setting, one: Coming, version_of: str | None) -> Iterator[Stamped]:
    """The claim's own row and its place."""
    view, target = one.mark.claim, one.target
    row = Claim(
        one.id,
        target.article,
        one.tag,
        "\n".join(filter(None, (view.note, *_remarks(setting, one)))),
        view.private_note,
        view.plain_words,
        view.answers_nothing,
        Origin.IMPORT,
        view.withdrawn,
        version_of,
    )
    prefix, suffix = context(target.body, one.span)
    anchor = Anchor(
        setting.ids.fresh(Anchor, "", one.id, target.revision),
        one.id,
        target.revision,
        one.span.start,
        one.span.end,
        one.span.cut(target.body),
        prefix,
        suffix,
        Found.MOVED if one.moved else Found.EXACT,
    )
    for made in (row, anchor):
        yield setting.with_claim(made, one.author, one)


def attributions(setting: Setting, one: Coming) -> Iterator[Stamped]:
    """The chain of who says it, in the order of the file."""
    position: str | None = None
    for n, said in enumerate(one.mark.claim.attributions):
        position = between(position, None)
        place = _named(one, said)
        row = Attribution(
            setting.ids.fresh(Attribution, said.id, one.id, str(n)),
            one.id,
            setting.register.source(said.source, one.target.article),
            position,
            one.target.revision if place else None,
            place.start if place else -1,
            place.end if place else -1,
            place.cut(one.target.body) if place else "",
            said.cue,
            said.checked,
        )
        yield setting.with_claim(row, setting.writer(one, said.reviewer), one)


def evidence(setting: Setting, one: Coming) -> Iterator[Stamped]:
    """What bears on its content, in the order of the file."""
    position: str | None = None
    for n, piece in enumerate(one.mark.claim.evidence):
        position = between(position, None)
        row = Evidence(
            setting.ids.fresh(Evidence, piece.id, one.id, str(n)),
            one.id,
            setting.register.source(piece.source, one.target.article),
            piece.stance,
            position,
            piece.locator,
            piece.quote,
            piece.url,
            piece.seen_on,
        )
        yield setting.with_claim(row, setting.writer(one, piece.reviewer), one)


def _remarks(setting: Setting, one: Coming) -> Iterator[str]:
    """What goes to the end of the note: what the tool says, and names that do not stand in the text."""
    with for_programs():  # the library is the same whoever takes the file in
        for words in one.mark.remarks:
            yield say("receiving.remark", format=setting.label, remark=words)
        for said in one.mark.claim.attributions:
            if said.words and _named(one, said) is None:
                yield say("receiving.named_as", words=said.words)


def _named(one: Coming, said: AttributionView) -> Span | None:
    return near_by(one.target, said.words, said.span, one.span)
