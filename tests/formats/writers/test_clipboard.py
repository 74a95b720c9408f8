from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given

from annotator.formats.readers.html_fragment import paragraphs
from annotator.formats.redact import Disclosure, redact
from annotator.formats.writers.clipboard import formatted
from annotator.model.views import ArticleExport
from tests.formats.documents import WITH_UNWORDED
from tests.formats.exported import ARABIC_QUOTE, ARTICLE, DENIAL_QUOTE
from tests.formats.golden import assert_golden
from tests.formats.strategies import articles


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_golden() -> None:
    html, plain = formatted(redact((WITH_UNWORDED,), Disclosure()))
    assert_golden("clipboard.html", html.encode())
    assert_golden("clipboard.txt", plain.encode())


@given(articles())
def test_nothing_but_our_own_elements_and_no_outside_things(article: ArticleExport) -> None:
    for tag, attributes in Elements(formatted((article,))[0]).found:
        assert tag in {
            "html",
            "head",
            "meta",
            "body",
            "h1",
            "h2",
            "p",
            "span",
            "b",
            "blockquote",
            "br",
            "ul",
            "ol",
            "li",
            "a",
        }
        assert set(attributes) <= {"style", "dir", "http-equiv", "content", "href"}
        assert "url(" not in (attributes.get("style") or "")


def test_links_are_web_addresses_only() -> None:
    links = [attributes["href"] for tag, attributes in Elements(formatted((ARTICLE,))[0]).found if tag == "a"]
    assert "https://harbour.example/a_b?c=1" in links
    assert all(link and link.startswith(("http://", "https://")) for link in links)


def test_both_sides_carry_tags_quotes_and_sources() -> None:
    html, plain = formatted((ARTICLE,))
    for words in ("Denial", DENIAL_QUOTE, ARABIC_QUOTE, "Ada | Møller", "Harbour ledger", "not recorded yet"):
        assert words in paragraphs(html)
        assert words in plain


def test_no_control_character_is_pasted_anywhere() -> None:
    noted = replace(ARTICLE, claims=(replace(ARTICLE.claims[0], note="a\x1b[2Jb\x9bc"),))
    for side in formatted((noted,)):
        assert "a\u241b[2Jb\ufffdc" in side
        assert "\x1b" not in side
