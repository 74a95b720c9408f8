import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from annotator.formats import outgoing
from annotator.formats.redact import Disclosure
from annotator.formats.writers import claim_review
from annotator.model.enums import SourceKind, StatusValue
from annotator.model.views import ArticleExport, SourceView
from annotator.words import say_all
from tests.formats.exported import ARTICLE, DENIAL, attribution


def reviews(*articles: ArticleExport) -> list[dict[str, Any]]:
    data = b"".join(outgoing.write(claim_review.FORMAT, articles, Disclosure()))
    document = json.loads(data)
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def alone(**fields: Any) -> ArticleExport:
    return replace(ARTICLE, claims=(replace(DENIAL, **fields),))


def test_a_settled_claim_has_what_readers_of_claim_reviews_require() -> None:
    (review,) = reviews(ARTICLE)
    assert review["@type"] == "ClaimReview"
    assert review["url"] == "https://post.example/ferry"
    assert review["claimReviewed"] == "The mayor did not sell the list."
    assert review["reviewRating"]["@type"] == "Rating"
    assert review["reviewRating"]["alternateName"] == "Needs a change"
    assert review["reviewRating"]["ratingExplanation"] == "a confidential source and the ledger say so"
    assert review["author"] == {"@type": "Person", "name": "Rosa"}
    assert review["datePublished"] == "2026-11-21"


def test_the_claim_says_who_made_it_and_where() -> None:
    (review,) = reviews(ARTICLE)
    claim = review["itemReviewed"]
    assert (claim["@type"], claim["text"]) == ("Claim", DENIAL.quote)
    assert claim["author"] == {"@type": "Person", "name": "Ada | Møller", "jobTitle": "mayor"}
    assert claim["appearance"] == {
        "@type": "NewsArticle",
        "headline": ARTICLE.title,
        "url": "https://post.example/ferry",
        "datePublished": "2026-11-19",
        "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    }
    assert review["citation"] == [
        {"@type": "CreativeWork", "name": "Harbour ledger", "url": "https://harbour.example/scan"}
    ]


@pytest.mark.parametrize("status", StatusValue)
def test_only_results_are_reviews(status: StatusValue) -> None:
    results = {"confirmed", "needs change", "disputed", "cannot verify"}
    assert len(reviews(alone(status=status))) == (status.value in results)


def test_what_stays_out_is_counted() -> None:
    unsettled, *others = claim_review.leaves_out((ARTICLE,))
    assert say_all(*unsettled).startswith("3 claims have no result of a check")
    assert others == []
    nowhere = replace(alone(), appearances=(replace(ARTICLE.appearances[0], url="ftp://post.example"),))
    assert reviews(nowhere) == []
    (note,) = claim_review.leaves_out((nowhere,))
    assert say_all(*note).startswith("1 checked claim was left out, because")
    assert claim_review.leaves_out((alone(),)) == ()
    assert reviews(alone(withdrawn=True)) == []


def test_the_quote_stands_where_there_are_no_plain_words() -> None:
    (review,) = reviews(alone(plain_words="", statuses=(), attributions=()))
    assert review["claimReviewed"] == DENIAL.quote
    assert review["author"]["name"] == "Rosa"
    assert "author" not in review["itemReviewed"]


@pytest.mark.parametrize(
    ("kind", "author"),
    [
        (
            SourceKind.ORGANISATION,
            {"@type": "Organization", "name": "Port", "sameAs": "https://port.example"},
        ),
        (SourceKind.DOCUMENT, None),
        (SourceKind.ANONYMOUS, None),
        (SourceKind.UNNAMED, None),
    ],
)
def test_people_and_organisations_make_claims(kind: SourceKind, author: dict[str, str] | None) -> None:
    port = SourceView("s", kind, "Port", url="https://port.example")
    (review,) = reviews(alone(attributions=(attribution("a", port),)))
    assert review["itemReviewed"].get("author") == author


def test_links_are_web_addresses_alone() -> None:
    evil = SourceView("s", SourceKind.PERSON, "P", url="javascript:alert(1)")
    piece = replace(DENIAL.evidence[0], source=evil, url="")
    (review,) = reviews(alone(attributions=(attribution("a", evil),), evidence=(piece,)))
    assert "javascript" not in json.dumps(review)


def test_it_can_stand_in_a_page() -> None:
    """Whatever is in it, a script element with it ends where it should."""
    article = alone(plain_words="</script><script>alert(1)</script><!-- & \u2028")
    data = b"".join(outgoing.write(claim_review.FORMAT, (article,), Disclosure())).decode()
    assert not re.search("[<>&\u2028]", data)

    class Scripts(HTMLParser):
        found: list[str] = []

        def handle_data(self, data: str) -> None:
            self.found.append(data)

    page = Scripts()
    page.feed(f'<script type="application/ld+json">{data}</script>')
    assert json.loads("".join(page.found))["@graph"][0]["claimReviewed"].startswith("</script>")
