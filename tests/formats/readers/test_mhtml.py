import base64
import quopri

import pytest

from annotator.formats.readers import mhtml
from annotator.model.errors import BadInput

PAGE = (
    "<html><head><title>Fähre | Bote</title></head><body><article><p>Die Fähre war am Montag zwei Stunden "
    "verspätet, sagte der Hafenmeister von Grünau.</p><p>Die Reederei bestreitet, dass es an der Maschine "
    "lag, und verweist auf den Nebel.</p></article></body></html>"
)
FIRST = "Die Fähre war am Montag zwei Stunden verspätet, sagte der Hafenmeister von Grünau."


def part(body: bytes, way: str = "8bit", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return (
        f"--b=_x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {way}\r\n{more}\r\n".encode()
        + body
        + b"\r\n"
    )


def archive(*parts: bytes, more: str = "", subject: str = "=?utf-8?Q?F=C3=A4hre?=") -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";{more}\r\n\tboundary="b=_x"\r\n\r\n'
    )
    return head.encode() + b"".join(parts) + b"--b=_x--\r\n"


def key_of(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        mhtml.read(data, "a.mhtml")
    return caught.value.key


@pytest.mark.parametrize(
    ("way", "pack"),
    [
        ("quoted-printable", quopri.encodestring),
        ("Quoted-Printable", quopri.encodestring),
        ("base64", base64.encodebytes),
        ("binary", bytes),
        ("8bit", bytes),
    ],
)
def test_the_page_is_unpacked(way: str, pack) -> None:
    content = mhtml.read(archive(part(pack(PAGE.encode()), way)), "a.mhtml")
    assert (content.blocks[0].text, content.encoding, content.sure) == (FIRST, "utf-8", True)


def test_its_encoding_is_the_part_s(tmp_path) -> None:
    data = archive(part(PAGE.encode("cp1252"), kind='text/html;\r\n\tcharset="windows-1252"'))
    content = mhtml.read(data, "a.mht")
    assert (content.blocks[0].text, content.encoding) == (FIRST, "windows-1252")
    wrong = archive(part(PAGE.encode(), kind="text/html; charset=iso-8859-1"))
    assert mhtml.read(wrong, "a.mht").blocks[0].text == FIRST
    strange = archive(part(PAGE.encode(), kind="text/html; charset=punycode"))
    assert mhtml.read(strange, "a.mht").blocks[0].text == FIRST
    assert mhtml.read(data, "a.mht", "windows-1252").blocks[0].text == FIRST


def test_headers_know_address_and_title() -> None:
    untitled = PAGE.replace("<title>Fähre | Bote</title>", "").encode()
    located = part(untitled, more="Content-Location: https://bote.example/a?b=1\r\n")
    content = mhtml.read(archive(located), "a.mhtml")
    assert (content.title, content.url, content.publisher) == (
        "Fähre",
        "https://bote.example/a?b=1",
        "bote.example",
    )
    assert mhtml.read(archive(part(PAGE.encode())), "a.mhtml").title == "Fähre"
    elsewhere = part(PAGE.encode(), more="Content-Location: file:///C:/secret.html\r\n")
    assert mhtml.read(archive(elsewhere), "a.mhtml").url == ""


def test_the_start_is_the_page_and_frames_are_not() -> None:
    frame = part(b"<p>An advertisement in a frame.</p>", more="Content-ID: <frame@x>\r\n")
    page = part(PAGE.encode(), more="Content-ID: <root@x>\r\n")
    assert mhtml.read(archive(page, frame), "a.mhtml").blocks[0].text == FIRST
    assert mhtml.read(archive(frame, page, more=' start="<root@x>";'), "a.mhtml").blocks[0].text == FIRST


def test_a_page_in_a_part_of_parts_is_found() -> None:
    inner = (
        b"--yy\r\nContent-Type: text/plain\r\n\r\nplain\r\n--yy\r\nContent-Type: text/html\r\n\r\n"
        + PAGE.encode()
    )
    outer = part(inner + b"\r\n--yy--", kind='multipart/alternative; boundary="yy"')
    assert mhtml.read(archive(outer), "a.mhtml").blocks[0].text == FIRST


def test_a_page_alone_is_an_archive_too() -> None:
    alone = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE.encode()
    assert mhtml.read(alone, "a.mht").blocks[0].text == FIRST


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (PAGE.encode(), "web.no_archive"),
        (b"", "web.no_archive"),
        (b"Subject: a\r\n\r\nA letter.", "web.no_archive"),
        (archive(), "web.archive_damaged"),
        (archive(part(b"GIF89a", kind="image/gif")), "web.archive_damaged"),
        (archive(part(b"", "base64")), "web.archive_damaged"),
        (archive(part(b"abcde", "base64")), "web.archive_damaged"),
        (archive(part(PAGE.encode())).replace(b'\tboundary="b=_x"', b"\tx=y"), "web.archive_damaged"),
        (archive(part(b"%PDF-1.7")), "web.archive_damaged"),
        (archive(part(b"%PDF-1.7 <<")), "web.no_page"),
    ],
)
def test_what_is_no_archive_gets_its_sentence(data: bytes, key: str) -> None:
    assert key_of(data) == key


def test_an_archive_is_known_by_its_headers() -> None:
    assert mhtml.is_archive(archive(part(PAGE.encode())))
    assert not mhtml.is_archive(PAGE.encode())
    assert not mhtml.is_archive(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nmultipart/related")
    assert not mhtml.is_archive(b"x: y\r\n" * 1_000_000)
