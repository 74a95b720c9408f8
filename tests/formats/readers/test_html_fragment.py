import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.readers.html_fragment import paragraphs


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<h1>Title</h1>\n  <div>One\n  and <b>more</b>.</div>", "Title\n\nOne and more."),
        ("<p>One<br>two<br/>three</p>", "One\ntwo\nthree"),
        ("<ul><li>a</li><li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("no tags at all", "no tags at all"),
        ("<p>&lt;b&gt; &amp; &eacute; &#128674; a&nbsp;b</p>", "<b> & é 🚢 a\u00a0b"),
        ("<script>alert('x')</script><style>p {}</style><title>t</title><p>words</p>", "words"),
        ("<p>one</p><script src='x'/><p>two</p>", "one\n\ntwo"),
        ("<p>unclosed <i>words", "unclosed words"),
        ("</p></script></pre><p>stray ends</p>", "stray ends"),
        ("<html><body><!--StartFragment--><p>piece</p><!--EndFragment--></body></html>", "piece"),
        ("<pre>line one\n  line   two</pre><p>a\nb</p>", "line one\nline two\n\na b"),
        ("<p> </p><div><br></div>", ""),
        ("", ""),
        ("<p>a < b and c > d</p>", "a < b and c > d"),
        ("<p>مرحبا</p><p>你好</p>", "مرحبا\n\n你好"),
        ("<img src='file:///etc/passwd' alt='x'><p>w</p>", "w"),
        ("<p>a</p>between<p>b</p>", "a\n\nbetween\n\nb"),
        ("<p title='a > b' data-x = \"<p>\">w</p>", "w"),
        ("<p title=it's>w</p><p>x</p>", "w\n\nx"),
        ("a<!-- <p>not this</p> > -->b<!-- nor <p>this", "ab"),
        ("<!DOCTYPE html><?xml version='1.0'?>w</ >x", "wx"),
        ("<STYLE>p {}</Style ><P>w</P>", "w"),
        ("<script>if (a < b) { '</p>' }</script>w", "w"),
        ("<pre>a\nb</pre>", "a\nb"),
        ("w <", "w <"),
    ],
)
def test_paragraphs(html: str, text: str) -> None:
    assert paragraphs(html) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)))
def test_words_between_blocks_come_back(blocks: list[str]) -> None:
    html = "".join(f"<p>{escape(block)}</p>" for block in blocks)
    folded = [" ".join(filter(None, block.split(" "))) for block in blocks]
    assert paragraphs(html) == "\n\n".join(filter(None, folded))


@given(st.text())
def test_anything_is_read_without_an_error(html: str) -> None:
    assert "\r" not in paragraphs(html)


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "<a b='", "<", "</script>", "<style></styl", "<![CDATA[", "&"]
)
def test_what_is_never_closed_takes_no_longer(piece: str) -> None:
    started = time.perf_counter()
    paragraphs(piece * 100_000)
    assert time.perf_counter() - started < 5  # it takes tenths; what looks twice at everything takes minutes


def test_deep_nesting_is_read() -> None:
    assert paragraphs("<div>" * 20_000 + "deep" + "</div>" * 20_000) == "deep"
