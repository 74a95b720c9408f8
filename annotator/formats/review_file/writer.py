"""A delivery as a review file: JSON-LD that a person can read, one thing after the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotator import __version__
from annotator.formats.review_file.entries import Entries, Pair, iri, to_json
from annotator.formats.review_file.shapes import ITEMS, REFERENCES, SHAPES
from annotator.formats.review_file.terms import ANNO, FIRST_VERSION, FORMAT, VERSION, VOCABULARY
from annotator.model.deliveries import Delivery, Range
from annotator.model.rows import Anchor, Article, Claim, Device, Places, Remark, Reviewer, Row
from annotator.model.stamped import Stamped

#: The terms that name rows. What the W3C's context names stays as it is there.
_NAMING = {name for fields in REFERENCES.values() for name in fields} | {"sender", "device", "outlines"}

#: How programs that know JSON-LD read what is ours: rows name others by their ids, bounds are JSON as they
#: stand, and every term that the W3C's context does not have is one of Red Pencil.
CONTEXT: dict[str, object] = {
    "@vocab": VOCABULARY,
    **{name: {"@id": VOCABULARY + name, "@type": "@id"} for name in sorted(_NAMING - {"source"})},
    **{name: {"@id": VOCABULARY + name, "@type": "@json"} for name in ("bounds", "passages")},
}

_BY_KIND = {shape.kind: shape for shape in SHAPES}


def write(delivery: Delivery) -> Iterator[bytes]:
    """The file as UTF-8, piece by piece; `reader.read` gives the delivery back.

    The rows are closed: whatever one names is among them.
    """
    of: dict[type[Row], list[Stamped]] = defaultdict(list)
    for stamped in delivery.rows:
        of[type(stamped.row)].append(stamped)
    entries = Entries(delivery.rows, delivery.device)
    items = list(_items(of))
    yield _head(delivery, len(items)).encode()
    for shape in SHAPES:
        if not shape.is_annotation:
            yield f',\n"{shape.section}": '.encode()
            yield from _listed(entries.of(shape, row) for row in of[shape.kind])
    yield f',\n"first": {{\n"type": "AnnotationPage",\n"startIndex": 0,\n"{ITEMS}": '.encode()
    yield from _listed(entries.of(_BY_KIND[type(row.row)], row) for row in items)
    yield b"\n}\n}\n"


def _listed(entries: Iterable[Iterable[Pair]]) -> Iterator[bytes]:
    """A JSON list with a line for each field of each of its objects."""
    before = "["
    for entry in entries:
        fields = ",\n".join([f' "{key}": {value}' for key, value in entry])
        yield f"{before}\n{{\n{fields}\n}}".encode()
        before = ","
    yield b"[]" if before == "[" else b"\n]"


def _head(delivery: Delivery, total: int) -> str:
    kinds = {row.row.id: type(row.row) for row in delivery.rows}
    ranges = "".join(f"\n {_range(known)}," for known in delivery.ranges)
    outlines = "".join(f"\n {iri(kinds[row], row)}," for row in sorted(delivery.outlines))
    context = ",\n ".join(f'"{term}": {to_json(meaning)}' for term, meaning in CONTEXT.items())
    said = {
        "@context": f"[{to_json(ANNO)}, {{\n {context}\n}}]",
        "id": f'"urn:uuid:{delivery.id}"',
        "type": '"AnnotationCollection"',
        "file": to_json(FORMAT),
        "file_version": str(_version(type(row.row) for row in delivery.rows)),
        "generator": to_json({"type": "Software", "name": f"Red Pencil {__version__}"}),
        "sent": to_json(delivery.sent),
        "sender": iri(Reviewer, delivery.sender),
        "device": iri(Device, delivery.device),
        "message": to_json(delivery.message),
        "total": str(total),
        "ranges": f"[{ranges[:-1]}]",
        "outlines": f"[{outlines[:-1]}]",
    }
    return "{\n" + ",\n".join(f'"{key}": {value}' for key, value in said.items())


def _version(kinds: Iterable[type[Row]]) -> int:
    """The oldest version that has all that is in a file."""
    return VERSION if {Places, Remark} & set(kinds) else FIRST_VERSION


def _range(known: Range) -> str:
    return (
        f'{{"creator": {iri(Reviewer, known.author)}, "device": {iri(Device, known.device)}, '
        f'"first_stamp": "{known.first}", "last_stamp": "{known.last}", "rows": {known.rows}}}'
    )


def _items(of: dict[type[Row], list[Stamped]]) -> Iterator[Stamped]:
    """The annotations as one reads them: article after article, each claim followed by what is on it."""
    starts = {row.row.claim: row.row.start for row in of[Anchor] if isinstance(row.row, Anchor)}
    about: dict[str, list[Stamped]] = defaultdict(list)
    for shape in SHAPES:
        if shape.is_annotation:
            for row in of[shape.kind]:
                about[getattr(row.row, shape.target)].append(row)
    for article in of[Article]:
        rows = about[article.row.id]
        claims = [row for row in rows if isinstance(row.row, Claim)]
        for claim in sorted(claims, key=lambda row: (starts.get(row.row.id, -1), row.row.id)):
            yield claim
            yield from about.get(claim.row.id, ())
        yield from (row for row in rows if not isinstance(row.row, Claim))
