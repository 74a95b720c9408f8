"""What Hypothesis writes of its annotations, which is nearly a Web Annotation."""

from annotator.formats.exchange.loading import Object, a_list, an_object, words

_REPLIED = "urn:hypothesis:"


def is_hypothesis(found: Object) -> bool:
    """Whether an object is an annotation as the API and the export of Hypothesis have it."""
    return isinstance(found.get("user"), str) and "uri" in found and "target" in found


def as_annotation(found: Object) -> Object:
    """The same as a Web Annotation: tags, words, who wrote it, and what it replies to."""
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in a_list(found.get("tags"))]
    text = {"type": "TextualBody", "purpose": "commenting", "value": words(found.get("text"))}
    replied = [words(one) for one in a_list(found.get("references"))]
    user = words(found["user"])
    shown = words(an_object(found.get("user_info")).get("display_name"))
    page = words(found["uri"])
    targets = [{"source": page, **target} for target in a_list(found["target"]) if isinstance(target, dict)]
    titles = a_list(an_object(found.get("document")).get("title"))
    return {
        "id": _REPLIED + words(found.get("id")),
        "motivation": "highlighting",
        "title": words(titles[0]) if titles else "",
        "creator": {"id": user, "name": shown or user.removeprefix("acct:").partition("@")[0]},
        "created": words(found.get("created")),
        "modified": words(found.get("updated")),
        "body": [*tags, text],
        "target": _REPLIED + replied[-1] if replied else targets or page,
    }
