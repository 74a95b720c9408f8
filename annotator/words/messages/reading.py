"""Sentences about reading files that nobody vouches for, one or a whole folder of them."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "article.some_already": (
        "Imported {count} article. Texts that were in the library already: {already}.",
        "Imported {count} articles. Texts that were in the library already: {already}.",
    ),
    "folder.too_many": "In these folders there are more than {limit} files. The first {limit} were read; import the others folder by folder.",
    "folder.unreadable": "The folder {name} cannot be read ({reason}). Its files were passed over.",
    "reading.passed_over": (
        "{count} file of another kind was passed over.",
        "{count} files of other kinds were passed over.",
    ),
    "reading.broke": "{name} could not be read: it is built in a way that Red Pencil does not understand. Nothing was opened. Save it anew in the program it belongs to, or as plain text.",
    "reading.holds_claims": "{name} holds claims of another tool, not an article. Nothing was opened. Import it as claims.",
    "reading.mislabelled": "It was read as what it is, whatever its name says: {format}.",
    "reading.not_started": "{name} could not be read: the part of Red Pencil that reads files did not start. Nothing was opened. Close other programs, or start Red Pencil anew; if that does not help, install it anew.",
    "reading.stopped": "{name} could not be read: the reader stopped in the middle of it. Nothing was opened. Save it anew in the program it belongs to, or as plain text.",
    "reading.too_much": "{name} was not read: the files before it hold more than {limit} million characters. Import the others afterwards.",
    "reading.too_large": "{name} could not be read: it needed too much memory. Nothing was opened. Split it into parts, or save it as plain text.",
    "reading.too_slow": "{name} could not be read: it took too long. Nothing was opened. Split it into parts, or save it as plain text.",
    "reading.unknown_claims": "{name} is in no format of claims that Red Pencil reads. Nothing was opened. “redpencil formats” lists those there are.",
    "receiving.lost": (
        "{count} quote does not stand in the text of “{title}”. It was kept as a remark.",
        "{count} quotes do not stand in the text of “{title}”. They were kept as remarks.",
    ),
    "receiving.no_article": "The article “{title}” is not in the library, and its text is not in the file. Its claims were left out.",
    "receiving.not_a_tag": (
        "“{label}” is none of the three tags. {count} passage was kept as a remark.",
        "“{label}” is none of the three tags. {count} passages were kept as remarks.",
    ),
    "step.import_many": ("Import {count} article", "Import {count} articles"),
}
