"""How stances look: the words are always there, the colours only help."""

from PySide6.QtGui import QColor

from annotator.model.enums import Stance, Tag
from annotator.window.claims.segments import Choice
from annotator.window.theme import Theme
from annotator.words import say

_NAMES = {
    Stance.SUPPORTS: "editor.stance_as.supports",
    Stance.CONTRADICTS: "editor.stance_as.contradicts",
    Stance.CONTEXT: "editor.stance_as.context",
}
#: The tag whose colour a stance shares; context has none.
_LIKE = {Stance.SUPPORTS: Tag.FACT, Stance.CONTRADICTS: Tag.ALLEGATION}


def stance_choices() -> tuple[Choice, ...]:
    """The segments to choose a stance with."""
    return tuple(Choice(stance, say(f"stance.{stance.value}"), say(name)) for stance, name in _NAMES.items())


def stance_colour(stance: Stance, theme: Theme) -> QColor:
    """The colour of a stance's outline."""
    return QColor(theme.tags[_LIKE[stance]].mark if stance in _LIKE else theme.secondary)


def stance_tint(stance: Stance, theme: Theme) -> QColor:
    """The see-through ground of the chosen stance."""
    return theme.tinted(_LIKE[stance]) if stance in _LIKE else QColor(theme.hover)
