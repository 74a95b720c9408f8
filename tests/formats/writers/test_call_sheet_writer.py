"""The call sheet in words: every phrase a person reads, and Markdown in which nothing becomes markup."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from annotator.formats.writers.call_sheet import (
    about,
    called,
    contact,
    facts,
    markdown,
    outline,
    response_words,
    still_open,
)
from annotator.model.call_sheet import CallEntry, CallLine, Why
from annotator.model.enums import ResponseKind, SourceKind, Stance, StatusValue, Tag
from annotator.model.views import EvidenceView, ResponseView, SourceView
from tests.formats.exported import AIDE, FORMULA_QUOTE, INNER_QUOTE, LEDGER, MAYOR, attribution, claim

FACT = claim("c", Tag.FACT, FORMULA_QUOTE, status=StatusValue.CONFIRMED)
ALLEGATION = claim("a", Tag.ALLEGATION, INNER_QUOTE, reviewer="Max", mine=False)
LEDGER_SAYS = EvidenceView("e", LEDGER, Stance.CONTRADICTS, "", "Not <b>once</b>.", "", "", "Rosa", mine=True)

SAYS = CallLine("art", "Ferry *repairs*", 3, FACT, Why.SAYS, attribution("l", MAYOR, "The mayor"), 1, MAYOR)
RELAYS = replace(SAYS, link=attribution("l", AIDE, checked=True), place=2)
REPLIES = CallLine("art", "Ferry *repairs*", 2, ALLEGATION, Why.NAMED, said=(LEDGER_SAYS,))


def test_what_a_source_has_to_do_with_a_claim():
    assert about(SAYS, several=False) == "Claim 3 · says it · named as “The mayor”"
    assert about(RELAYS, several=False) == "Claim 3 · passes on what Ada | Møller says"
    assert about(SAYS, several=True).startswith("Claim 3 in “Ferry *repairs*” · ")
    assert (
        about(REPLIES, several=False)
        == "Claim 2 · nobody is entered as saying it · named where it stands · marked by Max"
    )
    assert "said by Ada | Møller" in about(replace(REPLIES, speaker=MAYOR), several=False)


def test_a_source_is_called_by_what_is_known_of_it():
    assert called(AIDE) == "Jo Secret (a member of the mayor’s staff)"
    official = SourceView("o", SourceKind.ANONYMOUS, "an official", description="an official")
    assert called(official) == "an official"
    assert contact(LEDGER) == ("document", "https://harbour.example/a_b?c=1")
    assert contact(official) == contact(None) == ()


def test_what_is_open():
    entry = CallEntry(MAYOR, (SAYS, SAYS, RELAYS), (replace(REPLIES, said=()),))
    assert still_open(entry) == "2 to confirm · 1 reply needed"
    assert still_open(CallEntry(MAYOR, (RELAYS,))) == "nothing open"


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        (ResponseKind.DECLINED, {}, "Declined to reply"),
        (ResponseKind.NO_REPLY, {}, "No reply"),
        (ResponseKind.ASKED, {}, "Asked"),
        (ResponseKind.ASKED, {"asked_on": "yesterday"}, "Asked"),
        (ResponseKind.ASKED, {"asked_on": "2026-03-14T14:02"}, "Asked on Saturday, 14 March 2026, 14:02"),
        (
            ResponseKind.ASKED,
            {"asked_on": "2026-03-14T14:02", "asked_by": "Max"},
            "Asked on Saturday, 14 March 2026, 14:02 by Max",
        ),
        (ResponseKind.NO_REPLY, {"due": "2026-03-14T14:02"}, "No reply by Saturday, 14 March 2026, 14:02"),
    ],
)
def test_the_right_of_reply_in_words(kind, fields, words):
    nothing = {"asked_on": "", "asked_by": "", "due": "", "note": ""}
    view = ResponseView(kind, **(nothing | fields), reviewer="Rosa", mine=True, at="")
    assert response_words(view) == words
    answered = replace(ALLEGATION, responses=(view,))
    assert facts(replace(REPLIES, claim=answered)) == (words,)


def test_paper_says_that_nobody_asked_yet():
    assert response_words(None) == "Not asked yet"
    ((_, (line,)),) = outline(CallEntry(MAYOR, (), (REPLIES,)), several=False).sections
    assert line.facts == ("Not asked yet", "contradicts: “Not <b>once</b>.”")
    assert line.ticked is None
    ((_, (says,)),) = outline(CallEntry(MAYOR, (SAYS,)), several=False).sections
    assert (says.ticked, says.facts) == (False, ("Status: confirmed",))


def test_markdown_shows_every_word_as_it_is():
    entry = CallEntry(MAYOR, (SAYS, RELAYS), (REPLIES,))
    text = markdown([entry], several=True)
    parsed = MarkdownIt().enable("table").parse(text)
    kinds = {token.type for token in parsed} | {
        child.type for token in parsed for child in token.children or ()
    }
    assert not kinds & {"em_open", "strong_open", "code_inline", "html_inline", "link_open", "table_open"}
    shown = "".join(
        child.content for token in parsed if token.type == "inline" for child in token.children or ()
    )
    for words in ("Ada | Møller", "=cmd|", "Ferry *repairs*", "Not <b>once</b>."):
        assert words in shown, words
    headings = [token.tag for token in parsed if token.type == "heading_open"]
    assert headings == ["h2", "h3", "h3"]
    assert "[ ] F" in shown
    assert "[x] F" in shown
