"""Sentences about what a file can hold, and what of an export stays out of it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "cli.help.formats": "List the formats: their names, endings, and whether they come in or go out.",
    "export.is_library": "{name} is the library itself, and was left as it is. Choose another name.",
    "export.is_beside": "{name} would be written twice: another file that belongs to this format gets that name. Choose a name that ends in {ending}.",
    "export.beside_exists": "{name}, which belongs beside the file, is there already with something else in it, and was left as it is. Choose another name.",
    "feature.articles": "several articles",
    "feature.dates": "when claims were made",
    "feature.details": "where articles appeared",
    "feature.evidence": "evidence",
    "feature.links": "links between claims",
    "feature.notes": "notes",
    "feature.overlaps": "overlapping claims",
    "feature.people": "who marked them",
    "feature.places": "pages and times",
    "feature.points": "open points",
    "feature.responses": "right of reply",
    "feature.reviews": "reviews and comments",
    "feature.sign-off": "sign-off",
    "feature.sources": "who says it",
    "feature.status": "status and corrections",
    "feature.text": "the text",
    "formats.articles_in": "articles in",
    "formats.beside": "Beside it, under the same name: {endings}.",
    "formats.claims_in": "claims in",
    "formats.group.people": "For people",
    "formats.group.sources": "References",
    "formats.group.tools": "For programs",
    "formats.needs": "(needs {package})",
    "formats.needs_package": "It needs the package {package}, which comes with the extra “inception”.",
    "formats.out": "out",
    "losses.articles": (
        "The file holds one article only; {count} was chosen.",
        "The file holds one article only; {count} were chosen.",
    ),
    "losses.dates": (
        "Not in the file: when {count} claim was made and changed.",
        "Not in the file: when {count} claims were made and changed.",
    ),
    "losses.details": (
        "Not in the file: where and when {count} article appeared.",
        "Not in the file: where and when {count} articles appeared.",
    ),
    "losses.evidence": (
        "Not in the file: the evidence on {count} claim.",
        "Not in the file: the evidence on {count} claims.",
    ),
    "losses.links": (
        "Not in the file: {count} link from a denial to what it answers.",
        "Not in the file: {count} links from denials to what they answer.",
    ),
    "losses.notes": (
        "Not in the file: the note or plain words of {count} claim.",
        "Not in the file: the notes or plain words of {count} claims.",
    ),
    "losses.only_sources": (
        "The file holds sources only, and nothing of {count} claim.",
        "The file holds sources only, and nothing of {count} claims.",
    ),
    "losses.overlaps": (
        "The file cannot hold claims that overlap; {count} claim does.",
        "The file cannot hold claims that overlap; {count} claims do.",
    ),
    "losses.people": (
        "Not in the file: who marked {count} claim.",
        "Not in the file: who marked {count} claims.",
    ),
    "losses.places": (
        "Not in the file: the pages or times of {count} article.",
        "Not in the file: the pages or times of {count} articles.",
    ),
    "losses.points": (
        "Not in the file: {count} open point.",
        "Not in the file: {count} open points.",
    ),
    "losses.responses": (
        "Not in the file: the right of reply on {count} claim.",
        "Not in the file: the right of reply on {count} claims.",
    ),
    "losses.reviews": (
        "Not in the file: what colleagues said of {count} claim.",
        "Not in the file: what colleagues said of {count} claims.",
    ),
    "losses.sign-off": (
        "Not in the file: the sign-off of {count} article.",
        "Not in the file: the sign-offs of {count} articles.",
    ),
    "losses.sources": (
        "Not in the file: who says {count} claim.",
        "Not in the file: who says {count} claims.",
    ),
    "losses.status": (
        "Not in the file: the status of {count} claim.",
        "Not in the file: the statuses of {count} claims.",
    ),
    "losses.text": (
        "Not in the file: the text of {count} article.",
        "Not in the file: the texts of {count} articles.",
    ),
}
