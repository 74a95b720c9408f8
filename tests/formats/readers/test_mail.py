from base64 import encodebytes

import pytest

from annotator.formats.kinds import Content
from annotator.formats.readers.mail import knows, read
from annotator.model.errors import BadInput

HEAD = "From: Ines Harrow <ines@x.example>\nSubject: Ferry\nDate: Mon, 2 Mar 2026 23:30:00 -0500\n"


def multi(kind: str, boundary: str, *parts: str) -> str:
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary={boundary}\n\n{body}--{boundary}--\n"


def part(kind: str, words: str, more: str = "") -> str:
    return f"Content-Type: {kind}\n{more}\n{words}"


def content_of(body: str | bytes, head: str = HEAD) -> Content:
    return read(head.encode() + (body if isinstance(body, bytes) else body.encode()), "a.eml")


def words(content: Content) -> list[str]:
    return [block.text for block in content.blocks]


def test_who_sent_what_when() -> None:
    content = content_of("\nwords\n")
    assert (content.title, content.byline, content.published) == ("Ferry", "Ines Harrow", "2026-03-02")
    assert (words(content), content.notes, content.guessed, content.encoding) == (["words"], (), False, "")


@pytest.mark.parametrize(
    ("sender", "byline"),
    [
        ("a@x.example", "a@x.example"),
        ('"Harrow, Ines" <a@x.example>, b@x.example', "Harrow, Ines, b@x.example"),
        ("", ""),
    ],
)
def test_the_sender_is_named_as_well_as_can_be(sender: str, byline: str) -> None:
    assert content_of("\nx", f"From: {sender}\n").byline == byline


@pytest.mark.parametrize(
    "date", ["", "tomorrow", "Mon, 99 Mar 2026 10:00:00 +0000", "Mon, 2 Mar 99999999 0:0:0"]
)
def test_a_date_that_is_none(date: str) -> None:
    assert content_of("\nx", f"From: a@x.example\nDate: {date}\n").published == ""


def test_the_plain_wording_is_preferred_unless_it_is_empty() -> None:
    plain, html = part("text/plain", "plain"), part("text/html", "<p>one</p><p>two</p>")
    assert words(content_of(multi("alternative", "b", plain, html))) == ["plain"]
    assert words(content_of(multi("alternative", "b", html, plain))) == ["plain"]
    assert words(content_of(multi("alternative", "b", part("text/plain", " "), html))) == ["one", "two"]
    related = multi("related", "c", html, part("image/png", "", "Content-ID: <x>\n"))
    assert words(content_of(multi("alternative", "b", related))) == ["one", "two"]


def test_what_is_attached_is_named() -> None:
    files = [
        part("application/pdf", "x", f'Content-Disposition: attachment; filename="file{number}.pdf"\n')
        for number in range(6)
    ]
    inner = part("message/rfc822", "Subject: inner mail\n\ninner")
    text = part("text/plain", "attached words", 'Content-Disposition: attachment; filename="notes.txt"\n')
    content = content_of(
        multi("mixed", "b", part("text/plain", "one"), inner, text, *files, part("text/plain", "two"))
    )
    assert words(content) == ["one", "two"]
    names = "inner mail, notes.txt, file0.pdf, file1.pdf, file2.pdf, …"
    assert content.notes == (("article.attached_left_out", {"count": 8, "names": names}),)


def test_quotes_are_kept_and_said() -> None:
    content = content_of("\nno\n\n> was it?\n> > really?\n\n-- \nInes\n")
    assert words(content) == ["no", "> was it?", "> > really?", "Ines"]
    assert content.notes == (("article.quotes_kept", {"count": 2}),)


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("utf-8", "café – “x”".encode()),
        ("iso-8859-1", "café – “x”".encode("cp1252")),
        ("windows-1252", "café – “x”".encode("cp1252")),
        ("us-ascii", "café – “x”".encode()),
        ("x-unknown", "café – “x”".encode()),
        ("utf-16", "café – “x”".encode("utf-16")),
    ],
)
def test_a_character_set_is_believed_where_it_fits(charset: str, body: bytes) -> None:
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    content = content_of(head.encode() + encodebytes(body))
    assert (words(content), content.sure, content.encoding) == (["café – “x”"], True, "")


def test_where_it_is_a_guess_a_person_can_choose() -> None:
    body = "Content-Type: text/plain\n\nZwei Züge fuhren über Köln nach Süden\n".encode("cp1252")
    guessed = content_of(body)
    assert (guessed.sure, "windows-1252" in guessed.candidates) == (False, True)
    chosen = read(HEAD.encode() + body, "a.eml", "windows-1252")
    assert words(chosen) == ["Zwei Züge fuhren über Köln nach Süden"]
    assert (chosen.encoding, chosen.sure) == ("windows-1252", True)


def test_flowing_text_flows_and_mended_lines_are_to_be_looked_at() -> None:
    assert words(content_of("Content-Type: text/plain; format=FLOWED\n\none \ntwo\n")) == ["one two"]
    line = "The company said each repair had been charged only once and that its"
    assert content_of(f"\n{line}\nbooks were open.\n").guessed is True


def nested(depth: int) -> str:
    made = part("text/plain", "x")
    for level in range(depth):
        made = multi("mixed", f"b{level}", made)
    return made


def test_parts_in_parts_end_somewhere() -> None:
    assert words(content_of(nested(8))) == ["x"]
    for mail in (nested(30), multi("mixed", "b", *[part("text/plain", "x")] * 260)):
        with pytest.raises(BadInput, match="file.unsafe"):
            content_of(mail)


def test_more_lines_than_a_mail_has() -> None:
    with pytest.raises(BadInput, match="file.unsafe"):
        content_of("\n" + "\n" * 600_000)


def test_what_is_no_mail_gets_its_sentence() -> None:
    with pytest.raises(BadInput, match="article.not_mail"):
        read(b"a letter without headers", "a.eml")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (HEAD, True),
        ("From x Mon Mar 2\n" + HEAD, True),
        (HEAD.replace("\n", "\r\n"), True),
        ("From: a\nSubject: b\n", False),
        ("A letter.\n" + HEAD, False),
        (HEAD + "Snapshot-Content-Location: https://a.example/\n", False),
        ("From: <Saved>\n\nSubject: b\nDate: c\n", False),
    ],
)
def test_mails_are_known_by_their_headers(head: str, known: bool) -> None:
    assert knows(head.encode() + b"\nwords") is known
