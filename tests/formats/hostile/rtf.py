"""Documents in Rich Text Format that are made to hang, to burst, to reach out, or that are something else."""

import os
import zipfile
from collections.abc import Callable

from tests.formats import bait
from tests.formats.hostile_packages import zipped

Make = Callable[[], tuple[str, bytes]]


def _made(piece: bytes, count: int = 1, behind: bytes = b"The ferry was late.\\par}") -> Make:
    return lambda: ("a.rtf", b"{\\rtf1\\ansi " + piece * count + behind)


def _raw(data: bytes) -> Make:
    return lambda: ("a.rtf", data)


CASES: dict[str, Make] = {
    "a million braces": _made(b"{", 1_000_000),
    "a million closing braces": _made(b"}", 1_000_000),
    "a million groups": _made(b"{}", 1_000_000),
    "groups below the limit": _made(b"{}", 40_000),
    "paragraphs below the limit": _made(b"x\\par ", 30_000),
    "characters by number": _made(b"\\u8220?", 50_000),
    "hexadecimal without end": _made(b"\\'e9 ", 50_000),
    "fonts by the million": _made(b"\\f1 x", 600_000),
    "groups in a picture": _made(b"{\\pict " + b"{}" * 800_000 + b"}"),
    "a picture of megabytes": _made(b"{\\pict\\wmetafile8 " + b"00ff" * 2_500_000 + b"}"),
    "binary data to the end of time": _made(b"{\\pict\\bin9999999999 x}"),
    "binary data of less than nothing": _made(b"\\bin-5 "),
    "binary data with braces": _made(b"{\\pict\\bin6 }}}}}}}"),
    "binary data by the million": _made(b"\\bin1 x", 800_000),
    "a word without end": _made(b"\\" + b"a" * 1_000_000),
    "a number without end": _made(b"\\fs" + b"9" * 1_000_000 + b" "),
    "a character of a number too large": _made(b"\\u9999999999 x\\u-9999999999 x"),
    "half characters": _made(b"\\u-10179 ?\\u55357 ?\\u-8694 ?"),
    "a fallback of a thousand million": _made(b"\\uc999999999\\u8220"),
    "a fallback of less than nothing": _made(b"\\uc-1\\u8220 "),
    "a code page nobody knows": _made(b"\\ansicpg99999 \\'e9"),
    "a code page that is no code page": _made(b"\\ansicpg-1\\'e9\\fcharset-7\\'e9"),
    "a character set nobody knows": _made(b"{\\fonttbl{\\f0\\fcharset250 x;}}\\f0\\'e9"),
    "fonts in fonts": _made(b"{\\fonttbl" * 1_000),
    "a table that never ends": _made(b"\\trowd\\intbl x\\cell", 20_000),
    "rows without cells": _made(b"\\row", 100_000),
    "fields never closed": _made(b"{\\field{\\*\\fldinst{ HYPERLINK ", 50_000),
    "a field that is the bait file": lambda: _made(
        f'{{\\field{{\\*\\fldinst INCLUDETEXT "{bait.file()}"}}{{\\fldrslt x}}}}'.encode()
    )(),
    "a template from an address": lambda: _made(f"{{\\*\\template {bait.url()}}}".encode())(),
    "an object": _made(b"{\\object\\objemb\\objupdate{\\*\\objdata " + b"d0cf11e0" * 1_000 + b"}}"),
    "stars alone": _made(b"{\\*", 30_000),
    "a star before the end": _made(b"{\\*}"),
    "backslashes alone": _made(b"\\", 99_999),
    "broken hexadecimal": _made(b"\\'zz\\'", 1_000),
    "zero bytes": _made(bytes(100_000)),
    "noise": lambda: ("a.rtf", b"{\\rtf1 " + os.urandom(500_000)),
    "titles in titles": _made(b"{\\info{\\title a", 5_000),
    "only its first bytes": _raw(b"{\\rtf"),
    "cut in a control word": _raw(b"{\\rtf1\\ansi The ferry\\pa"),
    "no group": _raw(b"\\rtf1 The ferry was late."),
    "a page": _raw(b"<html><body><p>A page of the web.</p></body></html>"),
    "a zip file": lambda: ("a.rtf", zipped({"a": b"x"}, zipfile.ZIP_STORED)),
    "a PDF": _raw(b"%PDF-1.7\n"),
}
