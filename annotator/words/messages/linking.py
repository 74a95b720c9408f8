"""Linking, ticking and what the window says while one marks."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "palette.go_to": "Go to “{title}”",
    "palette.picked_claim": "picked claim",
    "palette.set_status": "Status: {status}",
    "link.choose": "Choose by number, with the arrows and Enter, or by a click. Escape gives up.",
    "link.no_allegation": "There is no allegation left in this article that this denial could answer.",
    "link.no_denial": "There is no denial left in this article that could answer this allegation.",
    "link.not_a_fact": "A reported fact answers nothing and is not answered. Pick a denial or an allegation.",
}
