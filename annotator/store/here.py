"""What is true of this file only, such as which reviewer is "me"."""

from annotator.store.library import Library


def keep(library: Library, key: str, value: str) -> None:
    """Remembers a value inside the running transaction."""
    library.connection.execute("INSERT OR REPLACE INTO here (key, value) VALUES (?, ?)", (key, value))
