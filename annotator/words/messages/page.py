"""Sentences about the article's page and its selection bar."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "page.article": "Article",
    "page.characters": ("{count} character", "{count} characters"),
    "page.imported_from": "imported from {file}",
    "page.words": ("{count} word", "{count} words"),
    "page.bar": "Mark the selection",
    "page.mark.allegation": "Mark as allegation",
    "page.mark.denial": "Mark as denial",
    "page.mark.reported fact": "Mark as reported fact",
    "page.said_by": "Said by",
    "page.set_said_by": "Set the selected words as the source of the picked claim",
}
