"""What a screen reader says of the article's page."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "speech.ticked": "{sentence} (ticked as read)",
    "speech.more_claims": ("{count} more claim here", "{count} more claims here"),
    "speech.choose": (
        "Choose the claim with Enter, or press Escape.",
        "Choose one of {count} claims: a number, up and down and Enter, or a click. Escape ends it.",
    ),
    "speech.candidate": "Number {number}: {claim}",
    "speech.choice_over": "Nothing more is being chosen.",
}
