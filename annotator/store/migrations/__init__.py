"""The steps that bring a library's schema up to date, in one transaction."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

#: The schema that this program writes. A library with a higher one is refused.
SCHEMA_VERSION = 1

#: Marks a SQLite file as a library of Red Pencil: the letters "RedP".
APPLICATION_ID = 0x52656450


def migrate(db: "Database") -> None:
    """Brings a library up to SCHEMA_VERSION; a failure leaves it as it was before all of them."""
    from sqlite_utils import Migrations

    from annotator.store.migrations import m001_first

    migrations = Migrations("redpencil")
    migrations(name="m001_first")(m001_first.apply)
    with db.atomic():  # around them all: their own record of what ran is a table too
        migrations.apply(db)
