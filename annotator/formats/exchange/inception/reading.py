"""UIMA CAS as INCEpTION and other programs write it: spans with their labels, and arcs between them.

Format: UIMA CAS XMI with its type system, in a ZIP file, and UIMA CAS JSON 0.4.0. What tokens, sentences and
grammar say is passed over.
"""

import json
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from types import ModuleType
from typing import Any

from annotator.formats.exchange.archives import visible
from annotator.formats.exchange.inception.types import CLAIM, FROM, TO, Cas, cassis
from annotator.formats.exchange.loading import number, parsed, words
from annotator.formats.exchange.marks import (
    STATUSES,
    Additions,
    Tally,
    mark,
    ours,
    received,
    remark,
    seen_at,
    span_of,
    status_of,
)
from annotator.formats.readers.zips import SafeZip, parts_of
from annotator.formats.xml import document
from annotator.model.enums import StatusValue
from annotator.model.errors import BadInput
from annotator.model.received import Mark, Received, ReceivedText
from annotator.text.canonical import kept

_XMI, _TYPES = ".xmi", "typesystem.xml"

#: Layers without claims: what every text has, and how INCEpTION keeps its own house.
_PASSED_OVER = re.compile(
    r"uima\.(?:cas|tcas\.DocumentAnnotation)"
    r"|de\.tudarmstadt\.ukp\.(?:dkpro\.core\.api\.(?:segmentation|lexmorph|syntax|metadata)|clarin\.webanno)"
    r"|org\.dkpro\.core\.api\.xml"
)

#: Features that may hold a span's label, the likeliest first.
_LABELS = ("tag", "label", "value", "category", "type")
_OWN = frozenset({"sofa", "begin", "end", "xmiID", FROM, TO})


def knows(data: bytes) -> bool:
    """Whether the bytes are a ZIP file with XMI in it."""
    return any(part.lower().endswith(_XMI) for part in parts_of(data))


def knows_xmi(data: bytes) -> bool:
    """Whether the bytes begin as XMI does."""
    return b"<xmi:XMI" in data[:1_000]


def knows_json(data: bytes) -> bool:
    """Whether the beginning of the bytes is CAS JSON."""
    return b'"%TYPES"' in data[:1_000] or b'"%FEATURE_STRUCTURES"' in data[:1_000]


def read_zip(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The annotations of each XMI in an archive, by the type system there; raises BadInput."""
    if knows_xmi(data):
        raise BadInput("exchange.needs_types", name=name)
    package = cassis(name)
    archive = SafeZip(data, name)
    parts = visible(archive)
    types = _types(package, archive, parts, name)
    tally = Tally(name)
    texts = []
    for part in parts:
        if part.lower().endswith(_XMI):
            xmi = archive.read(part) or b""
            document(xmi, name)  # refuses what XML parsers are attacked with, which cassis does not
            cas = _loaded(name, lambda xmi=xmi: package.load_cas_from_xmi(BytesIO(xmi), types, lenient=True))
            texts.append(_text(cas, tally))
    return received("inception", name, texts, tally)


def read_json(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The annotations of a CAS in JSON; raises BadInput."""
    package = cassis(name)
    found = parsed(data, name)
    _refuse_code(_feature_names(found), name)
    sound = json.dumps(found)
    cas = _loaded(name, lambda: package.load_cas_from_json(sound))
    tally = Tally(name)
    return received("inception json", name, [_text(cas, tally)], tally)


def _types(package: ModuleType, archive: SafeZip, parts: list[str], name: str) -> Any:
    part = next((part for part in parts if part.lower().endswith(_TYPES)), None)
    if part is None:
        raise BadInput("exchange.needs_types", name=name)
    xml = archive.read(part) or b""
    document(xml, name)
    types = _loaded(name, lambda: package.load_typesystem(BytesIO(xml)))
    _refuse_code((feature.name for kind in types.get_types() for feature in kind.all_features), name)
    return types


def _feature_names(found: Any) -> Iterator[object]:
    """The names of all features in a CAS in JSON; what begins with % are words of the format."""
    types = found.get("%TYPES") if isinstance(found, dict) else None
    for kind in types.values() if isinstance(types, dict) else ():
        yield from (key for key in kind if not key.startswith("%")) if isinstance(kind, dict) else ()


def _refuse_code(names: Iterable[object], name: str) -> None:
    """Refuses features that no program would call so: cassis has Python compile what they are called."""
    if not all(isinstance(one, str) and one.isidentifier() for one in names):
        raise BadInput("exchange.not_sound", name=name)


def _loaded(name: str, load: Any) -> Any:
    """What cassis makes of it; whatever it raises for a file that it does not understand is one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of types that the type system does not have
            return load()
    except Exception as error:
        raise BadInput("exchange.not_sound", name=name) from error


def _text(cas: Cas, tally: Tally) -> ReceivedText:
    """The text of the first view with what is annotated there."""
    text = cas.sofa_string if isinstance(cas.sofa_string, str) else ""
    spans: dict[int, Mark] = {}
    arcs = []
    title = url = ""
    for found in _annotations(cas):
        kind = found.type.name
        title = words(getattr(found, "documentTitle", "")) or title
        url = words(getattr(found, "documentUri", "")) or url
        if _PASSED_OVER.match(kind):
            continue
        if hasattr(found, FROM) and hasattr(found, TO):
            arcs.append(found)
            continue
        for one in tally.take(_mark(found, text, str(len(spans) + 1))):
            spans[id(found)] = one
    appearances = seen_at(url) if url.startswith(("http://", "https://")) else ()
    return ReceivedText(text, _linked(spans, arcs, tally), title, appearances=appearances)


def _annotations(cas: Cas) -> list[Any]:
    """Whatever has a place, in text order, the longer of two first."""

    def place(found: Any) -> tuple[int, int]:
        return number(found.begin) or 0, -(number(found.end) or 0)

    return sorted(cas.select_all_annotations(), key=place)


def _mark(found: Any, text: str, name: str) -> Mark | None:
    said = _features(found)
    kind = found.type.name
    if kind == CLAIM:
        fields = {name: said.get(name, "") for name in ("reviewer", "plain_words", "note")}
        status = status_of(STATUSES.get(said.get("status", ""), StatusValue.UNCHECKED), fields["reviewer"])
        remarks: Iterable[str] = [said.get("remarks", "")]
        label = said.get("tag", "")
    else:
        fields, status = {}, {}
        chosen = next((name for name in (*_LABELS, *said) if name in said), "")
        label = ours(said.pop(chosen)) if chosen else kind.rpartition(".")[2]
        remarks = [remark(name, value) for name, value in said.items()]
    return mark(label, text, span_of(found.begin, found.end), remarks=remarks, id=name, **fields, **status)


def _features(found: Any) -> dict[str, str]:
    """The features that hold words or a number."""
    values = {feature.name: getattr(found, feature.name, None) for feature in found.type.all_features}
    return {
        name: kept(str(value))
        for name, value in values.items()
        if name not in _OWN and isinstance(value, str | bool | int | float) and str(value)
    }


def _linked(spans: dict[int, Mark], arcs: list[Any], tally: Tally) -> tuple[Mark, ...]:
    """The spans with the arcs between them: answers, or in words any other."""
    additions: Additions[int] = Additions()
    for arc in arcs:
        start, end = (id(getattr(arc, key)) for key in (FROM, TO))
        if start not in spans or end not in spans:
            tally.leave(arc.type.name)
            continue
        kind = arc.type.name.rpartition(".")[2]
        said = ", ".join(_features(arc).values())
        additions.link(start, spans[start], said or kind, spans[end])
    return tuple(additions.put(key, one) for key, one in spans.items())
