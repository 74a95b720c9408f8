"""The words for tags, kinds of sources and the like."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "tag.allegation": "Allegation",
    "tag.denial": "Denial",
    "tag.reported fact": "Reported fact",
    "kind.person": "person",
    "kind.organisation": "organisation",
    "kind.document": "document",
    "kind.dataset": "dataset",
    "kind.news report": "news report",
    "kind.anonymous": "anonymous",
    "kind.article itself": "in its own voice",
    "kind.not named": "nobody is named",
    "source.article itself": "The article itself",
    "source.not named": "Not named in the text",
    "source.confidential": "a confidential source",
    "stance.supports": "supports",
    "stance.contradicts": "contradicts",
    "stance.context": "context",
}
