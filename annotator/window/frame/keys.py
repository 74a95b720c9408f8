"""Every key of the window and what it means: the one table behind menus, shortcuts and the sheet of keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QKeySequence

#: Where a key counts: anywhere in the window; with the focus in the article or the claims; in the article
#: alone; in a field. What counts in the window counts in all of them, what counts in the text in the article.
WINDOW, TEXT, PAGE, FIELD = "window", "text", "page", "field"

_TOGETHER = ({WINDOW, TEXT}, {WINDOW, PAGE}, {WINDOW, FIELD}, {TEXT, PAGE})


@dataclass(frozen=True, slots=True)
class Key:
    """An action: `name` is its id, `action.<name>` its words, `menu` the menu it stands in."""

    name: str
    menu: str
    keys: tuple[str, ...] = ()
    where: str = WINDOW


#: In the order of the menus; an empty name is a separator.
KEYS = (
    Key("new_library", "file"),
    Key("open_library", "file"),
    Key("", "file"),
    Key("import", "file", ("Ctrl+O",)),
    Key("import_folder", "file"),
    Key("import_web", "file", ("Ctrl+Shift+O",)),
    Key("paste", "file", ("Ctrl+V",)),
    Key("samples", "file"),
    Key("", "file"),
    Key("details", "file", ("Ctrl+I",)),
    Key("remove_article", "file"),
    Key("bin", "file"),
    Key("", "file"),
    Key("send", "file", ("Ctrl+Shift+E",)),
    Key("export", "file", ("Ctrl+E",)),
    Key("copy_formatted", "file", ("Ctrl+Shift+C",)),
    Key("", "file"),
    Key("restore", "file"),
    Key("save_backup", "file"),
    Key("", "file"),
    Key("switch_person", "file"),
    Key("quit", "file", ("Ctrl+Q",)),
    Key("undo", "edit", ("Ctrl+Z",)),
    Key("redo", "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Key("", "edit"),
    Key("find", "edit", ("Ctrl+F",)),
    Key("find_next", "edit", ("F3",)),
    Key("find_previous", "edit", ("Shift+F3",)),
    Key("search", "edit", ("Ctrl+Shift+F",)),
    Key("", "edit"),
    Key("preferences", "edit", ("Ctrl+,",)),
    Key("palette", "view", ("Ctrl+K",)),
    Key("", "view"),
    Key("zoom_in", "view", ("Ctrl++", "Ctrl+=")),
    Key("zoom_out", "view", ("Ctrl+-",)),
    Key("zoom_reset", "view", ("Ctrl+0",)),
    Key("", "view"),
    Key("left_panel", "view", ("F9",)),
    Key("right_panel", "view", ("F10",)),
    Key("swap_panels", "view"),
    Key("focus_mode", "view", ("F11",)),
    Key("", "view"),
    Key("tab_claims", "view", ("Alt+1",)),
    Key("tab_points", "view", ("Alt+2",)),
    Key("tab_review", "view", ("Alt+3",)),
    Key("tab_history", "view", ("Alt+4",)),
    Key("", "view"),
    Key("next_pane", "view", ("F6",)),
    Key("previous_pane", "view", ("Shift+F6",)),
    Key("allegation", "claim", ("A", "1"), TEXT),
    Key("denial", "claim", ("D", "2"), TEXT),
    Key("fact", "claim", ("F", "3"), TEXT),
    Key("tag_all", "claim", ("Ctrl+Shift+A",)),
    Key("", "claim"),
    Key("said_by", "claim", ("S",), TEXT),
    Key("check_said_by", "claim", ("W",), TEXT),
    Key("link", "claim", ("L",), TEXT),
    Key("response", "claim", ("R",), TEXT),
    Key("evidence", "claim", ("E",), TEXT),
    Key("status", "claim", ("G",), TEXT),
    Key("note", "claim", ("N",), TEXT),
    Key("plain_words", "claim", ("P",), TEXT),
    Key("", "claim"),
    Key("start_earlier", "claim", ("Alt+Left",), TEXT),
    Key("start_later", "claim", ("Alt+Right",), TEXT),
    Key("end_earlier", "claim", ("Alt+Shift+Left",), TEXT),
    Key("end_later", "claim", ("Alt+Shift+Right",), TEXT),
    Key("", "claim"),
    Key("delete", "claim", ("Del",), TEXT),
    Key("", "claim"),
    Key("sources", "claim", ("Ctrl+Shift+S",)),
    Key("next_sentence", "review", ("J",), PAGE),
    Key("previous_sentence", "review", ("K",), PAGE),
    Key("nothing_here", "review", ("Space",), PAGE),
    Key("", "review"),
    Key("next_point", "review", ("F8",)),
    Key("previous_point", "review", ("Shift+F8",)),
    Key("", "review"),
    Key("next_difference", "review", ("Alt+Down",)),
    Key("previous_difference", "review", ("Alt+Up",)),
    Key("agree", "review", ("Y",), TEXT),
    Key("change_claim", "review", ("C",), TEXT),
    Key("reject", "review", ("X",), TEXT),
    Key("discuss", "review", ("T",), TEXT),
    Key("comment", "review", ("M",), TEXT),
    Key("agree_rest", "review"),
    Key("", "review"),
    Key("done", "review"),
    Key("sign_off", "review"),
    Key("", "review"),
    Key("agreement", "review"),
    Key("packets", "review"),
    Key("call_sheet", "review", ("Ctrl+T",)),
    Key("codebook", "help", ("F1",)),
    Key("keys", "help", ("Ctrl+?",)),
    Key("about", "help"),
)

#: Keys that stay what they are, by where they count: `keys.<name>` says what they do.
FIXED = (
    Key("sentence", "page", ("Up", "Down"), PAGE),
    Key("sentences", "page", ("Shift+Up", "Shift+Down"), PAGE),
    Key("word", "page", ("Left", "Right"), PAGE),
    Key("words", "page", ("Shift+Left", "Shift+Right"), PAGE),
    Key("ends", "page", ("Ctrl+Home", "Ctrl+End"), PAGE),
    Key("not_read", "page", ("Shift+Space",), PAGE),
    Key("give_up", "page", ("Esc",), PAGE),
    Key("add", "field", ("Return",), FIELD),
    Key("back", "field", ("Esc",), FIELD),
    Key("back_from_note", "field", ("Ctrl+Return",), FIELD),
    Key("next_field", "field", ("Tab", "Shift+Tab"), FIELD),
    Key("article_itself", "field", ("Alt+I",), FIELD),
    Key("not_named", "field", ("Alt+U",), FIELD),
    Key("anonymous", "field", ("Alt+N",), FIELD),
    Key("take_first", "field", ("Up", "Down"), FIELD),
    Key("edit_words", "field", ("Ctrl+A", "Ctrl+C", "Ctrl+X"), FIELD),
)

MENUS = ("file", "edit", "view", "claim", "review", "help")

#: The menus in the order in which people come to need what stands in them.
BY_NEED = ("claim", "review", "edit", "view", "file", "help")

#: The actions without the separators between them.
NAMED = tuple(key for key in KEYS if key.name)
BY_NAME = {key.name: key for key in NAMED}


@cache
def plain(keys: str) -> str:
    """Keys in the one way they are compared and kept: `ctrl+k` as `Ctrl+K`."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def shown(keys: Iterable[str]) -> str:
    """Keys as they are written for people of this system, with commas between them."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(one).toString(form) for one in keys)


def is_single(keys: str) -> bool:
    """Whether keys are one letter, digit or sign, with nothing held but Shift: what dictation may type."""
    return len(plain(keys).removeprefix("Shift+")) == 1


def fits(name: str, keys: str) -> bool:
    """Whether keys can be an action's at all: single letters only where nothing is typed."""
    return bool(plain(keys)) and not (is_single(keys) and BY_NAME[name].where == WINDOW)


def overlap(one: Key, other: Key) -> bool:
    """Whether the same key cannot mean both: there is a place where both count."""
    return one.where == other.where or {one.where, other.where} in _TOGETHER


def holder(name: str, keys: str, held: Mapping[str, Sequence[str]]) -> Key | None:
    """What has the keys already where an action wants them: a key that stays what it is, or another action.

    `held` are the keys of actions by name.
    """
    wanted = plain(keys)
    rivals = [key for key in (*FIXED, *NAMED) if key.name != name and overlap(key, BY_NAME[name])]
    has = {key: held.get(key.name, ()) if key.name in BY_NAME else key.keys for key in rivals}
    return next((key for key in rivals if wanted in map(plain, has[key])), None)


def chosen(own: Mapping[str, object], *, letters: bool = True) -> dict[str, tuple[str, ...]]:
    """The keys of every action: those a person gave it, else the usual ones.

    A key that a person gave to one action is taken from those that have it by default, so that no key means
    two things; what cannot be read as keys does not count. Without `letters` no single letter or digit is the
    key of anything.
    """
    given = {name: keys for name, value in own.items() if (keys := _read(value)) is not None}
    if not given and letters:
        return {key.name: key.keys for key in NAMED}
    held: dict[str, tuple[str, ...]] = {}
    for key in sorted(NAMED, key=lambda one: one.name not in given):
        wanted = (one for one in given.get(key.name, key.keys) if fits(key.name, one))
        free = (one for one in wanted if holder(key.name, one, held) is None)
        held[key.name] = tuple(one for one in free if letters or not is_single(one))
    return held


def _read(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return None
    return tuple(keys for one in value if (keys := plain(one)))
