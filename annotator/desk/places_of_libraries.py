"""Whether a library lies where it is not safe, and what to say of it."""

from pathlib import Path

from annotator.desk.settings import Settings
from annotator.host.paths import real
from annotator.host.volumes import Kind, volume_of

_KEYS = {Kind.NETWORK: "place.network", Kind.SYNCHRONISED: "place.synchronised"}


def warning(path: Path, settings: Settings) -> tuple[str, dict[str, object]] | None:
    """What to warn of, as a message key and its values; None where all is well, or no warning is wanted.

    Where a network does not answer this takes long: ask it aside.
    """
    folder = str(real(path).parent)
    if folder in settings.get("silenced_folders"):
        return None
    volume = volume_of(path)
    key = _KEYS.get(volume.kind)
    return (key, {"folder": folder, "name": volume.name}) if key else None


def silence(path: Path, settings: Settings) -> None:
    """Wants no more warnings of the folder of this library."""
    folders = settings.get("silenced_folders")
    settings.put(silenced_folders=sorted({*folders, str(real(path).parent)}))
