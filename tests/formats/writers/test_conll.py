"""Tokens and tags, read back by a reader of columns that knows nothing of how they were made."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given

from annotator.formats.writers import conll
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ArticleExport, ClaimView
from annotator.text.sentences import sentences
from annotator.words import say_all
from tests.formats.exported import ARTICLE, DENIAL
from tests.formats.strategies import articles

TEXT = "The mayor denied it. Nobody’s list cost 3,500 euros! A co-op said so.\n\n市长否认 it. 👩‍👩‍👧 e\u0301."


@dataclass
class Document:
    """What a file says of one article."""

    id: str
    title: str = ""
    sentences: list[list[tuple[str, int, int, str]]] = field(default_factory=list)

    @property
    def spans(self) -> list[tuple[int, int, str]]:
        """Claims as IOB2 has them: from each B- over the I- behind it in the same sentence."""
        found: list[tuple[int, int, str]] = []
        for sentence in self.sentences:
            before = "O"
            for _word, start, end, tag in sentence:
                if tag.startswith("B-"):
                    found.append((start, end, tag[2:]))
                elif tag.startswith("I-"):
                    assert before[2:] == tag[2:], "an I- that goes on with nothing"
                    found[-1] = (found[-1][0], end, tag[2:])
                before = tag
        return found


def read(data: bytes) -> list[Document]:
    found: list[Document] = []
    for line in data.decode().split("\n"):
        if "\t" in line:
            word, start, end, tag = line.split("\t")
            found[-1].sentences[-1].append((word, int(start), int(end), tag))
        elif line.startswith("# newdoc id = "):
            found.append(Document(line.removeprefix("# newdoc id = "), sentences=[[]]))
        elif line.startswith("# title = "):
            found[-1].title = line.removeprefix("# title = ")
        elif found and found[-1].sentences[-1]:
            found[-1].sentences.append([])
    for document in found:
        document.sentences = [sentence for sentence in document.sentences if sentence]
    return found


def claim(text: str, start: int, end: int, tag: Tag = Tag.FACT, id_: str = "c") -> ClaimView:
    return replace(DENIAL, id=id_, tag=tag, span=Span(start, end), quote=text[start:end])


def article(*claims: ClaimView, text: str = TEXT) -> ArticleExport:
    return replace(ARTICLE, text=text, claims=claims)


def one(*claims: ClaimView, text: str = TEXT) -> Document:
    (document,) = read(b"".join(conll.write((article(*claims, text=text),))))
    return document


def test_words_and_sentences() -> None:
    words = [[word for word, *_ in sentence] for sentence in one().sentences]
    assert words[:3] == [
        ["The", "mayor", "denied", "it", "."],
        ["Nobody’s", "list", "cost", "3,500", "euros", "!"],
        ["A", "co-op", "said", "so", "."],
    ]
    assert [word for sentence in words[3:] for word in sentence] == [
        *"市长否认",
        "it",
        ".",
        "👩‍👩‍👧",
        "e\u0301",
        ".",
    ]


def test_the_tags_begin_and_go_on() -> None:
    tagged = one(claim(TEXT, 10, 19, Tag.DENIAL), claim(TEXT, 35, 51)).sentences
    assert [tag for *_, tag in tagged[0]] == ["O", "O", "B-denial", "I-denial", "O"]
    assert [tag for *_, tag in tagged[1]] == [
        "O",
        "O",
        "B-reported_fact",
        "I-reported_fact",
        "I-reported_fact",
        "O",
    ]


def test_claims_side_by_side_both_begin() -> None:
    assert one(claim(TEXT, 4, 9), claim(TEXT, 10, 16)).spans == [
        (4, 9, "reported_fact"),
        (10, 16, "reported_fact"),
    ]


def test_a_claim_that_ends_inside_a_word_cuts_it() -> None:
    document = one(claim(TEXT, 6, 14))
    assert document.spans == [(6, 14, "reported_fact")]
    assert [word for word, *_ in document.sentences[0]][:5] == ["The", "ma", "yor", "deni", "ed"]


def test_a_claim_over_two_sentences_joins_them() -> None:
    document = one(claim(TEXT, 10, 36))
    assert document.spans == [(10, 36, "reported_fact")]
    assert len(document.sentences) == len(one().sentences) - 1


def test_a_blank_behind_a_sentence_joins_nothing() -> None:
    assert len(one(claim(TEXT, 0, 21)).sentences) == len(one().sentences)


def test_of_claims_that_overlap_the_longest_stays_and_the_rest_is_counted() -> None:
    claims = (claim(TEXT, 4, 16), claim(TEXT, 0, 19, Tag.DENIAL), claim(TEXT, 17, 19), claim(TEXT, 21, 34))
    assert one(*claims).spans == [(0, 19, "denial"), (21, 34, "reported_fact")]
    (note,) = conll.leaves_out((article(*claims),))
    assert say_all(*note).startswith("2 claims overlap others")
    assert conll.leaves_out((article(claims[0], claims[3]),)) == ()


def test_a_longer_claim_stays_though_it_begins_later() -> None:
    assert one(claim(TEXT, 0, 9), claim(TEXT, 4, 19, Tag.DENIAL)).spans == [(4, 19, "denial")]


def test_a_sign_that_goes_with_a_blank_has_none_in_its_token() -> None:
    words = [word for word, *_ in one(text="before \u0600 after").sentences[0]]
    assert words == ["before", "\u0600", "after"]


@pytest.mark.parametrize("span", [(3, 4), (5, 5)])
def test_a_claim_without_a_word_is_counted_too(span: tuple[int, int]) -> None:
    nothing = article(claim(TEXT, *span))
    assert len(conll.leaves_out((nothing,))) == 1
    assert read(b"".join(conll.write((nothing,))))[0].spans == []


def test_articles_are_told_apart() -> None:
    first, second = read(b"".join(conll.write((article(), article(text="# newdoc id = x\nOne.")))))
    assert (first.title, second.title) == (ARTICLE.title, ARTICLE.title)
    assert [word for sentence in second.sentences for word, *_ in sentence][:3] == ["#", "newdoc", "id"]


@given(articles())
def test_every_kept_claim_comes_back_but_for_blanks_at_its_ends(exported: ArticleExport) -> None:
    (document,) = read(b"".join(conll.write((exported,))))
    for word, start, end, _ in (token for sentence in document.sentences for token in sentence):
        assert exported.text[start:end] == word
        assert not any(sign.isspace() for sign in (word[0], word[-1]))
    kept = [(each, each.span.cut(exported.text)) for each in conll.kept(exported.claims)]
    assert [(exported.text[start:end], tag) for start, end, tag in document.spans] == [
        (_inked(quote), each.tag.value.replace(" ", "_")) for each, quote in kept
    ]
    counted = sum(note[1]["count"] for note in conll.leaves_out((exported,)))  # type: ignore[misc]
    assert counted == len(exported.claims) - len(kept)


def _inked(quote: str) -> str:
    """Without blanks and control characters at its ends, which are no tokens."""
    blanks = "".join(
        {sign for sign in quote if sign.isspace() or not sign.isprintable() and ord(sign) < 0xA0}
    )
    return quote.strip(blanks)


def test_given_sentences_are_those_of_the_library() -> None:
    halves = (Span(0, 9), Span(10, len(TEXT)))
    document = read(b"".join(conll.write((replace(article(), sentences=halves),))))[0]
    assert len(document.sentences) == 2
    assert len(sentences(TEXT)) > 2
