"""Inputs for the fuzz: sound files of every kind, hostile ones, and hands that spoil them."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from annotator.formats import registry
from annotator.formats.kinds import Format
from tests.formats import hostile_cases
from tests.formats.exchange.mutations import spoil
from tests.formats.exported import ARTICLE
from tests.formats.review_file.sound import data as sound

CORPUS = Path(__file__).parents[1] / "corpus"
#: No file is larger to begin with, in bytes, nor after it was spoilt; so many of a kind are begun with.
_SEED, _INPUT, _SEEDS = 20_000, 200_000, 14

#: Signs of each family that a reader acts upon.
TOKENS: dict[str, tuple[bytes, ...]] = {
    "markup": (
        *(
            b"<",
            b">",
            b"</",
            b"/>",
            b"<!--",
            b"-->",
            b"<![CDATA[",
            b"]]>",
            b"<!DOCTYPE x [",
            b"&#0;",
            b"&#x110000;",
        ),
        *(
            b"&amp;",
            b"&e;",
            b"<p>",
            b"</p>",
            b"<table>",
            b"<tr><td>",
            b"<body>",
            b"</html>",
            b"<script>",
            b"<svg>",
        ),
        *(
            b"<template>",
            b"<base href=x>",
            b"xml:space='preserve'",
            b"<w:p>",
            b"<w:ins>",
            b"<text:p>",
            b"<text:s/>",
        ),
        *(
            b"<item/>",
            b"<spine>",
            b"href='../../x'",
            b" charset=utf-7",
            b"<meta charset=utf-16>",
            b"<div>" * 400,
        ),
    ),
    "rtf": (
        *(
            b"{",
            b"}",
            b"\\",
            b"\\par ",
            b"\\u-1 ?",
            b"\\u55357?",
            b"\\'",
            b"\\'ff",
            b"\\bin9 ",
            b"\\bin-1 ",
            b"\\uc9",
        ),
        *(
            b"{\\*\\",
            b"\\fonttbl",
            b"\\cell ",
            b"\\row ",
            b"\\ansicpg1361",
            b"\\object",
            b"\\pict ",
            b"{" * 400,
        ),
    ),
    "mail": (
        *(
            b"\r\n\r\n",
            b"\n",
            b"--",
            b"--=",
            b"boundary=",
            b"Content-Type: ",
            b"multipart/mixed; ",
            b"text/html",
        ),
        *(
            b"Content-Transfer-Encoding: base64",
            b"=?utf-8?b?",
            b"?=",
            b"=?x?q?",
            b"=\r\n",
            b"=0",
            b"charset=",
            b"\t",
        ),
        *(b"message/rfc822", b"Content-Location: cid:", b"From ", b"; filename*0*=", b"begin 644 x\n"),
    ),
    "subtitles": (
        *(
            b" --> ",
            b"00:00:01,000",
            b"99:99:99.999",
            b"-1:00:00,0",
            b"WEBVTT",
            b"NOTE",
            b"STYLE",
            b"<v ",
            b"\n\n",
        ),
        *(b"</i>", b"<00:00:01.000>", b"X-TIMESTAMP-MAP=", b"{\\an8}", b"&lrm;"),
    ),
    "pdf": (
        *(
            b"obj",
            b"endobj",
            b"stream",
            b"endstream",
            b"xref",
            b"trailer",
            b"<<",
            b">>",
            b"/Kids",
            b"/Parent 1 0 R",
        ),
        *(
            b"/Length 99999",
            b"/Filter /FlateDecode",
            b"1 0 R",
            b"BT",
            b"ET",
            b"Tj",
            b"/Encrypt",
            b"/Count -1",
            b"[",
            b"]",
        ),
        *(b"/JavaScript", b"/ToUnicode", b"/Type /Page", b"/MediaBox [0 0 1e9 1e9]", b"startxref", b"%%EOF"),
    ),
    "data": (
        *(
            b"{",
            b"}",
            b"[",
            b"]",
            b'"',
            b",",
            b":",
            b"null",
            b"-0",
            b"1e999",
            b"NaN",
            b"\\ud800",
            b"\\u0000",
            b"[" * 900,
        ),
        *(
            b"\t",
            b";",
            b"T1",
            b"A1",
            b"R1",
            b'"start"',
            b'"end"',
            b'"text"',
            b"\n",
            b"{" * 900,
            b"-1",
            b"9" * 400,
        ),
    ),
    "text": (
        *(
            b"\xff\xfe",
            b"\xfe\xff",
            b"\xef\xbb\xbf",
            b"\x00",
            b"\xff",
            b"\xc0\x80",
            b"\xed\xa0\x80",
            b"\xf4\x90\x80\x80",
        ),
        *(
            b"\r",
            b"\r\n",
            b"\x1b",
            b"\x85",
            b"+AGE-",
            b"# ",
            b"---\n",
            b"```",
            b"\xe2\x80\xa8",
            b"\x0c",
            b"```\n" * 90,
        ),
    ),
}
_NUMBERS = (
    b"0",
    b"-1",
    b"2147483648",
    b"99999999999999999999",
    b"1e308",
    b"",
    b"0x10",
    b"4294967295",
    b"65536",
)
_FAMILY = {
    "word": "markup",
    "odt": "markup",
    "epub": "markup",
    "html": "markup",
    "mhtml": "mail",
    "mail": "mail",
    "rtf": "rtf",
    "subtitles": "subtitles",
    "pdf": "pdf",
    "text": "text",
    "markdown": "text",
    "refi-qda": "markup",
    "inception": "markup",
}


@dataclass(frozen=True)
class Reader:
    """Something that reads what comes from outside, with the files it begins with.

    `what` and `form` are what the child is asked for (see `fuzz_child`).
    """

    name: str
    what: str
    form: str
    seeds: tuple[bytes, ...]
    family: str

    def inputs(self, choose: random.Random) -> Iterator[bytes]:
        """One spoilt file after the other, without end."""
        while True:
            yield spoilt(choose.choice(self.seeds), choose, self.seeds, TOKENS[self.family])


def readers(*, hostile: bool = True) -> list[Reader]:
    """Every reader of an outside file that a child reads, and what is pasted.

    To make the `hostile` files takes some seconds.
    """
    found = [
        Reader(f"article {form.name}", "article", form.name, _seeds(form, hostile=hostile), _family(form))
        for form in registry.readers()
    ]
    found += [
        Reader(f"claims {form.name}", "claims", form.name, (_written(form),), _family(form))
        for form in registry.claim_readers()
        if form.write is not None
    ]
    pages = next(one.seeds for one in found if one.form == "html")
    any_kind = tuple(one.seeds[0] for one in found)
    return [
        *found,
        Reader("review file", "review", "", (sound(),), "data"),
        Reader("a paste", "paste", "", pages, "markup"),
        Reader("what it is", "kind", "", any_kind, "markup"),
    ]


def _family(form: Format) -> str:
    return _FAMILY.get(form.name, "data")


def _seeds(form: Format, *, hostile: bool) -> tuple[bytes, ...]:
    """Files of the corpus, the smallest first, hostile ones, and what we write ourselves."""
    there = [path for path in CORPUS.glob("*/*") if path.name.lower().endswith(form.endings)]
    there = [path for path in there if not path.name.endswith((".expected.json", "README.md"))]
    seeds = [path.read_bytes() for path in sorted(there, key=lambda path: path.stat().st_size)]
    seeds = [seed for number, seed in enumerate(seeds) if len(seed) <= _SEED or number < 3][:_SEEDS]
    return (*seeds, *(_hostile(form) if hostile else ()), *((_written(form),) if form.write else ()))


def _hostile(form: Format) -> Iterator[bytes]:
    """The small ones among the files made to do harm; the large ones are spoilt enough."""
    for family in hostile_cases.families():
        for name, data in _made(family):
            if name.lower().endswith(form.endings) and len(data) <= _SEED:
                yield data


@cache
def _made(family: str) -> tuple[tuple[str, bytes], ...]:
    return tuple(make() for make in hostile_cases.cases(family).values())


def _written(form: Format) -> bytes:
    assert form.write is not None
    return b"".join(form.write((ARTICLE,)))


def spoilt(data: bytes, choose: random.Random, seeds: tuple[bytes, ...], tokens: tuple[bytes, ...]) -> bytes:
    """A file with one to five odd things in it, most often few."""
    for _ in range(choose.choice((1, 1, 1, 2, 3, 5))):
        hands = _HANDS_FOR_ZIPS if data.startswith(b"PK") else _HANDS
        data = choose.choice(hands)(data, choose, seeds, tokens)
    return data[:_INPUT]


Hand = Callable[[bytes, random.Random, tuple[bytes, ...], tuple[bytes, ...]], bytes]


def flip(data: bytes, choose: random.Random, *_: object) -> bytes:
    """Some bits the other way round."""
    changed = bytearray(data)
    for _n in range(choose.choice((1, 1, 2, 8, 30))):
        if changed:
            changed[choose.randrange(len(changed))] ^= 1 << choose.randrange(8)
    return bytes(changed)


def _cut_off(data: bytes, choose: random.Random, *_: object) -> bytes:
    return data[: choose.randrange(len(data) + 1)]


def _splice(data: bytes, choose: random.Random, seeds: tuple[bytes, ...], _: object) -> bytes:
    """The beginning of one file and the end of another."""
    other = choose.choice(seeds)
    return data[: choose.randrange(len(data) + 1)] + other[choose.randrange(len(other) + 1) :]


def _say(data: bytes, choose: random.Random, _: object, tokens: tuple[bytes, ...]) -> bytes:
    """Signs that mean something, put in or in the place of others."""
    at, gone = choose.randrange(len(data) + 1), choose.choice((0, 0, 1, 5, 40))
    return data[:at] + b"".join(choose.choices(tokens, k=choose.choice((1, 1, 2, 6)))) + data[at + gone :]


def _repeat(data: bytes, choose: random.Random, *_: object) -> bytes:
    at, long = choose.randrange(len(data) + 1), choose.choice((1, 4, 20, 200))
    return data[:at] + data[at : at + long] * choose.choice((2, 10, 300, 3_000)) + data[at:]


def _blow_up(data: bytes, choose: random.Random, *_: object) -> bytes:
    """Another number in the place of one."""
    found = list(islice(_DIGITS.finditer(data, choose.randrange(len(data) + 1)), 20))
    if not found:
        return data
    one = choose.choice(found)
    return data[: one.start()] + choose.choice(_NUMBERS) + data[one.end() :]


def _in_zip(data: bytes, choose: random.Random, seeds: tuple[bytes, ...], tokens: tuple[bytes, ...]) -> bytes:
    """One part of a zip spoilt, and all packed again; anything else as it is."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()[:60]}
    except Exception:  # noqa: BLE001 (it was spoilt before)
        return data
    if not parts:
        return data
    name = choose.choice(list(parts))
    parts[name] = choose.choice((flip, _cut_off, _say, _say, _repeat, _blow_up))(
        parts[name], choose, tuple(parts.values()), tokens
    )
    packed = BytesIO()
    with ZipFile(packed, "w", choose.choice((ZIP_STORED, ZIP_DEFLATED))) as archive:
        for part, inside in parts.items():
            archive.writestr(part, inside)
    return packed.getvalue()


def _as_made(data: bytes, choose: random.Random, *_: object) -> bytes:
    """By the hand that knows JSON, zips and standoff; what is none of these any more stays."""
    try:
        return spoil(data, choose)
    except Exception:  # noqa: BLE001 (it was spoilt before)
        return data


_HANDS: tuple[Hand, ...] = (*(_as_made, _as_made, flip, _cut_off, _splice, _say, _say, _repeat, _blow_up),)
#: Whoever spoils a zip from outside mostly spoils nothing but the zip.
_HANDS_FOR_ZIPS: tuple[Hand, ...] = (*(_in_zip,) * 12, *(_as_made,) * 4, flip, _cut_off, _splice)
_DIGITS = re.compile(rb"-?\d+")
