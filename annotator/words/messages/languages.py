"""The languages that samples are written in."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "language.ar": "Arabic",
    "language.de": "German",
    "language.en": "English",
    "language.es": "Spanish",
    "language.zh": "Chinese",
}
