"""Sentences about saving: when it waits, when it goes on, when it stops."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "library.doubtful": "{path} could not be read here ({reason}). The library is being checked. What was saved was left as it is.",
    "library.hurt": "Part of this library is damaged, so nothing more is written to it. This was not done. What was saved before was left as it is.",
    "library.hurt_here": "This cannot be shown: it stands in the damaged part of the library.",
    "saving.elsewhere": "Save to another place…",
    "saving.kept": "What was not saved is kept in this window and tried again by itself.",
    "saving.moved": "Everything is saved now, in {path}. Work goes on there; the library at the old place stays as it was.",
}
