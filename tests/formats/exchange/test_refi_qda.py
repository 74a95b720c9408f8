"""REFI-QDA: our projects by pyrefiqda, and projects as other programs make them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.formats.exchange import refi_qda
from annotator.model.errors import BadInput
from annotator.model.received import Received
from annotator.model.spans import Span
from tests.formats.exported import ARTICLE, DENIAL, TEXT

ROSA = "01a20000-0000-7000-8000-000000000001"
ID = "3f2504e0-4f89-41d3-9a0c-0305e82c33{:02d}"


def packed(project: str, **sources: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("project.qde", project)
        for name, text in sources.items():
            archive.writestr(f"Sources/{name}.TXT", text)
    return buffer.getvalue()


def project(passages: str, *, rest: str = "", text: str = "plainTextPath='internal://a.txt'") -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Other">
  <Users><User guid="{{{ROSA.upper()}}}" name="Rosa"/></Users>
  <CodeBook><Codes>
    <Code guid="{ID.format(1)}" name="statements" isCodable="false">
      <Code guid="{ID.format(2)}" name="denial" isCodable="true"/>
      <Code guid="{ID.format(3)}" name="urgent" isCodable="true"/>
    </Code>
  </Codes></CodeBook>
  <Sources>
    <TextSource guid="{ID.format(4)}" name="The ferry" {text}>{passages}</TextSource>
    <PictureSource guid="{ID.format(5)}" name="map"/>
  </Sources>
  <Notes><Note guid="{ID.format(6)}" name="memo"><PlainTextContent>ask again</PlainTextContent></Note></Notes>
  {rest}
</Project>"""


def passage(number: int, start: object, end: object, *codes: int, more: str = "") -> str:
    codings = "".join(
        f'<Coding guid="{ID.format(20 + code)}"><CodeRef targetGUID="{ID.format(code)}"/></Coding>'
        for code in codes
    )
    return (
        f'<PlainTextSelection guid="{ID.format(number)}" name="said" startPosition="{start}"'
        f' endPosition="{end}" creatingUser="{ROSA}" creationDateTime="2026-11-20T10:00:00+01:00">'
        f"<Description>why</Description>{codings}{more}</PlainTextSelection>"
    )


def read(data: bytes) -> Received:
    assert refi_qda.knows(data)
    return refi_qda.read(data, "a.qdpx", {})


def test_pyrefiqda_loads_what_we_write(tmp_path: Path) -> None:
    from pyrefiqda import RefiProject

    (tmp_path / "a.qdpx").write_bytes(b"".join(refi_qda.FORMAT.write((ARTICLE,))))
    loaded = RefiProject.load(tmp_path / "a.qdpx", extract_dir=tmp_path / "unpacked")
    (source,) = loaded.sources.text_source
    path = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "unpacked")
    assert path.read_bytes().decode() == TEXT
    codes = {code.guid: code.name for code in loaded.code_book.codes.code}
    assert sorted(codes.values()) == ["allegation", "denial", "reported fact"]
    found = source.plain_text_selection
    quotes = [TEXT[one.start_position : one.end_position] for one in found]
    assert quotes == [claim.quote for claim in ARTICLE.claims]
    assert [codes[one.coding[0].code_ref.target_guid] for one in found] == [
        c.tag.value for c in ARTICLE.claims
    ]
    people = {user.guid: user.name for user in loaded.users.user}
    assert [people[one.creating_user] for one in found] == [claim.reviewer for claim in ARTICLE.claims]
    assert found[0].description == DENIAL.note
    assert str(found[0].creation_date_time) == "2026-11-20T09:00:00Z"
    notes = {note.guid: note.plain_text_content for note in loaded.notes.note}
    assert "Said by: Ada | Møller" in notes[found[0].note_ref[0].target_guid]
    (link,) = loaded.links.link
    assert (link.origin_guid, link.target_guid) == (found[0].guid, found[1].guid)


def test_a_project_of_another_program() -> None:
    more = f'<NoteRef targetGUID="{ID.format(6)}"/>'
    ends = f'originGUID="{ID.format(10)}" targetGUID="{ID.format(11)}"'
    link = f'<Links><Link guid="{ID.format(9)}" name="contradicts" {ends}/></Links>'
    passages = passage(10, 6, 12, 2, 3, more=more) + passage(11, 0, 1) + passage(12, 90, 99, 2)
    received = read(packed(project(passages, rest=link), a="👩‍🚒\r\nAda denied it."))
    (text,) = received.texts
    first, second, third = text.marks
    assert (text.title, text.text) == ("The ferry", "👩‍🚒\r\nAda denied it.")
    assert [mark.label for mark in text.marks] == ["denial", "urgent", ""]
    assert (first.claim.span, first.claim.quote) == (Span(6, 12), text.text[6:12])
    assert (first.claim.author, first.claim.reviewer) == (ROSA, "Rosa")
    assert (first.claim.note, first.claim.plain_words) == ("why", "said")
    assert first.claim.created == "2026-11-20T09:00:00.000Z"
    assert first.remarks == ("ask again", "contradicts: “👩”")
    assert (second.claim.id, third.claim.span) == ("", Span(0, 1))
    assert received.notes == (
        ("exchange.unread", {"count": 1}),
        ("exchange.left", {"count": 1, "what": "PictureSource"}),
    )


def test_a_text_in_the_project_itself() -> None:
    inside = "<PlainTextContent>Ada denied it.</PlainTextContent>" + passage(10, 4, 10, 2)
    (text,) = read(packed(project(inside, text=""))).texts
    assert (text.text, text.marks[0].claim.quote) == ("Ada denied it.", "denied")


@pytest.mark.parametrize("places", [("-1", "3"), ("a", "b"), ("3", "2"), ("0", "9" * 5000), ("0", "1.5")])
def test_places_that_are_none(places: tuple[str, str]) -> None:
    received = read(packed(project(passage(10, *places, 2)), a="Ada"))
    assert received.texts[0].marks == ()
    assert received.notes[0] == ("exchange.unread", {"count": 1})


def test_what_is_no_project_is_refused() -> None:
    with pytest.raises(BadInput, match=r"exchange\.foreign"):
        refi_qda.read(packed("<a/>"), "a.qdpx", {})
    with pytest.raises(BadInput, match=r"file\.unsafe"):
        refi_qda.read(
            packed("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"), "a.qdpx", {}
        )
    assert not refi_qda.knows(b"PK\x03\x04 project.qde")
