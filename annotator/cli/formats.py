"""The command that lists what can be read and written."""

from dataclasses import asdict
from typing import Any

from annotator.cli.group import json_option, put, redpencil
from annotator.desk.formats import FormatInfo
from annotator.desk.formats import formats as known
from annotator.words import for_programs, say, say_all


@redpencil.command()
@json_option
def formats(as_json: bool) -> None:
    """List the formats: their names, endings, and whether they come in or go out."""
    found = known()
    if as_json:
        with for_programs():
            put([_object(info) for info in found], as_json, "")
        return
    lines = [
        {"name": info.name, "endings": " ".join(info.endings), "ways": _ways(info), "called": _called(info)}
        for info in found
    ]
    put(lines, as_json, "{name:<15} {ways:<17} {endings:<34} {called}")


def _called(info: FormatInfo) -> str:
    missing = "" if info.there else say("formats.needs", package=info.package)
    return " ".join(filter(None, (info.called, missing)))


def _ways(info: FormatInfo) -> str:
    """How files of it come in and go out, in words."""
    ways = (
        ("formats.articles_in", info.reads),
        ("formats.claims_in", info.reads_claims),
        ("formats.out", info.writes),
    )
    return ", ".join(say(key) for key, there in ways if there)


def _object(info: FormatInfo) -> dict[str, Any]:
    """A format for programs; `lacks` are the features that it cannot hold."""
    return {
        **{key: value for key, value in asdict(info).items() if key not in ("label", "words", "ending")},
        "label": info.called,
        "lacks": [key.removeprefix("feature.") for key in info.lacks],
        "limits": [say_all(*note) for note in info.limits],
    }
