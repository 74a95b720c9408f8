"""Mails that are made to hang, to burst, to reach out, or that are something else."""

import base64
import os
from collections.abc import Callable

from tests.formats import bait

Make = Callable[[], tuple[str, bytes]]

_HEAD = b"From: a@x.example\nSubject: Ferry\nDate: Mon, 2 Mar 2026 09:00:00 +0000\nMIME-Version: 1.0\n"
_TEXT = b"Content-Type: text/plain\n\nThe ferry was late.\n"


def _mail(rest: bytes) -> Make:
    return lambda: ("a.eml", _HEAD + rest)


def _multi(inside: bytes, boundary: bytes = b"b", kind: bytes = b"mixed") -> bytes:
    return b'Content-Type: multipart/%s; boundary="%s"\n\n%s' % (kind, boundary, inside)


def _nested(depth: int, kind: bytes = b"mixed") -> Make:
    def make() -> tuple[str, bytes]:
        start = b"".join(_multi(b"--%d\n" % level, b"%d" % level, kind) for level in range(depth))
        return "a.eml", _HEAD + start + _TEXT

    return make


def _header(line: bytes) -> Make:
    return lambda: ("a.eml", line + b"\n" + _HEAD + _TEXT)


def _letters(count: int) -> Make:
    return lambda: ("a.eml", _HEAD + b"Content-Type: text/plain\n\n" + b"The ferry was late. " * count)


CASES: dict[str, Make] = {
    "ten thousand parts in one another": _nested(10_000),
    "ten thousand choices in one another": _nested(10_000, b"alternative"),
    "parts as deep as is allowed": _nested(9, b"alternative"),
    "mails in mails": _mail(b"Content-Type: message/rfc822\n\n" * 10_000 + _TEXT),
    "ten thousand parts": _mail(_multi(b"--b\n" + _TEXT) + b"--b\n" * 10_000),
    "a million boundaries": _mail(_multi(b"--b\n" * 1_000_000)),
    "a boundary of one dash": _mail(_multi(b"-" * 1_000_000, b"-")),
    "a boundary that is empty": _mail(_multi(b"--\n" * 100_000, b"")),
    "a boundary of a megabyte": _mail(_multi(b"--x\n" + _TEXT, b"x" * 1_000_000)),
    "a boundary that is no ASCII": _mail(_multi(b"--\xff\xfe\n" + _TEXT, b"\xff\xfe")),
    "parts that name one boundary": _mail(_multi(b"--b\n" + _multi(b"--b\n" + _multi(b"--b\n" + _TEXT)))),
    "no boundary": _mail(b"Content-Type: multipart/mixed\n\n--b\n" + _TEXT),
    "a million headers": lambda: ("a.eml", _HEAD + b"X-A: b\n" * 500_000 + b"\n" + _TEXT),
    "a header of megabytes": _header(b"Subject: " + b"x" * 2_000_000),
    "a header of a million lines": _header(b"Subject: x" + b"\n y" * 500_000),
    "addresses without end": _header(b"From: " + b"a@b.example, " * 100_000),
    "brackets without end": _header(b"From: " + b"(" * 100_000),
    "quotes without end": _header(b'From: "' + b'\\"' * 100_000),
    "encoded words without end": _header(b"Subject: " + b"=?utf-8?q?=41?= " * 50_000),
    "encoded words that are broken": _header(b"Subject: =?x-bait?b?////?= =?utf-8?x?a?= =?utf-8?b?a?="),
    "parameters without end": _mail(b"Content-Type: text/plain; " + b"a=b; " * 100_000 + b"\n\nx\n"),
    "parameters in pieces": _mail(
        b"Content-Type: text/plain; " + b"".join(b"a*%d*=x''%%41; " % n for n in range(5_000)) + b"\n\nx\n"
    ),
    "a date of another world": lambda: ("a.eml", _HEAD.replace(b"2 Mar 2026", b"99 Xxx 99999999") + _TEXT),
    "a sender of nothing": lambda: ("a.eml", _HEAD.replace(b"a@x.example", b"<>,;:@[") + _TEXT),
    "base64 that is broken": _mail(
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nA\n=A==A\n"
    ),
    "base64 of a bomb": lambda: (
        "a.eml",
        _HEAD
        + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(bytes(1_000_000)),
    ),
    "quoted-printable that is broken": _mail(
        b"Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n" + b"=" * 1_000_000
    ),
    "an unknown character set": _mail(b"Content-Type: text/plain; charset=x-bait\n\nThe ferry.\n"),
    "a character set that is none": _mail(b"Content-Type: text/plain; charset=zip\n\nThe ferry.\n"),
    "a character set that unpacks": _mail(b"Content-Type: text/plain; charset=bz2_codec\n\nThe ferry.\n"),
    "a million empty lines": _mail(b"Content-Type: text/plain\n\n" + b"\n" * 4_000_000 + b"x"),
    "a million quotes": _mail(b"Content-Type: text/plain\n\n" + b"> " * 1_000_000 + b"x\n"),
    "a line of a megabyte": _letters(50_000),
    "twenty megabytes": _letters(1_000_000),
    "flowing without end": _mail(b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * 100_000),
    "a page never closed": _mail(b"Content-Type: text/html\n\n" + b"<div><b>" * 30_000),
    "a page of signs": _mail(b"Content-Type: text/html\n\n" + b"<" * 2_000_000),
    "a page that fetches": lambda: (
        "a.eml",
        _HEAD + f'Content-Type: text/html\n\n<p>x<img src="{bait.url()}"></p>'.encode(),
    ),
    "a body elsewhere": lambda: (
        "a.eml",
        _HEAD
        + f'Content-Type: message/external-body; access-type=local-file; name="{bait.file()}"\n\n'.encode(),
    ),
    "an attachment that climbs": _mail(
        _multi(b'--b\nContent-Disposition: attachment; filename="../../bait.txt"\n\nx\n--b\n' + _TEXT)
    ),
    "zero bytes": lambda: ("a.eml", b"From: \0a\nSubject:\0\n\n" + bytes(10_000)),
    "noise": lambda: ("a.eml", os.urandom(100_000)),
    "noise behind the headers": lambda: ("a.eml", _HEAD + b"\n" + os.urandom(100_000)),
    "headers alone": _mail(b""),
    "a PDF": lambda: ("a.eml", b"%PDF-1.7\n"),
}
