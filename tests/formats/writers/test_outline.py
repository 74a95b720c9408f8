from dataclasses import replace

from annotator.formats.writers.outline import Fact, outline
from annotator.model.enums import StatusValue
from annotator.words import say
from tests.formats.documents import WHOLE
from tests.formats.exported import ARTICLE, DENIAL, INNER


def facts(number: int) -> dict[str, tuple[str, ...]]:
    return {fact.label: fact.values for fact in outline(WHOLE).claims[number - 1].facts}


def test_a_claim_says_what_is_known_and_no_more() -> None:
    known = facts(1)
    assert known["Said by"] == (
        "Ada | Møller [1] (“The mayor”, attribution checked),"
        " relayed by Jo Secret (a member of the mayor’s staff) [2] (“Her aide”)",
    )
    assert known["Answers"] == ("“selling the list” (claim 2)", "a claim that is not in this export")
    assert known["Status"] == (
        "Max: disputed",
        "needs a change, “selling the list” → “=lending the *list*”, Jo Secret and the ledger say so",
    )
    assert known["Reviews"] == (
        "Max agrees (before the claim was changed)",
        "Lin has another version: Jo Secret\nsays more",
    )
    assert known["Comments"] == ("Max: Where is that? <b>Jo Secret</b>\nasks.", "Rosa: =on page 3")
    assert known["Where"] == ("pages iv–5",)
    assert known["Marked by"] == (f"Rosa, characters {DENIAL.span.start}–{DENIAL.span.end}",)
    assert set(facts(3)) == {"Said by", "Marked by"}
    assert facts(3)["Said by"] == ("not recorded yet",)
    assert facts(2)["Right of reply"] == (
        "asked on 20 November 2026, 14:30, by Rosa, Jo Secret rings back",
        "Max: no reply by 21 November 2026, 10:00, asked on 20 November 2026, by Jo Secret",
    )
    assert facts(2)["Answered by"] == ("“denied selling the list 👩‍👩‍👧 of berths” (claim 1)",)


def test_head_and_foot() -> None:
    whole = outline(ARTICLE)
    assert whole.summary == "1 allegation, 1 denial, 2 reported facts"
    assert whole.appeared == (
        "The Harbour Post, By R. Ahn, 19 November 2026, https://post.example/ferry",
        "wire.txt",
    )
    assert [line.split(" – ")[0] for line in whole.sources] == [
        "Ada | Møller",
        "Jo Secret (a member of the mayor’s staff)",
        "Harbour ledger",
    ]
    assert whole.claims[2].heading == "Reported fact (withdrawn)"
    assert outline(replace(ARTICLE, claims=())).summary == "No claims marked"
    assert outline(replace(ARTICLE, title="a\nb")).title == "a b"


def test_every_status_has_its_words() -> None:
    for status in StatusValue:
        word = replace(DENIAL.statuses[0], value=status, reviewer="Rosa")
        article = replace(ARTICLE, claims=(replace(INNER, status=status, statuses=(word,)),))
        assert Fact("export.status", (say(f"status.{status.value}"),)) in outline(article).claims[0].facts


def test_a_denial_that_answers_nothing_says_why() -> None:
    article = replace(
        ARTICLE, claims=(replace(DENIAL, answers=(), answers_nothing="reacts to talk in town"),)
    )
    assert Fact("export.answers_nothing", ("reacts to talk in town",)) in outline(article).claims[0].facts


def test_links_name_the_claims_they_speak_of():
    by_key = {fact.key: fact for claim in outline(WHOLE).claims for fact in claim.facts}
    assert by_key["export.answers"].claims == (2, 0)
    assert by_key["export.answered_by"].claims == (1,)
    assert by_key["export.note"].claims == ()


def test_what_follows_the_claims_stands_under_headings_and_nothing_empty_does():
    sections = list(outline(WHOLE).sections)
    assert [section.heading for section in sections] == [
        "Corrections",
        "Open points",
        "Sources",
        "Remarks",
        "Sign-off",
    ]
    assert [section.heading for section in sections if section.numbered] == ["Sources"]
    assert [name for name, _lines in sections[1].parts] == ["Must be settled", "Worth a look", "Notes"]
    assert list(outline(replace(ARTICLE, claims=())).sections) == []
