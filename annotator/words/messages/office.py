"""Sentences about what word processors, readers, mail programs and subtitles hold."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    # Formats
    "format.epub": "Electronic book (EPUB)",
    "format.mail": "E-mail",
    "format.odt": "OpenDocument text",
    "format.rtf": "Rich Text Format",
    "format.subtitles": "Subtitles",
    # Files that were refused, of whatever format
    "file.damaged": "{name} is damaged. Nothing was taken from it. Fetch it once more, or open it in the program it belongs to and save it anew.",
    "file.locked": "{name} is locked with a password. Nothing was taken from it. Save it without the password in the program it belongs to, then open that.",
    "file.unsafe": "{name} is built as no program builds such a file, perhaps to do harm. Nothing was taken from it. Ask whoever sent it for the plain text.",
    # Articles in: what was refused
    "article.epub_protected": "{name} is locked by its publisher, so no other program can read it. Nothing was opened. Ask the publisher for the text.",
    "article.no_cues": "In {name} there are no subtitles with times. Nothing was opened. If it is plain text, rename it to end in .txt.",
    "article.not_epub": "{name} is not an electronic book, whatever its name says. Nothing was opened. Open it in the program it belongs to, and save it there as .epub or plain text.",
    "article.not_mail": "{name} is not an e-mail, whatever its name says. Nothing was opened. Open it in the program it belongs to, and save it there as .eml or plain text.",
    "article.not_odt": "{name} is not an OpenDocument text, whatever its name says. Nothing was opened. Open it in the program it belongs to, and save it there as .odt or plain text.",
    "article.not_rtf": "{name} is not in Rich Text Format, whatever its name says. Nothing was opened. Open it in the program it belongs to, and save it there as .rtf or plain text.",
    # Articles in: what was left out or mended
    "article.attached_left_out": (
        "An attached file was left out: {names}.",
        "{count} attached files were left out: {names}.",
    ),
    "article.comments_left_out": (
        "A comment was left out.",
        "{count} comments were left out.",
    ),
    "article.cut_short": "The file ends before its words do. Check that it was saved or downloaded to the end.",
    "article.hidden_left_out": (
        "A hidden passage was left out.",
        "{count} hidden passages were left out.",
    ),
    "article.parts_left_out": (
        "A page of contents or a cover was left out.",
        "{count} pages were left out: contents, cover and the like.",
    ),
    "article.parts_missing": (
        "A chapter that the book names is not in the file.",
        "{count} chapters that the book names are not in the file.",
    ),
    "article.quotes_kept": (
        "A paragraph of an earlier mail is quoted. It begins with “>”.",
        "{count} paragraphs of earlier mails are quoted. They begin with “>”.",
    ),
}
