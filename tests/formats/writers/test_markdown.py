from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotator.formats.redact import Disclosure, redact
from annotator.formats.writers import markdown
from annotator.formats.writers.characters import printable
from annotator.formats.writers.markdown import escaped
from annotator.model.views import ArticleExport
from tests.formats.documents import WHOLE, WITH_UNWORDED
from tests.formats.exported import ARTICLE, FORMULA_QUOTE
from tests.formats.golden import assert_golden
from tests.formats.strategies import WORDS, articles

#: A reader of GitHub's dialect, the widest: what it takes literally, others do too.
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text_of(*exported: ArticleExport) -> str:
    return b"".join(markdown.write(exported)).decode()


def shown(tokens: list[Token]) -> str:
    """What a reader sees of one line."""
    return "".join(child.content for token in tokens for child in token.children or [])


def blockquotes(text: str) -> list[list[str]]:
    """The paragraphs that stand in each block quote."""
    found: list[list[str]] = []
    depth = 0
    for token in READER.parse(text):
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "blockquote_open":
            found.append([])
        if depth and token.type == "inline":
            found[-1].append(shown([token]))
    return found


def test_golden() -> None:
    assert_golden("export.md", b"".join(markdown.write(redact((WITH_UNWORDED,), Disclosure()))))


def test_summary_and_chain() -> None:
    text = text_of(ARTICLE)
    assert "1 allegation, 1 denial, 2 reported facts" in text
    assert "relayed by Jo Secret (a member of the mayor’s staff) \\[2\\] (“Her aide”)" in text
    assert [FORMULA_QUOTE.split("\n")[0], FORMULA_QUOTE.split("\n")[1]] in blockquotes(text)


@given(WORDS.map(lambda words: " ".join(words.split("\n"))).filter(str.strip))
def test_a_line_shows_as_its_characters(words: str) -> None:
    (_open, inline, _close) = READER.parse(escaped(words))
    assert _open.type == "paragraph_open"
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}
    assert shown([inline]) == printable(words)


@pytest.mark.parametrize(
    "line",
    [
        "# h",
        "- i",
        "+ i",
        "1. i",
        "12) i",
        "> q",
        "    code",
        "\tcode",
        "```",
        "~~~",
        "---",
        "===",
        "***",
        "___",
        "a | b",
    ]
    + [
        "<b>x</b>",
        "<!-- x",
        "[a](b)",
        "![a](b)",
        "[a]: http://b",
        "*a*",
        "_a_",
        "`a`",
        "&amp;",
        "a\\",
        "a  ",
        ": d",
        "C #",
    ],
)
def test_nothing_breaks_the_layout(line: str) -> None:
    (_open, inline, _close) = READER.parse(escaped(line))
    assert _open.type == "paragraph_open"
    assert shown([inline]) == line


@given(articles())
def test_every_quote_stands_in_its_own_block(article: ArticleExport) -> None:
    quotes = blockquotes(text_of(article))
    lines = [[line for line in claim.quote.split("\n") if line.strip()] for claim in article.claims]
    wanted = [list(map(printable, found)) for found in lines]
    assert [quote for quote in quotes if quote] == [lines for lines in wanted if lines]


def test_web_addresses_are_links_and_other_words_are_not() -> None:
    text = text_of(ARTICLE)
    assert "<https://harbour.example/a_b?c=1>" in text
    assert "javascript" not in text


def test_no_html_comes_through() -> None:
    class Collector(HTMLParser):
        tags: set[str] = set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags.add(tag)

    collector = Collector()
    collector.feed(READER.render(text_of(WHOLE)))
    assert collector.tags == {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "blockquote", "a", "br"}


def test_several_articles_are_parted() -> None:
    tokens = [token.type for token in READER.parse(text_of(ARTICLE, ARTICLE))]
    assert tokens.count("hr") == 1
    assert [t.tag for t in READER.parse(text_of(ARTICLE, ARTICLE)) if t.type == "heading_open"].count(
        "h1"
    ) == 2


@given(st.text(max_size=30))
def test_any_note_stays_in_its_item(note: str) -> None:
    noted = replace(ARTICLE, claims=(replace(ARTICLE.claims[1], note=note),))
    plain = replace(ARTICLE, claims=(replace(ARTICLE.claims[1], note="x"),))
    kinds = {token.type for token in READER.parse(text_of(noted))}
    assert kinds <= {token.type for token in READER.parse(text_of(plain))}
