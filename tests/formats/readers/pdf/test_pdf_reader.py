"""PDF files of one or a few pages, set to show one thing each."""

import pytest

from annotator.formats.kinds import Content
from annotator.formats.readers.pdf import FORMAT
from annotator.model.errors import BadInput
from annotator.words import say_all
from tests.formats.pdf_files import PAGE, WORDS, page, pages, simple, stream

LEADING = 15
PROSE = (
    "The ferry lay at the northern quay for eleven months before anyone asked",
    "who had paid for the crane. The crane, hired by the day, cost more than",
    "the shaft it was meant to replace.",
)


def read(data: bytes) -> Content:
    assert FORMAT.read is not None
    return FORMAT.read(data, "a.pdf", None)


def texts(content: Content) -> list[str]:
    return [block.text for block in content.blocks]


def column(lines, x=72.0, y=700.0, size=11.0, leading=LEADING):
    return [(size, x, y - leading * number, words) for number, words in enumerate(lines)]


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read(data)
    assert "a.pdf" in say_all(refused.value.key, refused.value.values)
    return refused.value.key


def test_lines_become_a_paragraph_that_a_person_should_look_at():
    content = read(page(*column(PROSE)))
    assert texts(content) == [" ".join(PROSE)]
    assert content.guessed
    assert content.blocks[0].page == "1"


def test_a_gap_parts_paragraphs_and_so_does_an_indent():
    full = PROSE[:2]  # whose last line reaches to the edge, so that it tells nothing
    below = 700 - 2 * LEADING
    assert texts(read(page(*column(full), *column(full, y=below)))) == [" ".join(full * 2)]
    assert texts(read(page(*column(full), *column(full, y=below - 8)))) == [" ".join(full)] * 2
    begun = [(11, 86, below, "The crane was hired"), *column(["by the day."], y=below - LEADING)]
    assert texts(read(page(*column(full), *begun))) == [" ".join(full), "The crane was hired by the day."]


def test_a_line_that_ends_before_it_had_to_is_a_paragraphs_last():
    assert texts(read(page(*column(PROSE), *column(PROSE, y=700 - 3 * LEADING)))) == [" ".join(PROSE)] * 2


def test_a_heading_over_two_columns_comes_before_both():
    left, right = ["one two three four five six"] * 6, ["ein zwei drei vier funf sechs"] * 6
    heading = [(20, 72, 764, "A heading over both of the columns"), (20, 72, 740, "and a word more")]
    found = texts(read(page(*heading, *column(left), *column(right, x=260))))
    assert found[0] == "A heading over both of the columns and a word more"
    assert " ".join(found[1:]) == " ".join(left + right)


def test_a_table_is_read_row_by_row():
    rows = []
    for number in range(8):
        y = 700 - 15 * number
        rows += [(11, 72, y, f"cell {number}"), (11, 300, y, f"{number},000")]
    assert " ".join(texts(read(page(*rows)))).startswith("cell 0 0,000 cell 1 1,000")


def test_running_heads_and_page_numbers_are_left_out_and_said():
    made = [
        [(9, 72, 810, "Coast Courier"), (11, 72, 600, f"Words {n}."), (9, 290, 30, f"Page {n}")]
        for n in (1, 2, 3)
    ]
    content = read(pages(made))
    assert " ".join(texts(content)) == "Words 1. Words 2. Words 3."
    assert content.notes == (("pdf.heads_left_out", {"count": 6}),)


def test_heads_that_change_with_the_chapter_are_known_by_the_number_of_their_page():
    heads = ["The quay 1", "The quay 2", "The island 3", "The island 4", "The roofs 5"]
    made = [[(11, 72, 800, head), (11, 72, 600, f"Words of {head}.")] for head in heads]
    assert " ".join(texts(read(pages(made)))) == " ".join(f"Words of {head}." for head in heads)


def test_words_that_stand_in_the_middle_of_every_page_stay():
    made = [[*column(PROSE), (11, 72, 400, "Nobody came.")] for _ in range(3)]
    assert texts(read(pages(made))).count("Nobody came.") == 3


def test_pages_that_are_all_alike_are_not_taken_for_running_heads():
    assert (
        " ".join(texts(read(pages([[(11, 72, 800, "The same words.")]] * 3)))).count("The same words.") == 3
    )


def test_a_paragraph_runs_on_over_the_end_of_a_page():
    content = read(pages([column(PROSE[:2]), column(PROSE[2:])]))
    assert texts(content) == [" ".join(PROSE)]
    assert content.blocks[0].page == "1"


def test_a_caption_between_does_not_break_a_paragraph_off():
    second = [(8, 72, 760, "The ferry in March."), *column(PROSE[2:])]
    content = read(pages([column(PROSE[:2]), second]))
    assert texts(content) == [" ".join(PROSE), "The ferry in March."]


def test_a_heading_between_ends_the_paragraph_above_it():
    lines = [*column(PROSE[:2]), (16, 72, 640, "The shaft"), *column(PROSE[2:], y=610)]
    assert texts(read(page(*lines))) == [" ".join(PROSE[:2]), "The shaft", PROSE[2]]


def test_a_footnote_is_left_out_with_its_mark_and_said():
    # A raised 1 behind "day" on the second line, the note at the foot.
    lines = [b"BT /F1 11 Tf 72 700 Td (%s) Tj ET" % PROSE[0].encode()]
    lines.append(b"BT /F1 11 Tf 72 685 Td (paid by the day) Tj 6 Tf 4 Ts (1) Tj 0 Ts 11 Tf ( and more) Tj ET")
    lines.append(b"BT /F1 8 Tf 72 100 Td (1 The crane of the yard.) Tj ET")
    content = read(simple(b"\n".join(lines)))
    assert texts(content) == [f"{PROSE[0]} paid by the day and more"]
    assert content.notes == (("pdf.footnotes_left_out", {"count": 1}),)


def test_small_type_without_a_mark_in_the_text_is_no_footnote():
    content = read(page(*column(PROSE), (8, 72, 100, "1 The crane of the yard.")))
    assert texts(content) == [" ".join(PROSE), "1 The crane of the yard."]
    assert content.notes == ()


def test_what_runs_up_the_side_of_a_page_is_left_out():
    photographer = b" BT /F1 8 Tf 0 1 -1 0 500 300 Tm (Photo: A. Nobody) Tj ET"
    assert texts(read(simple(WORDS + photographer))) == ["The ferry was two hours late on Monday."]


@pytest.mark.parametrize(
    ("turn", "matrix"), [(90, b"0 1 -1 0 300 100"), (180, b"-1 0 0 -1 400 300"), (270, b"0 -1 1 0 200 600")]
)
def test_a_turned_page_is_read_upright(turn, matrix):
    lines = (
        b"BT /F1 12 Tf %s Tm (The first line is here) Tj 0 -15 Td (and the second below it.) Tj ET" % matrix
    )
    content = read(simple(lines, page=PAGE[:-3] + b" /Rotate %d >>" % turn))
    assert texts(content) == ["The first line is here and the second below it."]


def test_letters_beyond_the_basic_plane_and_ligatures():
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"3 beginbfchar <41> <D83DDE00> <42> <FB01> <43> <0063> endbfchar endcmap end"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    data = simple(b"BT /F1 12 Tf 72 700 Td (BC ACA CC) Tj ET", stream(table), font=font)
    assert texts(read(data)) == ["fic \U0001f600c\U0001f600 cc"]


def test_the_title_of_the_file_counts_where_it_stands_on_the_page():
    def titled(words: bytes) -> str:
        about = b"<< /Title (%s) /Author (Ines Calder) >>" % words
        lines = b"BT /F1 24 Tf 72 760 Td (The ferry that nobody ordered) Tj ET " + WORDS
        content = read(simple(lines, about, trailer=b"/Info 6 0 R"))
        assert content.byline == "Ines Calder"
        return content.title

    assert titled(b"the FERRY that nobody ordered") == "the FERRY that nobody ordered"
    assert titled(b"Layout 7 final") == "The ferry that nobody ordered"
    assert titled(b"story_07.indd") == "The ferry that nobody ordered"


def test_a_day_when_the_file_was_made_is_no_day_of_publication():
    about = b"<< /CreationDate (D:20250314120000Z) >>"
    assert read(simple(WORDS, about, trailer=b"/Info 6 0 R")).published == ""


def test_what_cannot_be_read_is_refused_with_a_sentence():
    assert refusal(b"words") == "pdf.not_one"
    assert refusal(b"%PDF-1.7 and no more") == "pdf.damaged"
    assert refusal(simple(b"")) == "pdf.no_words"
    locked = simple(
        WORDS, b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <00> /U <00> >>", trailer=b"/Encrypt 6 0 R"
    )
    assert refusal(locked) == "pdf.locked"


def test_a_scan_is_refused_and_a_scanned_page_among_others_told():
    picture = stream(
        b"\xff",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    with_picture = PAGE.replace(b"/Font <<", b"/XObject << /P 6 0 R >> /Font <<")
    assert refusal(simple(b"q 500 0 0 700 9 9 cm /P Do Q", picture, page=with_picture)) == "pdf.picture"
    two = b"<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>"
    other = with_picture.replace(b"4 0 R", b"8 0 R")
    content = read(simple(WORDS, picture, other, stream(b"q 500 0 0 700 9 9 cm /P Do Q"), pages=two))
    assert content.notes == (("pdf.pages_without_letters", {"count": 1}),)


def test_it_knows_its_own():
    assert FORMAT.knows is not None
    assert FORMAT.knows(page(*column(PROSE)))
    assert FORMAT.knows(b"\0\0%PDF-1.4")
    assert not FORMAT.knows(b"PK\3\4" + b"x" * 5_000 + b"%PDF-1.4")
