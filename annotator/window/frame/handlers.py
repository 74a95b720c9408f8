"""What each action of the menus does in the main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.model.enums import Tag

if TYPE_CHECKING:
    from annotator.window.frame.main_window import MainWindow


def handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """A handler for each action, by the names of the table of keys."""
    marking, chores, reading = window.marking, window.chores, window.reading
    return {
        "new_library": chores.new_library,
        "open_library": chores.open_library,
        "import": window.importing.choose_files,
        "paste": window.importing.paste,
        "details": lambda: chores.edit_details(reading.article),
        "remove_article": lambda: chores.remove_article(reading.article),
        "bin": chores.show_bin,
        "export": window.exporting.ask,
        "copy_formatted": lambda: window.after_typing(window.exporting.copy),
        "quit": window.close,
        "undo": lambda: window.after_typing(window.undoing.undo),
        "redo": lambda: window.after_typing(window.undoing.redo),
        "search": window.search,
        "preferences": chores.show_preferences,
        "zoom_in": lambda: window.view.step_zoom(larger=True),
        "zoom_out": lambda: window.view.step_zoom(larger=False),
        "zoom_reset": lambda: window.view.set_zoom(100),
        "left_panel": lambda: window.toggle("left_panel"),
        "right_panel": lambda: window.toggle("right_panel"),
        "next_pane": lambda: window.panes.go(1),
        "previous_pane": lambda: window.panes.go(-1),
        "allegation": lambda: marking.tag(Tag.ALLEGATION),
        "denial": lambda: marking.tag(Tag.DENIAL),
        "fact": lambda: marking.tag(Tag.FACT),
        "said_by": marking.said_by,
        "evidence": lambda: marking.go_to("evidence"),
        "plain_words": lambda: marking.go_to("plain_words"),
        "note": lambda: marking.go_to("note"),
        "start_earlier": lambda: marking.move_edge("start", False),
        "start_later": lambda: marking.move_edge("start", True),
        "end_earlier": lambda: marking.move_edge("end", False),
        "end_later": lambda: marking.move_edge("end", True),
        "delete": marking.delete,
        "sources": chores.show_sources,
        "keys": chores.show_keys,
        "about": chores.show_about,
    }
