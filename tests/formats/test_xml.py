import pytest

from annotator.formats.xml import BrokenXmlError, UnsafeXmlError, document, local, parse
from annotator.model.errors import BadInput


def test_words_stand_without_comments_and_instructions() -> None:
    root = parse(b"<?xml version='1.0'?><a x='1'>one<!-- no --> two<?no no?><b>&amp;</b><![CDATA[<c>]]></a>")
    assert "".join(root.itertext()) == "one two&<c>"
    assert [child.tag for child in root] == ["b"]
    assert root.get("x") == "1"


@pytest.mark.parametrize(
    "xml",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a SYSTEM "http://a.example/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b"<a>" * 300 + b"</a>" * 300,
        b"<a>" + b"x" * 10_500_000 + b"</a>",
        b"<a>" + b"<b/>" * 1_000_000 + b"</a>",
    ],
    ids=["type", "outside", "entity", "deep", "long", "many"],
)
def test_what_no_document_needs_is_unsafe(xml: bytes) -> None:
    with pytest.raises(UnsafeXmlError):
        parse(xml)


def test_entities_that_grow_are_unsafe() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a b="&l11;">&l11;</a>'
    with pytest.raises(UnsafeXmlError):
        parse(xml.encode())


def test_an_entity_that_is_a_file_is_not_read(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for declared in (
        f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        f'<!ENTITY % x SYSTEM "{secret.as_uri()}">%x;',
    ):
        with pytest.raises((UnsafeXmlError, BrokenXmlError)):
            parse(f"<!DOCTYPE a [{declared}]><a>&x;</a>".encode())


@pytest.mark.parametrize(
    "xml", [b"", b"words", b"<a>", b"<a></b>", b"<a>&nbsp;</a>", b"<a>\0</a>", b"<a>&#1;</a>"]
)
def test_what_is_not_well_formed_is_broken(xml: bytes) -> None:
    with pytest.raises(BrokenXmlError):
        parse(xml)


@pytest.mark.parametrize(("xml", "key"), [(b"<!DOCTYPE a><a/>", "file.unsafe"), (b"<a>", "file.damaged")])
def test_a_person_is_told_of_the_file(xml: bytes, key: str) -> None:
    with pytest.raises(BadInput) as caught:
        document(xml, "a.odt")
    assert (caught.value.key, caught.value.values) == (key, {"name": "a.odt"})


def test_names_stand_without_their_namespaces() -> None:
    assert [local(tag) for tag in ("urn:x p", "{urn:x}p", "p")] == ["p", "p", "p"]
