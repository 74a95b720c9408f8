"""Which part of the main window hears of what."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.window.frame.needs import WITH_CLAIM

if TYPE_CHECKING:
    from annotator.window.frame.main_window import MainWindow


def join(window: "MainWindow") -> None:
    """Joins the parts and flows of the window."""
    _join_colleagues(window)
    _join_care(window)
    window.reading.opened.connect(window.show_article)
    window.reading.counted.connect(window.show_counts)
    window.reading.claim_shown.connect(lambda claim: window.actions_.enable(WITH_CLAIM, claim is not None))
    window.claims.claim_picked.connect(lambda claim: _row_picked(window, claim))
    window.checking.known.connect(lambda page: window.status.show_progress(page.progress if page else None))
    window.status.points_wanted.connect(lambda: window.show_tab(window.side.points_page))
    window.linking.hint.connect(window.telling.hint)
    window.linking.hint_over.connect(window.telling.hint_over)
    window.occurring.hint.connect(window.telling.hint)
    window.occurring.closed.connect(window.finding.show_again)
    window.calling.claim_wanted.connect(window.reading.open)
    window.finding.bar_made.connect(lambda bar: window.panes.insert_after(window.view, bar))
    window.finding.tag_wanted.connect(window.marking.tag)
    window.editor.claim_wanted.connect(window.reading.pick)
    window.editor.link_wanted.connect(window.linking.begin)
    window.focus_mode.turned.connect(window.focus_turned)
    window.undoing.known.connect(window.show_turns)
    window.undoing.turned.connect(lambda changes: window.reading.take_to(changes.claims))
    window.articles.article_picked.connect(window.reading.open)
    window.articles.hit_chosen.connect(window.reading.open)
    window.articles.details_wanted.connect(window.chores.edit_details)
    window.articles.remove_wanted.connect(window.chores.remove_article)
    window.listing.filled.connect(window.list_filled)
    window.importing.opened.connect(window.reading.open)
    window.marking.hint.connect(window.telling.hint)
    window.marking.editor_wanted.connect(window.show_editor)
    window.marking.tagging.connect(lambda on: _allow_ahead(window, on))
    window.chores.open_wanted.connect(window.reading.open)
    window.chores.library_wanted.connect(window.library_wanted)
    window.chores.me_known.connect(window.status.show_me)
    window.comfort.keys_known.connect(window.show_keys)
    window.show_keys(window.comfort.keys)
    window.comfort.zoom_chosen.connect(window.view.set_zoom)
    window.comfort.columns_chosen.connect(window.view.set_columns)
    window.comfort.face_chosen.connect(window.view.set_face)
    window.reading.claim_shown.connect(lambda _: _tell_tag(window))
    window.reading.counted.connect(lambda: _tell_tag(window))
    window.editor.codebook_wanted.connect(window.comfort.show_codebook)
    window.editor.back_to_article.connect(window.view.setFocus)
    window.editor.show_span.connect(window.view.scroll_to)
    window.panes.library_focused.connect(window.undoing.focus_library)
    window.status.me_wanted.connect(window.people.choose)
    window.people.preferences_wanted.connect(window.comfort.show_preferences)
    window.people.page_wanted.connect(lambda: _go_to_page(window))
    window.people.asking.connect(lambda strip: window.panes.insert_after(window.view, strip))
    window.status.zoom_wanted.connect(lambda: window.view.set_zoom(100))
    window.view.zoom_changed.connect(window.zoomed)
    window.session.changed.connect(window.article_gone)
    window.look.changed.connect(window.apply_theme)


def _go_to_page(window: "MainWindow") -> None:
    (window.view if window.reading.page else window.welcome).setFocus()


def _join_colleagues(window: "MainWindow") -> None:
    """What comes from colleagues and goes to them."""
    window.reviewing.hint.connect(window.telling.hint)
    window.reviewing.told.connect(window.hearing.tell)
    window.review_tab.panel_wanted.connect(lambda: window.show_tab(window.side.people_page))
    window.review_tab.send_wanted.connect(window.actions_["send"].trigger)
    window.importing.review_files.connect(lambda files: window.merging.take_files(files))
    window.taken.connect(window.taken_in)
    window.view.beside_made.connect(lambda card: window.panes.insert_after(window.view, card))
    window.agreeing.claim_wanted.connect(window.reading.open)
    window.agreeing.article_wanted.connect(window.reading.open)


def _join_care(window: "MainWindow") -> None:
    """What keeps the library whole."""
    window.keeping.restore_wanted.connect(window.restore_wanted)
    window.keeping.salvage_wanted.connect(window.salvage_wanted)
    window.keeping.strip_made.connect(lambda strip: window.panes.insert_after(window.articles.pages, strip))
    window.closing.connect(window.keeping.end)
    window.telling.elsewhere_wanted.connect(window.keeping.save_elsewhere)


def _allow_ahead(window: "MainWindow", on: bool) -> None:
    """While a claim is on its way to the disk, what is done with claims can be asked already."""
    window.actions_.enable(WITH_CLAIM, on or window.reading.picked is not None)
    if on:
        window.actions_["undo"].setEnabled(True)
    else:
        window.undoing.refresh()


def _row_picked(window: "MainWindow", claim: str) -> None:
    """A row of the list picks its claim, unless a claim is being chosen for a link."""
    if window.linking.choose(claim):  # the list goes back to its row once it has done with the click
        QTimer.singleShot(0, window, lambda: window.claims.pick(window.reading.picked))
    else:
        window.reading.pick(claim)


def _tell_tag(window: "MainWindow") -> None:
    """A codebook in sight follows the picked claim."""
    line = window.reading.line(window.reading.picked or "")
    window.comfort.know_tag(line.tag if line else None)
