"""What SQLite will put back from the journal of a change that a power cut or a kill ended half way."""

from pathlib import Path
from typing import BinaryIO

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_NUMBER = 4  # bytes of a page's number before it, and of a sum behind it


def first_bytes_to_come(path: Path, size: int) -> bytes:
    """So many bytes of the first page as the journal beside a database has it; none where it has none.

    Format: https://www.sqlite.org/fileformat2.html#the_rollback_journal. Raises OSError.
    """
    try:
        with path.with_name(path.name + "-journal").open("rb") as journal:
            return _first_page(journal, size)
    except FileNotFoundError:
        return b""


def _first_page(journal: BinaryIO, size: int) -> bytes:
    header = journal.read(28)
    if len(header) < 28 or not header.startswith(_MAGIC):
        return b""
    count, sector, page = (int.from_bytes(header[at : at + 4], "big") for at in (8, 20, 24))
    for number in range(count):
        journal.seek(sector + number * (_NUMBER + page + _NUMBER))
        found = journal.read(_NUMBER)
        if not found:  # it tells of more than it has
            return b""
        if int.from_bytes(found, "big") == 1:
            return journal.read(size)
    return b""
