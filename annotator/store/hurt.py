"""What damage hurts, by the names that people know: quotes of claims, titles of articles, sources."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from annotator.model.damage import Finding, Hurt
from annotator.model.rows import KIND_OF
from annotator.store.around import Damage
from annotator.store.library import Library

FILE, HISTORY, SEARCH = Hurt("file"), Hurt("history"), Hurt("search")

#: Findings that are about no one row.
_WHOLE = {
    "doctor.chain": HISTORY,
    "doctor.step": HISTORY,
    "doctor.history": HISTORY,
    "doctor.search": SEARCH,
    "doctor.index": SEARCH,
    "doctor.twins": SEARCH,
}
#: The columns by which a row belongs to a thing, in the order in which they are asked for.
_BELONGS = {"claim": "claims", "denial": "claims", "article": "articles", "source": "sources"}
_THINGS = ("claims", "articles", "sources", "reviewers")

_LAST = 'SELECT after FROM journal WHERE row = ? AND "table" = ? ORDER BY n DESC LIMIT 1'
#: The articles that have a text, whatever became of the rows between.
_OF_TEXT = "SELECT DISTINCT article FROM revisions WHERE text = ?"
_ANCHORS = "SELECT id FROM anchors WHERE claim = ? ORDER BY deleted, n DESC"


def hurt(library: Library, findings: Iterable[Finding]) -> tuple[Hurt, ...]:
    """The things that findings are about, each once, in the order of the findings."""
    names = _Names(library.connection)
    return tuple(dict.fromkeys(thing for one in findings for thing in names.of_finding(one)))


def things(connection: sqlite3.Connection, rows: Iterable[tuple[str, str]]) -> tuple[Hurt, ...]:
    """The things that rows, each as (table, id), are or belong to, each once, in this order."""
    names = _Names(connection)
    return tuple(dict.fromkeys(names.of_row(table, row_id) for table, row_id in rows))


class _Names:
    """Names things, as far as a damaged library still tells."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_finding(self, finding: Finding) -> Iterator[Hurt]:
        values = {name: str(value) for name, value in finding.values.items()}
        if finding.key in _WHOLE:
            yield _WHOLE[finding.key]
        elif "claim" in values:
            yield self.of_row("claims", values["claim"])
        elif "text" in values:
            yield from self._of_text(values["text"])
        elif "row" in values:
            yield self.of_row(values["table"], values["row"])
        elif "number" in values:
            yield self._of_number(values["table"], values["number"])
        else:
            yield HISTORY if values.get("part") == "journal" else FILE

    def of_row(self, table: str, row_id: str) -> Hurt:
        """The thing that a row is or belongs to."""
        content = self._content(table, row_id)
        if table == "claims":
            article = self._content("articles", str(content.get("article", "")))
            return Hurt(table, row_id, self._quote(row_id), str(article.get("title", "")))
        if table in _THINGS:
            name = str(content.get("title") or content.get("name") or "")
            return Hurt(table, row_id, name, confidential=bool(content.get("confidential")))
        for column, of in _BELONGS.items():
            if content.get(column):
                return self.of_row(of, str(content[column]))
        if "text" in content:
            return next(self._of_text(str(content["text"])))
        return self.of_row("reviewers", str(content["reviewer"])) if "reviewer" in content else FILE

    def _of_text(self, text: str) -> Iterator[Hurt]:
        found = self._ask(_OF_TEXT, text)
        yield from [self.of_row("articles", row[0]) for row in found] or [FILE]

    def _of_number(self, table: str, number: str) -> Hurt:
        known = table in KIND_OF
        found = self._ask(f'SELECT id FROM "{table}" WHERE n = ?', int(number)) if known else []
        return self.of_row(table, str(found[0]["id"])) if found else FILE

    def _quote(self, claim: str) -> str:
        anchors = (self._content("anchors", str(row["id"])) for row in self._ask(_ANCHORS, claim))
        return next((str(anchor["quote"]) for anchor in anchors if "quote" in anchor), "")

    def _content(self, table: str, row_id: str) -> Mapping[str, object]:
        """What the journal last had of a row, else what stands in its table."""
        if table not in KIND_OF:  # a damaged journal may name anything
            return {}
        with suppress(ValueError, TypeError):
            for (after,) in self._ask(_LAST, row_id, table):
                return dict(json.loads(after))
        for row in self._ask(f'SELECT * FROM "{table}" WHERE id = ?', row_id):
            return dict(row)
        return {}

    def _ask(self, statement: str, *values: object) -> list[sqlite3.Row]:
        with suppress(Damage):
            return self._connection.execute(statement, values).fetchall()
        return []
