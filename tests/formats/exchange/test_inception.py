"""INCEpTION: our CAS by dkpro-cassis and by the bare XML, and files as INCEpTION writes them."""

import json
import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import attr
import cassis
import pytest
from lxml import etree

from annotator.formats.exchange import inception
from annotator.formats.exchange.inception import cas_json, reading
from annotator.formats.exchange.inception.types import ANSWERS, CLAIM
from annotator.model.errors import BadInput
from annotator.model.spans import Span
from tests.formats.exported import ARTICLE, DENIAL, TEXT

XMI = "001-Ferry-repairs-who-paid.xmi"


def archive() -> ZipFile:
    return ZipFile(BytesIO(b"".join(inception.FORMAT.write((ARTICLE,)))))


def packed(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def test_cassis_loads_what_we_write() -> None:
    types = cassis.load_typesystem(BytesIO(archive().read("TypeSystem.xml")))
    cas = cassis.load_cas_from_xmi(BytesIO(archive().read(XMI)), typesystem=types)
    claims = cas.select(CLAIM)
    assert cas.sofa_string == TEXT
    assert {(one.get_covered_text(), one.tag) for one in claims} == {
        (c.quote, c.tag.value) for c in ARTICLE.claims
    }
    denial = next(one for one in claims if one.tag == "denial")
    assert (denial.reviewer, denial.status, denial.note) == ("Rosa", "needs change", DENIAL.note)
    (link,) = cas.select(ANSWERS)
    assert (link.Governor.tag, link.Dependent.tag) == ("denial", "allegation")


def test_positions_in_the_file_count_utf_16() -> None:
    root = etree.fromstring(archive().read(XMI))
    found = next(one for one in root if one.get("tag") == "denial")
    units = TEXT.encode("utf-16-le")
    start, end = int(found.get("begin")), int(found.get("end"))
    assert units[2 * start : 2 * end].decode("utf-16-le") == DENIAL.quote
    assert start == DENIAL.span.start + 1  # the ship in the title takes two
    assert next(one.get("sofaString") for one in root if one.get("sofaString")) == TEXT


def test_json_loads_too_and_holds_one_article() -> None:
    data = b"".join(cas_json.FORMAT.write((ARTICLE,)))
    cas = cassis.load_cas_from_json(data.decode())
    assert sorted(one.get_covered_text() for one in cas.select(CLAIM)) == sorted(
        c.quote for c in ARTICLE.claims
    )
    with pytest.raises(BadInput, match=r"exchange\.one_article"):
        b"".join(cas_json.FORMAT.write((ARTICLE, ARTICLE)))


def theirs() -> tuple[bytes, bytes]:
    """A project's layers as INCEpTION has them: named entities, a relation, tokens and sentences."""
    types = cassis.TypeSystem()
    core = "de.tudarmstadt.ukp.dkpro.core.api"
    entity = types.create_type(f"{core}.ner.type.NamedEntity")
    types.create_feature(entity, "value", "uima.cas.String")
    types.create_feature(entity, "identifier", "uima.cas.String")
    token = types.create_type(f"{core}.segmentation.type.Token")
    own = types.create_type("webanno.custom.Statement")
    types.create_feature(own, "Kind", "uima.cas.String")
    types.create_feature(own, "sure", "uima.cas.Boolean")
    arc = types.create_type("webanno.custom.Link")
    types.create_feature(arc, "Governor", own)
    types.create_feature(arc, "Dependent", own)
    types.create_feature(arc, "how", "uima.cas.String")
    cas = cassis.Cas(types)
    cas.sofa_string = "💩 Ada denied it."
    first = own(begin=6, end=12, Kind="Reported_fact", sure=True)
    second = own(begin=13, end=15, Kind="Claim")
    cas.add_all(
        [
            token(begin=2, end=5),
            first,
            second,
            arc(begin=13, end=15, Governor=first, Dependent=second, how="because"),
        ]
    )
    cas.add(entity(begin=2, end=5, value="PER", identifier="http://people.example/ada"))
    return types.to_xmi().encode() if hasattr(
        types, "to_xmi"
    ) else types.to_xml().encode(), cas.to_xmi().encode()


def test_layers_of_other_projects() -> None:
    types, xmi = theirs()
    data = packed(**{"TypeSystem.xml": types, "ferry.xmi": xmi})
    assert inception.FORMAT.knows(data)
    received = reading.read_zip(data, "a.zip", {})
    ada, fact, claim = received.texts[0].marks
    assert (ada.label, ada.claim.quote, ada.remarks) == (
        "PER",
        "Ada",
        ("identifier: http://people.example/ada",),
    )
    assert (fact.label, fact.claim.span) == ("reported fact", Span(6, 12))
    assert fact.remarks == ("sure: True", "because: “it”")
    assert (claim.label, claim.remarks) == ("Claim", ())


def test_without_its_types_or_its_package_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    types, xmi = theirs()
    assert inception.FORMAT.knows(xmi)
    for data in (xmi, packed(**{"ferry.xmi": xmi})):
        with pytest.raises(BadInput, match=r"exchange\.needs_types"):
            reading.read_zip(data, "a.zip", {})
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(BadInput, match=r"exchange\.package"):
        reading.read_zip(packed(**{"TypeSystem.xml": types, "ferry.xmi": xmi}), "a.zip", {})
    with pytest.raises(BadInput, match=r"exchange\.package"):
        b"".join(inception.FORMAT.write((ARTICLE,)))


def test_what_cassis_cannot_read_is_one_sentence() -> None:
    for document in ({"%TYPES": {}, "%FEATURE_STRUCTURES": 3}, {"%TYPES": []}, {"%VIEWS": {"a": 1}}):
        with pytest.raises(BadInput, match=r"exchange\.(not_sound|nothing)"):
            reading.read_json(json.dumps(document).encode(), "a.cas.json", {})
    types, xmi = theirs()
    broken = xmi.replace(b'Governor="', b'Governor="99')
    with pytest.raises(BadInput, match=r"exchange\.not_sound"):
        reading.read_zip(packed(**{"TypeSystem.xml": types, "a.xmi": broken}), "a.zip", {})


def test_a_place_that_is_no_number_is_counted() -> None:
    structures = [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": "Ada"},
        {"%ID": 2, "%TYPE": "uima.tcas.Annotation", "@sofa": 1, "begin": "x", "end": "y"},
    ]
    view = {"%SOFA": 1, "%INDEX": 1, "%MEMBERS": [2]}
    document = {"%TYPES": {}, "%VIEWS": {"_InitialView": view}, "%FEATURE_STRUCTURES": structures}
    received = reading.read_json(json.dumps(document).encode(), "a.cas.json", {})
    assert (received.texts[0].text, received.texts[0].marks) == ("Ada", ())
    assert received.notes == (("exchange.unread", {"count": 1}),)


def test_characters_that_xml_cannot_hold_are_counted() -> None:
    odd = replace(ARTICLE, text=TEXT + "\x1b\ufffe")
    assert inception.FORMAT.leaves_out((odd,)) == (("exchange.signs", {"count": 2}),)
    assert inception.FORMAT.leaves_out((ARTICLE,)) == ()


@pytest.mark.parametrize("feature", ["remarks]", "a:print(1)", "x=1,y", "a b", ""])
def test_no_name_in_a_file_becomes_code(feature: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes the classes has Python compile what their fields are called."""
    made: list[str] = []
    make_class = attr.make_class
    monkeypatch.setattr(
        attr,
        "make_class",
        lambda name, fields, **more: made.extend(fields) or make_class(name, fields, **more),
    )
    written = json.loads(b"".join(cas_json.FORMAT.write((ARTICLE,))))
    written["%TYPES"][CLAIM][feature] = {"%NAME": feature, "%RANGE": "uima.cas.String"}
    with pytest.raises(BadInput):
        reading.read_json(json.dumps(written).encode(), "a.json", {})
    types = archive().read("TypeSystem.xml").replace(b"<name>remarks<", f"<name>{feature}<".encode())
    with pytest.raises(BadInput):
        reading.read_zip(packed(**{"TypeSystem.xml": types, "a.xmi": archive().read(XMI)}), "a.zip", {})
    assert feature not in made
