"""Sentences of the palette."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "palette.field": "Find an action",
    "palette.hint": "Type a few letters of what you want to do",
    "palette.list": ("{count} action", "{count} actions"),
    "palette.none": "Nothing here can do that now.",
    "palette.with_keys": "{action}, {keys}",
}
