"""Subtitles that are made to hang, to burst, or that are something else."""

import os
import zipfile
from collections.abc import Callable

from tests.formats.hostile_packages import zipped

Make = Callable[[], tuple[str, bytes]]

_TIMES = b"00:00:01,000 --> 00:00:02,000\n"
_VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\n"


def _srt(data: bytes) -> Make:
    return lambda: ("a.srt", data)


def _vtt(piece: bytes, count: int = 1) -> Make:
    return lambda: ("a.vtt", _VTT + piece * count + b"\nThe ferry was late.\n")


def _times(times: bytes) -> Make:
    return _srt(b"1\n" + times + b"\nThe ferry was late.\n")


CASES: dict[str, Make] = {
    "times below nothing": _times(b"-00:00:05,000 --> -00:00:01,000"),
    "times that run backwards": _times(b"00:00:09,000 --> 00:00:01,000"),
    "huge times": _times(b"9999:99:99,999 --> 9999:99:99,999"),
    "times of a million digits": _times(b"9" * 1_000_000 + b":00:00,000 --> 00:00:01,000"),
    "times in other digits": _times("٠٠:٠٠:٠١,٠٠٠ --> ٠٠:٠٠:٠٢,٠٠٠".encode()),
    "times that are words": _times(b"one --> two"),
    "times without hours": _times(b"00:01,000 --> 00:02,000"),
    "times alone": _srt(_TIMES * 20_000),
    "half a line of times": _times(b"00:00:01,000 -->"),
    "arrows alone": _srt(b"-->\n" * 400_000),
    "twenty thousand cues": _srt((b"1\n" + _TIMES + b"The ferry\n\n") * 20_000),
    "a million cues": _srt((b"1\n" + _TIMES + b"a\n\n") * 300_000),
    "a cue of megabytes": _srt(_TIMES + b"The ferry was late. " * 100_000),
    "a cue of many lines": _srt(_TIMES + b"The ferry\n" * 40_000),
    "cues without a stop": _srt((_TIMES + b"x\n") * 20_000),
    "a million empty lines": _srt(b"\n" * 4_000_000 + _TIMES + b"x"),
    "spaces before times": _srt(b" " * 5_000_000 + _TIMES + b"x"),
    "tags never closed": _vtt(b"<i", 500_000),
    "signs of tags": _vtt(b"<" * 1_000_000),
    "voices without end": _vtt(b"<v A>x", 20_000),
    "a voice of megabytes": _vtt(b"<v " + b"A" * 3_000_000 + b">x"),
    "classes of a voice": _vtt(b"<v" + b".a" * 1_000_000 + b" A>x"),
    "braces without end": _vtt(b"{\\an8", 300_000),
    "entities": _vtt(b"&amp;" * 300_000 + b"&#99999999999;&#xD800;&bait;"),
    "word times without end": _vtt(b"<00:00:01.000>", 200_000),
    "remarks without end": _vtt(b"\nNOTE x\n", 200_000),
    "only a name": _srt(b"WEBVTT"),
    "no cues": _srt(b"The ferry was late."),
    "zero bytes": _srt(_TIMES + bytes(50_000)),
    "noise": lambda: ("a.srt", os.urandom(200_000)),
    "noise in a cue": lambda: ("a.vtt", _VTT + os.urandom(200_000)),
    "broken letters": _srt(_TIMES + b"\xff\xfe\xfd \x80\x81" * 10_000),
    "UTF-16 that is cut": _srt("1\n00:00:01,000 --> 00:00:02,000\nx".encode("utf-16")[:-1]),
    "a zip file": lambda: ("a.srt", zipped({"a": b"x"}, zipfile.ZIP_STORED)),
    "a page": _srt(b"<html><body><p>A page of the web.</p></body></html>"),
}
