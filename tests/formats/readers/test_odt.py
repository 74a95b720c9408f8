import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from annotator.formats.kinds import Content
from annotator.formats.readers.odt import knows, read
from annotator.model.errors import BadInput

OFFICE, TEXT, TABLE, DRAW = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "table", "drawing")
)
SPACES = f'xmlns:o="{OFFICE}" xmlns:t="{TEXT}" xmlns:table="{TABLE}" xmlns:draw="{DRAW}"'
TYPE = "application/vnd.oasis.opendocument.text"


def packed(
    body: str, parts: dict[str, str] | None = None, *, kind: str = "text", main: str = "content.xml"
) -> bytes:
    xml = f"<o:document-content {SPACES}><o:body><o:{kind}>{body}</o:{kind}></o:body></o:document-content>"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in ({"mimetype": TYPE, main: xml} | (parts or {})).items():
            package.writestr(name, data)
    return buffer.getvalue()


def paragraphs(body: str) -> list[str]:
    return [block.text for block in content_of(body).blocks]


def content_of(body: str) -> Content:
    return read(packed(body), "a.odt")


def key_of(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read(data, "a.odt")
    assert caught.value.values == {"name": "a.odt"}
    return caught.value.key


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("  one \n\t two  ", "one two"),
        ("one <t:span> two</t:span> three", "one two three"),
        ('one<t:s t:c="3"/>two', "one   two"),
        ("one<t:s/><t:s/>two", "one  two"),
        ("one<t:tab/>two<t:line-break/>three", "one\ttwo\nthree"),
        ("<t:a>li</t:a>nk<t:bookmark/>ed<t:soft-page-break/>", "linked"),
        ("a<t:ruby><t:ruby-base>b</t:ruby-base><t:ruby-text>c</t:ruby-text></t:ruby>d", "abd"),
    ],
)
def test_white_space_is_folded_and_elements_stand_for_it(inside: str, words: str) -> None:
    assert paragraphs(f"<t:p>{inside}</t:p>") == [words]


@settings(max_examples=15)
@given(st.lists(st.text("aé文ש🚢 &<>\u00a0\u200d", min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_words_come_back(written: list[str]) -> None:
    made = []
    for words in written:
        element = etree.Element("p")
        element.text = words
        made.append(etree.tostring(element, encoding="unicode").replace("p>", "t:p>"))
    assert paragraphs("".join(made)) == [
        " ".join(filter(None, words.split(" "))).strip() for words in written
    ]


def test_lists_sections_and_headings_are_paragraphs() -> None:
    body = (
        "<t:h>Title</t:h><t:section><t:p>one</t:p></t:section><t:list><t:list-header><t:p>two</t:p></t:list-header>"
        "<t:list-item><t:number>1.</t:number><t:p>three</t:p><t:list><t:list-item><t:p>four</t:p></t:list-item></t:list>"
        "</t:list-item></t:list><t:p/>"
    )
    assert paragraphs(body) == ["Title", "one", "two", "three", "four"]


def test_what_is_left_out_is_said() -> None:
    body = (
        "<t:tracked-changes><t:changed-region><t:deletion><t:p>gone</t:p></t:deletion></t:changed-region>"
        "</t:tracked-changes><t:table-of-content><t:p>contents</t:p></t:table-of-content>"
        "<t:p>one<t:note><t:note-body><t:p>foot</t:p></t:note-body></t:note>"
        "<o:annotation><t:p>comment</t:p></o:annotation> two</t:p>"
        '<t:section t:display="none"><t:p>hidden</t:p></t:section>'
        "<draw:frame><draw:text-box><t:p>box</t:p></draw:text-box></draw:frame>"
        "<t:p><draw:frame><draw:image/></draw:frame>three</t:p>"
    )
    content = content_of(body)
    assert [block.text for block in content.blocks] == ["one two", "three"]
    assert content.notes == tuple(
        (f"article.{key}", {"count": 1})
        for key in (
            "boxes_left_out",
            "notes_left_out",
            "comments_left_out",
            "hidden_left_out",
            "changes_accepted",
        )
    )


CELL = "<table:table-cell><t:p>{}</t:p></table:table-cell>"


def test_only_a_table_of_one_column_is_read() -> None:
    one = "".join(f"<table:table-row>{CELL.format(words)}</table:table-row>" for words in ("one", "two"))
    two = f"<table:table-row>{CELL.format('a')}{CELL.format('b')}</table:table-row>"
    repeated = CELL.format("c").replace("cell>", 'cell table:number-columns-repeated="2">', 1)
    tables = (
        one,
        f"<table:table-header-rows>{two}</table:table-header-rows>{one}",
        f"<table:table-row>{repeated}</table:table-row>",
    )
    content = content_of("".join(f"<table:table>{rows}</table:table>" for rows in tables))
    assert [block.text for block in content.blocks] == ["one", "two"]
    assert content.notes == (("article.tables_left_out", {"count": 2}),)


def test_title_and_author_come_from_the_details() -> None:
    meta = "<meta><title>Ferry</title><initial-creator>Ines</initial-creator><creator>Ed</creator></meta>"
    content = read(packed("<t:p>x</t:p>", {"meta.xml": meta}), "a.odt")
    assert (content.title, content.byline, content.guessed) == ("Ferry", "Ines", False)


def test_one_in_one_piece_reads_alike() -> None:
    flat = (
        f'<?xml version="1.0"?><o:document {SPACES} o:mimetype="{TYPE}"><o:meta><title>Ferry</title></o:meta>'
        "<o:body><o:text><t:p>one</t:p></o:text></o:body></o:document>"
    ).encode()
    content = read(flat, "a.fodt")
    assert ([block.text for block in content.blocks], content.title) == (["one"], "Ferry")
    assert knows(flat) is True


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"a letter", "article.not_odt"),
        (b"", "article.not_odt"),
        (packed("", kind="spreadsheet"), "article.not_odt"),
        (packed("", main="other.xml"), "article.not_odt"),
        (packed("<t:p>"), "file.damaged"),
        (packed("<t:p/>", {"meta.xml": "<meta>"}), "file.damaged"),
        (packed("", {"encrypted-package": "x"}, main="other.xml"), "file.locked"),
        (packed("", {"META-INF/manifest.xml": "<x><encryption-data/></x>"}), "file.locked"),
        (packed("<t:p>" * 300 + "</t:p>" * 300), "file.unsafe"),
    ],
)
def test_what_is_no_such_text_gets_its_sentence(data: bytes, key: str) -> None:
    assert key_of(data) == key


def test_only_texts_are_known() -> None:
    assert knows(packed("")) is True
    assert knows(packed("").replace(b"opendocument.text", b"opendocument.calc")) is False
    assert knows(b"PK") is False
    assert knows(b"<html/>") is False
