"""Every key of the window and what it means: the one table behind menus, shortcuts and the sheet of keys."""

from dataclasses import dataclass

#: Where a key counts: anywhere in the window, or only with the focus in the article or the claims.
WINDOW, TEXT = "window", "text"


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
    Key("paste", "file", ("Ctrl+V",)),
    Key("samples", "file"),
    Key("", "file"),
    Key("details", "file", ("Ctrl+I",)),
    Key("remove_article", "file"),
    Key("bin", "file"),
    Key("", "file"),
    Key("export", "file", ("Ctrl+E",)),
    Key("copy_formatted", "file", ("Ctrl+Shift+C",)),
    Key("", "file"),
    Key("quit", "file", ("Ctrl+Q",)),
    Key("undo", "edit", ("Ctrl+Z",)),
    Key("redo", "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Key("", "edit"),
    Key("search", "edit", ("Ctrl+Shift+F",)),
    Key("", "edit"),
    Key("preferences", "edit", ("Ctrl+,",)),
    Key("zoom_in", "view", ("Ctrl++", "Ctrl+=")),
    Key("zoom_out", "view", ("Ctrl+-",)),
    Key("zoom_reset", "view", ("Ctrl+0",)),
    Key("", "view"),
    Key("left_panel", "view", ("F9",)),
    Key("right_panel", "view", ("F10",)),
    Key("", "view"),
    Key("next_pane", "view", ("F6",)),
    Key("previous_pane", "view", ("Shift+F6",)),
    Key("allegation", "claim", ("A", "1"), TEXT),
    Key("denial", "claim", ("D", "2"), TEXT),
    Key("fact", "claim", ("F", "3"), TEXT),
    Key("", "claim"),
    Key("said_by", "claim", ("S",), TEXT),
    Key("evidence", "claim", ("E",), TEXT),
    Key("plain_words", "claim", ("P",), TEXT),
    Key("note", "claim", ("N",), TEXT),
    Key("", "claim"),
    Key("start_earlier", "claim", ("Alt+Left",), TEXT),
    Key("start_later", "claim", ("Alt+Right",), TEXT),
    Key("end_earlier", "claim", ("Alt+Shift+Left",), TEXT),
    Key("end_later", "claim", ("Alt+Shift+Right",), TEXT),
    Key("", "claim"),
    Key("delete", "claim", ("Del",), TEXT),
    Key("", "claim"),
    Key("sources", "claim", ("Ctrl+Shift+S",)),
    Key("keys", "help", ("Ctrl+?",)),
    Key("about", "help"),
)

MENUS = ("file", "edit", "view", "claim", "help")
