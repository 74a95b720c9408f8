"""What this machine says of itself: who works here, what it is called, whether it has a screen."""

import getpass
import os
import platform
import sys
from collections.abc import Mapping

from annotator.words import say

if sys.platform != "win32":
    import pwd

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def user_name() -> str:
    """The name of the person as the system knows it: the full name, else the login, else a plain word."""
    return _printable(_full_name()) or _printable(_login()) or say("machine.person")


def device_name() -> str:
    """The name of this machine, or a plain word where it has none."""
    return _printable(platform.node()) or say("machine.device")


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether a window can be shown: on Linux and the like the environment says so."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in _SCREENS)


def _full_name() -> str:
    """The first field of the account's GECOS entry; Windows has none."""
    if sys.platform == "win32":
        return ""
    try:
        return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]
    except KeyError:  # an account without an entry, as in some containers
        return ""


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # Python 3.13 raises OSError only
        return ""


def _printable(name: str) -> str:
    """The name without control characters and lone surrogates, which the library refuses."""
    return "".join(char for char in name if char.isprintable()).strip()
