"""What the doctor says of a library."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "doctor.chain": "Entry {entry} of the journal (about {table} {row}) is not as it was written.",
    "doctor.pages": "The file itself is damaged: {reason}. Open a copy from before.",
    "doctor.places": "The pages or times of text {text} do not lie one after the other inside it.",
    "doctor.quote": "Claim {claim} quotes “{quote}”, but that is not what stands at its place.",
    "doctor.reference": "Row {number} of {table} points to something in {parent} that is not there.",
    "doctor.row_added": "{table} {row} was written by something else than Red Pencil: the journal does not know it.",
    "doctor.row_changed": "{table} {row} is not as it was last written: something else than Red Pencil changed it.",
    "doctor.row_missing": "{table} {row} is in the journal, but not in the library any more.",
    "doctor.schema": "“{name}” is missing from the library’s schema, or is not as it should be.",
    "doctor.sentences": "The sentence boundaries of text {text} are not those of its sentences.",
    "doctor.sound": "All is well. Articles: {articles}. Claims: {claims}. Entries in the journal: {entries}.",
    "doctor.step": "Entry {entry} of the journal belongs to step {step}, which the history does not have.",
    "doctor.text": "Text {text} is not what was imported: its fingerprint is another.",
    "doctor.unreadable": "A part of the library could not be read ({part}: {reason}). Open a copy from before.",
}
