import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.readers.word import read
from annotator.model.errors import BadInput

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/>'
    b'<Relationship Id="r2" Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/>'
    b"</Relationships>"
)


def saved(document: "docx.document.Document") -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def packed(body: str, *, namespace: str = W, before: str = "", root: str = "document") -> bytes:
    xml = f'<?xml version="1.0"?>{before}<w:{root} xmlns:w="{namespace}"><w:body>{body}</w:body></w:{root}>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("_rels/.rels", RELATIONSHIPS)
        package.writestr("word/document2.xml", xml)
    return buffer.getvalue()


def key_of(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read(data, "a.docx")
    assert caught.value.values["name"] == "a.docx"
    return caught.value.key


def test_paragraphs_without_the_table() -> None:
    document = docx.Document()
    document.add_heading("Ferry: who paid?", 0)
    paragraph = document.add_paragraph("The mayor ")
    paragraph.add_run("denied").bold = True
    paragraph.add_run(" selling\tthe list 🚢.")
    paragraph.paragraph_format.tab_stops.add_tab_stop(500_000)
    document.add_paragraph("")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "a figure"
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "inner"
    document.add_paragraph("قال المدير")
    document.add_paragraph("One\ntwo")
    content = read(saved(document), "a.docx")
    assert content.text == (
        "Ferry: who paid?\n\nThe mayor denied selling\tthe list 🚢.\n\nقال المدير\n\nOne\ntwo"
    )
    assert content.notes == (("article.tables_left_out", {"count": 1}),)
    assert (content.encoding, content.sure, content.candidates) == ("", True, ())


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip), min_size=1
    )
)
def test_words_come_back_from_a_document(paragraphs: list[str]) -> None:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph.replace("\ufffe", "").replace("\uffff", "") or "x")
    expected = (p.replace("\ufffe", "").replace("\uffff", "") or "x" for p in paragraphs)
    assert read(saved(document), "a.docx").text == "\n\n".join(filter(None, map(str.strip, expected)))


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The ferry ")
    for change in (
        f'<w:del xmlns:w="{W}" w:id="1" w:author="a"><w:r><w:delText>sank</w:delText></w:r></w:del>',
        f'<w:ins xmlns:w="{W}" w:id="2" w:author="a"><w:r><w:t>sailed</w:t></w:r></w:ins>',
        f'<w:moveFrom xmlns:w="{W}" w:id="3" w:author="a"><w:r><w:t>gone</w:t></w:r></w:moveFrom>',
    ):
        paragraph._p.append(parse_xml(change))
    content = read(saved(document), "a.docx")
    assert content.text == "The ferry sailed"
    assert content.notes == (("article.changes_accepted", {"count": 3}),)


def test_what_describes_a_paragraph_is_not_read() -> None:
    described = '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>'
    content = read(packed(f"<w:p><w:r><w:t>a</w:t></w:r>{described}<w:r><w:t>b</w:t></w:r></w:p>"), "a.docx")
    assert (content.text, content.notes) == ("ab", ())


def test_boxes_and_footnotes_are_left_out_and_said() -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>pull quote</w:t></w:r></w:p></w:txbxContent></w:pict>"
    twice = (
        f"<w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>before</w:t>{twice}<w:footnoteReference/><w:t>after</w:t></w:r></w:p>"
    content = read(packed(body), "a.docx")
    assert content.text == "beforeafter"
    assert content.notes == (
        ("article.boxes_left_out", {"count": 1}),
        ("article.notes_left_out", {"count": 1}),
    )


def test_controls_links_and_breaks_are_read() -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink></w:p></w:sdtContent>"
        "</w:sdt><w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t><w:br/>"
        "<w:t xml:space='preserve'>next </w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText><w:t>line</w:t></w:r></w:p>"
    )
    assert read(packed(body), "a.docx").text == "linked\n\nnon\u2011stop\nnext line"


def test_the_strict_namespace_reads_alike() -> None:
    assert (
        read(packed("<w:p><w:r><w:t>strict</w:t></w:r></w:p>", namespace=STRICT), "a.docx").text == "strict"
    )


ENTITIES = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("before", [ENTITIES, OUTSIDE, "<!DOCTYPE w:document>"])
def test_entities_are_refused(before: str) -> None:
    assert key_of(packed("<w:p><w:r><w:t>words</w:t></w:r></w:p>", before=before)) == "article.word_unsafe"


def test_a_deep_tree_is_refused() -> None:
    assert key_of(packed("<w:p>" * 2_000 + "</w:p>" * 2_000)) == "article.word_unsafe"


def test_a_bomb_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONSHIPS)
        package.writestr("word/document2.xml", b"<a>" + b" " * 50_000_000 + b"</a>")
    assert key_of(buffer.getvalue()) == "article.word_unsafe"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"Dear Sir or Madam, a letter.", "article.not_word"),
        (b"{\\rtf1 words}", "article.not_word"),
        (b"\x89PNG\r\n\x1a\n", "article.not_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "article.word_old"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "article.word_encrypted",
        ),
        (packed("", root="workbook"), "article.not_word"),
        (packed("<w:p>"), "article.word_damaged"),
        (b"PK\x05\x06" + bytes(18), "article.not_word"),
        (b"PK\x03\x04 and nothing else", "article.word_damaged"),
        (b"", "article.not_word"),
    ],
)
def test_what_is_no_document_gets_its_sentence(data: bytes, key: str) -> None:
    assert key_of(data) == key


def test_any_cut_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("words")
    data = saved(document)
    for length in range(4, len(data) - 1, len(data) // 40):
        assert key_of(data[:length]) == "article.word_damaged"
