import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.kinds import Content
from annotator.formats.readers import rtf_tokens
from annotator.formats.readers.rtf import knows, read
from annotator.model.errors import BadInput

FONTS = rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"


def content_of(inside: bytes, head: bytes = rb"\ansi\ansicpg1252") -> Content:
    return read(b"{\\rtf1" + head + FONTS + b" " + inside + b"}", "a.rtf")


def paragraphs(inside: bytes, head: bytes = rb"\ansi\ansicpg1252") -> list[str]:
    return [block.text for block in content_of(inside, head).blocks]


def escaped(words: str) -> bytes:
    """As Word writes letters: by number where they are not ASCII."""
    made = []
    for letter in words:
        units = letter.encode("utf-16-le")
        codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
        plain = letter if letter not in "\\{}" else f"\\{letter}"
        made.append(plain if letter.isascii() else "".join(f"\\u{code}?" for code in codes))
    return "".join(made).encode("ascii")


@settings(max_examples=25)
@given(
    st.lists(
        st.text("ab {}\\éß文ש🚢\u00a0\u200d\ue000", min_size=1).filter(str.strip), min_size=1, max_size=4
    )
)
def test_words_come_back(written: list[str]) -> None:
    assert paragraphs(b"\\par\n".join(map(escaped, written))) == [words.strip() for words in written]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (rb"caf\'e9", "café"),
        (rb"\f1\'cf\'f0\'e8{\f0\'e9}\'e2", "Приéв"),
        (rb"\f1\'cf\plain\'e9", "Пé"),
        (rb"\f2\'83A\'83\'42", "アィ"),
        (rb"\u8220\'93x\u8221\'94", "“x”"),
        (rb"\uc0\u233 t\u233 \uc2\u8211 ??x", "été–x"),
        (rb"\u-10179?\u-8694?", "😊"),
        (rb"\u55357?alone", "�alone"),
        (rb"a\~b\_c\-d\emdash e\line f\tab g", "a\u00a0b\u2011c\u00add\u2014e\nf\tg"),
        (rb"{\b bo}{\i0 ld}" + b"\r\ner", "bolder"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt linked}}", "linked"),
        (rb"{\*\unknown no}{\pict 00ff}{\listtext \'b7\tab}yes", "yes"),
        (rb"{\pict\bin4 }}}}}yes", "yes"),
        (rb"\bin3 }}}yes", "yes"),
        (rb"{\upr{\x }{\*\ud{yes}}}", "yes"),
        (rb"{\header no\par}{\stylesheet{\s1 Heading;}}yes", "yes"),
        (rb"\insrsid1\revdttm-1478422332 yes", "yes"),
    ],
)
def test_words_are_read_as_they_print(inside: bytes, words: str) -> None:
    assert paragraphs(inside) == [words]


@pytest.mark.parametrize(
    ("head", "inside", "words"),
    [
        (rb"\ansi\ansicpg1251", rb"\'cf", "П"),
        (rb"\mac", rb"\'8e", "é"),
        (rb"\pc", rb"\'82", "é"),
        (rb"\ansi\ansicpg65001", rb"\'c3\'a9", "é"),
        (rb"\ansi\ansicpg99999", rb"\'e9", "é"),
        (rb"\ansi", "é".encode("cp1252"), "é"),
    ],
)
def test_the_document_says_how_its_bytes_are_meant(head: bytes, inside: bytes, words: str) -> None:
    assert paragraphs(inside, head) == [words]


def test_line_ends_with_a_backslash_are_paragraphs() -> None:
    assert paragraphs(b"one\\\ntwo\\\r\\par\\sect three\\page four") == ["one", "two", "three", "four"]


def test_what_is_left_out_is_said() -> None:
    inside = (
        rb"one{\footnote foot}{\*\annotation comment} {\v hidden}\v unseen\v0 two"
        rb"{\deleted gone}{\revised come}"
        rb"{\shp{\*\shpinst{\shptxt box\par}}{\shprslt{\*\do{\dptxbxtext box}}}}"
    )
    content = content_of(inside)
    assert [block.text for block in content.blocks] == ["one twocome"]
    assert content.notes == (
        ("article.boxes_left_out", {"count": 1}),
        ("article.notes_left_out", {"count": 1}),
        ("article.comments_left_out", {"count": 1}),
        ("article.hidden_left_out", {"count": 2}),
        ("article.changes_accepted", {"count": 2}),
    )


def row(*cells: bytes) -> bytes:
    return rb"\trowd" + b"".join(rb"\pard\intbl " + cell + rb"\cell" for cell in cells) + rb"\row "


def test_only_a_table_of_one_column_is_read() -> None:
    inside = rb"\pard zero\par" + row(rb"one\par two") + row(b"three") + rb"\pard four\par" + row(b"a", b"b")
    content = content_of(inside)
    assert [block.text for block in content.blocks] == ["zero", "one", "two", "three", "four"]
    assert content.notes == (("article.tables_left_out", {"count": 1}),)


def test_title_and_author_come_from_the_details() -> None:
    title = rb"{\upr{\title Ferry}{\*\ud{\title \u1055?}}}"
    info = rb"{\info" + title + rb"{\author Ines}{\operator Ed}{\subject no}}"
    content = content_of(info + b"words")
    assert (content.title, content.byline) == ("П", "Ines")
    assert [block.text for block in content.blocks] == ["words"]


def test_what_stands_behind_the_last_brace_is_no_text() -> None:
    content = read(rb"{\rtf1 words}{more}" + b"\0", "a.rtf")
    assert ([block.text for block in content.blocks], content.notes) == (["words"], ())


@pytest.mark.parametrize(
    "cut", [rb"{\rtf1 words", rb"{\rtf1 words{\pict 00", rb"{\rtf1 words{\pict\bin99 00}}"]
)
def test_a_file_that_was_cut_is_said(cut: bytes) -> None:
    content = read(cut, "a.rtf")
    assert ([block.text for block in content.blocks], content.notes) == (
        ["words"],
        (("article.cut_short", {}),),
    )


@pytest.mark.parametrize("many", [b"{", b"{}", b"\\b", b"x\\'e9", b"{\\pict " + b"{}" * 30])
def test_more_pieces_than_a_document_has(many: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_tokens, "TOKENS_LIMIT", 50)
    with pytest.raises(BadInput, match="file.unsafe"):
        read(b"{\\rtf1 " + many * 60, "a.rtf")


def test_what_is_no_such_document_gets_its_sentence() -> None:
    with pytest.raises(BadInput, match="article.not_rtf"):
        read(b"a letter {\\rtf1 words}", "a.rtf")
    assert knows(b"\xef\xbb\xbf\n{\\rtf1}") is True
    assert knows(b"{rtf1}") is False
