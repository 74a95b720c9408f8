"""Where things are: the library and settings of the person, and the files that come with us."""

import os
from pathlib import Path

import platformdirs

APP = "redpencil"

_NAMED = "REDPENCIL_LIBRARY"

_PACKAGE = Path(__file__).parents[1]


def library_path() -> Path:
    """The library file: `REDPENCIL_LIBRARY` where it is set, else one in the user data folder."""
    if is_named():
        return Path(os.environ[_NAMED]).expanduser().absolute()
    return platformdirs.user_data_path(APP, appauthor=False) / "library.sqlite"


def is_named() -> bool:
    """Whether the environment names the library."""
    return bool(os.environ.get(_NAMED))


def real(path: Path) -> Path:
    """Where a path leads in the end, links followed; one that leads in circles is left as it is."""
    return Path(os.path.realpath(path))


def config_folder() -> Path:
    """The folder of the settings; it may not be there yet."""
    return platformdirs.user_config_path(APP, appauthor=False)


def state_folder() -> Path:
    """The folder of what one run leaves for the next; it may not be there yet."""
    return platformdirs.user_state_path(APP, appauthor=False)


def resource(name: str) -> Path:
    """A file that comes with the application, such as `icons/redpencil.svg`."""
    return _shipped("resources") / name


def seeds_folder() -> Path:
    """The folder of the sample articles."""
    return _shipped("seeds")


def _shipped(folder: str) -> Path:
    """A folder inside the package, where a wheel puts it, or beside it, where a checkout has it."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder
