"""Subtitles (.srt, .vtt): what is said, as paragraphs, each with the time at which it begins.

A paragraph ends with a sentence, a change of speaker, a pause or half a minute, so that it reads as text and
its time still finds the place.
"""

import re
from collections.abc import Iterator

from annotator.formats.encoding import decode
from annotator.formats.kinds import Block, Content, Format, Group
from annotator.formats.readers.cues import Line, lines
from annotator.formats.readers.plain import damage
from annotator.model.errors import BadInput

#: Milliseconds of silence, and of one paragraph.
PAUSE = 2_000
LONGEST = 30_000

#: Some fifty hours of talk.
_LINES_LIMIT = 250_000

_SENTENCE_END = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]」』]*$")
_TURN = re.compile(r"[-–—]\s*[^\W\d]")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")

_BEGINNING = 512
_SRT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d{1,9}\s*\r?\n\s*\d{1,4}:\d{2}:\d{2}[,.]\d{1,3}\s*-->")
_VTT = re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT(?:\s|$)")


def knows(data: bytes) -> bool:
    """Whether the bytes begin as WebVTT or SubRip do."""
    return bool(_VTT.match(data[:_BEGINNING]) or _SRT.match(data[:_BEGINNING]))


def read(data: bytes, name: str, encoding: str | None = None) -> Content:
    """What is said in subtitles, with times like "00:01:02.500"; raises BadInput where there are no cues."""
    decoded = decode(data, encoding, name=name)
    if decoded.text.count("\n") > _LINES_LIMIT:
        raise BadInput("file.unsafe", name=name)
    said = lines(decoded.text)
    if not said:
        raise BadInput("article.no_cues", name=name)
    return Content(
        blocks=tuple(_block(paragraph) for paragraph in _paragraphs(said)),
        encoding=decoded.encoding,
        sure=decoded.sure,
        candidates=decoded.candidates,
        notes=damage(decoded),
    )


def _paragraphs(said: list[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in said:
        if paragraph and _ends(paragraph, line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _ends(paragraph: list[Line], line: Line) -> bool:
    """Whether a paragraph is over before the next line."""
    last = paragraph[-1]
    return (
        line.speaker != last.speaker
        or line.start - last.end > PAUSE
        or line.end - paragraph[0].start > LONGEST
        or _SENTENCE_END.search(last.text) is not None
        or _TURN.match(line.text) is not None
    )


def _block(paragraph: list[Line]) -> Block:
    text = paragraph[0].text
    for line in paragraph[1:]:
        is_unspaced = _UNSPACED.match(line.text) and _UNSPACED.match(text[-1])
        text += line.text if is_unspaced else f" {line.text}"
    speaker = paragraph[0].speaker
    return Block(f"{speaker}: {text}" if speaker else text, time=_clock(paragraph[0].start))


def _clock(milliseconds: int) -> str:
    seconds, thousandths = divmod(milliseconds, 1_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"


FORMAT = Format("subtitles", (".srt", ".vtt"), Group.ARTICLES, read=read, knows=knows)
