"""What this machine says of itself: who works here, in which language, whether it has a screen."""

import os
import platform
import sys
from collections.abc import Mapping

from annotator.words import say

if sys.platform != "win32":
    import pwd

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

#: What says in which language programs speak; the first that is set decides.
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


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


def languages(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The languages that programs shall speak, the first one first, such as `de_DE`; none if nothing says.

    `LANGUAGE` holds several, and counts only where a locale is set, as in gettext.
    """
    locale = _bare(next((environ[name] for name in _LOCALES if environ.get(name)), ""))
    if locale in ("", "C", "POSIX"):
        return ()
    return (*filter(None, map(_bare, environ.get("LANGUAGE", "").split(":"))), locale)


def _bare(locale: str) -> str:
    """`de_DE` of `de_DE.UTF-8@euro`."""
    return locale.partition(".")[0].partition("@")[0]


def _full_name() -> str:
    """The first field of the account's GECOS entry; Windows has none."""
    if sys.platform == "win32":
        return ""
    try:
        return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]
    except KeyError:  # an account without an entry, as in some containers
        return ""


def _login() -> str:
    import getpass  # only a new library asks for it

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # Python 3.13 raises OSError only
        return ""


def _printable(name: str) -> str:
    """The name without control characters and lone surrogates, which the library refuses."""
    return "".join(char for char in name if char.isprintable()).strip()
