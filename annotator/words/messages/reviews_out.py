"""What colleagues said of a claim, as exports tell it."""

SENTENCES = {
    "export.comments": "Comments",
    "export.review.agreed": "{name} agrees",
    "export.review.changed": "{name} has another version",
    "export.review.rejected": "{name} rejects it",
    "export.review.to discuss": "{name} wants to discuss it",
    "export.review_outdated": "{review} (before the claim was changed)",
    "export.review_why": "{review}: {reason}",
}
