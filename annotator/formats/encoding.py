"""From bytes to words: which encoding a text file is in, and how sure that is."""

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace

from annotator.model.errors import BadInput

#: Encodings a person may choose from, each with the Python codec that reads it. The wider Windows code pages
#: stand in for the standards they extend, as the WHATWG Encoding Standard has it.
OFFERED: dict[str, str] = {
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "koi8-r": "koi8-r",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "gb18030": "gb18030",
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
}

#: Names of standards, by the wider code page that reads them.
_WIDER: dict[str, str] = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}

#: Byte order marks, the longer before the shorter that they begin with.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Control characters that no written text has; form feeds, escapes and U+0085 do occur.
_CONTROLS = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_UPPER_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]")
_REPLACED = "\ufffd"

#: How a text names its own encoding near its beginning: `charset=…`, `encoding="…"`, `coding: …`.
_DECLARATION = re.compile(rb"(?:charset|coding)\s*[=:]\s*[\"']?([A-Za-z0-9_-]{3,20})")
_DECLARED_WITHIN = 1024


@dataclass(frozen=True, slots=True)
class Decoded:
    """The words of a file; `damaged` counts the places where bytes had to be replaced by U+FFFD."""

    text: str
    encoding: str
    sure: bool
    candidates: tuple[str, ...]
    damaged: int = 0


def decode(data: bytes, encoding: str | None = None, *, name: str = "") -> Decoded:
    """The words of `data`, in the forced `encoding` or the one that is found; leading marks are kept out.

    `name` is the file's name for the sentences of BadInput, raised for binary data and for a forced encoding
    that does not exist or does not fit.
    """
    found = _found(data)
    if encoding is not None:
        found = _forced(data, encoding, found, name)
    if _looks_binary(found.text):
        raise BadInput("article.binary", name=name)
    return found


def _found(data: bytes) -> Decoded:
    return _by_mark(data) or _by_zeros(data) or _as_utf8(data) or _as_damaged_utf8(data) or _guessed(data)


def _forced(data: bytes, encoding: str, found: Decoded, name: str) -> Decoded:
    if encoding == found.encoding:
        return replace(found, sure=True)
    try:
        text = data.decode(OFFERED.get(encoding, encoding))
    except LookupError:
        raise BadInput("article.encoding_unknown", name=name, encoding=encoding) from None
    except UnicodeError:
        raise BadInput("article.encoding_misfit", name=name, encoding=encoding) from None
    candidates = found.candidates if encoding in found.candidates else (encoding, *found.candidates)
    return Decoded(text, encoding, sure=True, candidates=candidates)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, damaged = _mended(data[len(mark) :], encoding)
            if damaged <= 1 + len(text) // 100:
                return Decoded(text, encoding, damaged == 0, (encoding,), damaged)
    return None


def _mended(data: bytes, encoding: str) -> tuple[str, int]:
    """The words with U+FFFD for what is broken, and how often that was put in."""
    text = data.decode(encoding, "replace")
    meant = data.decode(encoding, "ignore").count(_REPLACED)
    return text, text.count(_REPLACED) - meant


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: its zero bytes stand on one side of the pairs."""
    zeros = data.count(0)
    if not zeros or zeros * 200 < len(data) or len(data) % 2:
        return None
    as_utf8 = _strict(data, "utf-8")
    if as_utf8 is not None and not _looks_binary(as_utf8):
        return None
    encoding = "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
    text = _strict(data, encoding)
    if text is None or "\0" in text or not _is_written(text):
        return None
    return Decoded(text, encoding, sure=False, candidates=(encoding,))


def _is_written(text: str) -> bool:
    """Whether nearly all characters at its beginning are ones that Unicode has assigned."""
    beginning = text[:20_000]
    strange = sum(unicodedata.category(character) in {"Cn", "Co"} for character in beginning)
    return strange * 100 <= len(beginning)


def _as_utf8(data: bytes) -> Decoded | None:
    text = _strict(data, "utf-8")
    return None if text is None else Decoded(text, "utf-8", sure=True, candidates=("utf-8",))


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places, as a cut-off download has; others rarely form its sequences."""
    text, damaged = _mended(data, "utf-8")
    sequences = len(text) - damaged - len(text.encode("ascii", "ignore"))
    if damaged * 2 > sequences:
        return None
    return Decoded(text, "utf-8", sure=False, candidates=("utf-8", *_fitting(data)), damaged=damaged)


def _guessed(data: bytes) -> Decoded:
    fitting = _fitting(data)
    first = next((name for name in (_declared(data), _statistical(data)) if name in fitting), fitting[0])
    text = data.decode(OFFERED[first])
    return Decoded(text, first, sure=False, candidates=tuple(dict.fromkeys((first, *fitting))))


def _declared(data: bytes) -> str | None:
    """The encoding that the text itself names, where it is one of those offered."""
    match = _DECLARATION.search(data[:_DECLARED_WITHIN])
    return offered(match[1].decode("ascii")) if match else None


def _statistical(data: bytes) -> str | None:
    """What chardet takes the bytes for, of the encodings offered."""
    import chardet  # slow to import, and most files are UTF-8

    guess = chardet.detect(data, include_encodings=OFFERED, prefer_superset=True)
    return offered(guess["encoding"] or "")


def offered(encoding: str) -> str | None:
    """The offered name for one of an encoding's many names, None for what is not offered."""
    try:
        codec = codecs.lookup(_WIDER.get(encoding.lower(), encoding)).name
    except LookupError:
        return None
    return next((name for name, own in OFFERED.items() if codecs.lookup(own).name == codec), None)


def _fitting(data: bytes) -> tuple[str, ...]:
    """The offered encodings in which the bytes are text; windows-1256 knows every byte, so there is one."""
    texts = ((name, _strict(data, codec)) for name, codec in OFFERED.items())
    return tuple(name for name, text in texts if text is not None and not _UPPER_CONTROLS.search(text))


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _looks_binary(text: str) -> bool:
    """Whether more than one character in a hundred is a control character."""
    return len(_CONTROLS.findall(text)) * 100 > len(text)
