"""What each action of the menus does in the main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.model.enums import Tag

if TYPE_CHECKING:
    from annotator.window.frame.main_window import MainWindow


def handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """A handler for each action, by the names of the table of keys."""
    marking, chores, reading = window.marking, window.chores, window.reading
    once_tagged = marking.once_tagged
    return {
        "details": lambda: chores.edit_details(reading.article),
        "remove_article": lambda: chores.remove_article(reading.article),
        "bin": chores.show_bin,
        "export": window.exporting.ask,
        "copy_formatted": lambda: window.after_typing(window.exporting.copy),
        **_coming_in(window),
        **_kept(window),
        "quit": window.close,
        "undo": lambda: window.after_typing(window.undoing.undo),
        "redo": lambda: window.after_typing(window.undoing.redo),
        "find": window.finding.ask,
        "find_next": window.finding.next,
        "find_previous": window.finding.previous,
        "search": window.search,
        "zoom_in": lambda: window.view.step_zoom(larger=True),
        "zoom_out": lambda: window.view.step_zoom(larger=False),
        "zoom_reset": lambda: window.view.set_zoom(100),
        "left_panel": lambda: window.toggle("left_panel"),
        "right_panel": lambda: window.toggle("right_panel"),
        "focus_mode": window.focus_mode.toggle,
        "tab_claims": lambda: window.show_tab(window.side.claims_page),
        "tab_points": lambda: window.show_tab(window.side.points_page),
        "tab_review": lambda: window.show_tab(window.side.people_page),
        "tab_history": lambda: window.show_tab(window.side.history_page),
        "next_pane": lambda: window.panes.go(1),
        "previous_pane": lambda: window.panes.go(-1),
        "allegation": lambda: marking.tag(Tag.ALLEGATION),
        "denial": lambda: marking.tag(Tag.DENIAL),
        "fact": lambda: marking.tag(Tag.FACT),
        "tag_all": window.occurring.ask,
        "said_by": marking.said_by,
        "check_said_by": lambda: once_tagged(lambda: marking.in_editor(window.editor.toggle_checked)),
        "link": lambda: once_tagged(window.linking.begin, takes_keys=True),
        "response": lambda: marking.go_to("response"),
        "status": lambda: marking.go_to("status"),
        "evidence": lambda: marking.go_to("evidence"),
        "plain_words": lambda: marking.go_to("plain_words"),
        "note": lambda: marking.go_to("note"),
        "start_earlier": lambda: once_tagged(lambda: marking.move_edge("start", False)),
        "start_later": lambda: once_tagged(lambda: marking.move_edge("start", True)),
        "end_earlier": lambda: once_tagged(lambda: marking.move_edge("end", False)),
        "end_later": lambda: once_tagged(lambda: marking.move_edge("end", True)),
        "delete": lambda: once_tagged(marking.delete),
        "sources": chores.show_sources,
        "next_sentence": lambda: window.view.go_to_sentence(1),
        "previous_sentence": lambda: window.view.go_to_sentence(-1),
        "nothing_here": window.ticking.nothing_here,
        "next_point": lambda: once_tagged(lambda: window.side.go_to_point(1)),
        "previous_point": lambda: once_tagged(lambda: window.side.go_to_point(-1)),
        "call_sheet": window.calling.show,
        **_with_colleagues(window),
        **_comforts(window),
    }


def _coming_in(window: "MainWindow") -> dict[str, Callable[[], object]]:
    importing = window.importing
    return {
        "new_library": window.chores.new_library,
        "open_library": window.chores.open_library,
        "import": importing.choose_files,
        "import_folder": importing.choose_folder,
        "import_web": lambda: importing.ask_address(),
        "paste": importing.paste,
    }


def _kept(window: "MainWindow") -> dict[str, Callable[[], object]]:
    return {
        "restore": lambda: window.after_typing(window.keeping.show_versions),
        "save_backup": lambda: window.after_typing(window.keeping.save_backup),
    }


def _with_colleagues(window: "MainWindow") -> dict[str, Callable[[], object]]:
    reviewing, review_tab = window.reviewing, window.review_tab
    once_tagged = window.marking.once_tagged
    return {
        "send": lambda: window.after_typing(lambda: window.sending.ask()),
        "next_difference": lambda: once_tagged(lambda: reviewing.next_difference(1)),
        "previous_difference": lambda: once_tagged(lambda: reviewing.next_difference(-1)),
        "agree": reviewing.agree,
        "change_claim": reviewing.change,
        "reject": reviewing.reject,
        "discuss": reviewing.discuss,
        "comment": reviewing.comment,
        "agree_rest": lambda: reviewing.agree_all(),
        "done": review_tab.declare_done,
        "sign_off": review_tab.sign_off,
        "agreement": window.agreeing.show,
        "switch_person": window.people.choose,
        "packets": lambda: window.packets.show(),
    }


def _comforts(window: "MainWindow") -> dict[str, Callable[[], object]]:
    return {
        "swap_panels": window.swap_panels,
        "preferences": window.comfort.show_preferences,
        "palette": window.comfort.show_palette,
        "codebook": window.comfort.show_codebook,
        "keys": window.comfort.show_keys,
        "about": window.chores.show_about,
    }
