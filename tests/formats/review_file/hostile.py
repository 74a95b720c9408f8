"""Files that must not be believed: made by code from a sound one, each with what is to become of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.formats.review_file import sound

Document = dict[str, Any]

LONG = "01a20000-0000-7000-8000-"
SCRIPT = "<img src=x onerror=alert(1)>\u202e=cmd|'/c calc'!A0"


@dataclass(frozen=True)
class Hostile:
    """The bytes of a file, the sentence that refuses it (empty if it is taken), and the place that names."""

    data: bytes
    key: str = ""
    place: str = ""


def _raw(data: bytes | str, key: str) -> Hostile:
    return Hostile(data if isinstance(data, bytes) else data.encode(), f"review_file.{key}")


def _spoilt(change: Callable[[Document], object], key: str, place: str) -> Hostile:
    document = sound.document()
    change(document)
    return Hostile(json.dumps(document).encode(), key and f"review_file.{key}", place)


def _item(table: str, at: int = 0) -> Callable[[Document], Document]:
    return lambda document: [item for item in document["first"]["items"] if item["table"] == table][at]


def _set(where: Callable[[Document], Document], key: str, value: object) -> Callable[[Document], object]:
    def change(document: Document) -> None:
        where(document)[key] = value

    return change


def _head(key: str, value: object) -> Callable[[Document], object]:
    return _set(lambda document: document, key, value)


def _first(section: str) -> Callable[[Document], Document]:
    return lambda document: document[section][0]


def _drop(where: Callable[[Document], Any], key: Any) -> Callable[[Document], object]:
    return lambda document: where(document).pop(key)


def _place(document: Document) -> Document:
    place: Document = _item("claims")(document)["target"][0]
    return place


def _selector(at: int) -> Callable[[Document], Document]:
    return lambda document: _place(document)["selector"][at]


def _items(document: Document) -> list[Document]:
    items: list[Document] = document["first"]["items"]
    return items


def _twice(document: Document) -> None:
    _items(document).append(dict(_items(document)[0]))
    document["total"] += 1


def _passages(passages: object) -> Callable[[Document], None]:
    return lambda document: document["texts"][1]["places"].update(passages=passages)


_WHOLE = sound.data()
_TEXT = _WHOLE.decode()
_DEEP = "[" * 100_000
_STRANGER = "urn:uuid:01a20000-0000-7000-8000-0000000fffff"

#: Not files of ours at all, or not whole.
_BYTES: dict[str, Hostile] = {
    "no json": _raw("Dear colleague, please find enclosed", "not_json"),
    "one word": _raw("null", "foreign"),
    "a list": _raw("[]", "foreign"),
    "an empty object": _raw("{}", "foreign"),
    "only blanks": _raw(" \n ", "not_json"),
    "another program's json": _raw('{"format": "redpencil", "version": 1, "articles": []}', "foreign"),
    "another's annotations": _raw(_TEXT.replace('"redpencil review file"', '"my notes"'), "foreign"),
    "cut in the middle": _raw(_WHOLE[: len(_WHOLE) // 2], "cut_off"),
    "cut in a character": _raw(_WHOLE[: _WHOLE.index("🚰".encode()) + 2], "not_utf8"),
    "cut before the last brace": _raw(_WHOLE.rstrip()[:-1].rstrip(), "cut_off"),
    "two files in one": _raw(_WHOLE + _WHOLE, "not_json"),
    "latin-1": _raw('{"file": "redpencil review file", "message": "caf\xe9"}'.encode("latin-1"), "not_utf8"),
    "utf-16": _raw(_TEXT.encode("utf-16"), "not_utf8"),
    "a comma too much": _raw(_TEXT.replace('"total"', ',"total"', 1), "not_json"),
    "deep lists": _raw(_DEEP, "too_deep"),
    "deep lists in it": _raw(_TEXT.replace('"Here it is."', _DEEP + "]" * 100_000), "too_deep"),
    "deep objects in it": _raw(
        _TEXT.replace('"Here it is."', '{"a":' * 9_000 + "1" + "}" * 9_000), "too_deep"
    ),
    "not a number": _raw(_TEXT.replace('"total": ', '"total": NaN, "x": ', 1), "number"),
    "infinite": _raw(_TEXT.replace('"file_version": 2', '"file_version": 1e999'), "number"),
    "a fraction": _raw(_TEXT.replace('"start": 9', '"start": 9.0'), "number"),
    "five thousand digits": _raw(_TEXT.replace('"start": 9', '"start": ' + "9" * 5000), "number"),
    "a real NUL": _raw(_TEXT.replace("ask again", "ask \0 again"), "not_json"),
    "an escaped NUL": _raw(_TEXT.replace("ask again", "ask \\u0000 again"), "unstorable"),
    "a lone surrogate": _raw(_TEXT.replace("ask again", "ask \\ud83d again"), "unstorable"),
    "a surrogate as a key": _raw(_TEXT.replace('"message"', '"\\udc00": 1, "message"', 1), "unstorable"),
}

#: What the schema refuses.
_SHAPES: dict[str, Hostile] = {
    "a newer version": _spoilt(_head("file_version", 3), "newer", ""),
    "version zero": _spoilt(_head("file_version", 0), "misshapen", "file_version"),
    "version in words": _spoilt(_head("file_version", "1"), "misshapen", "file_version"),
    "no people": _spoilt(_drop(lambda d: d, "people"), "lacks", ""),
    "people are no list": _spoilt(_head("people", {}), "misshapen", "people"),
    "an unknown key at the top": _spoilt(_head("mesage", "x"), "unknown_key", ""),
    "an unknown key in a claim": _spoilt(
        _set(_item("claims"), "plainWords", "x"), "unknown_key", "items › 1"
    ),
    "a key of thousands of letters": _spoilt(_head("k" * 9_999, 1), "unknown_key", ""),
    "an unknown table": _spoilt(_set(_item("claims"), "table", "secrets"), "misshapen", "items"),
    "a table that is a list": _spoilt(_set(_item("claims"), "table", []), "misshapen", "items"),
    "no table": _spoilt(_drop(_item("claims"), "table"), "lacks", "items"),
    "an item that is no object": _spoilt(lambda d: _items(d).append("x"), "misshapen", "items"),
    "items are an object": _spoilt(lambda d: d["first"].update(items={}), "misshapen", "items"),
    "no page": _spoilt(_head("first", None), "misshapen", "first"),
    "an unknown tag": _spoilt(
        lambda d: _item("claims")(d)["body"][0].update(value="lie"), "misshapen", "items › 1 › body"
    ),
    "a tag that is a list": _spoilt(
        lambda d: _item("claims")(d)["body"][0].update(value=["denial"]), "misshapen", "items › 1 › body"
    ),
    "no tag": _spoilt(_set(_item("claims"), "body", []), "misshapen", "items › 1 › body"),
    "three bodies": _spoilt(lambda d: _item("claims")(d)["body"].append("x"), "misshapen", "items › 1"),
    "an unknown verdict": _spoilt(
        lambda d: _item("reviews")(d)["body"].update(value="burnt"), "misshapen", "body"
    ),
    "a word on no claim at all": _spoilt(_set(_item("reviews"), "of", "lie 9-36"), "misshapen", "of"),
    "a word on a claim with no place": _spoilt(
        _set(_item("reviews"), "of", f"denial -1--1 {sound.REVISION}"), "misshapen", "of"
    ),
    "a number for a note": _spoilt(_set(_item("waivers"), "rule", 7), "misshapen", "rule"),
    "null for words": _spoilt(_set(_first("sources"), "name", None), "misshapen", "sources › 1 › name"),
    "a colour in words": _spoilt(_set(_first("people"), "colour", "red"), "misshapen", "people › 1 › colour"),
    "a colour with a newline": _spoilt(
        _set(_first("people"), "colour", "#112233\n"), "misshapen", "people › 1 › colour"
    ),
    "a colour with a style": _spoilt(
        _set(_first("people"), "colour", "#fff;background:url(x)"), "misshapen", "people › 1 › colour"
    ),
    "a place before the text": _spoilt(_set(_selector(1), "start", -5), "misshapen", "items › 1 › target"),
    "a place beyond all texts": _spoilt(_set(_selector(1), "end", 2**63), "misshapen", "items › 1 › target"),
    "a place in words": _spoilt(_set(_selector(1), "start", "9"), "misshapen", "items › 1 › target"),
    "a place that is true": _spoilt(_set(_selector(1), "start", True), "misshapen", "items › 1 › target"),
    "a key that orders nothing": _spoilt(_set(_item("comments"), "position", "a0"), "misshapen", "position"),
    "an unknown kind of place": _spoilt(
        _passages([[0, 5, "shelf", "3"]]), "misshapen", "texts › 2 › places › passages › 1 › 3"
    ),
    "a page with a fifth thing": _spoilt(
        _passages([[0, 5, "page", "3", "x"]]), "misshapen", "texts › 2 › places › passages › 1"
    ),
    "no target": _spoilt(_drop(_item("comments"), "target"), "lacks", "items"),
    "no places": _spoilt(_set(_item("claims"), "target", []), "misshapen", "items › 1 › target"),
    "a grave of a text": _spoilt(_set(_first("removed"), "of", "texts"), "misshapen", "removed › 1 › of"),
    "removed by a number": _spoilt(_set(_item("claims"), "removed", 1), "misshapen", "items › 1 › removed"),
}

#: What holds no truth though its shape is right.
_UNTRUTHS: dict[str, Hostile] = {
    "an id that is none": _spoilt(_set(_item("done"), "id", "urn:uuid:7"), "no_id", "id"),
    "an id in capitals": _spoilt(_set(_item("done"), "id", _STRANGER.upper()), "no_id", "id"),
    "an id with a newline": _spoilt(_set(_item("done"), "id", _STRANGER + "\n"), "no_id", "id"),
    "a path for an id": _spoilt(_set(_item("done"), "id", "urn:uuid:../../etc/passwd"), "no_id", "id"),
    "a file's id that is none": _spoilt(_head("id", "urn:uuid:7"), "misshapen", "id"),
    "an entry twice": _spoilt(_twice, "twice", "items › 18"),
    "one id for two kinds": _spoilt(
        lambda d: _item("done")(d).update(id=_item("comments")(d)["id"]), "twice", "items"
    ),
    "alive and in its grave": _spoilt(
        lambda d: _first("removed")(d).update(id=_item("evidence")(d)["id"]), "twice", ""
    ),
    "another text": _spoilt(
        lambda d: d["texts"][1].update(value=d["texts"][1]["value"].replace("M", "m").replace("A", "B")),
        "other_text",
        "texts › 2 › value",
    ),
    "a text that is not canonical": _spoilt(
        lambda d: d["texts"][0].update(value="\ufeff" + d["texts"][0]["value"]), "not_canonical", "texts › 1"
    ),
    "another length": _spoilt(lambda d: d["texts"][0].update(length=7), "length", "texts › 1 › length"),
    "sentences out of order": _spoilt(
        lambda d: d["texts"][0]["sentences"]["bounds"].reverse(), "bounds", "texts › 1 › sentences"
    )
    if len(sound.document()["texts"][0]["sentences"]["bounds"]) > 1
    else _spoilt(lambda d: d["texts"][1]["sentences"]["bounds"].reverse(), "bounds", "texts › 2 › sentences"),
    "sentences beyond the text": _spoilt(
        lambda d: d["texts"][0]["sentences"].update(bounds=[[0, 9999]]), "bounds", "texts › 1 › sentences"
    ),
    "pages beyond the text": _spoilt(_passages([[0, 9999, "page", "3"]]), "bounds", "texts › 2 › places"),
    "pages out of order": _spoilt(
        _passages([[10, 20, "page", "3"], [0, 10, "page", "4"]]), "bounds", "texts › 2 › places"
    ),
    "a page without words": _spoilt(_passages([[5, 5, "page", "3"]]), "bounds", "texts › 2 › places"),
    "an article by another name": _spoilt(
        lambda d: (
            d["revisions"][0].update(text=d["texts"][0]["id"], position=1)
            or d["revisions"][1].update(text=d["texts"][0]["id"])
        ),
        "other_article",
        "articles",
    ),
    "an article without a text": _spoilt(
        lambda d: d["revisions"][0].update(position=2), "other_article", "articles"
    ),
    "a span outside the text": _spoilt(_set(_selector(1), "end", 9_999), "outside", "items › 1 › target"),
    "a span backwards": _spoilt(_set(_selector(1), "end", 3), "outside", "items › 1 › target"),
    "a quote that does not match": _spoilt(
        _set(_selector(0), "exact", "the pump had worked very well"), "quote", "items › 1 › target"
    ),
    "a quote shifted by one": _spoilt(
        lambda d: _selector(1)(d).update(start=10, end=37), "quote", "items › 1 › target"
    ),
    "offsets in UTF-16": _spoilt(_set(_selector(1), "end", 37), "quote", "items › 1 › target"),
    "words before that are others": _spoilt(
        _set(_selector(0), "prefix", "Nobody said "), "context", "items › 1 › target"
    ),
    "words after that are others": _spoilt(
        _set(_selector(0), "suffix", "."), "context", "items › 1 › target"
    ),
    "a place in another text": _spoilt(
        lambda d: _place(d).update(source=next(t["id"] for t in d["texts"] if t["length"] < 30)),
        "two_ways",
        "items › 1 › target",
    ),
    "a place in another article": _spoilt(
        lambda d: _place(d).update(
            revision=next(r["id"] for r in d["revisions"] if r["article"] != _item("claims")(d)["article"])
        ),
        "apart",
        "items › 1 › target",
    ),
    "words of the speaker that are others": _spoilt(
        _set(_item("attributions", -1), "words", "The f1rm"), "words", "words"
    ),
    "words of nowhere": _spoilt(
        lambda d: [_item("attributions", -1)(d).pop(key) for key in ("revision", "start", "end")],
        "words",
        "words",
    ),
    "a remark on words that are others": _spoilt(_set(_item("remarks"), "quote", "bilge "), "words", "quote"),
    "a remark on words of nowhere": _spoilt(
        lambda d: [_item("remarks")(d).pop(key) for key in ("revision", "start", "end")], "words", "quote"
    ),
    "a sentence ticked outside": _spoilt(_set(_item("read_marks"), "end", 999), "outside", "start"),
    "a claim that is not there": _spoilt(_set(_item("comments"), "target", _STRANGER), "missing", "items"),
    "a source that is not there": _spoilt(
        lambda d: _item("evidence")(d)["body"].update(id=_STRANGER), "missing", "items"
    ),
    "an article that is not there": _spoilt(
        _set(_item("done"), "target", "urn:redpencil:article:" + "0" * 32), "missing", "items"
    ),
    "a comment on a person": _spoilt(
        lambda d: _item("comments")(d).update(target=d["people"][0]["id"]), "missing", "items"
    ),
    "a version of nothing": _spoilt(_set(_item("claims", 1), "version_of", _STRANGER), "missing", "items"),
    "an author nobody knows": _spoilt(
        lambda d: _item("claims")(d)["creator"].update(id=_STRANGER), "missing", "items › 1"
    ),
    "an author who is a claim": _spoilt(
        lambda d: _item("claims")(d)["creator"].update(id=_item("claims")(d)["id"]), "missing", "items › 1"
    ),
    "a device nobody knows": _spoilt(_set(_item("claims"), "device", _STRANGER), "missing", "items › 1"),
    "a sender nobody knows": _spoilt(_head("sender", _STRANGER), "missing", "sender"),
    "a sender who is a device": _spoilt(
        lambda d: d.update(sender=d["devices"][0]["id"]), "missing", "sender"
    ),
    "a file's device nobody knows": _spoilt(_head("device", _STRANGER), "missing", "device"),
    "an outline of nothing": _spoilt(_head("outlines", [_STRANGER]), "missing", "outlines"),
    "a time that is none": _spoilt(_set(_item("done"), "created", "yesterday"), "no_time", "created"),
    "the thirtieth of February": _spoilt(
        _set(_item("done"), "created", "2026-02-30T10:00:00.000Z"), "no_time", "created"
    ),
    "the hour 25": _spoilt(
        _set(_item("done"), "modified", "2026-02-03T25:00:00.000Z"), "no_time", "modified"
    ),
    "a stamp that is none": _spoilt(_set(_item("done"), "tick", "12"), "misshapen", "tick"),
    "sent at no time": _spoilt(_head("sent", "now"), "misshapen", "sent"),
    "a field's stamp later than the row's": _spoilt(
        _set(_item("comments"), "stamps", {"body": "2099-01-01T00:00:00.000Z#0000"}), "stamps", "stamps"
    ),
    "a field's stamp that is none": _spoilt(
        _set(_item("comments"), "stamps", {"body": "1"}), "stamps", "stamps"
    ),
    "a field's stamp that is a number": _spoilt(
        _set(_item("comments"), "stamps", {"body": 1}), "stamps", "stamps"
    ),
    "a stamp of no field": _spoilt(_set(_item("comments"), "stamps", {"__class__": ""}), "stamps", "stamps"),
    "half a place kept back": _spoilt(
        _set(_item("attributions"), "stamps", {"start": ""}), "kept_back", "stamps"
    ),
    "a tag kept back": _spoilt(_set(_item("claims"), "stamps", {"tag": ""}), "kept_back", "stamps"),
    "an item cut out": _spoilt(lambda d: _items(d).remove(_item("done")(d)), "edited", "total"),
    "an item cut out, the total too": _spoilt(
        lambda d: (_items(d).remove(_item("done")(d)), d.update(total=d["total"] - 1)), "edited", "ranges"
    ),
    "another's name on an item": _spoilt(
        lambda d: _item("done")(d)["creator"].update(id=d["people"][1]["id"]), "edited", "ranges"
    ),
    "an item made newer": _spoilt(
        _set(_item("done"), "modified", "2026-07-01T10:00:00.000Z"), "edited", "ranges"
    ),
    "ranges of nobody": _spoilt(lambda d: d["ranges"][0].update(creator=_STRANGER), "edited", "ranges"),
    "no ranges": _spoilt(_head("ranges", []), "edited", "ranges"),
}

#: Strange, but harmless: taken as what it is, words.
_HARMLESS: dict[str, Hostile] = {
    "sound": Hostile(_WHOLE),
    "with a byte order mark": Hostile(b"\xef\xbb\xbf" + _WHOLE),
    "on one line": Hostile(json.dumps(sound.document()).encode()),
    "all escaped": Hostile(json.dumps(sound.document(), ensure_ascii=True).encode()),
    "with Windows line ends": Hostile(_WHOLE.replace(b"\n", b"\r\n")),
    "script for a name": _spoilt(_set(_first("people"), "name", SCRIPT), "", ""),
    "script for a comment": _spoilt(lambda d: _item("comments")(d)["body"].update(value=SCRIPT), "", ""),
    "a link that runs": _spoilt(_set(_first("sources"), "url", "javascript:alert(1)"), "", ""),
    "a path for a file's name": _spoilt(_set(_first("appearances"), "file", "../../.bashrc"), "", ""),
    "backslash, u, zeros": _spoilt(_set(_first("people"), "name", "\\u0000"), "", ""),
    "another program as writer": _spoilt(lambda d: d["generator"].update(name="rm -rf"), "", ""),
    "another context": _spoilt(lambda d: d["@context"].__setitem__(1, {"@vocab": "x:"}), "", ""),
    "a megabyte of comment": _spoilt(
        lambda d: _item("comments")(d)["body"].update(value="x" * 1_000_000), "", ""
    ),
}

FILES: dict[str, Hostile] = {**_BYTES, **_SHAPES, **_UNTRUTHS, **_HARMLESS}
