import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.kinds import Content
from annotator.formats.readers.word import knows, read
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


def packed(
    body: str,
    *,
    namespace: str = W,
    before: str = '<?xml version="1.0"?>',
    root: str = "document",
    properties: bytes | None = None,
) -> bytes:
    xml = f'{before}<w:{root} xmlns:w="{namespace}"><w:body>{body}</w:body></w:{root}>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("_rels/.rels", RELATIONSHIPS)
        package.writestr("word/document2.xml", xml)
        if properties is not None:
            package.writestr("docProps/core.xml", properties)
    return buffer.getvalue()


def text_of(content: Content) -> str:
    return "\n\n".join(block.text for block in content.blocks)


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
    assert text_of(content) == (
        "Ferry: who paid?\n\nThe mayor denied selling\tthe list 🚢.\n\nقال المدير\n\nOne\ntwo"
    )
    assert content.notes == (("article.tables_left_out", {"count": 1}),)
    assert (content.encoding, content.sure, content.candidates) == ("", True, ())


@settings(max_examples=8)
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
    assert text_of(read(saved(document), "a.docx")) == "\n\n".join(filter(None, map(str.strip, expected)))


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
    assert text_of(content) == "The ferry sailed"
    assert content.notes == (("article.changes_accepted", {"count": 3}),)


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_a_paragraph_whose_mark_was_deleted_runs_on() -> None:
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    content = read(packed(paragraph("The ferry", deleted) + paragraph(" sailed") + paragraph("On")), "a.docx")
    assert text_of(content) == "The ferry sailed\n\nOn"


def test_hidden_words_are_left_out_and_said() -> None:
    body = (
        "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t><w:br/></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> again</w:t></w:r></w:p>'
    )
    content = read(packed(body), "a.docx")
    assert text_of(content) == "seen again"
    assert content.notes == (("article.hidden_left_out", {"count": 1}),)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    inner = table((paragraph("1"), paragraph("2")))
    body = table((paragraph("one") + paragraph("two"),), (paragraph("three") + inner,)) + paragraph("four")
    content = read(packed(body), "a.docx")
    assert text_of(content) == "one\n\ntwo\n\nthree\n\nfour"
    assert content.notes == (("article.tables_left_out", {"count": 1}),)


def test_what_stands_in_a_left_out_table_is_not_counted() -> None:
    note = "<w:p><w:r><w:footnoteReference/></w:r></w:p>"
    content = read(packed(table((note, table((note, note)))) + note), "a.docx")
    assert content.notes == (
        ("article.tables_left_out", {"count": 1}),
        ("article.notes_left_out", {"count": 1}),
    )


@pytest.mark.parametrize(
    "properties",
    ["<w:showingPlcHdr/>", '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'],
)
def test_what_stands_in_for_words_is_no_text(properties: str) -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(properties, paragraph("Click here")) + control.format("", paragraph("Words"))
    assert text_of(read(packed(body), "a.docx")) == "Words"


CORE = "<p xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{}</dc:title><dc:creator>{}</dc:creator></p>"


@pytest.mark.parametrize(
    ("title", "creator", "expected"),
    [
        ("Ferry &amp; quay", "Ines  Harrow", ("Ferry & quay", "Ines Harrow")),
        ("Microsoft Word - ferry.doc", "python-docx", ("ferry.doc", "")),
        ("Untitled", "Windows User", ("", "")),
        ("", "", ("", "")),
    ],
)
def test_title_and_author_are_those_a_person_gave(title, creator, expected) -> None:
    properties = CORE.format(title, creator).encode()
    content = read(packed(paragraph("x"), properties=properties), "a.docx")
    assert (content.title, content.byline) == expected


@pytest.mark.parametrize("properties", [b"<broken", b'<!DOCTYPE a [<!ENTITY x "y">]><title>&x;</title>'])
def test_damaged_properties_cost_only_themselves(properties: bytes) -> None:
    content = read(packed(paragraph("x"), properties=properties), "a.docx")
    assert (text_of(content), content.title) == ("x", "")


def test_word_documents_are_known_old_ones_too() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert knows(packed("")) is True
    assert knows(ole + "WordDocument".encode("utf-16-le")) is True
    assert knows(ole + "Workbook".encode("utf-16-le")) is False
    assert knows(b"PK word/document.xml") is False
    assert knows(b"word/") is False


def test_what_describes_a_paragraph_is_not_read() -> None:
    described = '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>'
    content = read(packed(f"<w:p><w:r><w:t>a</w:t></w:r>{described}<w:r><w:t>b</w:t></w:r></w:p>"), "a.docx")
    assert (text_of(content), content.notes) == ("ab", ())


def test_boxes_and_footnotes_are_left_out_and_said() -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>pull quote</w:t></w:r></w:p></w:txbxContent></w:pict>"
    twice = (
        f"<w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>before</w:t>{twice}<w:footnoteReference/><w:t>after</w:t></w:r></w:p>"
    content = read(packed(body), "a.docx")
    assert text_of(content) == "beforeafter"
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
    assert text_of(read(packed(body), "a.docx")) == "linked\n\nnon\u2011stop\nnext line"


def test_the_strict_namespace_reads_alike() -> None:
    strict = packed("<w:p><w:r><w:t>strict</w:t></w:r></w:p>", namespace=STRICT)
    assert text_of(read(strict, "a.docx")) == "strict"


ENTITIES = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("before", [ENTITIES, OUTSIDE, "<!DOCTYPE w:document>"])
def test_entities_are_refused(before: str) -> None:
    assert key_of(packed("<w:p><w:r><w:t>words</w:t></w:r></w:p>", before=before)) == "file.unsafe"


def test_a_deep_tree_is_refused() -> None:
    assert key_of(packed("<w:p>" * 2_000 + "</w:p>" * 2_000)) == "file.unsafe"


def test_a_bomb_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONSHIPS)
        package.writestr("word/document2.xml", b"<a>" + b" " * 12_000_000 + b"</a>")
    assert key_of(buffer.getvalue()) == "file.unsafe"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"Dear Sir or Madam, a letter.", "article.not_word"),
        (b"{\\rtf1 words}", "article.not_word"),
        (b"\x89PNG\r\n\x1a\n", "article.not_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "article.word_old"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file.locked",
        ),
        (packed("", root="workbook"), "article.not_word"),
        (packed("<w:p>"), "file.damaged"),
        (packed("", before='<?xml version="1.0" encoding="x-none"?>'), "file.damaged"),
        (packed("", before='<?xml version="1.0" encoding="utf-7"?>'), "file.damaged"),
        (b"PK\x05\x06" + bytes(18), "article.not_word"),
        (b"PK\x03\x04 and nothing else", "file.damaged"),
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
        assert key_of(data[:length]) == "file.damaged"
