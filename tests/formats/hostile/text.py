"""Plain text and Markdown made to do harm."""

from collections.abc import Callable

Case = Callable[[], tuple[str, bytes]]

_MANY = 2_000_000


def _file(name: str, data: bytes) -> Case:
    return lambda: (name, data)


def _of(name: str, make: Callable[[], bytes]) -> Case:
    """A case that is made when it is asked for: such files are large."""
    return lambda: (name, make())


CASES: dict[str, Case] = {
    "nothing but zero bytes": _of("a.txt", lambda: bytes(_MANY)),
    "one letter and a zero byte": _of("a.txt", lambda: b"a\0" * _MANY),
    "every byte there is": _of("a.txt", lambda: bytes(range(256)) * 4_000),
    "nothing but line ends": _of("a.txt", lambda: b"\r\n" * _MANY),
    "nothing but spaces": _of("a.txt", lambda: b" " * _MANY),
    "nothing but marks of byte order": _of("a.txt", lambda: "\ufeff".encode() * _MANY),
    "nothing but joined accents": _of("a.txt", lambda: b"e" + "\u0301".encode() * _MANY),
    "one word without end": _of("a.txt", lambda: b"a" * _MANY),
    "marks of direction without end": _of("a.txt", lambda: ("\u202e" * _MANY + "x").encode()),
    "joined faces without end": _of("a.txt", lambda: "👩\u200d".encode() * 300_000),
    "flags without end": _of("a.txt", lambda: "🇩".encode() * 300_000),
    "over the limit": _of("a.txt", lambda: b"words " * 2_700_000),
    "longer than an article as utf-16": _of("a.txt", lambda: b"\xff\xfe" + b"a\0" * 8_000_001),
    "half a character at the end": _file("a.txt", "Straße".encode()[:-2]),
    "utf-8 that is too long": _of("a.txt", lambda: b"\xc0\x80\xe0\x80\xaf" * 1_000),
    "surrogates as utf-8": _of("a.txt", lambda: b"\xed\xa0\x80\xed\xb0\x80 word " * 1_000),
    "beyond unicode": _of("a.txt", lambda: b"\xf4\x90\x80\x80 word " * 1_000),
    "utf-16 cut off": _file("a.txt", "\ufeffwords".encode("utf-16-le")[:-1]),
    "utf-16 of lone surrogates": _of("a.txt", lambda: b"\xff\xfe" + b"\x00\xd8" * 10_000),
    "utf-32 of nonsense": _of("a.txt", lambda: b"\xff\xfe\x00\x00" + b"\xff\xff\xff\x7f" * 10_000),
    "a charset that is none": _file("a.txt", b"charset=rot13 \xe9\xe8 " * 50),
    "a charset that unpacks": _file("a.txt", b"coding: zlib_codec \xe9\xe8 " * 50),
    "a charset that runs": _file("a.txt", b"coding: unicode_escape \\U0001F600 \xe9 " * 50),
    "a PDF's name on a picture": _file("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "a PDF called text": _file("a.txt", b"%PDF-1.7\n" + bytes(range(256)) * 40),
    "a package called text": _file("a.txt", b"PK\x03\x04" + bytes(range(256)) * 40),
    "a package called Markdown": _file("a.md", b"PK\x03\x04" + b"\xff" * 500),
    "rich text called text": _file("a.txt", rb"{\rtf1 " + rb"{\b" * 50_000),
    "a program": _file("a.txt", b"\x7fELF\x02\x01\x01" + bytes(5_000)),
    "terminal escapes": _file("a.txt", b"\x1b]0;title\x07\x1b[2J words " * 100),
    "headings without end": _of("a.md", lambda: b"# " * 500_000),
    "stars without end": _of("a.md", lambda: b"*" * _MANY),
    "emphasis never closed": _of("a.md", lambda: b"*a" * 500_000),
    "rules of a million signs": _of("a.md", lambda: (b"-" * 1_000 + b"\n") * 1_000),
    "a name with half a character": _file("\udcff.txt", b"words"),
    "a name of directions": _file("a\u202etxt.exe", b"words"),
    "a name that leads out": _file("../../../etc/passwd", b"words"),
    "no name": _file("", b"words"),
}
