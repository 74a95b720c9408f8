"""Sentences of PDF files, whose paragraphs are guessed, and of mending paragraphs before an import."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "pdf.damaged": "{name} is a damaged PDF file. Nothing was opened. Fetch it once more, or ask whoever sent it.",
    "pdf.footnotes_left_out": (
        "{count} footnote was left out, with its mark in the text.",
        "{count} footnotes were left out, with their marks in the text.",
    ),
    "pdf.heads_left_out": (
        "{count} running head or page number was left out.",
        "{count} running heads and page numbers were left out.",
    ),
    "pdf.locked": "{name} is locked with a password. Nothing was opened. Save it without the password in a program that shows PDF files, then open that.",
    "pdf.no_words": "In {name} there are no words, only empty pages. Nothing was opened. Check that it is the right file.",
    "pdf.not_one": "{name} is not a PDF file, whatever its name says. Nothing was opened. Open it in the program it belongs to, and save it there as PDF.",
    "pdf.order_unsure": (
        "{count} line holds words from right to left whose order or letters the file does not tell for certain. Look at it closely.",
        "{count} lines hold words from right to left whose order or letters the file does not tell for certain. Look at them closely.",
    ),
    "pdf.pages_without_letters": (
        "{count} page is a picture without letters, so nothing of it could be read.",
        "{count} pages are pictures without letters, so nothing of them could be read.",
    ),
    "pdf.picture": "{name} is a picture of pages, as scanners make them: there are no letters in it to read. Nothing was opened. Have a program recognise its text (OCR), then open the result.",
    "pdf.too_many_pages": "{name} has more than {limit} pages, too many for one article. Nothing was opened. Save the pages you need as a file of their own.",
    # The preview
    "preview.join": "&Join with paragraph above",
    "preview.joined": (
        "Joined. {count} paragraph is left.",
        "Joined. {count} paragraphs are left.",
    ),
    "preview.leave_out": "&Leave out paragraph",
    "preview.left_out": (
        "Left out. {count} paragraph is left.",
        "Left out. {count} paragraphs are left.",
    ),
    "preview.nothing_left": "No paragraph is left.",
    "preview.page": "p. {page}",
    "preview.parted": ("Split. There is {count} paragraph.", "Split. There are {count} paragraphs."),
    "preview.redo": "Redo",
    "preview.redo_name": "Redo mending",
    "preview.redone": (
        "Done again. There is {count} paragraph.",
        "Done again. There are {count} paragraphs.",
    ),
    "preview.split": "Split &here",
    "preview.undo": "Undo",
    "preview.undo_name": "Undo mending",
    "preview.undone": (
        "Taken back. There is {count} paragraph.",
        "Taken back. There are {count} paragraphs.",
    ),
    "preview.where": "Paragraph {number} of {count}",
    "preview.where_page": "Paragraph {number} of {count}, page {place}",
    "preview.where_time": "Paragraph {number} of {count}, at {place}",
}
