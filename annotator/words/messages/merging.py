"""Taking in a colleague's file: the step, what is refused, and the command line."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "cli.help.merge": "Take in colleagues’ review files; prints what came in. A file that cannot be taken is said, the others come in.",
    "cli.option.trust": "Take in also what would be set aside: entries in the name of somebody who works here.",
    "merge.cli_article": "{title}: new claims {claims}, changed {changed}, removed {removed}, answers {reviews}, comments {comments}, other {other}",
    "merge.cli_from": "{file}, from {sender}",
    "merge.cli_hidden": "{title}: colleagues’ tags stay hidden from you until you are done",
    "merge.cli_match": "The source “{name}” is in the register already. Join the two in the window if they are one.",
    "merge.cli_set_aside": (
        "{count} entry was set aside: it is in the name of {name}, who works here, but comes from another device.",
        "{count} entries were set aside: they are in the name of {name}, who works here, but come from another device.",
    ),
    "merge.nothing_new": "All of it is in the library already. Nothing was changed.",
    "merge.other_text": "This file holds another text for an article that is in the library. Nothing was taken from it. Ask for it to be sent again.",
    "step.merge": "Take in the file from {name}",
}
