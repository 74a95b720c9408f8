"""An article that only the file has: its text, its sentences, where it appeared."""

from collections.abc import Iterator
from dataclasses import replace

from annotator.desk.commands.articles import rows_of_new
from annotator.desk.receiving.articles import Target
from annotator.desk.receiving.setting import Setting
from annotator.host.clock import iso, milliseconds
from annotator.model.drafts import Draft
from annotator.model.places import Place
from annotator.model.received import ReceivedText
from annotator.model.rows import Appearance
from annotator.model.stamped import Stamped
from annotator.model.views import AppearanceView
from annotator.text.passages import ordered
from annotator.text.positions import Positions
from annotator.text.titles import title_of


def article(setting: Setting, target: Target, file: str, me: str) -> Iterator[Stamped]:
    """The rows of a new article, mine as those of any that I import; `file` is the bare name of the file."""
    received = target.received
    draft = Draft(
        text=target.body,
        title=" ".join(received.title.split()) or title_of(target.body),
        language=received.language,
        places=_places(received, target.own),
    )
    for row in rows_of_new(draft):
        yield setting.stamped(row, me, "")
    appeared = received.appearances or (AppearanceView("", "", "", "", "", file, "", setting.now),)
    begun = milliseconds(setting.now) - len(appeared)
    for n, view in enumerate(appeared):
        row = Appearance(
            setting.ids.fresh(Appearance, view.id, target.article, str(n)),
            target.article,
            target.revision,
            view.publisher,
            view.byline,
            view.url,
            view.published,
            view.file,
            view.encoding,
            view.imported,
        )
        # They show in the order in which they were made.
        yield setting.stamped(row, me, iso(begun + n), setting.now)


def _places(received: ReceivedText, positions: Positions) -> tuple[Place, ...]:
    """The pages and times of passages, as far as they lie in the text one after the other."""
    found = []
    for place in received.places:
        span = positions.span(place.span.start, place.span.end)
        if span is not None and len(span):
            found.append(replace(place, span=span))
    return ordered(found)
