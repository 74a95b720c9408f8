"""What the person who looks may see: the live rows, as temporary views that every connection has.

Nothing that colleagues wrote on an article is seen while it is blind for me: I was asked to tag it on my own
and have not said that I am done. All statements in `store/reading/` and `store/search/` read these views and
never the tables under them, so that this rule stands in one place.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable

from annotator.model.changes import RowChange

#: What is attached to a claim, each row by its `claim`.
_CHILDREN = ("attributions", "evidence", "responses", "statuses", "reviews", "comments")
#: What is said of a whole article.
_ON_ARTICLES = ("read_marks", "waivers", "done", "sign_offs", "remarks")

#: The tables that are read through `seen_…` only.
VEILED = ("claims", "anchors", "answers", *_CHILDREN, *_ON_ARTICLES)

#: What a sight keeps (see `Sight`), as tables; where it is empty, nothing further is asked.
_MINE = "SELECT value AS id FROM json_each(my_ids())"
_HIDDEN_ARTICLES = "SELECT value AS article FROM json_each(hidden_from_me())"
_HIDDEN_CLAIMS = "SELECT c.id FROM claims c WHERE c.article IN hidden_articles"

#: In each of these conditions what is seldom asked for stands last: SQLite gets that far only where it must.
_ON_CLAIM = "(x.claim NOT IN hidden_claims OR +x.author IN mine)"
_ON_ARTICLE = "(x.article NOT IN hidden_articles OR +x.author IN mine)"

#: Who has written something that lives onto a claim.
_BUILDERS = " UNION ALL ".join(
    (
        *(f"SELECT author FROM {table} WHERE claim = c.id AND NOT deleted" for table in _CHILDREN),
        "SELECT author FROM answers WHERE denial = c.id AND NOT deleted",
        "SELECT author FROM answers WHERE allegation = c.id AND NOT deleted",
        "SELECT author FROM claims WHERE version_of = c.id AND NOT deleted",
    )
)
#: A claim that its author removed while somebody else was building on it: it shows as withdrawn.
_KEPT = f"c.deleted = 1 AND EXISTS (SELECT 1 FROM ({_BUILDERS}) b WHERE person(b.author) <> person(c.author))"

_CLAIMS = f"""
SELECT c.n, c.id, c.author, c.device, c.created, c.stamp, c.deleted, c.stamps, c.article, c.tag, c.note,
    c.private_note, c.plain_words, c.answers_nothing, c.origin, c.withdrawn OR c.deleted AS withdrawn,
    c.version_of
FROM claims c
WHERE (c.deleted = 0 OR {_KEPT})
AND (c.article NOT IN hidden_articles OR c.deleted = 0 AND +c.author IN mine)
"""
_ANCHORS = f"""
SELECT x.* FROM anchors x WHERE {_ON_CLAIM} AND (x.deleted = 0
    OR x.deleted = 1 AND EXISTS (SELECT 1 FROM claims c WHERE c.id = x.claim AND c.deleted = 1))
"""
_ON_ENDS = "(x.denial NOT IN hidden_claims AND x.allegation NOT IN hidden_claims OR +x.author IN mine)"

#: What claims say, each in every revision it has a place in, as a word on it keeps it: tag, place, revision.
_SAYINGS = """
SELECT p.claim, p.revision, c.tag || ' ' || p.start || '-' || p."end" || ' ' || p.revision AS said
FROM claims c JOIN anchors p ON p.claim = c.id AND p.deleted <= c.deleted
"""
#: A word is outdated where the claim has got another tag or place since it was given. What it was given on is
#: not known of older ones, which count. SQLite looks only where the column is asked for.
_OUTDATED = "x.of <> '' AND x.of NOT IN (SELECT said FROM sayings WHERE claim = x.claim)"

#: When something on a claim was written or removed; what is not here any more (see `codec.NOT_HERE`) is not.
_TOUCHES = " UNION ALL ".join(
    (
        "SELECT x.id AS claim, x.article, x.stamp FROM claims x WHERE x.deleted < 2 AND " + _ON_ARTICLE,
        *(
            f"SELECT x.claim, c.article, x.stamp FROM {table} x JOIN claims c ON c.id = x.claim"
            f" WHERE x.deleted < 2 AND {_ON_CLAIM}"
            for table in ("anchors", *_CHILDREN)
        ),
        *(
            f"SELECT c.id, c.article, x.stamp FROM answers x JOIN claims c ON c.id = x.{end}"
            f" WHERE x.deleted < 2 AND {_ON_ENDS}"
            for end in ("denial", "allegation")
        ),
    )
)

#: The register is everybody's. But an entry that only colleagues name, on an article that is blind for me,
#: would tell of their work, and so would whatever is concluded from its name.
_SOURCES = """
SELECT x.* FROM sources x WHERE NOT x.deleted AND (
    NOT EXISTS (SELECT 1 FROM hidden_articles) OR +x.author IN mine
    OR EXISTS (SELECT 1 FROM seen_attributions t WHERE t.source = x.id)
    OR EXISTS (SELECT 1 FROM seen_evidence e WHERE e.source = x.id)
    OR EXISTS (SELECT 1 FROM same_as j WHERE NOT j.deleted AND x.id IN (j.source, j.other))
    OR NOT EXISTS (SELECT 1 FROM attributions t WHERE t.source = x.id AND NOT t.deleted)
        AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.source = x.id AND NOT e.deleted))
"""

#: View: its statement, each after those it reads.
_VIEWS = {
    "mine": _MINE,
    "hidden_articles": _HIDDEN_ARTICLES,
    "hidden_claims": _HIDDEN_CLAIMS,
    "sayings": _SAYINGS,
    "seen_with_twins": _CLAIMS,
    # Of equal claims of one person one is listed and counted (see `store.twins`).
    "seen_claims": f"{_CLAIMS} AND c.id NOT IN (SELECT claim FROM twins)",
    "seen_anchors": _ANCHORS,
    "seen_answers": f"SELECT x.* FROM answers x WHERE NOT x.deleted AND {_ON_ENDS}",
    "seen_touches": _TOUCHES,
    "seen_sources": _SOURCES,
    **{f"seen_{name}": f"SELECT x.* FROM {name} x WHERE NOT x.deleted AND {_ON_CLAIM}" for name in _CHILDREN},
    **{
        f"seen_{name}": f"SELECT x.* FROM {name} x WHERE NOT x.deleted AND {_ON_ARTICLE}"
        for name in _ON_ARTICLES
    },
    "seen_reviews": (
        f"SELECT x.*, {_OUTDATED} AS outdated FROM reviews x WHERE NOT x.deleted AND {_ON_CLAIM}"
    ),
}

#: Tables that say who sees what.
_SAY = ("same_person", "assignments", "done")
_BLIND = """
SELECT article FROM assignments WHERE blind AND NOT deleted AND reviewer IN (SELECT value FROM json_each(?1))
AND article NOT IN (
    SELECT article FROM done WHERE NOT deleted AND author IN (SELECT value FROM json_each(?1)))
"""


def make_views(connection: sqlite3.Connection) -> None:
    """Makes the views of a connection, which must not be `query_only` yet."""
    for name, statement in _VIEWS.items():
        connection.execute(f"CREATE TEMP VIEW {name} AS {statement}")


class Sight:
    """Who looks through a connection: until `look_as` says so nobody, from whom nothing is hidden.

    It holds what the views ask for each row, which is little: who is the same person as who, and the articles
    that are blind for me. `shown` has for each reviewer the id under which that person shows, `mine` my ids.
    """

    def __init__(self, connection: sqlite3.Connection, query: Callable[..., list[sqlite3.Row]]) -> None:
        self._query = query
        self._reviewer = ""
        self.shown: dict[str, str] = {}
        self.mine = frozenset({""})
        self._my_ids = self._hidden = "[]"
        connection.create_function("my_ids", 0, lambda: self._my_ids, deterministic=True)
        connection.create_function("hidden_from_me", 0, lambda: self._hidden, deterministic=True)
        connection.create_function("person", 1, lambda one: self.shown.get(one, one), deterministic=True)

    def look_as(self, reviewer: str) -> None:
        """Says who looks from now on, by any id of theirs."""
        self._reviewer = reviewer
        self.look_again()

    def look_again(self) -> None:
        """Reads anew who is who and what is blind for me, as must be done when a step has changed it."""
        self.shown = {row["id"]: row["shown"] for row in self._query("SELECT id, shown FROM shown_reviewers")}
        me = self.shown.get(self._reviewer, self._reviewer)
        self.mine = frozenset((self._reviewer, *(one for one, shown in self.shown.items() if shown == me)))
        self._my_ids = json.dumps(sorted(self.mine))
        self._hidden = json.dumps([row["article"] for row in self._query(_BLIND, self._my_ids)])

    def follow(self, changes: Iterable[RowChange]) -> None:
        """Reads anew what a step changed, once it is on the disk."""
        if any(change.table in _SAY for change in changes):
            self.look_again()
