"""Whatever people write stays words: it comes back equal from every file, and never becomes anything else.

Lone surrogates are not among them: nothing with one gets into a library (tests/store/test_door.py).
"""

from functools import cache

import pytest

from annotator.formats import outgoing, registry
from annotator.formats.kinds import Format
from annotator.formats.redact import Disclosure
from annotator.model.enums import Origin, ResponseKind, SourceKind, StatusValue, Tag
from annotator.model.spans import Span
from annotator.model.views import (
    AppearanceView,
    ArticleExport,
    AttributionView,
    ClaimView,
    CommentView,
    ResponseView,
    SourceView,
    StatusView,
)
from annotator.text.identity import fingerprint
from tests.formats.payloads import PAYLOADS
from tests.formats.ways_back import CONTROLS, WAYS_BACK, Bones

AT = "2026-11-20T09:00:00.000Z"
WRITERS = registry.writers()


def article(words: str) -> ArticleExport:
    """An article whose text, title, and everything somebody said of its one claim are these words."""
    id_ = fingerprint(words)
    source = SourceView(f"source-{id_}", SourceKind.PERSON, words)
    claim = ClaimView(
        id=f"claim-{id_}",
        article=id_,
        tag=Tag.FACT,  # an allegation would name everybody else here, for call sheets
        span=Span(0, len(words)),
        quote=words,
        prefix="",
        suffix="",
        note=words,
        private_note="",
        plain_words="",
        origin=Origin.PERSON,
        withdrawn=False,
        reviewer=words,
        mine=False,
        created=AT,
        modified=AT,
        attributions=(AttributionView("a", source, "", None, "", False, words, False),),
        status=StatusValue.CONFIRMED,
        statuses=(StatusView(StatusValue.CONFIRMED, "seen", "", "", words, False, AT),),
        response=ResponseKind.ASKED,
        responses=(ResponseView(ResponseKind.ASKED, "", "", "", "", words, False, AT),),
        comments=(CommentView("c", words, "other", "other", False, AT),),
    )
    where = AppearanceView("p", "Post", "", "https://post.example/", "2026-11-19", "a.txt", "utf-8", AT)
    return ArticleExport(id_, words, words, id_, (where,), (claim,))


EXPORT = tuple(map(article, PAYLOADS))
HARMLESS = tuple(map(article, ("plain words", "two\nlines", "سجل", "x" * 33_000, "see http://a.example/b")))


@cache
def back(name: str) -> tuple[str, tuple[str, ...], Bones]:
    """All of the file, and what its reader finds in it; each is written once."""
    return found_in(name, EXPORT)


def found_in(name: str, articles: tuple[ArticleExport, ...]) -> tuple[str, tuple[str, ...], Bones]:
    way = WAYS_BACK[name]
    asked = tuple(article for article in articles if way.asked(article.text))
    parts = [(article,) for article in asked] if way.alone else [asked]
    files = [written(name, part) for part in parts]
    found = [way.read(data) for data in files]
    strings = tuple(words for each, _ in found for words in each)
    return (
        b"".join(files).decode(errors="replace"),
        strings,
        frozenset().union(*(bones for _, bones in found)),
    )


def written(name: str, articles: tuple[ArticleExport, ...]) -> bytes:
    form = next(form for form in WRITERS if form.name == name)
    return b"".join(outgoing.write(form, articles, Disclosure()))


def test_there_are_three_hundred() -> None:
    assert len(PAYLOADS) >= 300


def test_every_writer_has_a_way_back() -> None:
    assert {form.name for form in WRITERS} == set(WAYS_BACK)


@pytest.mark.parametrize("form", WRITERS, ids=lambda form: form.name)
def test_what_goes_out_comes_back(form: Format) -> None:
    _, strings, _ = back(form.name)
    way = WAYS_BACK[form.name]
    counts = way.counts(strings, filter(way.asked, PAYLOADS))
    assert {words[:60]: count for words, count in counts.items() if count < way.times} == {}


@pytest.mark.parametrize("form", WRITERS, ids=lambda form: form.name)
def test_words_change_no_bones(form: Format) -> None:
    _, _, bones = back(form.name)
    _, _, harmless = found_in(form.name, HARMLESS)
    assert bones - harmless == set()


@pytest.mark.parametrize("form", WRITERS, ids=lambda form: form.name)
def test_nothing_orders_a_terminal_about(form: Format) -> None:
    if WAYS_BACK[form.name].for_eyes:
        assert CONTROLS.findall(back(form.name)[0]) == []
