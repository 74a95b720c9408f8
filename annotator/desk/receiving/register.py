"""Sources of a file, matched with the register."""

from annotator.desk.receiving.ids import Ids
from annotator.model.enums import SourceKind
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Source
from annotator.model.views import SourceView
from annotator.store.library import Library

_BUILT_IN = {SourceKind.ARTICLE: THE_ARTICLE_ITSELF, SourceKind.UNNAMED: NOT_NAMED}


class Register:
    """The sources of a library and those that come; an entry of the same name and kind is the same source.

    Confidential and anonymous sources have no name to go by: only an id of the file makes them one.
    """

    def __init__(self, library: Library, ids: Ids) -> None:
        self._library, self._ids = library, ids
        self._known: dict[tuple[SourceView, str], str] = {}
        self.new: dict[str, Source] = {}
        self._by_name: dict[tuple[SourceKind, str], str] = {}
        for row in library.where(Source):
            if row.name and _goes_by_name(row):
                self._by_name.setdefault((row.kind, row.name), row.id)

    def source(self, view: SourceView, about: str) -> str:
        """The id of a source of the file; `about` names the text in which one without a name is the same."""
        key = view, about
        if key not in self._known:
            self._known[key] = self._found(view) or self._made(view, about)
        return self._known[key]

    def _found(self, view: SourceView) -> str:
        if view.kind in _BUILT_IN:
            return _BUILT_IN[view.kind]
        own = self._ids.own(Source, view.id)
        if own and (own in self.new or self._library.find(Source, own)):
            return own
        name = view.name.strip()
        if not name and not view.description.strip():
            return NOT_NAMED
        return self._by_name.get((view.kind, name), "") if _goes_by_name(view) else ""

    def _made(self, view: SourceView, about: str) -> str:
        shown = (view.kind.value, view.name, view.role, view.description, view.reason)
        which = (view.id, about) if not _goes_by_name(view) else ()
        own = self._ids.own(Source, view.id)
        row_id = self._ids.take(own or self._ids.made("source", *shown, *which))
        name = view.name.strip() or view.description.strip()
        self.new[row_id] = Source(
            row_id,
            view.kind,
            name,
            view.role,
            view.url,
            view.note,
            view.description,
            view.reason,
            view.confidential,
        )
        if _goes_by_name(view) and not own:  # where the file has ids it knows its own sources apart
            self._by_name[view.kind, name] = row_id
        return row_id


def _goes_by_name(source: Source | SourceView) -> bool:
    return source.kind is not SourceKind.ANONYMOUS and not source.confidential
