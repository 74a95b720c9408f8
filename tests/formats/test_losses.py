"""What a file cannot hold is counted, and said."""

from dataclasses import replace

import pytest

from annotator.formats.kinds import Format, Group
from annotator.formats.losses import lacks, left_out, losses
from annotator.formats.outgoing import prepared_for, written
from annotator.formats.redact import Disclosure
from annotator.formats.registry import writer_for, writers
from annotator.model.enums import SourceKind, Stance, Tag
from annotator.model.features import Feature
from annotator.model.places import Place, PlaceKind
from annotator.model.review_views import SignOffView
from annotator.model.spans import Span
from annotator.model.views import AppearanceView, ArticleExport, EvidenceView, SourceView
from annotator.words import say_all
from tests.formats.exported import ARTICLE, TEXT, claim
from tests.formats.unpacked import unpacked

NOTHING = Format("none", (".none",), Group.TOOLS, write=lambda _: ())
EVERYTHING = replace(NOTHING, carries=frozenset(Feature))
SIGNED = replace(
    ARTICLE,
    places=(Place(Span(0, 4), PlaceKind.PAGE, "3"),),
    sign_off=SignOffView("s", "max", "Max", False, "2026-11-22T10:00:00.000Z", "fine"),
)
#: Counted by hand in `tests.formats.exported`: four claims, of which one lies in another.
COUNTS = {
    Feature.TEXT: 1,
    Feature.DETAILS: 1,
    Feature.PLACES: 1,
    Feature.OVERLAPS: 2,
    Feature.LINKS: 2,
    Feature.PEOPLE: 4,
    Feature.NOTES: 2,
    Feature.SOURCES: 2,
    Feature.EVIDENCE: 1,
    Feature.RESPONSES: 1,
    Feature.STATUS: 1,
    Feature.REVIEWS: 1,
    Feature.DATES: 4,
    Feature.SIGN_OFF: 1,
}


def test_each_feature_is_counted() -> None:
    assert list(losses(NOTHING, (SIGNED,)).items()) == list(COUNTS.items())
    assert losses(NOTHING, (SIGNED, SIGNED))[Feature.ARTICLES] == 2
    assert losses(EVERYTHING, (SIGNED, SIGNED)) == {}
    assert losses(NOTHING, ()) == {}


@pytest.mark.parametrize("feature", Feature)
def test_what_is_told_or_carried_is_no_loss(feature: Feature) -> None:
    for form in (replace(NOTHING, tells={feature}), replace(NOTHING, carries={feature})):
        assert feature not in losses(form, (SIGNED, SIGNED))
        assert feature not in lacks(form)


@pytest.mark.parametrize(
    ("spans", "count"),
    [
        ([(0, 4), (4, 8)], 0),
        ([(0, 4), (3, 8)], 2),
        ([(0, 9), (1, 2), (3, 4)], 3),
        ([(0, 3), (0, 3)], 2),
        ([(0, 9), (1, 2), (2, 3), (20, 30)], 3),
    ],
)
def test_claims_that_share_words_overlap(spans: list[tuple[int, int]], count: int) -> None:
    made = [replace(claim("c", Tag.FACT, TEXT[:3]), span=Span(*span)) for span in spans]
    found = losses(NOTHING, (replace(ARTICLE, claims=tuple(made)),))
    assert found.get(Feature.OVERLAPS, 0) == count


def test_a_format_says_for_itself_what_else_stays_out() -> None:
    own = replace(NOTHING, leaves_out=lambda articles: (("losses.dates", {"count": 7}),))
    notes = left_out(own, (SIGNED,))
    assert notes[-1] == ("losses.dates", {"count": 7})
    assert "losses.overlaps" not in {key for key, _ in notes}


def test_of_a_list_of_sources_one_sentence_says_enough() -> None:
    notes = left_out(writer_for("a.bib"), (ARTICLE,))
    assert notes[0] == ("losses.only_sources", {"count": 4})
    assert {key for key, _ in notes} <= {"losses.only_sources", "references.left_out"}


@pytest.mark.parametrize("form", writers(), ids=lambda form: form.name)
def test_every_loss_of_every_format_has_its_sentence(form: Format) -> None:
    for key, values in left_out(form, (SIGNED,)):
        assert say_all(key, values)


_SEEN = AppearanceView("p", "zpublisher", "zbyline", "https://z.example/", "2026-11-19", "", "", "")
_PLAIN = replace(claim("z", Tag.DENIAL, "Ferry"), reviewer="zperson")
_BACKED = EvidenceView(
    "e", SourceView("s", SourceKind.DOCUMENT, "Book"), Stance.SUPPORTS, "zlocator", "", "", "", "Rosa", True
)


@pytest.mark.parametrize(
    ("word", "feature", "article"),
    [
        ("zpublisher", Feature.DETAILS, replace(ARTICLE, appearances=(_SEEN,), claims=(_PLAIN,))),
        ("zbyline", Feature.DETAILS, replace(ARTICLE, appearances=(_SEEN,), claims=(_PLAIN,))),
        ("zperson", Feature.PEOPLE, replace(ARTICLE, claims=(_PLAIN,))),
        ("znothing", Feature.NOTES, replace(ARTICLE, claims=(replace(_PLAIN, answers_nothing="znothing"),))),
        ("zlocator", Feature.EVIDENCE, replace(ARTICLE, claims=(replace(_PLAIN, evidence=(_BACKED,)),))),
    ],
)
def test_what_there_is_stands_in_the_file_or_is_said(
    word: str, feature: Feature, article: ArticleExport
) -> None:
    """One thing at a time, in every format that is written."""
    for form in writers():
        ready = prepared_for(form, (article,), Disclosure(), ())
        told = unpacked(b"".join(written(form, ready))).decode("utf-8", "replace")
        keys = {key for key, _ in left_out(form, ready)}
        enough = {f"losses.{feature.value}", "losses.only_sources", "claim_review.unsettled"}
        assert word in "".join(told.split()) or keys & enough, form.name
