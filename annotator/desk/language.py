"""Which language this copy speaks: what the environment says, else the setting, else the system's own."""

import os
from collections.abc import Iterable

from annotator.desk.settings import Settings
from annotator.host.paths import resource
from annotator.words import speak

_NAMED = "REDPENCIL_LANGUAGE"
_AS_THE_SYSTEM = "system"


def speak_as_chosen(settings: Settings, preferred: Iterable[str]) -> str:
    """Speaks the language that was chosen, from now on, and answers with its name, such as `de` or `es_MX`.

    `preferred` are those that the system would speak, the first one first. Where it has the chosen language
    for a region, that region's dates and numbers are taken.
    """
    known = languages()
    wanted = (os.environ.get(_NAMED) or settings.get("language")).replace("-", "_")
    regions = [_without_script(name) for name in preferred]
    if wanted == _AS_THE_SYSTEM:
        spoken = next((name for name in regions if _base(name) in known), "en")
    else:
        spoken = next((name for name in regions if _base(name) == wanted), wanted)
    speak(spoken, resource("translations"))
    return spoken if _base(spoken) in known else "en"


def languages() -> tuple[str, ...]:
    """The languages there are, by their ISO 639-1 codes: English, and each that has a catalogue."""
    folders = (folder.name for folder in resource("translations").iterdir() if folder.is_dir())
    return ("en", *sorted(name for name in folders if len(name) == 2))


def _without_script(name: str) -> str:
    """`de_AT` of `de-Latn-AT`, as some systems write it."""
    return "_".join(part for part in name.replace("-", "_").split("_") if len(part) < 4)


def _base(name: str) -> str:
    return name.partition("_")[0]
