from dataclasses import replace

from annotator.formats.writers.closing import corrections, points, signed
from annotator.model.enums import StatusValue
from annotator.model.points import Level
from tests.formats.documents import POINTS, SIGN_OFF, WHOLE, WITH_UNWORDED
from tests.formats.exported import ARTICLE, DENIAL, INNER


def test_corrections_say_what_becomes_of_which_words():
    first, second = corrections(WITH_UNWORDED)
    assert (first.number, first.old, first.new) == (1, "selling the list", "=lending the *list*")
    assert first.line == (
        "Claim 1: “selling the list” → “=lending the *list*”, Jo Secret and the ledger say so"
    )
    assert second.line == (
        'Claim 3: “=cmd|"/c calc"!A1 stood in the ledger.\nHer aide said” needs a change, ask'
    )


def test_the_newest_word_counts_and_withdrawn_claims_do_not():
    disputed = replace(DENIAL, status=StatusValue.DISPUTED, statuses=DENIAL.statuses[:1])
    assert corrections(replace(ARTICLE, claims=(disputed, replace(DENIAL, withdrawn=True)))) == ()


def test_points_stand_by_level_with_their_claim_or_their_words():
    must, look, note = points(WHOLE)
    assert [group.level for group in (must, look, note)] == list(Level)
    assert [point.line for group in (must, look, note) for point in group.points] == [
        "The correction is not carried out: “selling the list” still stands here. (claim 1)",
        "“Ferry” means proved wrong. Was it only denied? (“Ferry”)",
        "2 sentences are neither marked nor ticked as read.",
    ]


def test_a_point_at_a_claim_that_is_not_exported_quotes_it():
    (group,) = points(replace(WHOLE, points=POINTS[:1], claims=(INNER,)))
    assert group.points[0].number == 0
    assert group.points[0].line.endswith(f"(“{DENIAL.quote}”)")


def test_the_sign_off_says_who_when_and_what_changed_since():
    assert signed(WHOLE) == (
        "Signed off by Lin, Saturday, 21 November 2026, 12:00",
        "Read *aloud* once more.",
        "2 claims were changed after that. (claim 2)",
    )
    assert signed(replace(WHOLE, sign_off=replace(SIGN_OFF, note="", changed=()))) == (
        "Signed off by Lin, Saturday, 21 November 2026, 12:00",
    )
    assert signed(ARTICLE) == ()
