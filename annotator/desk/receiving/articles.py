"""Which article a text of a file is: by its words, by its address, by what it quotes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from annotator.model.errors import NothingFound
from annotator.model.received import Mark, ReceivedText
from annotator.model.receptions import LEAVE_OUT, NEW, Match
from annotator.model.rows import Appearance, Article, Revision, Text
from annotator.store.library import Library
from annotator.text.canonical import canonical
from annotator.text.identity import article_id, fingerprint
from annotator.text.positions import Positions

#: So many quotes, the longest, say in which article they stand.
_TELLING = 20


@dataclass(frozen=True)
class Target:
    """A text of a file beside the article it is about; `article` is "" where there is none.

    `body` is the article's newest text, `revision` its id. `positions` lead there from the file's; None where
    the article's words are others, and only quotes can say where a mark stands.
    """

    received: ReceivedText
    match: Match
    article: str = ""
    revision: str = ""
    body: str = ""
    positions: Positions | None = None

    @cached_property
    def own(self) -> Positions:
        """The text as the file has it; empty where it only names the article."""
        return Positions(self.received.text)


class Articles:
    """The articles of a library by what files say of theirs."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def target(self, received: ReceivedText, choice: str | None) -> Target:
        """The article a text is about, or the one that a person chose; see `model.receptions`.

        Raises NothingFound for one that is gone.
        """
        if choice is None:
            return self._proposed(received)
        if choice == LEAVE_OUT:
            return Target(received, Match.NONE)
        if choice == NEW:
            return self._new(received)
        return self._there(received, Match.CHOSEN, choice)

    def _proposed(self, received: ReceivedText) -> Target:
        own = canonical(received.text)
        sha = fingerprint(own) if own.strip() else received.sha256
        if here := self._by_text(sha):
            return self._there(received, Match.TEXT, here)
        if here := self._by_address(received):
            return self._there(received, Match.ADDRESS, here)
        if own.strip():
            return self._new(received)
        if here := self._by_quotes(received.marks):
            return self._there(received, Match.QUOTES, here)
        return Target(received, Match.NONE)

    def _new(self, received: ReceivedText) -> Target:
        """A new article, unless its text is there: an article is called after its text."""
        own = Positions(received.text)
        if not own.text.strip():
            return Target(received, Match.NONE)
        article = article_id(own.text)
        if self._library.find(Article, article) is not None:
            return self._there(received, Match.TEXT, article)
        return Target(received, Match.NEW, article, f"{article}-1", own.text, own)

    def _there(self, received: ReceivedText, match: Match, article: str) -> Target:
        revisions = self._library.where(Revision, article=article)
        if not revisions or self._library.find(Article, article) is None:
            raise NothingFound("gone.articles")
        newest = max(revisions, key=lambda one: one.position)
        body = self._body(newest.text)
        own = Positions(received.text)
        fits = own.text == body
        # Where the file has no text its positions can only be those in the article's own.
        positions = own if fits else None if own.text.strip() else Positions(body)
        return Target(received, match, article, newest.id, body, positions)

    def _body(self, text: str) -> str:
        found = self._library.find(Text, text)
        return found.body if found else ""

    def _by_text(self, sha: str) -> str:
        found = (one.article for one in self._library.where(Revision, text=sha)) if sha else ()
        return next((one for one in found if self._library.find(Article, one)), "")

    def _by_address(self, received: ReceivedText) -> str:
        wanted = {_address(one.url) for one in received.appearances} - {""}
        if not wanted:
            return ""
        found = {one.article for one in self._library.where(Appearance) if _address(one.url) in wanted}
        live = [one for one in found if self._library.find(Article, one)]
        return live[0] if len(live) == 1 else ""

    def _by_quotes(self, marks: Iterable[Mark]) -> str:
        """The one article in which more than half of the quotes stand, and more than in any other."""
        quotes = sorted({canonical(mark.claim.quote) for mark in marks} - {""}, key=len)[-_TELLING:]
        counts = sorted(
            (sum(quote in body for quote in quotes), article) for article, body in self._newest_texts()
        )
        if not counts or counts[-1][0] * 2 <= len(quotes):
            return ""
        return "" if counts[-2:-1] and counts[-2][0] == counts[-1][0] else counts[-1][1]

    def _newest_texts(self) -> Iterable[tuple[str, str]]:
        live = {one.id for one in self._library.where(Article)}
        newest: dict[str, Revision] = {}
        for one in self._library.where(Revision):
            if one.article in live and one.position > getattr(newest.get(one.article), "position", 0):
                newest[one.article] = one
        for article, revision in newest.items():
            yield article, self._body(revision.text)


def _address(url: str) -> str:
    """An address as it is compared: without its fragment and a slash at its end."""
    return url.strip().partition("#")[0].rstrip("/")
