"""Sound files of claims, spoilt in one place after the other by a random hand."""

import json
import random
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from annotator.formats import registry
from annotator.formats.kinds import Format
from annotator.model.errors import BadInput
from annotator.model.received import Received
from tests.formats.exported import ARTICLE

STRANGE: list[Any] = [
    None,
    True,
    -1,
    0.5,
    10**300,
    "3",
    "\ud800",
    "",
    [],
    {},
    [[]],
    [None],
    {"id": {"id": []}},
]
_PIECES = (
    b"",
    b"\0",
    b"\xff",
    b"-1",
    b"99999999999",
    b'"',
    b"<",
    b"&",
    b"\t",
    b"\n",
    b";",
    b"{",
    b"]",
    b"T1",
)

_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"", b"0", b"7", b"-1", b"99999999999", b"1.5", b"x", b"1")


def spoilt(form: Format, seed: int) -> bytes:
    """A file of that format with one to four odd things in it; always the same for one seed."""
    rng = random.Random(seed)  # noqa: S311 (chooses what to spoil)
    assert form.write is not None
    data = b"".join(form.write((ARTICLE,)))
    for _ in range(rng.randint(1, 4)):
        data = spoil(data, rng)
    return data


def outcome(form: Format, data: bytes) -> Received | BadInput:
    """What reading gives: annotations or a refusal; whatever else is raised is a fault."""
    assert form.read_claims is not None
    assert form.knows is not None
    form.knows(data)
    beside = {".txt": ARTICLE.text.encode()} if form.beside else {}
    try:
        return form.read_claims(data, "a", beside)
    except BadInput as refused:
        return refused


def two_way() -> list[Format]:
    return [form for form in registry.claim_readers() if form.write is not None]


def spoil(data: bytes, rng: random.Random) -> bytes:
    """The data with one odd thing in it, as its kind is made: a value of JSON, a part of a zip, bytes."""
    if data.startswith(b"PK"):
        return _zipped(data, rng)
    if data[:1] in (b"{", b"[") and rng.random() < 0.8:
        try:
            return _json(data, rng)
        except ValueError:  # spoilt already, or a document on each line
            return _bytes(data, rng)
    return _bytes(data, rng)


def _number(data: bytes, rng: random.Random) -> bytes:
    """Another number, or none, in the place of one."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = rng.choice(found)
    return data[: one.start()] + rng.choice(_NUMBERS) + data[one.end() :]


def _bytes(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    end = min(len(data), start + rng.choice((0, 1, 1, 2, 8, 40)))
    piece = rng.choice((*_PIECES, data[start:end] * 3))
    return data[:start] + piece + data[end:]


def _zipped(data: bytes, rng: random.Random) -> bytes:
    """A part that is spoilt, lost or under another name."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if not parts:
        return data
    name = rng.choice(list(parts))
    part = parts.pop(name)
    if rng.random() < 0.9:
        spoil = _number if rng.random() < 0.7 else _bytes
        parts[name if rng.random() < 0.95 else "other"] = spoil(part, rng)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _json(data: bytes, rng: random.Random) -> bytes:
    document = json.loads(data)
    places = list(_places(document))
    if places:
        rng.choice(places)(rng.choice(STRANGE), rng.random() < 0.2)
    return json.dumps(document).encode()


def _places(found: Any) -> Iterator[Callable[[Any, bool], None]]:
    """Every place in a document, as what puts something else there or takes it away."""
    keys = list(found) if isinstance(found, dict) else range(len(found)) if isinstance(found, list) else ()
    for key in keys:

        def put(value: Any, gone: bool, key: Any = key) -> None:
            if gone:
                del found[key]
            else:
                found[key] = value

        yield put
        yield from _places(found[key])
