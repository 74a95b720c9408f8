"""A sound file spoilt at random: it is refused with a sentence, or what is taken of it holds together."""

import json
import os
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import fastjsonschema
import pytest

from annotator.formats.review_file.reader import read
from annotator.formats.review_file.schema import schema
from annotator.formats.review_file.writer import write
from annotator.model.errors import BadInput
from annotator.words import say_all
from tests.formats.review_file import sound

#: All of them where much time is given (`make thorough`), else as many as are quick.
COUNT = 2_000 if os.environ.get("REDPENCIL_HYPOTHESIS") == "thorough" else 400

_PIECES = (b"\0", b"\xff", b"{", b"}", b'"', b"\\", b"[", b",", b"9", b"-", b"urn:uuid:", "🚰".encode())
_VALUES: tuple[object, ...] = (None, True, -1, 10**30, "", "x", "urn:uuid:0", [], {}, [[]], {"id": "x"}, "\0")


@pytest.fixture(scope="module")
def public_schema() -> Any:
    return fastjsonschema.compile(schema(), use_default=False)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_but_a_refusal_or_a_sound_delivery(seed: int, public_schema: Any) -> None:
    whole = sound.data()
    for spoilt in spoilt_files(whole, Random(seed), COUNT // 4):  # noqa: S311
        try:
            taken = read(spoilt, "from bo.json")
        except BadInput as refused:
            say_all(refused.key, refused.values)
            continue
        assert read(b"".join(write(taken)), "again") == taken
        public_schema(json.loads(spoilt.decode("utf-8-sig")))


def spoilt_files(whole: bytes, random: Random, count: int) -> Iterator[bytes]:
    """Files with bytes flipped, cut out or put in, keys renamed, values and entries swapped."""
    for _ in range(count):
        if random.random() < 0.4:
            yield _bytes_changed(whole, random)
        else:
            document = json.loads(whole)
            for _ in range(random.choice((1, 1, 1, 2, 5))):
                _one_change(document, random)
            yield json.dumps(document).encode()


def _bytes_changed(whole: bytes, random: Random) -> bytes:
    at, length = random.randrange(len(whole)), random.choice((0, 1, 1, 3, 200))
    return whole[:at] + random.choice((b"", *_PIECES)) + whole[at + length :]


def _one_change(document: Any, random: Random) -> None:
    holder = random.choice(list(_holders(document)))
    key = random.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    match random.randrange(5):
        case 0:
            del holder[key]
        case 1:
            holder[key] = random.choice(_VALUES)
        case 2 if isinstance(holder, dict):
            holder[str(key) + random.choice("sx")] = holder.pop(key)
        case 3:
            other = random.choice(list(_holders(document)))
            there = random.choice(list(other) if isinstance(other, dict) else range(len(other)))
            holder[key] = deepcopy(other[there])
        case _:
            if isinstance(holder[key], str):
                holder[key] = holder[key][1:] + random.choice("a0🚰\u202e")
            elif isinstance(holder[key], int):
                holder[key] += random.choice((-1, 1))


def _holders(value: Any) -> Iterator[Any]:
    """Every object and list that is not empty."""
    if isinstance(value, dict | list) and value:
        yield value
        for one in value.values() if isinstance(value, dict) else value:
            yield from _holders(one)
