"""Sentences about files of other tools: what they are called, what of them cannot be read or written."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "format.w3c": "Web Annotation (W3C)",
    "format.brat": "brat (ZIP)",
    "format.brat ann": "brat (.ann and .txt)",
    "format.doccano": "doccano",
    "format.label studio": "Label Studio",
    "format.inception": "INCEpTION (UIMA CAS, ZIP)",
    "format.inception json": "INCEpTION (UIMA CAS, JSON)",
    "format.refi-qda": "REFI-QDA project",
    "exchange.foreign": "{name} holds no claims or annotations that can be read. Nothing was taken in.",
    "exchange.left": (
        "{count} entry of a kind that has no place here was passed over: {what}.",
        "{count} entries of a kind that has no place here were passed over: {what}.",
    ),
    "exchange.line_ends": (
        "{count} claim begins or ends with a line end, which is left out.",
        "{count} claims begin or end with a line end, which is left out.",
    ),
    "exchange.needs_text": "{name} only says where its annotations stand. Put the text beside it, as {beside}.",
    "exchange.needs_types": "{name} comes without its type system. Export it as a ZIP file, which has both.",
    "exchange.newer": "{name} was written by a newer version of Red Pencil. Update this one to read it.",
    "exchange.not_json": "{name} is no sound JSON: line {line} cannot be read. Nothing was taken in.",
    "exchange.not_sound": "{name} is damaged and cannot be read. Nothing was taken in.",
    "exchange.not_utf8": "{name} is not UTF-8: line {line} cannot be read. Nothing was taken in.",
    "exchange.nothing": "{name} holds no text and no annotations. Nothing was taken in.",
    "exchange.odd_json": "{name} holds numbers or lists that no file of annotations has. Nothing was taken in.",
    "exchange.one_article": "This kind of file holds one article. Choose one, or another kind of file.",
    "exchange.package": "{name} needs a package that is not installed: {package}. Install it and try again.",
    "exchange.remark": "{what}: {words}",
    "exchange.signs": (
        "{count} character that XML cannot hold is shown by a sign in the text.",
        "{count} characters that XML cannot hold are shown by signs in the text.",
    ),
    "exchange.inception_layers": "INCEpTION shows them in a project that has a span layer Claim and a relation layer Answers.",
    "exchange.too_much": "{name} holds more than can be read at once. Split it and try again.",
    "exchange.unread": (
        "{count} annotation could not be read: it does not say to which words it belongs.",
        "{count} annotations could not be read: they do not say to which words they belong.",
    ),
}
