"""Which part of the main window hears of what."""

from typing import TYPE_CHECKING

from annotator.window.frame.needs import WITH_CLAIM

if TYPE_CHECKING:
    from annotator.window.frame.main_window import MainWindow


def join(window: "MainWindow") -> None:
    """Joins the parts and flows of the window."""
    window.reading.opened.connect(window.show_article)
    window.reading.counted.connect(window.show_counts)
    window.reading.claim_shown.connect(lambda claim: window.actions_.enable(WITH_CLAIM, claim is not None))
    window.undoing.known.connect(window.show_turns)
    window.undoing.turned.connect(lambda changes: window.reading.take_to(changes.claims))
    window.articles.article_picked.connect(window.reading.open)
    window.articles.details_wanted.connect(window.chores.edit_details)
    window.articles.remove_wanted.connect(window.chores.remove_article)
    window.listing.filled.connect(window.list_filled)
    window.importing.opened.connect(window.reading.open)
    window.marking.hint.connect(window.telling.hint)
    window.marking.editor_wanted.connect(window.show_editor)
    window.chores.open_wanted.connect(window.reading.open)
    window.chores.library_wanted.connect(window.library_wanted)
    window.chores.me_known.connect(window.status.show_me)
    window.chores.zoom_chosen.connect(window.view.set_zoom)
    window.editor.back_to_article.connect(window.view.setFocus)
    window.editor.show_span.connect(window.view.scroll_to)
    window.panes.library_focused.connect(window.undoing.focus_library)
    window.status.me_wanted.connect(window.chores.show_preferences)
    window.status.zoom_wanted.connect(lambda: window.view.set_zoom(100))
    window.view.zoom_changed.connect(window.zoomed)
    window.session.changed.connect(window.article_gone)
    window.look.changed.connect(window.apply_theme)
