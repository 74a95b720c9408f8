"""The web page from its template and stylesheet in `resources/page`."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from annotator.formats.writers.characters import printable
from annotator.formats.writers.outline import ArticleOutline, outline
from annotator.formats.writers.passages import passages, without_title
from annotator.formats.writers.web_page.marks import KEYS, LEVELS, Marks
from annotator.formats.writers.web_page.notes import Notes, words_and_links
from annotator.host.paths import resource
from annotator.model.enums import Tag
from annotator.model.points import Level
from annotator.model.views import ArticleExport
from annotator.text.direction import begins_right
from annotator.words import say

if TYPE_CHECKING:
    from jinja2 import Environment

#: Paragraphs and claims from which on those out of sight are not laid out.
_MANY = 300


def pieces(articles: tuple[ArticleExport, ...]) -> Iterator[str]:
    """The page in pieces: head, articles, end."""
    page = _environment().get_template("page.html").module
    outlines = [outline(article) for article in articles]
    counts = Counter(claim.tag for article in outlines for claim in article.claims)
    prefixes = [f"a{n}" if len(articles) > 1 else "" for n in range(1, len(articles) + 1)]
    yield page.head(list(zip(prefixes, outlines, strict=True)), counts)  # type: ignore[attr-defined]
    for prefix, article, told in zip(prefixes, articles, outlines, strict=True):
        level = 2 if prefix else 1
        yield page.article(_Shown(article, told, prefix, level), level)  # type: ignore[attr-defined]
    yield page.foot()  # type: ignore[attr-defined]


class _Shown:
    """What the template needs of one article."""

    def __init__(self, article: ArticleExport, told: ArticleOutline, prefix: str, level: int) -> None:
        self.told, self.prefix, self.language = told, prefix, article.language
        self.right = begins_right(article.text)
        marks = Marks([claim.tag for claim in article.claims], prefix)
        found = passages(article.text, [claim.span for claim in article.claims])
        notes = Notes(told, prefix, level + 1)
        self.paragraphs = [
            (paragraph.html, [notes.note(note) for note in paragraph.notes])
            for paragraph in map(marks.paragraph, without_title(found, told.title))
        ]
        self.many = len(self.paragraphs) + len(article.claims) > _MANY
        self.must = sum(len(group.points) for group in told.points if group.level is Level.MUST)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader

    made = Environment(
        autoescape=True,
        loader=FileSystemLoader(resource("page")),
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    made.filters["words"] = words_and_links
    made.globals.update(say=say, tags=list(Tag), begins_right=begins_right, style=_style())
    return made


def _style() -> str:
    """The stylesheet with the window's colours, and one rule for each claim of a paragraph."""
    themes = {name: _colours(name) for name in ("light", "dark", "contrast", "contrast_dark")}
    sheet = resource("page/page.css").read_text(encoding="utf-8")
    for name, colours in themes.items():
        sheet = sheet.replace(f"/*{name}*/", colours)
    together = (_together(key) for key in range(1, KEYS + 1))
    levels = (
        f".text .l{level} {{ text-underline-offset: {0.2 + 0.2 * level:.1f}em }}" for level in range(LEVELS)
    )
    return "\n".join((sheet, *levels, *together))


def _together(key: int) -> str:
    """A claim lights up with its note, whichever of them the pointer is at or a link led to."""
    mark, note = f"mark.k{key}", f".note.k{key}"
    asked = (
        f"{note}:hover",
        f"{note}:target",
        f"{mark}:target",
        f"{mark} > a:hover",  # its own words, not those of a claim within it
    )
    row = f".row:is({', '.join(f':has({one})' for one in asked)})"
    return f"""{row} {mark} {{ background: var(--lit); }}
{row} {note} {{ background: var(--card); box-shadow: 0 0 0 1px var(--line); }}
.row:has({mark}:target) {note} .rest {{ display: block; }}
.row:has({mark}:target) {note} .more {{ display: none; }}"""


def _colours(name: str) -> str:
    """The custom properties of a theme of the window."""
    theme = json.loads(resource(f"themes/{name}.json").read_text(encoding="utf-8"))
    plain = (
        f"--{part}: {theme[part]};"
        for part in ("page", "panel", "card", "line", "border", "ink", "secondary", "accent")
    )
    tagged = (
        f"--{Tag(tag).letter.lower()}-{part}: {colour};"
        for tag, colours in theme["tags"].items()
        for part, colour in (
            ("mark", colours["mark"]),
            ("letter", colours["letter"]),
            ("tint", f"{colours['tint']}{round(theme['tint'] * 255):02x}"),
            ("lit", f"{colours['tint']}{round(min(1, theme['tint'] * 2) * 255):02x}"),
        )
    )
    return " ".join((*plain, *tagged))
