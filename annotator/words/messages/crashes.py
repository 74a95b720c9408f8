"""What is said after a crash, and of the reports that can be handed on."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "crash.title": "Red Pencil ended unexpectedly",
    "crash.happened": "Red Pencil ended unexpectedly on {when}. Everything it had shown as saved is in your library.",
    "crash.about_report": "The report below says where in the program it happened. It holds nothing of your articles or of what you wrote, and was not sent to anybody. To have the fault mended, copy it and give it to whoever looks after Red Pencil for you.",
    "crash.report": "Report",
    "crash.copy": "Copy report",
    "crash.copied": "The report is on the clipboard.",
}
