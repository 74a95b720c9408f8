"""Word documents that are made to hang, to burst, to reach out, or that are something else."""

from collections.abc import Callable

from tests.formats import bait
from tests.formats.hostile_packages import xml_cases, zip_cases, zipped

_FILE = "a.docx"
MAIN = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONSHIPS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="word/document.xml"/>'
    b'<Relationship Id="r2" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/>'
    b"</Relationships>"
)
PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": _RELATIONSHIPS,
    MAIN: (
        f'<?xml version="1.0"?><w:document {_W}><w:body><w:p><w:r>'
        "<w:t>The ferry was late.</w:t></w:r></w:p></w:body></w:document>"
    ).encode(),
    "docProps/core.xml": b"<coreProperties><title>Ferry</title></coreProperties>",
}


def _body(piece: bytes) -> Callable[[], tuple[str, bytes]]:
    return lambda: (_FILE, zipped({**PARTS, MAIN: PARTS[MAIN].replace(b"<w:p>", piece + b"<w:p>", 1)}, 0))


def _target(target: str) -> Callable[[], tuple[str, bytes]]:
    changed = _RELATIONSHIPS.replace(b"word/document.xml", target.encode())
    return lambda: (_FILE, zipped({**PARTS, "_rels/.rels": changed}))


CASES: dict[str, Callable[[], tuple[str, bytes]]] = {
    **zip_cases(_FILE, PARTS, MAIN),
    **xml_cases(_FILE, PARTS, MAIN, "w:document"),
    "tables in tables": _body(b"<w:tbl><w:tr><w:tc>" * 300 + b"</w:tc></w:tr></w:tbl>" * 300),
    "tables never closed": _body(b"<w:tbl>" * 900),
    "a table of ever more cells": _body(b"<w:tbl><w:tr>" + b"<w:tc/>" * 30_000 + b"</w:tr></w:tbl>"),
    "empty paragraphs": _body(b"<w:p/>" * 60_000),
    "ends without beginnings": _body(b"</w:p>" * 1_000),
    "the main part is the bait file": lambda: _target(bait.file())(),
    "the main part is an address": lambda: _target(bait.url())(),
    "the main part is its relationships": _target("_rels/.rels"),
    "a main part with a long name": _target("a" * 500_000),
    "properties full of entities": lambda: (
        _FILE,
        zipped({**PARTS, "docProps/core.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "bait">]><a>&x;</a>'}),
    ),
    "an old document": lambda: ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000)),
    "a locked document": lambda: (
        _FILE,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
    ),
}
