"""Where a passage stood in the file that its article came from: on which page, at what time; how it came."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    # How it came in
    "details.fetched": "Fetched from {host} on {day}.",
    # Among other words
    "where.page": "page {first}",
    "where.pages": "pages {first}–{last}",
    "where.time": "at {first}",
    "where.times": "{first} to {last}",
    # By itself
    "where.alone.page": "Page {first}",
    "where.alone.pages": "Pages {first}–{last}",
    "where.alone.time": "{first}",
    "where.alone.times": "{first}–{last}",
}
