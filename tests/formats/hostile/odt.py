"""OpenDocument texts that are made to hang, to burst, to reach out, or that are something else."""

from collections.abc import Callable

from tests.formats import bait
from tests.formats.hostile_packages import xml_cases, zip_cases, zipped

_FILE = "a.odt"
MAIN = "content.xml"
_TYPE = b"application/vnd.oasis.opendocument.text"
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_XML = (
    f'<?xml version="1.0"?><office:document-content {_SPACES}><office:body><office:text>'
    "<text:p>The ferry was late.</text:p></office:text></office:body></office:document-content>"
).encode()
PARTS = {"mimetype": _TYPE, MAIN: _XML, "meta.xml": b"<meta><title>Ferry</title></meta>"}
_FLAT = _XML.replace(b"-content", b"").replace(
    b"<office:document ", b'<office:document office:mimetype="%s" ' % _TYPE
)


def _body(piece: bytes) -> Callable[[], tuple[str, bytes]]:
    return lambda: (_FILE, zipped({**PARTS, MAIN: _XML.replace(b"<text:p>", piece + b"<text:p>", 1)}, 0))


CASES: dict[str, Callable[[], tuple[str, bytes]]] = {
    **zip_cases(_FILE, PARTS, MAIN),
    **xml_cases(_FILE, PARTS, MAIN, "office:document-content"),
    "spaces by the million": _body(b'<text:p><text:s text:c="99999999"/></text:p>' * 50_000),
    "a count that is no number": _body(b'<text:p><text:s text:c="-1e9"/><text:s text:c=""/></text:p>'),
    "columns by the million": _body(
        b'<table:table><table:table-row><table:table-cell table:number-columns-repeated="999999999"/>'
        b"</table:table-row></table:table>"
    ),
    "tables in tables": _body(
        b"<table:table><table:table-row><table:table-cell>" * 80
        + b"</table:table-cell></table:table-row></table:table>" * 80
    ),
    "spans in spans": _body(b"<text:p>" + b"<text:span>" * 240 + b"</text:span>" * 240 + b"</text:p>"),
    "a frame that is the bait file": lambda: _body(
        f'<text:p><draw:frame><draw:image xlink:href="file://{bait.file()}"/></draw:frame></text:p>'.encode()
    )(),
    "a section from an address": lambda: _body(
        f'<text:section><text:section-source xlink:href="{bait.url()}"/></text:section>'.encode()
    )(),
    "a manifest that says it is locked": lambda: (
        _FILE,
        zipped({**PARTS, "META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
    ),
    "a spreadsheet": lambda: (_FILE, zipped({**PARTS, MAIN: _XML.replace(b"office:text>", b"office:x>")})),
    "details full of entities": lambda: (
        _FILE,
        zipped({**PARTS, "meta.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
    ),
    "flat: cut": lambda: ("a.fodt", _FLAT[: len(_FLAT) // 2]),
    "flat: an entity": lambda: (
        "a.fodt",
        _FLAT.replace(b"<office:document ", b"<!DOCTYPE a [<!ENTITY x 'y'>]><office:document "),
    ),
    "flat: deep": lambda: ("a.fodt", _FLAT.replace(b"<text:p>", b"<text:p>" * 100_000)),
    "flat: a zip file": lambda: ("a.fodt", zipped(PARTS)),
}
