"""The steps that bring a library's schema up to date, in one transaction."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

#: The schema that this program writes. A library with a higher one is refused.
SCHEMA_VERSION = 4

#: Marks a SQLite file as a library of Red Pencil: the letters "RedP".
APPLICATION_ID = 0x52656450


def migrate(db: "Database") -> None:
    """Brings a library up to SCHEMA_VERSION; a failure leaves it as it was before all of them.

    The index of words and the table of twins hold only what the rows do: whatever changed, they are made
    afresh after all.
    """
    from sqlite_utils import Migrations

    from annotator.store import twins
    from annotator.store.migrations import m001_first, m002_search, m003_people, m004_places
    from annotator.store.search import index

    migrations = Migrations("redpencil")
    migrations(name="m001_first")(m001_first.apply)
    migrations(name="m002_search")(m002_search.apply)
    migrations(name="m003_people")(m003_people.apply)
    migrations(name="m004_places")(m004_places.apply)
    with db.atomic():  # around them all: their own record of what ran is a table too
        before = db.execute("PRAGMA user_version").fetchone()
        migrations.apply(db)
        if db.execute("PRAGMA user_version").fetchone() != before:
            index.rebuild(db.conn)
            twins.rebuild(db.conn)
