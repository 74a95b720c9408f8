"""Whatever a format says it carries comes back equal, from any library."""

from dataclasses import replace

from hypothesis import given, settings

from annotator.formats import registry
from annotator.formats.exchange import (
    brat,
    doccano,
    inception,
    json_lines,
    label_studio,
    own_json,
    refi_qda,
    w3c,
)
from annotator.formats.exchange.brat import pair
from annotator.formats.exchange.brat.writing import LINE_ENDS
from annotator.formats.exchange.inception import cas_json
from annotator.formats.exchange.xml_words import writable
from annotator.formats.kinds import Format
from annotator.model.views import ArticleExport
from tests.formats.exchange.round_trip import back, came_back, libraries, sent

#: One after the other on the same libraries, for making them is what takes time.
SEVERAL = (
    own_json.FORMAT,
    json_lines.FORMAT,
    w3c.FORMAT,
    brat.FORMAT,
    doccano.FORMAT,
    label_studio.FORMAT,
    refi_qda.FORMAT,
    inception.FORMAT,
)
SINGLE = (pair.FORMAT, cas_json.FORMAT)


@settings(max_examples=25)
@given(articles=libraries())
def test_what_is_carried_comes_back(articles: tuple[ArticleExport, ...]) -> None:
    for form in (*SEVERAL, *(SINGLE if len(articles) == 1 else ())):
        fit = fitting(form, articles)
        assert came_back(form, back(form, fit)) == sent(form, fit), form.name


def fitting(form: Format, articles: tuple[ArticleExport, ...]) -> tuple[ArticleExport, ...]:
    """The articles without what the format says it leaves out."""
    if form in (brat.FORMAT, pair.FORMAT):
        return within_lines(articles)
    return with_signs(articles) if form in (inception.FORMAT, cas_json.FORMAT) else articles


def with_signs(articles: tuple[ArticleExport, ...]) -> tuple[ArticleExport, ...]:
    """The articles with signs for characters that XML cannot hold."""
    return tuple(
        replace(
            article,
            text=writable(article.text),
            claims=tuple(replace(claim, quote=writable(claim.quote)) for claim in article.claims),
        )
        for article in articles
    )


def within_lines(articles: tuple[ArticleExport, ...]) -> tuple[ArticleExport, ...]:
    """The articles without claims that brat cannot hold: those with a line end at one of their ends."""
    return tuple(
        replace(
            article,
            claims=tuple(
                claim
                for claim in article.claims
                if not LINE_ENDS.match(claim.quote[0]) and not LINE_ENDS.match(claim.quote[-1])
            ),
        )
        for article in articles
    )


def test_every_two_way_format_is_among_them() -> None:
    both = {form.name for form in registry.claim_readers() if form.write is not None}
    assert {form.name for form in (*SEVERAL, *SINGLE)} == both
