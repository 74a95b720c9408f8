from collections import defaultdict
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.readers import word
from annotator.formats.redact import Disclosure, redact
from annotator.formats.writers import word_document
from annotator.formats.writers.characters import printable
from annotator.formats.writers.passages import passages
from annotator.formats.writers.word_document.comments import initials
from annotator.model.spans import Span
from annotator.model.views import ArticleExport
from tests.formats.documents import WHOLE, WITH_UNWORDED
from tests.formats.exported import ARABIC, ARABIC_QUOTE, ARTICLE, DENIAL, DENIAL_QUOTE, INNER_QUOTE, TEXT
from tests.formats.strategies import WORDS, articles

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(*exported: ArticleExport) -> Document:
    """What a reader of Word files that nobody here wrote makes of it."""
    return docx.Document(BytesIO(b"".join(word_document.write(exported))))


def commented(document: Document) -> dict[int, str]:
    """The words under each comment; our marks stand before them and line ends between paragraphs."""
    words: dict[int, str] = defaultdict(str)
    over: list[int] = []
    for element in document.element.body.iter():
        if element.tag == f"{W}commentRangeStart":
            over.append(int(element.get(f"{W}id")))
            words[over[-1]] += ""
        elif element.tag == f"{W}commentRangeEnd":
            over.remove(int(element.get(f"{W}id")))
        elif element.tag in {f"{W}t", f"{W}br", f"{W}tab"} and not is_mark(element):
            for number in over:
                words[number] += {f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, element.text or "")
    assert not over
    return dict(words)


def is_mark(element) -> bool:
    style = element.getparent().find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(f"{W}val") == "RedPencilMark"


def paragraphs(document: Document) -> list[str]:
    """The article's own paragraphs without the marks in them."""
    own = [found for found in document.paragraphs if not found.style.style_id.startswith("RedPencil")]
    return ["".join(run.text for run in found.runs if run.style.style_id != "RedPencilMark") for found in own]


def test_each_comment_is_on_the_very_words():
    assert commented(opened(ARTICLE)) == {n: claim.quote for n, claim in enumerate(ARTICLE.claims)}
    assert commented(opened(ARTICLE))[1] == INNER_QUOTE


@given(articles())
@settings(max_examples=10)
def test_whatever_the_words_and_however_claims_overlap(article):
    document = opened(replace(article, title="another title"))
    found = commented(document)
    for n, claim in enumerate(article.claims):
        assert "".join(found[n].split()) == "".join(printable(claim.quote).split())
    wanted = [printable(passage.words) for passage in passages(article.text, ())]
    assert paragraphs(document) == wanted


def test_a_comment_says_by_whom_what_and_why():
    first, second, *_rest = opened(WHOLE).comments
    assert (first.author, first.initials) == ("Rosa", "R")
    assert first.timestamp.isoformat() == "2026-11-21T10:30:00+00:00"
    assert first.paragraphs[0].text == "D1 Denial"
    for words in (
        "Said by: Ada | Møller [1] (“The mayor”, attribution checked)",
        "Evidence:\n– supports: Harbour ledger [3]",
        "“selling the list” (claim 2)",
        "Where: pages iv–5",
        "needs a change, “selling the list” → “=lending the *list*”",
        "+ ask again\n# on Monday",
        "Max: Where is that? <b>Jo Secret</b>\nasks.",
    ):
        assert words in first.text
    assert "Marked by" not in first.text
    assert second.text.startswith("A2 Allegation")


def test_what_is_confidential_stays_out():
    data = b"".join(word_document.write(redact((WHOLE,), Disclosure())))
    document = docx.Document(BytesIO(data))
    told = "".join(found.text for found in document.paragraphs) + "".join(
        one.text for one in document.comments
    )
    assert "Jo Secret" not in told
    assert "private telephone" not in told


def test_tags_differ_not_by_colour_alone():
    document = opened(ARTICLE)
    looks = {}
    for run in (run for found in document.paragraphs for run in found.runs):
        looks[run.text] = run.font.underline
    assert looks[INNER_QUOTE] is True
    assert looks["denied "] is docx.enum.text.WD_UNDERLINE.DASH
    assert looks[ARABIC_QUOTE] is docx.enum.text.WD_UNDERLINE.DOTTED
    marks = [
        run.text
        for found in document.paragraphs
        for run in found.runs
        if run.style.style_id == "RedPencilMark"
    ]
    assert marks == ["A", "D", "F", "D1", "A2", "F3", "F4"]


def test_the_lists_stand_after_the_text_and_sources_count_anew_in_each_article():
    document = opened(WITH_UNWORDED, ARTICLE)
    headings = [found.text for found in document.paragraphs if found.style.style_id == "RedPencilHeading"]
    assert headings == [
        "Corrections",
        "Open points",
        "Sources",
        "Remarks",
        "Sign-off",
        "Corrections",
        "Sources",
    ]
    lines = [found for found in document.paragraphs if found.style.style_id == "RedPencilLine"]
    sources = [found for found in lines if found.text.startswith(("Ada", "Jo", "Harbour"))]
    lists = [found._p.pPr.numPr.numId.val for found in sources]
    assert lists == [lists[0]] * 3 + [lists[3]] * 3
    assert lists[0] != lists[3]
    numbering = document.part.numbering_part.element
    for number in (lists[0], lists[3]):
        assert [
            one.get(f"{W}val") for one in numbering.num_having_numId(number).iter(f"{W}startOverride")
        ] == ["1"]


def test_a_title_that_begins_the_text_is_not_said_twice():
    assert opened(ARTICLE).paragraphs[0].style.style_id == "Title"
    assert paragraphs(opened(ARTICLE))[0] == TEXT.split("\n")[0]
    other = opened(replace(ARTICLE, title="Another"))
    assert [found.style.style_id for found in other.paragraphs][:1] == ["RedPencilTitle"]
    assert paragraphs(other) == paragraphs(opened(ARTICLE))


def test_right_to_left_paragraphs_say_so():
    found = [found for found in opened(ARTICLE).paragraphs if ARABIC_QUOTE in found.text]
    assert [bool(one._p.xpath("w:pPr/w:bidi")) for one in found] == [True]
    assert found[0]._p.xpath("w:r[w:t='السجل كامل']/w:rPr/w:rtl")
    assert not opened(ARTICLE).paragraphs[0]._p.xpath("w:pPr/w:bidi")


def test_language_pages_and_properties():
    document = opened(replace(ARTICLE, language="de"), replace(ARTICLE, title="a\nb" * 200))
    assert document.element.body.xpath("//w:r[w:t='denied ']/w:rPr/w:lang/@w:val") == ["de"]
    assert len(document.element.body.xpath("//w:pageBreakBefore")) == 1
    assert document.core_properties.title.startswith("Ferry *repairs* | who paid? 🚢; a b")
    assert len(document.core_properties.title) == 255
    assert document.core_properties.author == "Rosa, ليلى"


def test_no_article_and_no_claim():
    assert list(opened().comments) == []
    assert list(opened(replace(ARTICLE, claims=())).comments) == []


@settings(max_examples=10)
@given(WORDS, st.text(max_size=20))
def test_any_word_comes_back_from_a_comment(note, reviewer):
    claim = replace(DENIAL, note=note, reviewer=reviewer)
    (comment,) = opened(replace(ARTICLE, claims=(claim,))).comments
    assert comment.author == printable(reviewer).replace("\n", " ").replace("\t", " ")
    if note:
        assert any(found.text == f"Note: {printable(note)}" for found in comment.paragraphs)


@pytest.mark.parametrize(
    ("name", "letters"), [("Rosa Lund", "RL"), ("ليلى", "ل"), ("", ""), ("a b c d", "abc"), ("😀 x", "😀x")]
)
def test_initials(name, letters):
    assert initials(name) == letters


def test_a_claim_over_two_paragraphs_has_one_comment():
    text = "One two.\n\nThree four."
    claim = replace(ARABIC, span=Span(4, 15), quote=text[4:15])
    document = opened(replace(ARTICLE, text=text, claims=(claim,)))
    assert commented(document) == {0: "two.Three"}
    assert len(list(document.comments)) == 1
    assert DENIAL_QUOTE not in "".join(paragraphs(document))


def test_our_own_reader_takes_the_article_and_nothing_that_stands_round_it():
    content = word.read(b"".join(word_document.write((WHOLE,))), "a.docx")
    words = content.text or "\n\n".join(block.text for block in content.blocks)
    assert words.split("\n\n") == [passage.words for passage in passages(TEXT, ())]
