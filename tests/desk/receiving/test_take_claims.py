"""Claims of other tools: in whose name, on which words, once each, and what is kept as a remark."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle, RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, Retag, TagClaim
from annotator.desk.commands.finishing import DeclareDone
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.remarks import RemoveRemark
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines, article_page
from annotator.desk.queries.sources import register
from annotator.desk.receiving import TakeClaims, look
from annotator.formats.redact import Disclosure, redact
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import Origin, SourceKind, Stance, StatusValue, Tag, Verdict
from annotator.model.errors import NotAllowed, NothingFound
from annotator.model.places import Place, PlaceKind
from annotator.model.received import Received, ReceivedText
from annotator.model.receptions import LEAVE_OUT, NEW, Match
from annotator.model.rows import Claim, Reviewer, Source
from annotator.model.spans import Span
from annotator.model.views import (
    AppearanceView,
    AttributionView,
    ClaimView,
    CommentView,
    EvidenceView,
    ReviewView,
    SourceView,
    StatusView,
)
from annotator.store import doctor
from tests.desk.content import content, quick_desk
from tests.desk.receiving.files import ALLEGED, ANN, DENIED, TEXT, file, files, mark, placed

BOB = "01a20000-0000-7000-8000-00000000b002"
ONE = "01a20000-0000-7000-8000-0000000c0001"
AT = "2026-05-01T10:00:00.000Z"


@pytest.fixture
def desk(tmp_path: Path):
    with quick_desk(tmp_path / "library.sqlite", "Zoe") as opened:
        yield opened


def the_article(desk: Desk) -> str:
    return desk.run(ImportArticle(Draft(TEXT, "The pier"))).made[0]


def claims(desk: Desk) -> list[ClaimView]:
    return [claim for line in article_lines(desk) for claim in article_export(desk, line.id).claims]


def remarks(desk: Desk) -> list[str]:
    return [words for line in article_lines(desk) for words in article_export(desk, line.id).remarks]


def take(desk: Desk, received: Received, **wishes: object) -> list[ClaimView]:
    desk.run(TakeClaims(received, **wishes))  # type: ignore[arg-type]
    assert list(doctor.findings(desk.library)) == []
    return claims(desk)


def test_a_text_that_is_not_here_becomes_an_article(desk):
    appeared = AppearanceView("", "The Post", "By A", "https://post.example/pier", "2026-05-01", "", "", "")
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    received = file(
        mark("Allegation", ALLEGED, text),
        text=text,
        title="The\npier",
        language="en",
        appearances=(appeared,),
        places=(Place(Span(1, 9), PlaceKind.PAGE, "3"),),
    )
    (claim,) = take(desk, received)
    assert (claim.tag, claim.quote, claim.origin) == (Tag.ALLEGATION, ALLEGED, Origin.IMPORT)
    export = article_export(desk, claim.article)
    assert (export.text, export.title, export.language) == (TEXT, "The pier", "en")
    assert (export.appearances[0].url, export.appearances[0].publisher) == (appeared.url, "The Post")
    assert export.places == (Place(Span(0, 8), PlaceKind.PAGE, "3"),)
    assert TEXT[claim.span.start : claim.span.end] == ALLEGED


def test_what_the_file_says_of_a_claim_is_written_by_those_it_names(desk):
    keeper = SourceView("", SourceKind.PERSON, "A keeper")
    log = SourceView("", SourceKind.DOCUMENT, "Lamp log")
    (claim, denial) = take(
        desk,
        file(
            mark(
                "Vorwurf",
                ALLEGED,
                id="T1",
                reviewer="Ann",
                author=ANN,
                note="ask",
                plain_words="It failed.",
                created=AT,
                modified="2026-05-02T12:00:00+02:00",
                attributions=(
                    AttributionView("", keeper, "A keeper", Span(10, 18), "said", True, "", False),
                ),
                evidence=(EvidenceView("", log, Stance.SUPPORTS, "p. 3", "dark", "", "", "Bob", False),),
                statuses=(StatusView(StatusValue.CONFIRMED, "seen", "", "", "Bob", False, AT),),
                reviews=(ReviewView("", Verdict.TO_DISCUSS, "when?", None, BOB, "Bob", False, AT),),
                comments=(CommentView("", "Two in May.", BOB, "Bob", False, AT),),
                remarks=("confidence 3",),
            ),
            mark("Dementi", DENIED, id="T2", reviewer="Ann", author=ANN, answers=("T1",)),
        ),
    )
    assert (claim.author, claim.reviewer, claim.mine, claim.plain_words) == (ANN, "Ann", False, "It failed.")
    assert claim.note == "ask\ndoccano: confidence 3"
    assert (claim.created, claim.modified) == (AT, "2026-05-02T10:00:00.000Z")
    (said,) = claim.attributions
    assert (said.source.name, said.span, said.checked, said.reviewer) == (
        "A keeper",
        Span(10, 18),
        True,
        "Ann",
    )
    (piece,) = claim.evidence
    assert (piece.source.kind, piece.locator, piece.reviewer) == (SourceKind.DOCUMENT, "p. 3", "Bob")
    assert [(one.value, one.reviewer, one.at) for one in claim.statuses] == [
        (StatusValue.CONFIRMED, "Bob", AT)
    ]
    (review,) = claim.reviews
    assert (review.author, review.reason, review.outdated, review.unread) == (BOB, "when?", False, True)
    assert [(one.body, one.author, one.at) for one in claim.comments] == [("Two in May.", BOB, AT)]
    assert denial.answers == (claim.id,)


def test_an_outdated_word_stays_outdated_until_it_is_given_again(desk):
    review = ReviewView("", Verdict.REJECTED, "no", None, BOB, "Bob", False, AT, outdated=True)
    (claim,) = take(desk, file(mark("fact", DENIED, reviews=(review,), reviewer="Ann", author=ANN)))
    assert claim.reviews[0].outdated


def test_taking_a_file_twice_adds_nothing(desk):
    received = file(mark("fact", DENIED), mark("Person", "keeper"), remarks=("a document note",))
    take(desk, received)
    before = content(desk.library)
    told = desk.run(TakeClaims(received))
    assert (told.step, told.notice) == ("", "receiving.nothing_new")
    assert content(desk.library) == before
    (article,) = look(desk, received).articles
    assert (article.claims, article.there, article.remarks) == (0, 1, 0)


def test_an_id_that_is_a_uuid_is_kept_unless_something_else_has_it(desk):
    the_article(desk)
    (first,) = take(desk, file(mark("fact", DENIED, id=f"urn:uuid:{ONE.upper()}")))
    assert first.id == ONE
    other = TEXT + " More."
    found = take(
        desk, file(mark("fact", DENIED, other, id=ONE), mark("fact", "More", other, id=desk.me), text=other)
    )
    assert len({claim.id for claim in found}) == 3
    assert desk.me not in {claim.id for claim in found}


def test_two_marks_with_one_id_are_two_claims(desk):
    found = take(desk, file(mark("fact", DENIED, id=ONE), mark("denial", ALLEGED, id=ONE)))
    assert len(found) == 2
    assert ONE in {claim.id for claim in found}


def test_nobody_becomes_a_colleague_by_a_name_alone(desk, tmp_path):
    with quick_desk(tmp_path / "library.sqlite.kim", "Kim"):
        pass
    mine = article_lines(desk)
    assert mine == ()
    (claim,) = take(desk, file(mark("fact", DENIED, reviewer="Zoe")))
    assert (claim.reviewer, claim.mine) == ("Zoe", False)
    assert len(desk.library.where(Reviewer, name="Zoe")) == 2
    take(desk, file(mark("fact", ALLEGED, reviewer="Zoe")))
    assert len(desk.library.where(Reviewer, name="Zoe")) == 2  # the same stranger


def test_what_is_mine_by_its_id_is_mine_and_what_i_say_is(desk):
    the_article(desk)
    (claim,) = take(desk, file(mark("fact", DENIED, reviewer="Zoe", author=desk.me)))
    assert claim.mine
    found = take(desk, file(mark("fact", ALLEGED, id=ONE, reviewer="Ann", author=ANN)), as_mine=True)
    assert all(one.mine for one in found)
    assert ONE not in {one.id for one in found}  # it stays free for Ann's own
    found = take(desk, file(mark("fact", ALLEGED, id=ONE, reviewer="Ann", author=ANN)))
    assert [one.id for one in found if not one.mine] == [ONE]


def test_an_equal_claim_of_the_same_person_is_not_doubled(desk):
    article = the_article(desk)
    start = TEXT.index(DENIED)
    (there,) = desk.run(TagClaim(article, Span(start, start + len(DENIED)), Tag.DENIAL)).made
    received = file(
        mark("denial", DENIED, id="T1", author=desk.me, answers=("T2",)),
        mark("allegation", ALLEGED, id="T2", author=desk.me),
    )
    (told,) = look(desk, received).articles
    assert (told.there, told.claims, told.match, told.article) == (1, 1, Match.TEXT, article)
    denial = next(one for one in take(desk, received) if one.tag is Tag.DENIAL)
    assert denial.id == there
    assert len(denial.answers) == 1  # the link is new: one end of it is


def test_a_claim_that_was_removed_stays_so_and_it_is_said(desk):
    received = file(mark("fact", DENIED, id=ONE, author=desk.me), mark("fact", ALLEGED))
    take(desk, received)
    desk.run(DeleteClaim(ONE))
    (told,) = look(desk, received).articles
    assert (told.removed, told.there, told.claims) == (1, 1, 0)
    assert [one.quote for one in take(desk, received)] == [ALLEGED]


def test_a_claim_that_was_changed_here_stays_as_it_is(desk):
    received = file(mark("fact", DENIED, id=ONE, author=desk.me))
    take(desk, received)
    desk.run(Retag(ONE, Tag.DENIAL))
    assert [one.tag for one in take(desk, received)] == [Tag.DENIAL]


def test_words_that_stand_elsewhere_than_the_file_says_are_found_by_their_quote(desk):
    the_article(desk)
    second = TEXT.rindex("A keeper said")
    wrong = [
        placed("fact", Span(3, 3 + len(DENIED)), DENIED),
        placed("fact", Span(second - 3, second + 5), "A keeper said", suffix=" so."),
        placed("fact", Span(10**30, 10**31), "lamp"),
        placed("fact", Span(0, 0), "The pier"),
        placed("fact", Span(4, 20), "nowhere to be found"),
    ]
    received = file(*wrong, text=TEXT)
    (told,) = look(desk, received).articles
    assert (told.claims, told.moved, told.lost) == (4, 3, ("nowhere to be found",))
    found = take(desk, received)
    assert {(one.quote, one.span.start) for one in found} == {
        (DENIED, TEXT.index(DENIED)),
        ("A keeper said", second),
        ("lamp", TEXT.index("lamp")),
        ("The pier", 0),
    }
    assert remarks(desk) == ["fact\n“nowhere to be found”"]


def test_positions_of_another_text_are_not_believed(desk):
    """The file's text lacks the title: the same words stand ten code points later here."""
    article = the_article(desk)
    body = TEXT.partition("\n\n")[2]
    url = AppearanceView("", "", "", "https://post.example/pier", "", "", "", "")
    take_url = replace(Draft(TEXT, "The pier"), url=url.url + "/")
    desk.run(ImportArticle(take_url))
    received = file(mark("fact", DENIED, body), text=body, appearances=(url,))
    (told,) = look(desk, received).articles
    assert (told.match, told.article, told.moved) == (Match.ADDRESS, article, 1)
    (claim,) = take(desk, received)
    assert claim.span.start == TEXT.index(DENIED)


def test_a_file_without_text_finds_its_article_by_fingerprint_or_by_quotes(desk):
    article = the_article(desk)
    desk.run(ImportArticle(Draft("Another one. The office was shut.", "Another")))
    sha = article_export(desk, article).sha256
    for said, match in (({"sha256": sha}, Match.TEXT), ({}, Match.QUOTES)):
        (told,) = look(desk, file(mark("fact", DENIED), text="", **said)).articles
        assert (told.match, told.article, told.claims, told.moved) == (match, article, 1, 0)
    (told,) = look(desk, file(mark("fact", "keeper"), placed("fact", Span(0, 0), "x y z"), text="")).articles
    assert told.match is Match.NONE  # half of the quotes are not enough
    before = content(desk.library)
    assert not desk.run(TakeClaims(file(placed("fact", Span(0, 0), "x y z"), text=""))).step
    assert content(desk.library) == before


def test_a_person_may_choose_the_article_or_none(desk):
    article = the_article(desk)
    received = files(ReceivedText("", (mark("fact", DENIED),)), ReceivedText("Other words.", ()))
    assert [one.match for one in look(desk, received).articles] == [Match.QUOTES, Match.NEW]
    chosen = look(desk, received, articles=(LEAVE_OUT, article)).articles
    assert [one.match for one in chosen] == [Match.NONE, Match.CHOSEN]
    assert [one.match for one in look(desk, received, articles=(NEW, None)).articles] == [
        Match.NONE,
        Match.NEW,
    ]
    with pytest.raises(NothingFound):
        look(desk, received, articles=("0" * 32,))


def test_a_label_without_a_tag_is_kept_as_a_remark_that_i_can_remove(desk):
    received = file(
        mark("Person", "keeper", reviewer="Ann", note="who?", remarks=("score 2",)), remarks=("Of the file.",)
    )
    take(desk, received)
    (line,) = article_lines(desk)
    first, second = article_page(desk, line.id).remarks
    assert (first.body, first.origin, first.quote) == ("Person (Ann)\nwho?\nscore 2", "doccano", "keeper")
    assert (second.body, second.quote, second.mine) == ("Of the file.", "", True)
    assert remarks(desk) == ["“keeper”: Person (Ann)\nwho?\nscore 2", "Of the file."]
    desk.run(RemoveRemark(first.id))
    assert remarks(desk) == ["Of the file."]
    take(desk, received)
    assert remarks(desk) == ["Of the file."]  # what was removed stays so
    desk.undo(line.id)
    assert len(remarks(desk)) == 2
    with pytest.raises(NothingFound):
        desk.run(RemoveRemark("nobody's"))


def test_a_remark_of_somebody_else_is_not_mine_to_remove(tmp_path):
    path = tmp_path / "library.sqlite"
    with quick_desk(path, "Zoe") as desk:
        take(desk, file(remarks=("Of the file.",)))
        (line,) = article_lines(desk)
        (remark,) = article_page(desk, line.id).remarks
    with quick_desk(path, "Kim") as desk, pytest.raises(NotAllowed):
        desk.run(RemoveRemark(remark.id))


def test_the_mapping_says_what_labels_become(desk):
    received = file(mark("Person", "keeper"), mark("fact", DENIED))
    (found,) = take(desk, received, mapping={"Person": Tag.ALLEGATION, "fact": None})
    assert (found.quote, found.tag) == ("keeper", Tag.ALLEGATION)
    assert remarks(desk) == [f"“{DENIED}”: fact"]
    labels = look(desk, received, {"Person": Tag.DENIAL}).labels
    assert [(one.label, one.tag) for one in labels] == [("Person", Tag.DENIAL), ("fact", Tag.FACT)]


def test_sources_are_matched_by_name_and_kind(desk):
    article = the_article(desk)
    (claim,) = desk.run(TagClaim(article, Span(0, 8), Tag.FACT)).made
    desk.run(SayBy(claim, NewSource("Ben")))
    named = [
        SourceView("x", SourceKind.PERSON, "Ben"),
        SourceView("x", SourceKind.ORGANISATION, "Ben"),
        SourceView("", SourceKind.UNNAMED, "not named"),
        SourceView("", SourceKind.PERSON, " "),
        SourceView("", SourceKind.PERSON, "Ben", confidential=True),
    ]
    said = tuple(AttributionView("", one, "", None, "", False, "", False) for one in named)
    received = file(mark("fact", DENIED, attributions=said), mark("fact", ALLEGED, attributions=said))
    assert look(desk, received).sources == 2
    take(desk, received)
    assert len([one for one in register(desk) if one.name == "Ben"]) == 3
    assert len(desk.library.where(Source)) == 5


def test_names_that_do_not_stand_in_the_text_go_to_the_note(desk):
    link = AttributionView(
        "", SourceView("", SourceKind.PERSON, "Ben"), "Benjamin", Span(3, 9), "", False, "", False
    )
    (claim,) = take(desk, file(mark("fact", DENIED, attributions=(link,))))
    assert (claim.attributions[0].words, claim.attributions[0].span) == ("", None)
    assert claim.note == "Named as “Benjamin”."


def test_colleagues_claims_stay_hidden_while_an_article_is_blind_for_me(desk):
    article = the_article(desk)
    desk.run(Assign((article,), ("Zoe",), blind=True))
    received = file(
        mark("fact", DENIED, reviewer="Ann", author=ANN),
        mark("Person", "keeper", reviewer="Ann", author=ANN),
    )
    (told,) = look(desk, received).articles
    assert (told.hidden, told.claims, told.remarks) == (True, 0, 0)
    assert take(desk, received) == []
    assert remarks(desk) == []
    desk.run(DeclareDone(article))
    assert [one.quote for one in claims(desk)] == [DENIED]
    assert len(remarks(desk)) == 1


def test_an_article_in_the_bin_comes_back_with_the_file_about_it(desk):
    article = the_article(desk)
    desk.run(RemoveArticle(article))
    received = file(mark("fact", DENIED))
    assert look(desk, received).articles[0].match is Match.NEW
    assert [one.quote for one in take(desk, received)] == [DENIED]
    desk.undo(LIBRARY)
    assert article_lines(desk) == ()
    assert desk.library.where(Claim) == []


def test_what_no_library_keeps_goes(desk):
    (claim,) = take(desk, file(mark("fact", DENIED, note="a\x00b\ud83d", reviewer="A\x00nn", id="\ud83d")))
    assert (claim.note, claim.reviewer) == ("ab", "Ann")


def test_a_time_to_come_is_now_and_no_time_is_now(desk):
    now = desk.run(ImportArticle(Draft("Something else.", "Else"))).saved
    received = file(
        mark("fact", DENIED, created="9999-12-31T23:59:59Z", modified="0001-01-01"),
        mark("fact", ALLEGED, created="x"),
    )
    for claim in take(desk, received):
        assert claim.modified.startswith(("0001-01-01", now[:10]))
        assert claim.created <= claim.modified or claim.created[:10] == now[:10]


def test_remarks_give_no_confidential_name_away(desk):
    take(desk, file(remarks=("Jo Secret said so.",)))
    (line,) = article_lines(desk)
    export = article_export(desk, line.id)
    (kept,) = redact((export,), Disclosure(), ["Jo Secret"])
    assert "Secret" not in "".join(kept.remarks)


def test_an_id_that_another_row_has_is_not_taken_from_it(desk):
    said = CommentView(ONE, "First.", BOB, "Bob", False, AT)
    take(desk, file(mark("fact", DENIED, comments=(said,))))
    found = take(desk, file(mark("fact", ALLEGED, comments=(replace(said, body="Second."),))))
    assert sorted(one.body for claim in found for one in claim.comments) == ["First.", "Second."]
    assert len({one.id for claim in found for one in claim.comments}) == 2
