"""The quiet line under the heading that says where the article stood."""

from annotator.model.views import ArticlePage
from annotator.window.painted_words import isolated
from annotator.words import say
from annotator.words.dates import long_date

#: Up to so many code points words are counted one by one; in 1 MB that would take 20 ms.
_COUNTED = 100_000

#: Where words are longer than this on average, the script does not part them by spaces.
_LONG_WORDS = 12


def meta_line(page: ArticlePage) -> str:
    """Publisher, day, length and file of the article's first appearance, as far as they are known."""
    first = page.appearances[0] if page.appearances else None
    parts = [first.publisher, long_date(first.published)] if first is not None else []
    parts.append(_length(page.text))
    if first is not None and first.file:
        parts.append(say("page.imported_from", file=first.file))
    return " · ".join(isolated(part) for part in parts if part)


def _length(text: str) -> str:
    words = len(text.split()) if len(text) <= _COUNTED else _about_words(text)
    if len(text) > _LONG_WORDS * words:
        return say("page.characters", count=len(text))
    return say("page.words", count=words)


def _about_words(text: str) -> int:
    return text.count(" ") + text.count("\n") - text.count("\n\n") + 1
