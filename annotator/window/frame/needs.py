"""What an action needs before it can do anything."""

#: Actions that need an open article.
WITH_ARTICLE = (
    "details",
    "remove_article",
    "copy_formatted",
    "find",
    "find_next",
    "find_previous",
    "allegation",
    "denial",
    "fact",
    "tag_all",
    "next_sentence",
    "previous_sentence",
    "nothing_here",
    "next_point",
    "previous_point",
    "tab_claims",
    "tab_points",
    "tab_review",
    "tab_history",
    "focus_mode",
)

#: Actions that need a picked claim.
WITH_CLAIM = (
    "said_by",
    "check_said_by",
    "link",
    "response",
    "evidence",
    "status",
    "plain_words",
    "note",
    "delete",
    "start_earlier",
    "start_later",
    "end_earlier",
    "end_later",
)
