"""Asking for the call sheet, to work with or to hand out."""

from dataclasses import replace

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export
from annotator.desk.queries.people import me
from annotator.desk.queries.sources import register
from annotator.formats.calling import sheet
from annotator.formats.redact import Disclosure, redact, redact_sources
from annotator.model.call_sheet import CallEntry, CallSheet
from annotator.model.views import ArticleExport
from annotator.store.reading import call_sheet as reading
from annotator.store.reading.confidential import confidential_names


def call_sheet(desk: Desk, article: str | None) -> CallSheet:
    """The sheets of one article, or of all that have something to ask but samples; see `calling.sheet`.

    For the person's own eyes: confidential names stand in it. Raises NothingFound.
    """
    return sheet(_exports(desk, article), register(desk), _my_name(desk))


def call_sheet_to_hand_out(
    desk: Desk, article: str | None, *, confidential: bool, only: CallEntry | None = None
) -> CallSheet:
    """The same as it may leave the screen: without confidential names, unless that was ticked this time.

    Who is confidential then stands on it by description alone, and nothing that was said to us in confidence.
    `only` chooses one sheet of those that `call_sheet` gave. Raises NothingFound.
    """
    sources = register(desk)
    secret = {} if confidential else {source.id: source for source in sources if source.confidential}
    joined = (name for each in secret.values() for _, name in each.joined)
    names = {*confidential_names(desk.library), *joined}
    exports = redact(_exports(desk, article), Disclosure(confidential=confidential), names)
    if not confidential:
        sources = redact_sources((source for source in sources if source.id not in secret), names)
    whole = sheet(exports, sources, _my_name(desk))
    if only is None:
        return whole
    same = _says if only.id in secret else _id
    chosen = (each for each in whole.entries if same(only) and same(each) == same(only))
    return replace(whole, entries=tuple(chosen)[:1])


def _id(entry: CallEntry) -> object:
    return (entry.id,)


def _says(entry: CallEntry) -> object:
    """What tells a sheet whose source has lost its id, if anything: claims, and its place in their chains."""
    return [(line.claim.id, line.place) for line in entry.attributed]


def _exports(desk: Desk, article: str | None) -> tuple[ArticleExport, ...]:
    chosen = (article,) if article is not None else reading.articles_to_call(desk.library)
    return tuple(article_export(desk, each) for each in chosen)


def _my_name(desk: Desk) -> str:
    reviewer = me(desk)
    return reviewer.name if reviewer else ""
