"""A reader of brat's standoff files, written from the description of the format and nothing of ours."""

import re
from dataclasses import dataclass, field


@dataclass
class Standoff:
    """What the lines say, by id; `quotes` as they stand in the third column."""

    types: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    quotes: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def parse(text: str, annotations: str) -> Standoff:
    """Every line by the rules, each span checked against the text; anything else is an AssertionError."""
    found = Standoff()
    for line in annotations.splitlines():
        name, said, *rest = line.split("\t")
        if name.startswith("T"):
            kind, _, places = said.partition(" ")
            assert re.fullmatch(r"[A-Za-z0-9_-]+", kind)
            found.types[name] = kind
            found.fragments[name] = [tuple(map(int, one.split(" "))) for one in places.split(";")]  # type: ignore[misc]
            found.quotes[name] = "\t".join(rest)
            assert found.quotes[name] == " ".join(text[start:end] for start, end in found.fragments[name])
            assert "\n" not in found.quotes[name]
        elif name.startswith("R"):
            kind, first, second = said.split(" ")
            found.relations.append((kind, first.removeprefix("Arg1:"), second.removeprefix("Arg2:")))
        elif name.startswith("A"):
            kind, about, *value = said.split(" ")
            assert len(value) < 2
            found.attributes.append((kind, about, *value) if value else (kind, about, ""))
        else:
            assert re.fullmatch(r"#\d+", name)
            assert said.startswith("AnnotatorNotes T")
            found.notes[said.split(" ")[1]] = "\t".join(rest)
    named = {one for _, *ends in found.relations for one in ends} | {one for _, one, _ in found.attributes}
    assert named | set(found.notes) <= set(found.types)
    return found
