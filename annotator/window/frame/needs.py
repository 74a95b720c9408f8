"""What an action needs before it can do anything."""

#: Actions that need an open article.
WITH_ARTICLE = ("details", "remove_article", "allegation", "denial", "fact", "copy_formatted")

#: Actions that need a picked claim.
WITH_CLAIM = (
    "said_by",
    "evidence",
    "plain_words",
    "note",
    "delete",
    "start_earlier",
    "start_later",
    "end_earlier",
    "end_later",
)
