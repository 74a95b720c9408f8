"""The steps that bring a library's schema up to date, in one transaction."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

#: The schema that this program writes. A library with a higher one is refused.
SCHEMA_VERSION = 5

#: Marks a SQLite file as a library of Red Pencil: the letters "RedP".
APPLICATION_ID = 0x52656450


def migrate(db: "Database", version: int = SCHEMA_VERSION) -> None:
    """Brings a library up to a version; a failure leaves it as it was before all of them.

    The index of words and the table of twins hold only what the rows do: whatever changed, they are made
    afresh after all.
    """
    from sqlite_utils import Migrations

    from annotator.store import following, here
    from annotator.store.migrations import m001_first, m002_search, m003_people, m004_places, m005_seals

    migrations = Migrations("redpencil")
    for module in (m001_first, m002_search, m003_people, m004_places, m005_seals)[:version]:
        migrations(name=module.__name__.rpartition(".")[2])(module.apply)
    with db.atomic():  # around them all: their own record of what ran is a table too
        before = db.execute("PRAGMA user_version").fetchone()
        migrations.apply(db)
        if version == SCHEMA_VERSION and db.execute("PRAGMA user_version").fetchone() != before:
            following.rebuild(db.conn)
            here.seal_here(db.conn)
