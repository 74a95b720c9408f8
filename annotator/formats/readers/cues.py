"""The lines of subtitles: what is said from when to when, and by whom.

Format: WebVTT (W3C Candidate Recommendation, 4 April 2019); SubRip as players read it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

#: Hours may be missing, and milliseconds stand behind a comma or a stop.
_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")

_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,200}\}|\{[yYcCfFsSpP]:[^{}]{0,100}\}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,50})*\s+([^<>]{1,200})>")
_WORD_TIME = re.compile(r"<\d[\d:.]{4,14}>")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without tags: when its cue starts and ends in milliseconds, who speaks ("" where unsaid)."""

    text: str
    start: int
    end: int
    speaker: str = ""


def lines(text: str) -> list[Line]:
    """All that is said, in the order of the file.

    Captions that roll up show each line in two cues; they are known by the times of their words, and each of
    their lines is taken once.
    """
    rolls = _WORD_TIME.search(text) is not None
    found: list[Line] = []
    for (start, end), words in _cues(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        for line in _said(words, start, end):
            if not (rolls and found and found[-1].text == line.text):
                found.append(line)
    return found


def _cues(text: list[str]) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """The times of each cue with its lines; a blank line within a cue does not end it."""
    times = None
    words: list[str] = []
    is_aside = False
    for number, line in enumerate(text):
        if match := _TIMES.match(line):
            if times is not None:
                yield times, _without_name(words)
            times, words, is_aside = _times(match), [], False
        elif _ASIDE.match(line) and not text[number - 1].strip():
            is_aside = True
        elif not is_aside:
            words.append(line)
    if times is not None:
        yield times, words


def _without_name(words: list[str]) -> list[str]:
    """The lines of a cue without the number or name of the next, which stands by itself before its times."""
    is_name = bool(words) and (words[-1].strip().isdigit() or (len(words) > 1 and not words[-2].strip()))
    return words[:-1] if is_name else words


def _said(words: list[str], start: int, end: int) -> Iterator[Line]:
    speaker = ""
    for line in words:
        before, *voices = _VOICE.split(line)
        pieces = [(speaker, before), *zip(voices[::2], voices[1::2], strict=True)]
        for name, piece in pieces:
            speaker = " ".join(unescape(name).split())
            if said := " ".join(unescape(_TAG.sub("", piece)).split()):
                yield Line(said, start, end, speaker)


def _times(match: re.Match[str]) -> tuple[int, int]:
    found = match.groups()
    return _milliseconds(*found[:4]), _milliseconds(*found[4:])


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1_000 + int(fraction.ljust(3, "0"))
