import time

import pytest

from annotator.formats.readers.mime import PARTS_LIMIT, mail


def multipart(*parts: bytes, end: bytes = b"--b--\n") -> bytes:
    return (
        b'Content-Type: multipart/mixed; boundary="b"\n\npre\n' + b"".join(b"--b\n" + p for p in parts) + end
    )


def test_headers_are_decoded() -> None:
    whole = mail(b"Subject: =?utf-8?q?caf=C3=A9?=\n two\nX: \xc3\xa9\nContent-Type: TEXT/Html\n\nbody")
    assert (whole.header("subject"), whole.header("X"), whole.header("Y")) == ("café two", "é", "")
    assert (whole.kind, whole.decoded()) == ("text/html", b"body")


def test_headers_in_an_old_encoding_are_read() -> None:
    assert mail(b"Subject: caf\xe9\n\n").header("Subject") == "café"


@pytest.mark.parametrize(
    ("way", "body", "decoded"),
    [
        (b"base64", b"d29yZHM=\n", b"words"),
        (b"BASE64", b"d29y\r\nZHM=", b"words"),
        (b"base64", b"A", b"A"),
        (b"quoted-printable", b"caf=E9=\n s", b"caf\xe9 s"),
        (b"8bit", b"words", b"words"),
    ],
)
def test_bodies_are_decoded(way: bytes, body: bytes, decoded: bytes) -> None:
    assert mail(b"Content-Transfer-Encoding: " + way + b"\n\n" + body).decoded() == decoded


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_parts_stand_between_their_boundaries(line_end: bytes) -> None:
    inner = b"Content-Type: text/html\n\none --b\n--bc\n"
    data = (multipart(inner, b"\ntwo\n", b"three: 3\n") + b"epilogue\n--b\nfour\n").replace(b"\n", line_end)
    parts = mail(data).parts()
    assert [part.kind for part in parts] == ["text/html", "text/plain", "text/plain"]
    assert [part.decoded().split() for part in parts] == [[b"one", b"--b", b"--bc"], [b"two"], []]


def test_what_is_never_closed_ends_with_the_mail() -> None:
    assert [part.decoded() for part in mail(multipart(b"\none\n", b"\ntwo\n", end=b"")).parts()] == [
        b"one\n",
        b"two\n",
    ]


def test_what_has_no_parts() -> None:
    assert mail(b"Content-Type: multipart/mixed\n\n--b\n").parts() == []
    assert mail(b'Content-Type: text/plain; boundary="b"\n\n--b\n\nx').parts() == []
    assert mail(multipart(end=b"")).parts() == []


def test_a_mail_in_a_mail_has_headers_of_its_own() -> None:
    whole = mail(b"Subject: outer\n\nSubject: inner\n\nbody")
    assert (whole.inner().header("Subject"), whole.inner().decoded()) == ("inner", b"body")


def test_only_so_many_parts_are_looked_at() -> None:
    assert len(mail(multipart(*[b"\nx\n"] * (PARTS_LIMIT + 50))).parts()) == PARTS_LIMIT


@pytest.mark.parametrize("value", [b"(" * 200_000, b'"' + b'\\"' * 200_000, b"=?utf-8?q?=41?= " * 20_000])
def test_a_header_without_end_costs_little(value: bytes) -> None:
    whole = mail(b"From: " + value + b"\n\n")
    begun = time.process_time()
    whole.header("From")
    assert time.process_time() - begun < 1
