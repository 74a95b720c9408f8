"""In whose name the claims of a file come in."""

from collections.abc import Iterable, Iterator

from annotator.desk.colours import suggest
from annotator.desk.receiving.ids import Ids, as_uuid
from annotator.model.received import Received
from annotator.model.receptions import PersonReception
from annotator.model.rows import Reviewer
from annotator.model.views import ClaimView
from annotator.store.library import Library
from annotator.words import for_programs, say


class People:
    """The people of a file: known by ids that are UUIDs, else made from the format and the name.

    Nobody becomes a colleague by a name alone. With `me` what has to do with claims becomes mine.
    """

    def __init__(self, library: Library, ids: Ids, received: Received, me: str = "") -> None:
        self._library, self._ids, self._me = library, ids, me
        self._format = received.format
        self._ids_of_names = dict(_named(received))
        self._known: dict[tuple[str, str], str] = {}
        self._names: dict[str, str] = {}
        self.new: dict[str, Reviewer] = {}
        self._colours = [row.colour for row in library.where(Reviewer)]

    def marks(self, name: str, given: str = "") -> str:
        """Who made a claim, or said something of one in a field of it."""
        return self._me or self.says(name, given)

    def says(self, name: str, given: str = "") -> str:
        """Who said something to a colleague, which nobody else can have said."""
        name = " ".join(name.split())
        given = given or self._ids_of_names.get(name, "")
        if (name, given) not in self._known:
            self._known[name, given] = self._person(name, given)
        return self._known[name, given]

    def keeps(self, given: str) -> bool:
        """Whether what somebody marked, by their id in the file, comes in as theirs."""
        return not self._me or as_uuid(given) in self._library.sight.mine

    def told(self) -> Iterator[PersonReception]:
        """Everybody in whose name something may come in."""
        mine = self._library.sight.mine
        for person in dict.fromkeys(([self._me] if self._me else []) + list(self._known.values())):
            here = self._library.find(Reviewer, person)
            name = here.name if here else self._names.get(person, "")
            yield PersonReception(person, name, person in mine, person in self.new)

    def _person(self, name: str, given: str) -> str:
        person = self._ids.own(Reviewer, given) or self._ids.made("person", given or name)
        if person not in self.new and self._library.find(Reviewer, person) is None:
            person = self._ids.take(person)
            with for_programs():  # the library is the same whoever takes the file in
                shown = name or given or say("receiving.nobody", format=self._format)
            colour = suggest(self._colours)
            self._colours.append(colour)
            self._names[person] = shown
            self.new[person] = Reviewer(person, shown, colour)
        return person


def _named(received: Received) -> Iterable[tuple[str, str]]:
    """The names that stand with an id somewhere in the file, for where they stand without."""
    for text in received.texts:
        for mark in text.marks:
            yield from _pairs(mark.claim)


def _pairs(claim: ClaimView) -> Iterator[tuple[str, str]]:
    named = [(claim.reviewer, claim.author)]
    named += [(review.reviewer, review.author) for review in claim.reviews]
    named += [(comment.reviewer, comment.author) for comment in claim.comments]
    for name, given in named:
        if name and given:
            yield " ".join(name.split()), given
