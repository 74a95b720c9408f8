"""Names for who hears the window: what tells two controls apart that show the same word."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "access.kind_said_by": "Kind of the new source that says it",
    "access.kind_evidence": "Kind of the new source of evidence",
    "access.add_evidence": "Add the evidence",
    "access.save_evidence": "Save the evidence",
    "access.cancel_evidence": "Cancel the evidence",
    "access.add_anonymous": "Add the anonymous source",
    "access.cancel_anonymous": "Cancel the anonymous source",
    "access.clear": "Clear the field",
}
