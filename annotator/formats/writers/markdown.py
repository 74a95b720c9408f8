"""Markdown to read or to print: every claim with its quote, who says it and what supports it.

Format: CommonMark 0.31. Words from outside are escaped, so that none of them can become a heading, a link,
a table or HTML.
"""

import re
from collections.abc import Iterable

from annotator.formats.kinds import Format, Group
from annotator.formats.readers import plain
from annotator.formats.writers.characters import printable
from annotator.formats.writers.outline import ArticleOutline, ClaimOutline, Fact, outline
from annotator.formats.writers.phrases import addresses_apart
from annotator.model.features import Feature
from annotator.model.views import ArticleExport

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~#$]")
_AT_START = re.compile(r"^(\s*\d{0,9})([-+=.):])")
_OUTER_BLANKS = re.compile(r"^\s+|\s+$")


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The articles one after the other, a rule between them."""
    for n, article in enumerate(articles):
        text = "\n\n".join(_blocks(outline(article))) + "\n"
        yield ("\n---\n\n" if n else "").encode() + text.encode()


def escaped(line: str) -> str:
    """One line that shows as exactly these characters."""
    return _at_start(_anywhere(line))


def _with_addresses(line: str) -> str:
    """The same with web addresses as links."""
    pieces = (f"<{printable(piece)}>" if link else _anywhere(piece) for piece, link in addresses_apart(line))
    return _at_start("".join(pieces))


def _anywhere(words: str) -> str:
    return _ANYWHERE.sub(r"\\\g<0>", printable(words))


def _at_start(line: str) -> str:
    """Nothing at its start makes a list or a heading, no blanks at its ends make code or a break."""
    return _OUTER_BLANKS.sub(_blanks_kept, _AT_START.sub(r"\1\\\2", line))


def _blanks_kept(blanks: re.Match[str]) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks[0])


def _blocks(article: ArticleOutline) -> Iterable[str]:
    yield f"# {escaped(article.title)}"
    if article.appeared:
        yield _list(article.appeared)
    yield escaped(article.summary)
    for claim in article.claims:
        yield f"## {claim.number}. {escaped(claim.heading)}"
        yield _quote(claim)
        yield "\n".join(map(_fact, claim.facts))
    for section in article.sections:
        yield f"## {escaped(section.heading)}"
        for name, lines in section.parts:
            if name:
                yield f"### {escaped(name)}"
            yield _numbered(lines) if section.numbered else _list(lines)


def _quote(claim: ClaimOutline) -> str:
    return "\n>\n".join(f"> {escaped(line)}" for line in _lines(claim.quote))


def _fact(fact: Fact) -> str:
    label = f"- **{escaped(fact.label)}:**"
    if len(fact.values) == 1:
        return f"{label} {_words(fact.values[0], '  ')}"
    return "\n".join((label, *(f"  - {_words(value, '    ')}" for value in fact.values)))


def _list(values: Iterable[str]) -> str:
    return "\n".join(f"- {_words(value, '  ')}" for value in values)


def _numbered(values: Iterable[str]) -> str:
    items = ((f"{n}. ", value) for n, value in enumerate(values, start=1))
    return "\n".join(number + _words(value, " " * len(number)) for number, value in items)


def _words(words: str, indent: str) -> str:
    """Words that stay inside their list item; their lines are broken where they were."""
    return f"\\\n{indent}".join(map(_with_addresses, _lines(words)))


def _lines(words: str) -> list[str]:
    """The lines in which anything stands."""
    return [line for line in re.split("\r\n|[\r\n]", words) if line.strip()]


#: As an article it is read as it is, marks and all, so that positions hold in the file it came from.
FORMAT = Format(
    "markdown",
    (".md", ".markdown"),
    Group.PEOPLE,
    read=plain.read,
    write=write,
    tells=frozenset(Feature) - {Feature.TEXT},
)
