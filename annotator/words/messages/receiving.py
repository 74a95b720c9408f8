"""Sentences about claims of other tools that come in."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "gone.remarks": "That remark is gone. Nothing was changed.",
    "receiving.by": "{label} ({name})",
    "receiving.marked": "Marked",
    "receiving.named_as": "Named as “{words}”.",
    "receiving.nobody": "Somebody ({format})",
    "receiving.nothing_new": "All of it is in the library already. Nothing was changed.",
    "receiving.quoted": "“{quote}”",
    "receiving.remark": "{format}: {remark}",
    "step.remove_remark": "Remove a remark",
    "step.take_claims": "Take in the claims of {name}",
}
