"""What is read to send: rows as they stand, those that were removed too, by article and person."""

import json
from collections.abc import Iterable

from annotator.model.rows import (
    Anchor,
    Answer,
    Appearance,
    Article,
    Assignment,
    Attribution,
    Claim,
    Comment,
    Done,
    Evidence,
    Grave,
    ReadMark,
    Remark,
    Response,
    Review,
    Revision,
    Row,
    SameAs,
    SamePerson,
    SignOff,
    Source,
    Status,
    Waiver,
)
from annotator.model.stamped import Stamped
from annotator.store.codec import NOT_HERE, stamped
from annotator.store.library import Library

_OF_ARTICLE = "article IN (SELECT value FROM json_each(:articles))"
_BY_PEOPLE = "author IN (SELECT value FROM json_each(:people))"
_ON_CLAIM = f"{{end}} IN (SELECT id FROM claims WHERE {_OF_ARTICLE})"

#: The rows that belong to nobody alone, or that all who work on an article must know.
_EVERYBODYS: dict[type[Row], str] = {
    Article: "id IN (SELECT value FROM json_each(:articles))",
    Revision: f"{_OF_ARTICLE} AND NOT deleted",
    Appearance: _OF_ARTICLE,
    Assignment: _OF_ARTICLE,
}

#: The rows that are somebody's.
_SOMEBODYS: dict[type[Row], str] = {
    **{
        kind: f"{_ON_CLAIM.format(end='claim')} AND {_BY_PEOPLE}"
        for kind in (Anchor, Attribution, Evidence, Response, Status, Review, Comment)
    },
    Answer: f"{_ON_CLAIM.format(end='denial')} AND {_BY_PEOPLE}",
    **dict.fromkeys((Claim, ReadMark, Waiver, Done, SignOff, Remark), f"{_OF_ARTICLE} AND {_BY_PEOPLE}"),
}

#: Graves, and what says that two are one, wherever it was said.
_ANYWHERE: dict[type[Row], str] = dict.fromkeys((SameAs, SamePerson, Grave), _BY_PEOPLE)


def articles(library: Library, ids: Iterable[str]) -> list[Stamped]:
    """The articles of those that live."""
    found = _rows(library, {Article: _EVERYBODYS[Article]}, articles=ids)
    return [stamped for stamped in found if not stamped.deleted]


def everybodys(library: Library, ids: Iterable[str]) -> list[Stamped]:
    """Articles with their revisions, and where they stood and to whom they were given."""
    return _rows(library, _EVERYBODYS, articles=ids)


def somebodys(library: Library, ids: Iterable[str], people: Iterable[str]) -> list[Stamped]:
    """What people (ids) marked and said in articles, what they removed there too."""
    return _rows(library, _SOMEBODYS, articles=ids, people=people)


def anywhere(library: Library, people: Iterable[str]) -> list[Stamped]:
    """Whom and what people (ids) said to be the same, what they took back of it, and their graves."""
    return _rows(library, _ANYWHERE, people=people)


def removed_sources(library: Library) -> list[Stamped]:
    """The entries that were taken out of the register."""
    return _rows(library, {Source: "deleted"})


def anchors_of(library: Library, claims: Iterable[str]) -> list[Stamped]:
    """The places of claims, whoever made them, removed ones too."""
    return _rows(library, {Anchor: "claim IN (SELECT value FROM json_each(:claims))"}, claims=claims)


def hidden_articles(library: Library) -> frozenset[str]:
    """The articles on which colleagues' tags are hidden from who looks."""
    return frozenset(str(row["article"]) for row in library.query("SELECT article FROM hidden_articles"))


def _rows(library: Library, wanted: dict[type[Row], str], **ids: Iterable[str]) -> list[Stamped]:
    values: dict[str, object] = {name: json.dumps(list(chosen)) for name, chosen in ids.items()}
    return [
        stamped(kind, dict(row))
        for kind, condition in wanted.items()
        for row in library.query(
            f"SELECT * FROM {kind.TABLE} WHERE ({condition}) AND deleted <> {NOT_HERE}", **values
        )
    ]
