"""A claim of one's own beside a colleague's, made from it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from annotator.desk.work import Work
from annotator.model.rows import Anchor, Answer, Attribution, Claim, Evidence
from annotator.store.reading.seen import seen_claim
from annotator.text.order import between


def copy_claim(work: Work, theirs: Claim) -> str:
    """Makes my version of a claim: its places, sources, evidence and links, all of them mine from now on.

    Notes and plain words stay theirs, and so does the tick that somebody checked who says it.
    """
    made = Claim(
        work.new_id(),
        theirs.article,
        theirs.tag,
        answers_nothing=theirs.answers_nothing,
        version_of=theirs.id,
    )
    work.step.write(made)
    for place in work.library.where(Anchor, claim=theirs.id):
        work.step.write(replace(place, id=work.new_id(), claim=made.id))
    alike = work.alike(theirs.id)
    _copy_in_order(work, made.id, alike, Attribution)
    _copy_in_order(work, made.id, alike, Evidence)
    _copy_links(work, made.id, alike)
    work.made.append(made.id)
    return made.id


def _copy_in_order(
    work: Work, claim: str, alike: Iterable[str], kind: type[Attribution] | type[Evidence]
) -> None:
    """Copies who says a claim, or what bears on it; what two people said is copied once."""
    found = [row for one in alike for row in work.library.where(kind, claim=one)]
    position, said = None, set()
    for row in sorted(found, key=lambda row: (row.position, row.id)):
        what = row.source if isinstance(row, Attribution) else replace(row, id="", claim="", position="")
        if what in said:
            continue
        said.add(what)
        position = between(position, None)
        columns: dict[str, Any] = {"id": work.new_id(), "claim": claim, "position": position}
        if isinstance(row, Attribution) and not work.is_mine(Attribution, row.id):
            columns["checked"] = False
        work.step.write(replace(row, **columns))


def _copy_links(work: Work, claim: str, alike: tuple[str, ...]) -> None:
    """Links my version to what theirs is linked to, as far as that is there and stands."""
    allegations = [link.allegation for one in alike for link in work.library.where(Answer, denial=one)]
    denials = [link.denial for one in alike for link in work.library.where(Answer, allegation=one)]
    pairs = [(claim, other) for other in allegations] + [(other, claim) for other in denials]
    for denial, allegation in dict.fromkeys(pairs):
        other = seen_claim(work.library, allegation if denial == claim else denial)
        if other is not None and not other.withdrawn:
            work.step.write(Answer(work.new_id(), denial, allegation))
