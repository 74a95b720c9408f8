import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.kinds import Content
from annotator.formats.readers import html, html_page
from annotator.formats.readers.html_page import is_page, named_encoding
from annotator.formats.readers.web_details import saved_from, web_address
from annotator.model.errors import BadInput

CORPUS = Path(__file__).parents[2] / "corpus" / "html"
PROSE = (
    "The ferry was two hours late on Monday, the harbour master said.",
    "“Nobody told us anything,” said a passenger who had waited on the quay since noon.",
    "The company denied that there had been a fault, and blamed the fog over the sound.",
)


def read(page: str | bytes, name: str = "page.html", encoding: str | None = None) -> Content:
    return html.read(page.encode() if isinstance(page, str) else page, name, encoding)


def words(page: str | bytes, encoding: str | None = None) -> list[str]:
    return [block.text for block in read(page, encoding=encoding).blocks]


def around(inside: str, head: str = "") -> str:
    """A page with an article long enough to be found, and something inside it."""
    first, *others = PROSE
    rest = "".join(f"<p>{one}</p>" for one in others)
    return (
        f"<!doctype html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><p>{first}</p>{inside}{rest}</article></body></html>"
    )


def inside(markup: str) -> list[str]:
    """What becomes of something inside an article."""
    first, *others = PROSE
    found = words(around(markup))
    assert (found[0], found[-2:]) == (first, others)
    return found[1:-2]


def key_of(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(BadInput) as caught:
        html.read(data, "page.html", encoding)
    assert caught.value.values["name"] == "page.html"
    return caught.value.key


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>He <b>denied</b> <i>it</i>.</p>", ["He denied it."]),
        ("<p>It was ready\n  by\tnoon.</p>", ["It was ready by noon."]),
        ("<p>3.&nbsp;März, 20&#8239;%</p>", ["3.\u00a0März, 20\u202f%"]),
        ("<p>One line<br>and another.</p>", ["One line\nand another."]),
        ("<div>One part.<br><br>\n<br>Another part.</div>", ["One part.", "Another part."]),
        ("<h2>What was said</h2><p>All was well, he said.</p>", ["What was said", "All was well, he said."]),
        ("<ul><li>one ship</li><li>two ships</li></ul>", ["one ship", "two ships"]),
        ("<blockquote><p>I was there.</p><p>I saw it.</p></blockquote>", ["I was there.", "I saw it."]),
        ("<table><tr><th>Ship<th>Hours<tr><td>Alma<td><p>12</p></table>", ["Ship\tHours", "Alma\t12"]),
        ("<p>Water is H<sub>2</sub>O, she said.</p>", ["Water is H2O, she said."]),
        ("<p>A <a href='/x'>linked name</a> in a sentence.</p>", ["A linked name in a sentence."]),
        (
            "<p><a href='/x'>The whole of it stands in the report.</a></p>",
            ["The whole of it stands in the report."],
        ),
        ("<p>🚢 سفينة 船 e\u0301</p>", ["🚢 سفينة 船 e\u0301"]),
        ("<p>a &lt;b&gt; &amp;amp; c, he wrote.</p>", ["a <b> &amp; c, he wrote."]),
    ],
)
def test_paragraphs_are_those_of_the_page(markup: str, paragraphs: list[str]) -> None:
    assert inside(markup) == paragraphs


@pytest.mark.parametrize(
    "markup",
    [
        *(
            f"<p class='{name}'>He denied it.</p>"
            for name in ("teaser", "banner", "social", "menu-of-the-day")
        ),
        "<p>Facebook</p>",
    ],
)
def test_a_paragraph_between_others_stays(markup: str) -> None:
    """A long article's paragraphs are sorted by their classes and first words, so these were dropped."""
    many = "".join(
        f"<p>On day {number} the harbour master of the town said it again.</p>" for number in range(30)
    )
    assert len(words(around(f"{many}{markup}{many}"))) == len(PROSE) + 61


def test_elements_of_xhtml_may_close_themselves() -> None:
    page = around("<p>He denied it.</p>", "<title/><script src='a.js'/><style/>")
    assert "He denied it." in words('<?xml version="1.0"?>' + page)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>document.write('<p>Not a paragraph of the article at all.</p>')</script>",
        "<style>p { color: red }</style>",
        "<div class='ad'>Advertisement</div>",
        "<p>Anzeige</p>",
        "<p><a href='/other'>Read more: why the bridge was closed</a></p>",
        "<h3><a href='/other'>Why the bridge was closed</a></h3>",
        "<p hidden>This paragraph is not shown to anybody who reads.</p>",
        "<p style='color:red; display : none'>This one is not shown either.</p>",
        "<p class='x sr-only'>Skip the advertisement</p>",
        "<!-- <p>A remark of the makers.</p> -->",
        "<figure><img src='a.jpg'><figcaption>The quay at night. Photo: A. Meyer</figcaption></figure>",
        "<button>Share</button>",
    ],
)
def test_what_is_not_of_the_article_is_left_out(markup: str) -> None:
    assert inside(markup) == []


def test_the_headline_and_its_lead_come_first() -> None:
    page = around("").replace(
        "<article>",
        "<header><h1>Ferry late again</h1><p class='standfirst'>The company blames the fog.</p>"
        "<p class='x'>By Ana Ruiz, 4 March 2026</p></header><article>",
    )
    assert words(page)[:3] == ["Ferry late again", "The company blames the fog.", PROSE[0]]
    assert read(page).title == "Ferry late again"


def test_how_much_was_left_out_is_said() -> None:
    page = around("").replace("Home", "one two three four five six seven eight nine ten eleven")
    assert read(page).notes == (("web.left_out", {"count": 11}),)
    assert read(around("")).notes == ()
    assert read(page).guessed


def test_a_page_for_those_who_pay_says_so() -> None:
    data = json.dumps({"@type": "NewsArticle", "isAccessibleForFree": False})
    page = around("", f'<script type="application/ld+json">{data}</script>')
    assert read(page).notes == (("web.partial", {}),)


@pytest.mark.parametrize(
    "body", ["\n\n".join(PROSE), " \r\n".join(PROSE), "".join(f"<p>{one}</p>" for one in PROSE)]
)
def test_an_article_that_only_programs_see_is_read(body: str) -> None:
    data = {"@type": "NewsArticle", "headline": "Late", "articleBody": body}
    page = f'<html><body><p>Loading</p><script type="application/ld+json">{json.dumps(data)}</script>'
    assert words(page) == list(PROSE)


def test_details_come_from_what_the_page_says_of_itself() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "name": "not this"},
            {
                "@type": ["ReportageNewsArticle"],
                "headline": "Programs&#39; headline",
                "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Tom Lee", {"name": "Ana Ruiz"}],
                "publisher": {"name": "Harbour Post"},
                "datePublished": "2026-03-04T07:00:00+01:00",
                "inLanguage": "en_GB",
                "url": "https://post.example/ferry",
            },
        ]
    }
    found = read(around("", f'<script type="application/ld+json">{json.dumps(graph)}</script>'))
    assert (found.title, found.byline) == ("Programs' headline", "Ana Ruiz, Tom Lee")
    assert (found.publisher, found.published, found.language, found.url) == (
        "Harbour Post",
        "2026-03-04",
        "en-GB",
        "https://post.example/ferry",
    )


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<title>Ferry late | The Post</title>", "title", "Ferry late"),
        ("<title>Ferry late</title>", "title", "Ferry late"),
        ("<meta property='og:title' content='Ferry &amp;amp; fog'>", "title", "Ferry & fog"),
        ("<meta name=author content='By Ana Ruiz'>", "byline", "Ana Ruiz"),
        ("<meta property='article:author' content='https://a.example/'>", "byline", ""),
        ("<meta name='DC.Publisher' content=' The\n Post '>", "publisher", "The Post"),
        ("<link rel=canonical href='https://www.post.example/a'>", "publisher", "post.example"),
        ("<meta name=date content='20260304'>", "published", "2026-03-04"),
        ("<meta name=date content='2026-02-30'>", "published", ""),
        ("<meta name=date content='yesterday'>", "published", ""),
        ("<meta property='og:url' content='javascript:alert(1)'>", "url", ""),
        ("<meta property='og:url' content='https://me:secret@post.example/'>", "url", ""),
        ("<link rel=canonical href='file:///etc/passwd'>", "url", ""),
        ("<link rel=canonical href='/relative'>", "url", ""),
        ("<meta http-equiv='Content-Language' content='de'>", "language", "de"),
        ("<meta property='og:locale' content='pt_BR'>", "language", "pt-BR"),
        ("<meta property='og:locale' content='no language'>", "language", ""),
    ],
)
def test_each_detail_has_its_places(head: str, field: str, value: str) -> None:
    assert getattr(read(around("", head)), field) == value


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"@graph": 7}', '"x"', "null", "[[[]]]"])
def test_broken_json_costs_only_itself(data: str) -> None:
    page = around("", f'<script type="application/ld+json">{data}</script><meta name=author content=Ana>')
    assert read(page).byline == "Ana"


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("<!doctype html>\n<!-- saved from url=(0029)https://post.example/?a=1&amp;b=2 -->", "a=1&b=2"),
        ("<html><!--\n Page saved with SingleFile \n url: https://post.example/?a=1&b=2 \n-->", "a=1&b=2"),
        ("<!-- saved from url=(0014)about:internet -->", ""),
        ("x" * 30_000 + "<!-- saved from url=(0029)https://post.example/?a -->", ""),
    ],
)
def test_programs_that_save_pages_note_the_address(source: str, address: str) -> None:
    assert saved_from(source) == (f"https://post.example/?{address}" if address else "")


def test_an_address_without_its_site_belongs_to_where_the_page_was_saved() -> None:
    page = "<!-- saved from url=(0029)https://post.example/x/ -->" + around(
        "", "<link rel=canonical href='../y'>"
    )
    assert read(page).url == "https://post.example/y"
    assert web_address("//other.example/z", "https://post.example/") == "https://other.example/z"


@pytest.mark.parametrize(
    ("charset", "codec", "sentence"),
    [
        ("windows-1252", "cp1252", "„Öl“ für 5 €"),
        ("ISO-8859-1", "cp1252", "„Öl“ für 5 €"),
        ("iso-8859-2", "iso8859-2", "Zażółć gęślą jaźń"),
        ("windows-1251", "cp1251", "Мэр отрицает обвинения"),
        ("shift_jis", "cp932", "市長は否定した"),
        ("iso-2022-jp", "iso2022_jp", "市長は否定した"),
        ("gb2312", "gb18030", "市长否认了指控"),
        ("utf-8", "utf-8", "Fähre 船"),
    ],
)
def test_the_encoding_that_a_page_names_is_its_own(charset: str, codec: str, sentence: str) -> None:
    page = around(f"<p>{sentence}.</p>", "x" * 2_000 + f"<meta charset='{charset}'>")
    data = page.encode(codec, "xmlcharrefreplace")
    assert words(data)[1:2] == [f"{sentence}."]
    assert read(data).sure


def test_an_encoding_that_is_named_wrongly_is_found_out() -> None:
    page = around("<p>Fähre, Öl und Übermut.</p>", "<meta charset=iso-8859-1>")
    assert "Fähre, Öl und Übermut." in words(page)
    page = around("<p>Fähre, Öl und Übermut.</p>", "<meta charset=utf-8>").encode("cp1252")
    assert "Fähre, Öl und Übermut." in words(page)
    assert "Fähre, Öl und Übermut." in words(page, encoding="windows-1252")
    assert "Fähre, Öl und Übermut." in words(page.decode("cp1252").encode("utf-16"))
    assert key_of(page, "utf-8") == "article.encoding_misfit"


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "utf-7", "rot13", "zlib", "hex", "", "x y", "\0"]
)
def test_what_is_no_encoding_of_pages_is_not_tried(name: str) -> None:
    assert named_encoding(name, b"\xe9") is None


def test_pictures_laid_in_cost_no_time() -> None:
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 1_000_000
    page = around(f"<p><img src='{picture}'>The bridge was closed.</p>").encode()
    begun = time.process_time()
    assert words(page) == [PROSE[0], "The bridge was closed.", *PROSE[1:]]
    assert time.process_time() - begun < 1.5


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_what_nests_too_deep_is_read_by_the_scanner(tag: str) -> None:
    page = "<html><body>" + f"<{tag}>" * 3_000 + "".join(f"<p>{one}</p>" for one in PROSE)
    assert words(page) == list(PROSE)


def test_many_attributes_are_not_compared_with_each_other() -> None:
    attributes = " ".join(f"a{number}='x y'" for number in range(30_000))
    begun = time.process_time()
    assert words(around(f"<p {attributes}>He denied it.</p>"))[:2] == ["Home", PROSE[0]]
    assert time.process_time() - begun < 0.8
    assert words(around(f"<p class='{'x ' * 30_000}'>He denied it.</p>"))[1] == "He denied it."


def test_a_page_of_too_many_tags_is_read_by_the_scanner_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(html_page, "TREE_LIMIT", 1_000)
    assert read("<title>Late</title>" + "<p>" * 998 + PROSE[0]).title == "Late"
    scanned = read("<title>Late</title>" + "<p>" * 999 + PROSE[0])
    assert (scanned.title, [block.text for block in scanned.blocks]) == ("", [PROSE[0]])
    assert key_of(b"<p>" * 600_001) == "web.unsafe"


def test_a_long_page_is_read_by_what_it_marks_as_its_article() -> None:
    item = "<p>On the {}th day the ferry was late again, the harbour master wrote.</p>"
    page = (
        "<body><nav><p>Home</p></nav><main>"
        + "".join(item.format(number) for number in range(9_000))
        + "<aside><p>Read on</p></aside></main><footer><p>Imprint</p></footer>"
    )
    found = words(page)
    assert (len(found), found[0][:10], found[-1][:15]) == (9_000, "On the 0th", "On the 8999th d")


def test_text_without_any_tag_is_text() -> None:
    assert read("One paragraph.\n\nAnother.").text == "One paragraph.\n\nAnother."


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"PK\x03\x04x", b"{\\rtf1 x}", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0"]
)
def test_other_files_get_their_sentence(data: bytes) -> None:
    assert key_of(data) == "web.no_page"


def test_a_page_that_is_too_long_gets_its_sentence() -> None:
    assert key_of(b"<p>" + b"word " * 3_200_000) == "web.too_long"


@pytest.mark.parametrize(
    ("data", "knows"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf\n<!-- saved from - here --><HTML lang=en>", True),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", True),
        ("<!doctype html>".encode("utf-16"), True),
        (b"<?xml version='1.0'?><w:document>", False),
        (b"<htmlish>", False),
        (b"A <html> in a text", False),
        (b"<!--" + b"-" * 100_000, False),
        (b"", False),
    ],
)
def test_a_page_is_known_by_its_beginning(data: bytes, knows: bool) -> None:
    assert is_page(data) is knows


@settings(max_examples=15)
@given(st.text(st.sampled_from("<>/!-=\"' abpdivtr&;#x0\n\0é🚢"), max_size=80))
def test_anything_becomes_a_page_or_a_sentence(page: str) -> None:
    try:
        read(around(page))
        read(page)
    except BadInput:
        return


def test_nothing_heavy_is_loaded_before_a_page_is_read() -> None:
    code = (
        "import sys, annotator.formats.readers.html, annotator.formats.readers.mhtml;"
        "sys.exit(sum(name in sys.modules for name in ('lxml', 'trafilatura', 'urllib3', 'chardet')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("path", sorted(CORPUS.glob("1[0-3]*.html")), ids=lambda path: path.name)
def test_no_word_is_changed(path: Path) -> None:
    """Each paragraph's words stand in the page in that order, with nothing but markup between them."""
    content = read(path.read_bytes())
    page = path.read_bytes().decode("cp1252" if content.encoding == "windows-1252" else content.encoding)
    place = 0
    for word in " ".join(block.text for block in content.blocks).split():
        place = page.replace("&nbsp;", " ").find(word, place)
        assert place >= 0, word


@pytest.mark.parametrize("link", ['href="/"', 'href="https://lane.example"', 'rel="home" href="/notes/"'])
def test_the_name_of_the_site_is_no_headline(link: str) -> None:
    body = "".join(f"<p>{one}</p>" for one in PROSE)
    page = (
        "<html><head><title>The ferry was late – Lane Notes</title></head><body>"
        f"<h1><a {link}>Lane Notes</a></h1><article><h2>The ferry was late</h2>{body}</article></body></html>"
    )
    assert (read(page).title, words(page)) == ("The ferry was late", ["The ferry was late", *PROSE])


def test_a_headline_may_be_a_link_to_its_page() -> None:
    linked = '<h1><a href="/ferry">The ferry was late</a></h1><h2>Fog over the sound</h2>'
    page = around("").replace("<article>", f"{linked}<article>")
    assert read(page).title == "The ferry was late"
    assert words(page)[0] == "The ferry was late"


def test_control_characters_cost_no_page() -> None:
    words = "The council met on Tuesday and voted to close the bridge until the spring of next year."
    signs = ("\x0c", "&#11;", "&#1;", "&#xfffe;")
    page = "".join(f"<p>{words}{sign} {number}</p>" for number, sign in enumerate(signs))
    found = read(f"<html><body><article><h1>Bridge</h1>{page}</article></body></html>")
    assert sum(words in block.text for block in found.blocks) == len(signs)
