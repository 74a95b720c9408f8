"""What documents for people say of an article beside its claims, and how they let one read on."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    # What they are called
    "format.html": "Web page",
    "format.pdf": "PDF",
    # Where a claim stands
    "export.where": "Where",
    # After the claims
    "export.corrections": "Corrections",
    "export.correction": "Claim {number}: {words}",
    "export.correction_unworded": "“{words}” needs a change",
    "export.points": "Open points",
    "export.about_claim": "claim {number}",
    "export.sign_off": "Sign-off",
    "export.signed_by": "Signed off by {name}, {day}, {time}",
    "export.remarks": "Remarks",
    "export.claims": "Claims",
    # In documents with the article's text
    "document.label": "{label}:",
    "document.numbered_tag": "{tag} {number}",
    "document.page_of": "{page} of {pages}",
    # On a web page; the language is its code, as in the attribute lang
    "page.language": "en",
    "page.several": ("{count} article", "{count} articles"),
    "page.show": "Show",
    "page.notes": "Notes",
    "page.notes_short": "in short",
    "page.notes_full": "in full",
    "page.notes_on": "Notes on this passage",
    "page.more": "More",
    "page.to_words": "To the words",
    "page.must": ("{count} open point must be settled", "{count} open points must be settled"),
    "page.old": "Old words",
    "page.new": "New words",
    "page.why": "Why",
    "page.claim": "Claim",
    # PDF files that were not made
    "printing.too_slow": "The PDF was not made, as it took longer than {minutes} minutes. Choose fewer articles, or another format.",
    "printing.stopped": "The PDF was not made, as the program that lays it out stopped. Choose fewer articles, or another format.",
}
