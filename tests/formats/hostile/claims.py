"""Files of claims, in each format of another tool, that no tool would write."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from tests.formats import bait

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_GUID = "3f2504e0-4f89-41d3-9a0c-0305e82c33"
_QDA = 'xmlns="urn:QDA-XML:project:1.0"'

_STRANGE: list[Any] = [None, True, -1, 0.5, 10**300, "3", "\ud800", [], {}, [[]], {"a": {"b": []}}]

_CLAIM_KEYS = (
    *("id", "tag", "quote", "start", "end", "note", "answers", "reviews", "comments", "attributions"),
    *("evidence", "statuses", "responses", "created", "withdrawn", "version_of"),
)
_NOTE_KEYS = ("id", "body", "bodyValue", "target", "creator", "created", "motivation", "answers")


def _json(document: object, name: str) -> tuple[str, bytes]:
    return name, json.dumps(document).encode()


def _zip(name: str, **parts: bytes | str) -> tuple[str, bytes]:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return name, buffer.getvalue()


def _note(**said: Any) -> dict[str, Any]:
    return {"@context": _CONTEXT, "type": "Annotation", "target": "http://a.example/"} | said


def _on(**selector: Any) -> dict[str, Any]:
    return {"source": "http://a.example/", "selector": {"type": "TextPositionSelector"} | selector}


def _own(*claims: object, **article: Any) -> dict[str, Any]:
    whole = {"id": "a" * 32, "text": "Ada denied it.", "claims": list(claims)} | article
    return {"format": "redpencil", "version": 1, "articles": [whole]}


def _task(*results: object, text: object = "Ada denied it.") -> list[dict[str, Any]]:
    return [{"data": {"text": text}, "annotations": [{"result": list(results)}]}]


def _region(start: object, end: object, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": ["denial"]}
    return {"id": "r", "from_name": "label", "to_name": "text", "type": "labels", "value": value} | more


def _qda(inside: str, *, declared: str = "", **parts: bytes | str) -> tuple[str, bytes]:
    project = f'<?xml version="1.0"?>{declared}<Project {_QDA} name="p">{inside}</Project>'
    return _zip("a.qdpx", **({"project.qde": project, "sources/a.txt": "Ada denied it."} | parts))


def _source(passages: str, path: str = "internal://a.txt") -> str:
    source = f'<TextSource guid="{_GUID}01" name="a" plainTextPath="{path}">{passages}</TextSource>'
    return f"<Sources>{source}</Sources>"


def _passage(start: object, end: object, inside: str = "") -> str:
    places = f'startPosition="{start}" endPosition="{end}"'
    return f'<PlainTextSelection guid="{_GUID}02" {places}>{inside}</PlainTextSelection>'


def _link(origin: str, target: str) -> str:
    ends = f'originGUID="{_GUID}{origin}" targetGUID="{_GUID}{target}"'
    return f'<Link guid="{_GUID}03" name="answers" {ends}/>'


def _strange_everywhere(name: str, made: Callable[[Any], Any]) -> tuple[str, bytes]:
    """One document with every odd value in every place."""
    return _json([made(value) for value in _STRANGE], name)


def _deep(name: str, before: str, after: str = "") -> tuple[str, bytes]:
    return name, (before + "[" * 200_000 + after).encode()


_TYPES = (
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>{}</types>'
    "</typeSystemDescription>"
)
_XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0">'
    "{}</xmi:XMI>"
)
_BOMB = (
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">'
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "&b;" * 10}">' for n in range(9))
    + "]>"
)
_LONG = "T{0}\tDenial 0 1000000\tx\n"


def _external() -> str:
    return f'<!DOCTYPE a [<!ENTITY b SYSTEM "{bait.file()}"><!ENTITY c SYSTEM "{bait.url()}">]>'


def _many_spans() -> tuple[str, bytes]:
    lines = "".join(map(_LONG.format, range(20_000)))
    return _zip("a.brat.zip", **{"a.txt": "x" * 1_000_000, "a.ann": lines})


def _standoff(*lines: str) -> tuple[str, bytes]:
    return _zip("a.brat.zip", **{"a.txt": "Ada denied it.", "a.ann": "\n".join(lines)})


CASES: dict[str, Callable[[], tuple[str, bytes]]] = {
    # JSON as such
    "deep own json": lambda: _deep("a.json", '{"format": "redpencil", "version": 1, "articles": '),
    "deep web annotation": lambda: _deep("a.jsonld", f'{{"@context": "{_CONTEXT}", "first": '),
    "deep tasks": lambda: _deep("a.labelstudio.json", '[{"data": {"text": "a"}, "annotations": '),
    "deep line": lambda: _deep("a.doccano.jsonl", '{"text": "a", "label": '),
    "deep cas": lambda: _deep("a.cas.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": '),
    "endless number": lambda: ("a.json", b'{"format": "redpencil", "version": ' + b"9" * 1_000_000 + b"}"),
    "not a number": lambda: ("a.json", b'{"format": "redpencil", "version": NaN, "articles": []}'),
    "million empty objects": lambda: (
        "a.json",
        b'{"format": "redpencil", "version": 1, "articles": [' + b"{}," * 1_500_000 + b"{}]}",
    ),
    "million words": lambda: (
        "a.labelstudio.json",
        b'[{"data": {"text": "a"}, "annotations": [' + b'"a",' * 6_000_000 + b"1]}]",
    ),
    "cut off": lambda: ("a.jsonld", json.dumps(_note(motivation="tagging")).encode()[:-9]),
    "not utf-8": lambda: ("a.json", b'{"format": "redpencil", "version": 1, "articles": "\xff"}'),
    "same key often": lambda: (
        "a.jsonld",
        b'{"@context": "'
        + _CONTEXT.encode()
        + b'", '
        + b'"target": "http://a.example/", ' * 50_000
        + b'"type": "Annotation"}',
    ),
    # Our own
    "own json of strange values": lambda: _json(
        _own(*(dict.fromkeys(_CLAIM_KEYS, value) for value in _STRANGE)),
        "a.json",
    ),
    "own json of strange articles": lambda: _json(
        {
            "format": "redpencil",
            "version": 1,
            "articles": [
                dict.fromkeys(("id", "text", "claims", "places", "appearances", "remarks"), value)
                for value in _STRANGE
            ],
        },
        "a.json",
    ),
    "own json out of range": lambda: _json(
        _own(
            *(
                {"tag": "denial", "start": start, "end": end, "quote": "x"}
                for start, end in ((-1, 3), (3, -1), (9, 4), (0, 10**9), (10**40, 10**41))
            )
        ),
        "a.json",
    ),
    "own json of one claim often": lambda: _json(
        _own(*[{"id": "same", "tag": "denial", "start": 4, "end": 10, "answers": ["same"]}] * 5_000), "a.json"
    ),
    "lines without articles": lambda: (
        "a.jsonl",
        b'{"type": "article", "format": "redpencil", "version": 1, "id": "a", "text": "b"}\n'
        + b'{"type": "claim", "article": "other"}\n' * 20_000,
    ),
    # Web Annotation
    "web annotations of strange values": lambda: _strange_everywhere(
        "a.jsonld",
        lambda value: _note(
            **dict.fromkeys(
                ("id", "body", "bodyValue", "target", "creator", "created", "motivation", "answers"), value
            )
        ),
    ),
    "web annotations of strange selectors": lambda: _strange_everywhere(
        "a.jsonld", lambda value: _note(target=_on(start=value, end=value, exact=value, refinedBy=value))
    ),
    "web annotation on itself": lambda: _json(
        [
            _note(id="urn:a", target="urn:a", body="urn:a"),
            _note(id="urn:b", target=_on(start=0, end=3)),
            _note(id="urn:b", target="urn:b", body="urn:b"),
        ],
        "a.jsonld",
    ),
    "web annotations on one": lambda: _json(
        [_note(id="urn:a", target=_on(start=0, end=3))]
        + [_note(id=f"urn:{n}", target="urn:a", body="urn:a", bodyValue="x") for n in range(3_000)],
        "a.jsonld",
    ),
    "web annotation refined without end": lambda: (
        "a.jsonld",
        (
            f'{{"@context": "{_CONTEXT}", "type": "Annotation", "target": {{"selector": '
            + '{"refinedBy": ' * 500
            + "{}"
            + "}" * 500
            + "}}"
        ).encode(),
    ),
    "hypothesis of strange values": lambda: _strange_everywhere(
        "a.json",
        lambda value: {
            "user": "acct:a@b",
            "uri": value,
            "target": value,
            "tags": value,
            "text": value,
            "references": value,
            "document": value,
            "type": "Annotation",
        },
    ),
    # doccano and Label Studio
    "doccano of strange values": lambda: (
        "a.doccano.jsonl",
        "\n".join(
            json.dumps(
                {
                    "text": "a",
                    "label": [[value] * 3, value],
                    "entities": value,
                    "relations": value,
                    "Comments": value,
                }
            )
            for value in _STRANGE
        ).encode(),
    ),
    "doccano relations to itself": lambda: _json(
        {
            "text": "Ada denied it.",
            "label": [],
            "entities": [{"id": 1, "label": "denial", "start_offset": 0, "end_offset": 3}],
            "relations": [{"from_id": 1, "to_id": 1, "type": "answers"}] * 3_000,
        },
        "a.doccano.jsonl",
    ),
    "tasks of strange values": lambda: _strange_everywhere(
        "a.labelstudio.json",
        lambda value: _task(
            _region(value, value, id=value, meta=value),
            _region(0, 3, type=value),
            {"type": "relation", "from_id": value, "to_id": value},
            text=value,
        )[0],
    ),
    "task with words of another place": lambda: _json(
        _task(
            *(
                _region(0, 14, id=str(n), value={"start": 0, "end": 14, "text": "x" * 1000, "labels": ["a"]})
                for n in range(2_000)
            ),
            text="💩" * 200_000,
        ),
        "a.labelstudio.json",
    ),
    "task with many relations": lambda: _json(
        _task(_region(0, 3), *[{"type": "relation", "from_id": "r", "to_id": "r", "labels": ["x"]}] * 5_000),
        "a.labelstudio.json",
    ),
    # brat
    "standoff of strange lines": lambda: _standoff(
        "T1\tDenial 99999999999 3\tx",
        "T2\tDenial 3 1\tx",
        "T3\tDenial\tx",
        "T4",
        "T5\tDenial 0 99\tx",
        "T6\tDenial 0 3;\tx",
        "T7\tDenial 0 3;9\tx",
        "E1\t",
        "E2\tDenial:E2",
        "R1\tAnswers Arg1:T1",
        "R2\tAnswers",
        "A1",
        "A2\tStatus",
        "A3\tStatus T1 nonsense",
        "N1\t\t\t",
        "*",
        "*\tEquiv",
        "#1",
        "#2\tAnnotatorNotes",
        "\x00",
        "\tT1",
        "T\tDenial 0 3\tAda",
        "T8\tDenial 0 3\tAda",
        "R3\tAnswers Arg1:T8 Arg2:T8",
    ),
    "standoff of endless spans": _many_spans,
    "standoff of a span in many pieces": lambda: _standoff(
        "T1\tDenial " + ";".join(["0 3"] * 200_000) + "\tAda", "T2\tDenial 0 3\tAda"
    ),
    "standoff without end": lambda: _zip("a.brat.zip", **{"a.txt": "Ada", "a.ann": "A1\tX T1\n" * 600_000}),
    "standoff with one equivalence of many": lambda: _standoff(
        *(f"T{n}\tDenial 0 3\tAda" for n in range(1, 5_000)),
        "*\tEquiv " + " ".join(f"T{n}" for n in range(1, 5_000)),
    ),
    "standoff alone": lambda: ("a.ann", b"T1\tDenial 0 3\tAda\n"),
    "archive of paths": lambda: _zip(
        "a.brat.zip",
        **{"../../a.txt": "Ada", "../../a.ann": "T1\tDenial 0 3\tAda", "/etc/passwd.ann": "T1\tA 0 1\tx"},
    ),
    "archive bomb": lambda: _zip(
        "a.brat.zip", **{"a.txt": b"a" * 30_000_000, "a.ann": "T1\tDenial 0 3\tAda"}
    ),
    "archive cut off": lambda: ("a.brat.zip", _standoff("T1\tDenial 0 3\tAda")[1][:-30]),
    # REFI-QDA
    "project of strange places": lambda: _qda(
        _source(
            "".join(
                _passage(start, end)
                for start, end in (("", ""), ("-1", "2"), ("x", "y"), ("3", "1"), ("0", "9" * 3_000))
            )
        )
    ),
    "project of nothing": lambda: _qda(""),
    "project with an entity bomb": lambda: _qda("&b8;", declared=_BOMB),
    "project with outside entities": lambda: _qda("&b;&c;", declared=_external()),
    "project of a path outside": lambda: _qda(_source(_passage(0, 3), f"internal://../../{bait.file()}")),
    "project of an address": lambda: _qda(_source(_passage(0, 3), bait.url())),
    "project nested deep": lambda: _qda("<CodeBook><Codes>" + "<Code>" * 100_000),
    "project with a note for all": lambda: _qda(
        f'<Sources><TextSource guid="{_GUID}01" name="a" plainTextPath="internal://a.txt">'
        + _passage(0, 3, f'<NoteRef targetGUID="{_GUID}09"/>') * 20_000
        + f'</TextSource></Sources><Notes><Note guid="{_GUID}09"><PlainTextContent>{"x" * 1_000_000}'
        "</PlainTextContent></Note></Notes>"
    ),
    "project of the same ids": lambda: _qda(
        _source(_passage(0, 3) * 1_000) + f"<Links>{_link('02', '02') * 1_000}</Links>"
    ),
    # INCEpTION
    "cas with outside entities": lambda: _zip(
        "a.cas.zip", **{"TypeSystem.xml": _TYPES.format(""), "a.xmi": _external() + _XMI.format("&b;&c;")}
    ),
    "cas with types from outside": lambda: _zip(
        "a.cas.zip", **{"TypeSystem.xml": _external() + _TYPES.format("&b;"), "a.xmi": _XMI.format("")}
    ),
    "cas with an entity bomb": lambda: _zip(
        "a.cas.zip", **{"TypeSystem.xml": _TYPES.format(""), "a.xmi": _BOMB + _XMI.format("&b8;")}
    ),
    "cas of unknown types": lambda: _zip(
        "a.cas.zip",
        **{
            "TypeSystem.xml": _TYPES.format(""),
            "a.xmi": _XMI.format('<x:Y xmlns:x="http:///x.ecore" xmi:id="1" sofa="9" begin="0" end="-3"/>'),
        },
    ),
    "cas whose types are their own parents": lambda: _zip(
        "a.cas.zip",
        **{
            "TypeSystem.xml": _TYPES.format(
                "".join(
                    f"<typeDescription><name>t.{a}</name><supertypeName>t.{b}</supertypeName></typeDescription>"
                    for a, b in (("A", "B"), ("B", "A"))
                )
            ),
            "a.xmi": _XMI.format(""),
        },
    ),
    "cas json of strange values": lambda: _json(
        {
            "%TYPES": {"A": {"%NAME": "A", "%SUPER_TYPE": "A"}},
            "%VIEWS": [],
            "%FEATURE_STRUCTURES": [1, {}, []],
        },
        "a.cas.json",
    ),
    "cas json out of range": lambda: _json(
        {
            "%TYPES": {},
            "%VIEWS": {"_InitialView": {"%SOFA": 1, "%INDEX": 1, "%MEMBERS": [2]}},
            "%FEATURE_STRUCTURES": [
                {
                    "%ID": 1,
                    "%TYPE": "uima.cas.Sofa",
                    "sofaNum": 1,
                    "sofaID": "_InitialView",
                    "sofaString": "Ada",
                },
                {"%ID": 2, "%TYPE": "uima.tcas.Annotation", "@sofa": 1, "begin": -5, "end": 99},
            ],
        },
        "a.cas.json",
    ),
    "xmi alone": lambda: ("a.xmi", _XMI.format("").encode()),
    # What lies about itself
    "png named ann": lambda: ("a.ann", b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "nothing named zip": lambda: ("a.zip", b""),
    "zip of nothing": lambda: _zip("a.qdpx"),
    "zip named json": lambda: ("a.json", _standoff("T1\tDenial 0 3\tAda")[1]),
}
