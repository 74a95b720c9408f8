"""The people who mark, identities of one person taken together."""

from annotator.model.views import PersonView
from annotator.store.library import Library

_PEOPLE = "SELECT id, name, colour FROM reviewers"
#: Whose claims a name means: a person is found by the name of any identity.
_NAMED = """
SELECT DISTINCT s.shown FROM reviewers r JOIN shown_reviewers s ON s.id = r.id
WHERE NOT r.deleted AND (r.name = ?1 OR r.id = ?1)
"""
_LIVE = "SELECT DISTINCT s.shown FROM reviewers r JOIN shown_reviewers s ON s.id = r.id WHERE NOT r.deleted"


class People(dict[str, PersonView]):
    """For every reviewer's id the person who shows, also for those who are gone: their rows stay theirs."""

    def __missing__(self, author: str) -> PersonView:
        return PersonView(author, "", "")


def people(library: Library) -> People:
    """Everybody whose rows may be in the library, by each of their ids."""
    shown, mine = library.sight.shown, library.sight.mine
    known = {
        row["id"]: PersonView(row["id"], row["name"], row["colour"], mine=row["id"] in mine)
        for row in library.query(_PEOPLE)
    }
    return People((one, known[shown.get(one, one)]) for one in known)


def live(library: Library) -> frozenset[str]:
    """The ids under which people show who are in the library and not removed."""
    return frozenset(row["shown"] for row in library.query(_LIVE))


def named(library: Library, name: str) -> frozenset[str]:
    """The ids under which the people show who have a name or an id."""
    return frozenset(row["shown"] for row in library.query(_NAMED, name))
