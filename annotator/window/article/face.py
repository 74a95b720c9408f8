"""The face articles are read in."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from annotator.host.paths import resource

_FILES = ("SourceSerifPro-Regular.ttf", "SourceSerifPro-Bold.ttf")

#: Faces for scripts the bundled one does not have, of the sort that goes with it; absent ones are skipped.
_COMPANIONS = (
    "Noto Serif CJK SC",
    "Songti SC",
    "SimSun",
    "Noto Naskh Arabic",
    "Geeza Pro",
    "Sakkal Majalla",
    "Noto Serif Hebrew",
)


def reading_font(pixels: int, family: str = "") -> QFont:
    """A face in a size, our own serif where none is named or the named one is not there.

    Scripts it does not have come from the system's faces.
    """
    own = _families()
    font = QFont([family, *own] if family and QFontDatabase.hasFamily(family) else own)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    return font


@cache
def _families() -> list[str]:
    """Load the bundled face once; after it stand its companions for other scripts."""
    loaded: list[str] = []
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
        loaded += [family for family in QFontDatabase.applicationFontFamilies(number) if family not in loaded]
    # A name that is not there would make Qt look through every face of the system.
    return loaded + [family for family in _COMPANIONS if QFontDatabase.hasFamily(family)]
