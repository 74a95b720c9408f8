import zipfile
from io import BytesIO

import pytest

from annotator.formats.kinds import Content
from annotator.formats.readers import epub
from annotator.formats.readers.epub import knows, read
from annotator.model.errors import BadInput

CONTAINER = '<container><rootfile full-path="OEBPS/book.opf"/></container>'
NAV = "<html><body><nav><ol><li><a href='1.xhtml'>One</a></li></ol></nav></body></html>"


def chapter(body: str) -> str:
    return (
        f"<?xml version='1.0'?><!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>"
    )


def opf(manifest: str, spine: str, metadata: str = "", guide: str = "") -> str:
    return (
        f"<package><metadata>{metadata}</metadata><manifest>{manifest}</manifest>"
        f"<spine>{spine}</spine><guide>{guide}</guide></package>"
    )


def item(name: str, href: str, more: str = "") -> str:
    return f'<item id="{name}" href="{href}" media-type="application/xhtml+xml" {more}/>'


def packed(package: str, parts: dict[str, str | bytes], container: str = CONTAINER) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as book:
        for name, data in {"META-INF/container.xml": container, "OEBPS/book.opf": package, **parts}.items():
            book.writestr(name, data)
    return buffer.getvalue()


def book(*chapters: str, metadata: str = "") -> bytes:
    names = [f"{number}.xhtml" for number in range(len(chapters))]
    manifest = "".join(item(f"c{name}", name) for name in names)
    spine = "".join(f'<itemref idref="c{name}"/>' for name in names)
    parts = {f"OEBPS/{name}": chapter(body) for name, body in zip(names, chapters, strict=True)}
    return packed(opf(manifest, spine, metadata), parts)


def words(content: Content) -> list[str]:
    return [block.text for block in content.blocks]


def key_of(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read(data, "a.epub")
    assert caught.value.values == {"name": "a.epub"}
    return caught.value.key


def test_chapters_stand_in_reading_order_headings_among_them() -> None:
    parts = {
        "OEBPS/text/a b.xhtml": chapter("<h1>Two</h1><p>two&nbsp;x</p>"),
        "1.xhtml": chapter("<p>one</p>"),
    }
    package = opf(
        item("b", "text/a%20b.xhtml#start") + item("a", "../1.xhtml") + item("z", "unused.xhtml"),
        '<itemref idref="a"/><itemref idref="b"/><itemref idref="a"/>',
    )
    content = read(packed(package, parts), "a.epub")
    assert words(content) == ["one", "Two", "two\u00a0x"]
    assert (content.guessed, content.notes) == (True, ())


def test_contents_and_cover_are_left_out_and_said() -> None:
    package = opf(
        item("n", "nav.xhtml", 'properties="nav"')
        + item("c", "c.xhtml")
        + item("l", "l.xhtml")
        + item("a", "1.xhtml"),
        "".join(f'<itemref idref="{name}"/>' for name in "ncla"),
        guide='<reference type="cover" href="c.xhtml"/><reference type="text" href="1.xhtml"/>',
    )
    landmark = '<a xmlns:epub="http://www.idpf.org/2007/ops" epub:type="loi x" href="l.xhtml#a">Pictures</a>'
    parts = {"nav.xhtml": NAV.replace("</ol>", f"<li>{landmark}</li></ol>"), "1.xhtml": chapter("<p>one</p>")}
    parts |= {"c.xhtml": chapter("<p>cover</p>"), "l.xhtml": chapter("<p>pictures</p>")}
    content = read(packed(package, {f"OEBPS/{name}": part for name, part in parts.items()}), "a.epub")
    assert words(content) == ["one"]
    assert content.notes == (("article.parts_left_out", {"count": 3}),)


def test_footnotes_and_their_numbers_are_left_out_and_said() -> None:
    body = (
        '<p>one<sup><a epub:type="noteref" href="#n">1</a></sup> <a href="x">linked</a></p>'
        '<aside class="a" epub:type="footnote"><p>foot</p></aside><aside><p>aside</p></aside>'
    )
    content = read(book(body), "a.epub")
    assert words(content) == ["one linked", "aside"]
    assert content.notes == (("article.notes_left_out", {"count": 1}),)


def test_rows_of_figures_and_what_is_not_shown() -> None:
    rows = "<tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>311</td></tr>"
    body = f"<table>{rows}</table><p hidden=''>x</p>"
    assert words(read(book(body), "a.epub")) == ["Year\tCost", "2024\t311"]


def test_a_chapter_too_deep_for_a_tree_keeps_its_words() -> None:
    assert words(read(book("<p>one</p>" + "<div>" * 5_000 + "two"), "a.epub")) == ["one", "two"]


def test_chapters_that_are_not_there_are_said() -> None:
    package = opf(
        item("a", "1.xhtml") + item("b", "2.xhtml"),
        '<itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>',
    )
    content = read(packed(package, {"OEBPS/1.xhtml": chapter("<p>one</p>")}), "a.epub")
    assert words(content) == ["one"]
    assert content.notes == (("article.parts_missing", {"count": 2}),)


def test_a_book_says_what_it_is() -> None:
    metadata = (
        "<title>Ferry</title><creator>Ines</creator><creator>Tom</creator><publisher>Sound Press</publisher>"
        "<date>2025</date><date>2026-03-02T10:00:00Z</date><language>en-GB</language>"
        "<source>isbn:1</source><source>https://a.example/</source>"
    )
    content = read(book("<p>x</p>", metadata=metadata), "a.epub")
    assert (content.title, content.byline, content.publisher) == ("Ferry", "Ines, Tom", "Sound Press")
    assert (content.published, content.language, content.url) == ("2026-03-02", "en-GB", "https://a.example/")


def test_a_book_that_says_nothing() -> None:
    content = read(book("<p>x</p>", metadata="<language>und</language>"), "a.epub")
    assert (content.title, content.byline, content.published, content.language, content.url) == ("",) * 5


LOCK = '<e xmlns:x="urn:x"><x:CipherReference URI="OEBPS/{}"/></e>'


def test_a_locked_chapter_is_said_a_locked_font_is_not() -> None:
    package = opf(item("a", "a%201.xhtml"), '<itemref idref="a"/>')
    parts = {"OEBPS/a 1.xhtml": chapter("<p>one</p>")}
    locked = {"META-INF/encryption.xml": LOCK.format("a%201.xhtml")}
    assert key_of(packed(package, parts | locked)) == "article.epub_protected"
    font = {"META-INF/encryption.xml": LOCK.format("font.otf")}
    assert words(read(packed(package, parts | font), "a.epub")) == ["one"]


def test_chapters_may_be_in_utf_16() -> None:
    package = opf(item("a", "1.xhtml"), '<itemref idref="a"/>')
    content = read(packed(package, {"OEBPS/1.xhtml": chapter("<p>Паром</p>").encode("utf-16")}), "a.epub")
    assert words(content) == ["Паром"]


def test_more_tags_than_a_book_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "_TAGS_LIMIT", 40)
    assert words(read(book("<br/>" * 10, "<p>x</p>"), "a.epub")) == ["x"]
    assert key_of(book("<br/>" * 20, "<br/>" * 20)) == "file.unsafe"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"a letter", "article.not_epub"),
        (b"PK\x05\x06" + bytes(18), "article.not_epub"),
        (packed("", {}, "<container/>"), "file.damaged"),
        (packed("", {}, CONTAINER.replace("book", "other")), "file.damaged"),
        (packed("<package>", {}), "file.damaged"),
        (packed("<!DOCTYPE a><package/>", {}), "file.unsafe"),
        (packed("<package/>", {}, "<container>"), "file.damaged"),
    ],
)
def test_what_is_no_book_gets_its_sentence(data: bytes, key: str) -> None:
    assert key_of(data) == key


def test_books_are_known() -> None:
    assert knows(book("")) is True
    assert knows(b"PK META-INF/container.xml") is False
