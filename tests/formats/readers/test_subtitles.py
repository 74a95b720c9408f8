import pytest

from annotator.formats.readers.cues import lines
from annotator.formats.readers.subtitles import knows, read
from annotator.formats.reading import draft
from annotator.model.errors import BadInput
from annotator.model.places import PlaceKind


def srt(*cues: tuple[float, float, str]) -> str:
    return "\n".join(f"{n}\n{clock(a)} --> {clock(b)}\n{words}\n" for n, (a, b, words) in enumerate(cues, 1))


def clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{round(seconds % 1 * 1000):03}"


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.time, block.text) for block in read(text.encode(), "a.srt").blocks]


def test_cues_of_one_sentence_are_one_paragraph_with_the_time_of_the_first() -> None:
    text = srt((1, 2.5, "The ferry"), (2.5, 4, "was late."), (4, 5, "Nobody said so."))
    assert blocks(text) == [("00:00:01.000", "The ferry was late."), ("00:00:04.000", "Nobody said so.")]


def test_paragraphs_have_their_places_in_the_article() -> None:
    found = draft(read(srt((1, 2, "One."), (3725.5, 3726, "Two 🚢.")).encode(), "a.srt"), "a.srt")
    assert [(found.text[p.span.start : p.span.end], p.kind, p.value) for p in found.places] == [
        ("One.", PlaceKind.TIME, "00:00:01.000"),
        ("Two 🚢.", PlaceKind.TIME, "01:02:05.500"),
    ]


@pytest.mark.parametrize("end", [".", "!", "?", "…", "。", "؟", ".”", ".)", "?»"])
def test_sentences_end_as_they_do_in_many_languages(end: str) -> None:
    assert len(blocks(srt((1, 2, f"One{end}"), (2, 3, "two")))) == 2


def test_a_pause_a_long_while_and_a_turn_end_a_paragraph() -> None:
    assert len(blocks(srt((1, 2, "one"), (4, 5, "two")))) == 1
    assert len(blocks(srt((1, 2, "one"), (4.001, 5, "two")))) == 2
    assert len(blocks(srt((1, 16, "one"), (16, 31, "two")))) == 1
    assert len(blocks(srt((1, 16, "one"), (16, 31.001, "two")))) == 2
    assert blocks(srt((1, 2, "- who\n- me"), (2, 3, "-5 degrees"))) == [
        ("00:00:01.000", "- who"),
        ("00:00:01.000", "- me -5 degrees"),
    ]


def test_lines_without_spaces_are_joined_without() -> None:
    assert blocks(srt((1, 2, "公司否认\n这一"), (2, 3, "说法 yes")))[0][1] == "公司否认这一说法 yes"


def test_tags_and_positions_are_taken_off_and_entities_read() -> None:
    words = '{\\an8}<font color="#fff">one</font> <b>two</b> &amp; 3 < 4 {y:i}five {six}'
    assert blocks(srt((1, 2, words))) == [("00:00:01.000", "one two & 3 < 4 five {six}")]


VTT = """WEBVTT - a title

STYLE
::cue { color: red }

NOTE a remark
of two lines

a name
00:01.500 --> 00:03.000 line:0
<v.first.loud Ann &amp; Bo>One,
two</v>

NOTE another remark
00 --> 01

00:03.000 --> 00:04.000
<v Cy>three <v Dee>four
"""


def test_voices_are_named_and_what_is_not_said_is_left_out() -> None:
    assert blocks(VTT) == [
        ("00:00:01.500", "Ann & Bo: One, two"),
        ("00:00:03.000", "Cy: three"),
        ("00:00:03.000", "Dee: four"),
    ]


ROLLING = """WEBVTT

00:00.000 --> 00:02.000

one<00:00:00.500><c> two</c>

00:02.000 --> 00:02.010
one two


00:02.010 --> 00:04.000
one two
three<00:00:03.000><c> four</c>
"""


def test_captions_that_roll_up_are_read_once() -> None:
    assert blocks(ROLLING) == [("00:00:00.000", "one two three four")]
    repeated = srt((1, 2, "no"), (2, 3, "no"))
    assert blocks(repeated) == [("00:00:01.000", "no no")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_numbers_are_names_of_cues_or_words(line_end: str) -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n1984\n2\n00:00:02,000 --> 00:00:03,000\n\nwas\n\nthe year\n"
    assert [line.text for line in lines(text.replace("\n", line_end))] == ["1984", "was", "the year"]


@pytest.mark.parametrize(
    ("times", "start"),
    [
        ("0:0:1.5 --> 0:0:2.5", 1_500),
        ("00:00:01,05 --> 00:00:02,000", 1_050),
        ("100:00:00.000 --> 100:00:01.000", 360_000_000),
    ],
)
def test_times_may_be_short(times: str, start: int) -> None:
    assert [(line.start, line.text) for line in lines(f"{times}\nx")] == [(start, "x")]


@pytest.mark.parametrize("text", ["", "words", "-00:00:01,000 --> 00:00:02,000\nx", "1\n00:00:01,000 -->\nx"])
def test_no_cues_are_said(text: str) -> None:
    with pytest.raises(BadInput, match="article.no_cues"):
        read(text.encode(), "a.srt")


def test_an_old_encoding_is_a_guess_and_damage_is_said() -> None:
    old = read(srt((1, 2, "Züge fuhren über Köln")).encode("cp1252"), "a.srt", "windows-1252")
    assert (old.blocks[0].text, old.encoding) == ("Züge fuhren über Köln", "windows-1252")
    broken = read(srt((1, 2, "“ferry” “mayor”")).encode() + b"\xff", "a.srt")
    assert broken.notes == (("article.damaged_encoding", {"count": 1, "encoding": "utf-8"}),)


def test_more_lines_than_subtitles_have() -> None:
    with pytest.raises(BadInput, match="file.unsafe"):
        read(b"\n" * 600_000, "a.srt")


def test_subtitles_are_known_by_their_beginning() -> None:
    assert knows(VTT.encode()) is True
    assert knows(b"\xef\xbb\xbf" + srt((1, 2, "x")).encode()) is True
    assert knows(b"WEBVTTX") is False
    assert knows(b"1\nwords") is False
