"""Parts of a zip file that nobody vouches for: read by name, counted as they unpack, never extracted."""

import struct
import zipfile
import zlib
from io import BytesIO

from annotator.formats.kinds import MEGABYTE
from annotator.model.errors import BadInput

UNPACKED_LIMIT = 64 * MEGABYTE
RATIO_LIMIT = 100
ENTRY_LIMIT = 2_000

_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1 | 0x40
_STEP = 65_536

#: What documents are packed with; the other ways are rare, and one of them takes memory as it likes.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

#: What zipfile raises for bytes that are no sound zip file.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)


class SafeZip:
    """The parts of one zip file held in memory; `name` is the file's name for the sentences of BadInput."""

    def __init__(self, data: bytes, name: str) -> None:
        # Counted before zipfile reads the directory: a long one alone would fill the memory.
        if data.count(_DIRECTORY_ENTRY) > ENTRY_LIMIT:
            raise BadInput("file.unsafe", name=name)
        self._name = name
        self._allowed = min(UNPACKED_LIMIT, RATIO_LIMIT * len(data))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise BadInput("file.damaged", name=name) from error

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order in which the file lists them."""
        return tuple(self._zip.namelist())

    def read(self, part: str) -> bytes | None:
        """The bytes of the part of that name, None where there is none.

        Raises BadInput for a damaged or encrypted part and when all parts read so far unpack to too much.
        """
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise BadInput("file.locked", name=self._name)
        if info.compress_type not in _METHODS:
            raise BadInput("file.damaged", name=self._name)
        try:
            return self._unpack(info)
        except _BROKEN as error:
            raise BadInput("file.damaged", name=self._name) from error

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        pieces = []
        with self._zip.open(info) as stream:
            while piece := stream.read(_STEP):
                self._allowed -= len(piece)
                if self._allowed < 0:
                    raise BadInput("file.unsafe", name=self._name)
                pieces.append(piece)
        return b"".join(pieces)


def parts_of(data: bytes) -> frozenset[str]:
    """The names of the parts of a zip file, none where `data` is not one that `SafeZip` takes."""
    if not data.startswith(b"PK"):
        return frozenset()
    try:
        return frozenset(SafeZip(data, "").names)
    except BadInput:
        return frozenset()
