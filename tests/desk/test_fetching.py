from collections.abc import Iterator

import pytest

from annotator.desk.fetching import read_url
from annotator.model.errors import BadInput, Cancelled
from tests.host.web import Site, site

PAGE = (
    "<!doctype html><html lang=en><head><title>Ferry late | Post</title>"
    "<link rel=canonical href='https://post.example/other'></head><body><nav>Home</nav><article>"
    "<p>The ferry was two hours late on Monday, the harbour master of the town said.</p>"
    "<p>The company denied that there was a fault, and blamed the fog – “as always”.</p>"
    "</article></body></html>"
)
FIRST = "The ferry was two hours late on Monday, the harbour master of the town said."


@pytest.fixture(scope="module")
def paper() -> Iterator[Site]:
    with site() as running:
        yield running


def test_a_page_becomes_a_draft_with_the_address_it_was_found_at(paper: Site) -> None:
    paper.says("/news/ferry.php", PAGE.encode(), Content_Type="text/html; charset=utf-8")
    draft = read_url(paper.sends_on("/short", "/news/ferry.php"), ways=paper.ways())
    assert draft.text.startswith(FIRST + "\n\nThe company denied")
    assert (draft.url, draft.file, draft.title) == (paper.at("/news/ferry.php"), "", "Ferry late")
    assert draft.guessed


def test_the_encoding_is_the_one_that_the_server_names(paper: Site) -> None:
    euros = "Die Fähre kostet 5 €.".encode("iso8859-15")
    url = paper.says("/euros", euros, Content_Type="text/plain; charset=ISO-8859-15")
    assert read_url(url, ways=paper.ways()).text == "Die Fähre kostet 5 €."
    wrong = paper.says("/wrong", PAGE.encode(), Content_Type="text/html; charset=iso-8859-1")
    assert "fog – “as always”" in read_url(wrong, ways=paper.ways()).text


def test_a_file_of_no_kind_is_known_by_itself(paper: Site) -> None:
    assert read_url(paper.says("/x", PAGE.encode()), ways=paper.ways()).text.startswith(FIRST)
    plain = paper.says("/notes.txt", b"One.\n\nTwo.", Content_Type="application/octet-stream")
    assert read_url(plain, ways=paper.ways()).text == "One.\n\nTwo."


def test_what_cannot_be_had_gets_its_sentence(paper: Site) -> None:
    with pytest.raises(BadInput, match=r"web\.private"):
        read_url(paper.at("/", "127.0.0.1"), ways=paper.ways())
    with pytest.raises(BadInput, match=r"web\.unreadable_kind"):
        read_url(paper.says("/p", b"\x89PNG", Content_Type="image/png"), ways=paper.ways())
    with pytest.raises(BadInput, match=r"web\.no_page"):
        read_url(paper.says("/q", b"%PDF-1.7", Content_Type="text/html"), ways=paper.ways())


def test_it_can_be_stopped(paper: Site) -> None:
    with pytest.raises(Cancelled):
        read_url(paper.says("/", PAGE.encode(), Content_Type="text/html"), lambda: True, paper.ways())
