from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given

from annotator.formats.readers import html
from annotator.formats.redact import Disclosure, redact
from annotator.formats.writers import web_page
from annotator.formats.writers.characters import printable
from annotator.formats.writers.passages import passages
from annotator.model.views import ArticleExport
from tests.formats.documents import WHOLE, WITH_UNWORDED
from tests.formats.exported import ARABIC, ARTICLE, DENIAL_QUOTE, INNER_QUOTE
from tests.formats.golden import assert_golden
from tests.formats.strategies import articles

ACTIVE = ("script", "img", "iframe", "object", "embed", "link", "base", "form", "svg", "video", "audio")


def page_of(*exported: ArticleExport) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(b"".join(web_page.write(exported)).decode())


def test_golden_but_for_the_stylesheet() -> None:
    page = b"".join(web_page.write(redact((WITH_UNWORDED,), Disclosure())))
    head, _, rest = page.partition(b"<style>")
    assert_golden("page.html", head + b"<style>" + rest[rest.index(b"</style>") :])


@given(articles())
def test_the_text_is_whole_and_stands_in_its_paragraphs(article: ArticleExport) -> None:
    untitled = replace(article, title="another title")
    shown = [found.text_content() for found in page_of(untitled).xpath("//div[@class='row']/p")]
    # HTML drops one line end that follows a tag; the text's paragraphs hold none there.
    wanted = [printable(found.words) for found in passages(article.text, ())]
    assert [words.replace("\r", "") for words in shown] == wanted


@given(articles())
def test_every_link_leads_somewhere_and_every_anchor_is_one(article: ArticleExport) -> None:
    page = page_of(article, article)
    anchors = [element.get("id") for element in page.xpath("//*[@id]")]
    assert len(anchors) == len(set(anchors))
    inner = [link.get("href") for link in page.xpath("//a[starts-with(@href, '#')]")]
    assert {href[1:] for href in inner} <= set(anchors)
    for n in (1, 2):
        for number in range(1, len(article.claims) + 1):
            assert {f"a{n}c{number}", f"a{n}n{number}"} <= set(anchors)


def test_marks_nest_as_claims_do_and_are_split_where_they_overlap() -> None:
    page = page_of(WHOLE)
    (denial,), (inner,) = page.xpath("//*[@id='c1']"), page.xpath("//*[@id='c2']")
    assert denial.text_content() == DENIAL_QUOTE
    assert inner.text_content() == INNER_QUOTE
    assert inner in list(denial.iterdescendants())
    text = "abcdefghij"
    crossing = [
        replace(ARABIC, id=str(n), span=type(ARABIC.span)(start, end), quote=text[start:end])
        for n, (start, end) in enumerate(((0, 6), (4, 8)))
    ]
    marks = page_of(replace(ARTICLE, text=text, claims=tuple(crossing))).xpath("//mark")
    assert [mark.text_content() for mark in marks] == ["abcdef", "ef", "gh"]
    assert [mark.get("id") for mark in marks] == ["c1", "c2", None]
    assert [len(mark.xpath("a[@class='no']")) for mark in marks] == [1, 1, 0]


def test_a_denial_leads_to_the_words_it_answers_and_back() -> None:
    page = page_of(WHOLE)
    assert [link.get("href") for link in page.xpath("//*[@id='n1']//dl//a[starts-with(@href, '#c')]")] == [
        "#c2"
    ]
    assert [link.get("href") for link in page.xpath("//*[@id='n2']//dl//a[starts-with(@href, '#c')]")] == [
        "#c1"
    ]
    assert [link.get("href") for link in page.xpath("//*[@id='n1']//dl//a[starts-with(@href, '#s')]")] == [
        "#s1",
        "#s2",
        "#s3",
        "#s2",
    ]


def test_nothing_is_active_and_nothing_comes_from_elsewhere() -> None:
    page = page_of(WHOLE)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']")
    assert policy.get("content").startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not page.xpath("|".join(f"//{name}" for name in ACTIVE))
    for element in page.iter():
        assert not any(name.startswith("on") or name in {"style", "src", "srcset"} for name in element.attrib)
    outer = [link.get("href") for link in page.xpath("//a") if not link.get("href").startswith("#")]
    assert outer
    assert all(href.startswith(("http://", "https://")) for href in outer)
    (style,) = page.xpath("//style")
    assert "url(" not in style.text_content()
    assert "@import" not in style.text_content()


def test_a_number_in_brackets_that_is_no_source_is_no_link() -> None:
    noted = replace(ARTICLE.claims[0].evidence[0], locator="room [7]")
    claim = replace(ARTICLE.claims[0], evidence=(noted,))
    (value,) = page_of(replace(ARTICLE, claims=(claim,))).xpath("//div[@class='rest']//dd")[:1]
    assert "room [7]" in value.text_content()
    assert [link.text for link in value.xpath(".//a[starts-with(@href, '#s')]")] == ["[3]"]


def test_a_title_that_begins_the_text_is_not_said_twice() -> None:
    page = page_of(WHOLE)
    assert [found.text_content() for found in page.xpath("//h1")] == [WHOLE.title]
    assert page.xpath("//div[@class='row']/p")[0].text_content().startswith("The mayor")
    assert (
        len(page_of(replace(WHOLE, title="x")).xpath("//div[@class='row']"))
        == len(page.xpath("//div[@class='row']")) + 1
    )


def test_language_and_direction() -> None:
    arabic = replace(ARTICLE, text=ARABIC.quote, language="ar", claims=(), title="x")
    page = page_of(arabic)
    assert page.get("lang") == "en"
    (article,) = page.xpath("//article")
    assert article.get("dir") == "rtl"
    assert page.xpath("//div[@class='row']/p")[0].get("lang") == "ar"
    assert page_of(ARTICLE).xpath("//article")[0].get("dir") is None


def test_several_articles_have_contents() -> None:
    page = page_of(WHOLE, ARTICLE)
    assert page.xpath("//title")[0].text == "2 articles"
    assert [link.get("href") for link in page.xpath("//nav//a")] == ["#a1", "#a2"]
    assert len(page.xpath("//h1")) == 1
    assert [found.tag for found in page.xpath("//article/header/*[1]")] == ["h2", "h2"]
    assert "2 denials" in page.xpath("//div[@class='bar']")[0].text_content()


def test_no_article_is_a_page_too() -> None:
    assert page_of().xpath("//title")[0].text == "0 articles"


@pytest.mark.parametrize("words", ["The mayor denied", "Her aide said"])
def test_it_is_read_again_as_an_article(words: str) -> None:
    content = html.read(b"".join(web_page.write((WHOLE,))), "page.html")
    assert words in "\n".join(block.text for block in content.blocks) or words in content.text
