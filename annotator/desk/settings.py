"""What a person has chosen for this program: one table of settings, kept as JSON in the config folder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.host.files import write_whole
from annotator.host.paths import config_folder
from annotator.model.errors import WriteFailed


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name in the file, its type, what it is at first, what it means, what its list holds."""

    name: str
    kind: type
    default: Any
    meaning: str
    of: type = object


SETTINGS = (
    Setting("theme", str, "system", "system, light, dark, contrast or contrast_dark"),
    Setting("zoom", int, 100, "size of the article's type in percent"),
    Setting("face", str, "", "the family of type articles are read in, empty for our own"),
    Setting("columns", int, 66, "how many characters of the article stand on a line"),
    Setting("library", str, "", "the library opened last, empty for the one in the user data folder"),
    Setting("article", str, "", "id of the article opened last"),
    Setting("geometry", str, "", "place and size of the window, as Qt writes it, in base 64"),
    Setting("panels", list, [], "widths of the left panel, the page and the right panel in pixels", int),
    Setting("panels_swapped", bool, False, "whether the claims stand before the page"),
    Setting("left_panel", bool, True, "whether the list of articles shows"),
    Setting("right_panel", bool, True, "whether the claims show"),
    Setting("language", str, "system", "system, or the language spoken: en, de, es"),
    Setting("export_folder", str, "", "the folder exported to last"),
    Setting("export_format", str, "word", "the name of the format exported to last"),
    Setting("side_tab", str, "claims", "the tab in sight: claims, points, review or history"),
    Setting("work_sizes", list, [], "heights of the list of claims and of the editor in pixels", int),
    Setting(
        "places",
        dict,
        {},
        "where each article was left: its id, then the first character in sight and the cursor",
    ),
    Setting("source_kind", str, "person", "the kind that a new source gets"),
    Setting("keys", dict, {}, "the keys a person gave to actions: the action's name, then its keys"),
    Setting("letters", bool, True, "whether single letters and digits mark, in article and claims"),
    Setting("silenced_folders", list, [], "folders where a library may lie without a warning", str),
    Setting("recent", list, [], "names of the actions chosen in the palette last, the newest first", str),
)

#: Percent and pixels are less; toolkits do not take just any number.
_LARGEST = 100_000

_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings:
    """The settings of this person. A file that cannot be read counts as empty: it is only comfort."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or config_folder() / "settings.json"
        self._values = self._read()

    def get(self, name: str) -> Any:
        """The value of a setting that is in the table. Raises KeyError for any other name."""
        setting = _BY_NAME[name]
        return self._values.get(name, setting.default)

    def put(self, **values: object) -> None:
        """Keeps values, at once; a disk that does not take them is no reason to stop work."""
        for name, value in values.items():
            if not isinstance(value, _BY_NAME[name].kind):
                raise TypeError(f"{name} is a {_BY_NAME[name].kind.__name__}")
        if any(self.get(name) != value for name, value in values.items()):
            self._values |= values
            self._write()

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        known = found.items() if isinstance(found, dict) else ()
        return {k: v for k, v in known if k in _BY_NAME and _is_sound(_BY_NAME[k], v)}

    def _write(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(self._values, indent=1).encode())
        except (OSError, WriteFailed):
            return


def _is_sound(setting: Setting, value: object) -> bool:
    """Whether a value can be the setting's: people edit files, and files are damaged."""
    if isinstance(value, list):
        return setting.kind is list and all(_is_a(setting.of, one) for one in value)
    return _is_a(setting.kind, value)


def _is_a(kind: type, value: object) -> bool:
    if kind is int:
        return type(value) is int and 0 <= value <= _LARGEST
    return isinstance(value, kind)
