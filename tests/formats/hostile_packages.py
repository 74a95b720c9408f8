"""Ways to make a zip file, or the XML in it, do harm; for every family of zipped documents."""

import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from tests.formats import bait

Make = Callable[[], tuple[str, bytes]]
Parts = Mapping[str, bytes]

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
#: Where in an entry of the directory the flags, the method and the size stand.
_FLAGS, _METHOD, _SIZE = 8, 10, 24


def zipped(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts, in this order."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=1) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def zip_cases(file: str, parts: Parts, main: str) -> dict[str, Make]:
    """Broken and mean packages; `main` is the part that the words are in."""

    def changed(change: Callable[[bytes], bytes]) -> Make:
        return lambda: (file, change(zipped(parts)))

    def with_parts(**more: bytes) -> Make:
        return lambda: (file, zipped({**parts, **more}))

    def directory(at: int, value: bytes) -> Make:
        return changed(lambda data: _patched(data, main, at, value))

    return {
        "zip: cut in the middle": changed(lambda data: data[: len(data) // 2]),
        "zip: cut before its directory": changed(lambda data: data[: data.index(_CENTRAL)]),
        "zip: cut by one byte": changed(lambda data: data[:-1]),
        "zip: only its first bytes": lambda: (file, _LOCAL),
        "zip: only an end": lambda: (file, _END + bytes(18)),
        "zip: an end that lies": lambda: (file, _END + b"\xff" * 18),
        "zip: nothing in it": lambda: (file, zipped({})),
        "zip: a bomb for the main part": with_parts(**{main: bytes(12_000_000)}),
        "zip: a bomb beside": with_parts(**{"a-bomb": bytes(12_000_000)}),
        "zip: a bomb in a bomb": with_parts(**{main: zipped({"a": bytes(5_000_000)})}),
        "zip: thousands of parts": lambda: (file, _many(parts)),
        "zip: names that climb": with_parts(
            **{"../../../bait.txt": b"x", "/etc/bait": b"x", "C:\\bait": b"x"}
        ),
        "zip: the main part twice": lambda: (file, _twice(parts, main)),
        "zip: parts that overlap": changed(_overlapping),
        "zip: a password": directory(_FLAGS, b"\x01\x00"),
        "zip: strong encryption": directory(_FLAGS, b"\x41\x00"),
        "zip: patched data": directory(_FLAGS, b"\x20\x00"),
        "zip: a method nobody knows": directory(_METHOD, b"\x63\x00"),
        "zip: packed by LZMA": lambda: (file, zipped(parts, zipfile.ZIP_LZMA)),
        "zip: packed by bzip2": lambda: (file, zipped(parts, zipfile.ZIP_BZIP2)),
        "zip: a size of four gigabytes": directory(_SIZE, b"\xfe\xff\xff\xff"),
        "zip: a size of nothing": directory(_SIZE, bytes(4)),
        "zip: bytes changed": changed(lambda data: data.replace(data[60:70], b"\xff" * 10)),
        "zip: noise before": changed(lambda data: b"PK noise" * 5_000 + data),
        "zip: noise behind": changed(lambda data: data + b"\0" * 200_000),
        "zip: the main part is noise": with_parts(**{main: os.urandom(50_000)}),
        "zip: the main part is empty": with_parts(**{main: b""}),
        "zip: the main part is a folder": lambda: (file, zipped({**_without(parts, main), f"{main}/": b""})),
        "zip: no main part": lambda: (file, zipped(_without(parts, main))),
        "no zip: a PDF": lambda: (file, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
        "no zip: a picture": lambda: (file, b"\x89PNG\r\n\x1a\n" + bytes(100)),
        "no zip: noise": lambda: (file, os.urandom(10_000)),
        "no zip: a page": lambda: (file, b"<html><body><p>A page of the web.</p></body></html>"),
    }


def xml_cases(file: str, parts: Parts, part: str, root: str) -> dict[str, Make]:
    """Mean XML in one of the parts; `root` is the name of its root element as it stands there."""
    xml = parts[part]
    head, body = xml[: xml.index(b"<" + root.encode())], xml[xml.index(b"<" + root.encode()) :]
    inside = body.index(b">") + 1

    def with_xml(make: Callable[[], bytes]) -> Make:
        return lambda: (file, zipped({**parts, part: make()}, zipfile.ZIP_STORED))

    def with_type(declared: str, used: str = "&x;") -> Make:
        start = f"<!DOCTYPE {root} [{declared}]>".encode()
        return with_xml(lambda: head + start + body[:inside] + used.encode() + body[inside:])

    def with_bait(declared: str, used: str = "&x;") -> Make:
        return lambda: with_type(declared.format(file=bait.file(), url=bait.url()), used)()

    def within(piece: bytes, closing: bytes = b"") -> Make:
        return with_xml(lambda: head + body[:inside] + piece + closing + body[inside:])

    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return {
        "xml: a billion laughs": with_type(f'<!ENTITY l0 "ha">{laughs}', "&l11;"),
        "xml: laughs in an attribute": with_type(f'<!ENTITY l0 "ha">{laughs}', '<p a="&l11;"/>'),
        "xml: one long entity, often": with_type(f'<!ENTITY x "{"x" * 50_000}">', "&x;" * 50_000),
        "xml: an entity that is a file": with_bait('<!ENTITY x SYSTEM "file://{file}">'),
        "xml: an entity that is an address": with_bait('<!ENTITY x SYSTEM "{url}">'),
        "xml: a parameter entity": with_bait('<!ENTITY % x SYSTEM "{url}"> %x;', ""),
        "xml: a type from an address": lambda: with_xml(
            lambda: head + f'<!DOCTYPE {root} SYSTEM "{bait.url()}">'.encode() + body
        )(),
        "xml: declarations without end": with_type("<!ENTITY a 'b'>" * 50_000, ""),
        "xml: deep": within(b"<a>" * 30_000, b"</a>" * 30_000),
        "xml: deep and never closed": within(b"<a>" * 60_000),
        "xml: a million elements": within(b"<a/>" * 1_600_000),
        "xml: a hundred thousand attributes": within(
            b"<a " + b" ".join(b"a%d=''" % n for n in range(100_000)) + b"/>"
        ),
        "xml: a name of a million letters": within(b"<" + b"a" * 1_000_000 + b"/>"),
        "xml: ten million letters at once": within(b"<a>" + b"x" * 11_000_000 + b"</a>"),
        "xml: a section never closed": within(b"<![CDATA[" + b"x" * 100_000),
        "xml: a remark never closed": within(b"<!--" + b"x-" * 100_000),
        "xml: zero bytes": within(bytes(1_000)),
        "xml: an unknown encoding": with_xml(lambda: b'<?xml version="1.0" encoding="x-bait"?>' + body),
        "xml: UTF-7": with_xml(lambda: b'<?xml version="1.0" encoding="utf-7"?>' + body),
        "xml: UTF-16 in name only": with_xml(lambda: b'<?xml version="1.0" encoding="utf-16"?>' + body),
        "xml: an inclusion": lambda: within(
            b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file://%s"/>'
            % bait.file().encode()
        )(),
        "xml: a style sheet": lambda: with_xml(
            lambda: f'<?xml-stylesheet type="text/xsl" href="{bait.url()}"?>'.encode() + body
        )(),
        "xml: another root": with_xml(lambda: b"<workbook><sheet/></workbook>"),
        "xml: cut": with_xml(lambda: xml[: len(xml) * 2 // 3]),
    }


def _without(parts: Parts, name: str) -> dict[str, bytes]:
    return {other: data for other, data in parts.items() if other != name}


def _many(parts: Parts) -> bytes:
    return zipped({**parts, **{f"part{n}": b"" for n in range(2_500)}}, zipfile.ZIP_STORED)


def _twice(parts: Parts, main: str) -> bytes:
    """The name is written over in the raw bytes: zipfile warns about writing one twice."""
    other = main[:-1] + "~"
    return zipped({**parts, other: b"<a/>"}).replace(other.encode(), main.encode())


def _overlapping(data: bytes) -> bytes:
    """All entries of the directory point to the same place."""
    changed = bytearray(data)
    at = data.find(_CENTRAL)
    while at >= 0:
        changed[at + 42 : at + 46] = struct.pack("<I", 0)
        at = data.find(_CENTRAL, at + 4)
    return bytes(changed)


def _patched(data: bytes, part: str, at: int, value: bytes) -> bytes:
    """The directory's entry of one part with other bytes at a place."""
    changed = bytearray(data)
    entry = data.index(part.encode(), data.index(_CENTRAL)) - 46
    changed[entry + at : entry + at + len(value)] = value
    return bytes(changed)
