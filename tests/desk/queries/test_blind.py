"""While an article is blind for me, nothing that colleagues did on it is told, by anything that reads.

Ann is asked to tag on her own. The same library is kept twice: as she left it, and after Bob worked on the
article in every way there is. Whatever is asked in her name must answer the same.
"""

import inspect
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from click.testing import CliRunner

from annotator.cli import redpencil
from annotator.desk import queries, transfer
from annotator.desk.commands.answers import Link, Unlink
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.calls import RecordReply
from annotator.desk.commands.claims import DeleteClaim, TagClaim, WriteNote
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.finishing import DeclareDone, SignOffArticle
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.points import Unwaive, Waive
from annotator.desk.commands.reading import MarkRead
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.reviewing import Change, Discuss, Reject
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, MoveAttribution, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.queries import (
    about_me,
    agreement_overview,
    articles,
    call_sheet,
    claims,
    comparing,
    comparing_report,
    history,
    people,
    points,
    review_state,
    search,
    sources,
)
from annotator.desk.work import Command
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import ResponseKind, Stance, StatusValue, Tag
from annotator.model.errors import NothingFound, RedPencilError
from annotator.model.rows import KINDS, Evidence, Remark
from annotator.model.search import ClaimFilter
from annotator.model.spans import Span
from annotator.store import unread
from annotator.store.door import step
from annotator.store.sight import VEILED
from tests.desk.content import quick_desk
from tests.formats.unpacked import unpacked

TEXT = (
    "The mayor took money, a witness said. Her office denied it at once.\n\n"
    "A ledger of the port names her. The council met twice, and nobody asked."
)
ALLEGATION, DENIAL, LEDGER = Span(0, 20), Span(38, 66), Span(69, 99)
#: Stands in every word that Bob writes.
BOB = "Zqobert"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ann's library: two claims, one with a source, a removed one, and the article given to her, blind."""
    path = tmp_path_factory.mktemp("blind") / "before.sqlite"
    with quick_desk(path, "Ann") as ann:
        (article,) = ann.run(ImportArticle(Draft(TEXT, "Port"))).made
        (taken,) = ann.run(TagClaim(article, ALLEGATION, Tag.ALLEGATION)).made
        (denied,) = ann.run(TagClaim(article, DENIAL, Tag.DENIAL)).made
        (gone,) = ann.run(TagClaim(article, LEDGER, Tag.FACT)).made
        ann.run(DeleteClaim(gone))
        ann.run(SayBy(taken, NewSource("A witness"), Span(22, 31)))
        ann.run(WriteNote(denied, "ask her office"))
        ann.run(MarkRead(article, (Span(100, len(TEXT)),)))
        ann.run(Assign((article,), ("Ann", "Cora"), "Please tag on your own.", blind=True))
    return path


@pytest.fixture(scope="module")
def after(before: Path) -> Path:
    """The same after Bob did everything there is to do on the article."""
    path = before.with_name("after.sqlite")
    shutil.copy(before, path)
    with quick_desk(path, BOB) as bob:
        (article,) = (line.id for line in articles.article_lines(bob))
        taken, denied = (line.id for line in articles.article_claims(bob, article))
        (gone,) = (row["id"] for row in bob.library.query("SELECT id FROM claims WHERE deleted = 1"))
        work_on(bob, article, taken, denied)
        with step(bob.library, bob.hand, "step.evidence") as opened:  # of a copy in which it still was there
            opened.scopes.add(article)
            source = bob.library.query("SELECT id FROM sources WHERE name LIKE 'Zq%'")[0]["id"]
            opened.write(Evidence("zq-evidence", gone, source, Stance.SUPPORTS, "V"))
            opened.write(Remark("zq-remark", article, f"{BOB}: opinion", "brat"))
        ann = bob.library.here("reviewer")
        rows = bob.library.query(
            "SELECT id, claim FROM reviews WHERE NOT deleted UNION ALL SELECT id, claim FROM comments"
        )
        with bob.library.atomic():
            unread.add(bob.library, [ann], [(row["id"], row["claim"]) for row in rows])
    return path


def work_on(bob: Desk, article: str, taken: str, denied: str) -> None:
    (mine,) = bob.run(TagClaim(article, LEDGER, Tag.FACT)).made
    (other,) = bob.run(TagClaim(article, Span(0, 36), Tag.ALLEGATION)).made
    bob.run(WriteNote(mine, f"{BOB} says see the mayor"))
    for claim in (mine, taken):
        bob.run(SayBy(claim, NewSource(f"{BOB} Witness"), Span(4, 9), "zq"))
        bob.run(
            AddEvidence(claim, NewSource(f"{BOB} Ledger"), EvidenceFields(Stance.SUPPORTS, f"{BOB} p. 1"))
        )
    bob.run(SayBy(mine, "00000000-0000-7000-8000-000000000002"))
    witness = next(one for one in sources.register(bob) if one.name == "A witness")
    bob.run(SayBy(mine, witness.id, Span(22, 31)))
    bob.run(Link(denied, taken))
    bob.run(Link(denied, other))
    for claim in (taken, other):
        bob.run(Respond(claim, ResponseFields(ResponseKind.DECLINED, note=f"{BOB} rang")))
        bob.run(SetStatus(claim, StatusFields(StatusValue.CONFIRMED, f"{BOB} saw it")))
    bob.run(Reject(taken, f"{BOB} doubts it"))
    bob.run(AddComment(taken, f"{BOB} asks"))
    bob.run(Change(denied))
    bob.run(Discuss(denied, f"{BOB} asks again"))
    bob.run(Change(denied))
    bob.run(MarkRead(article, (Span(69, 99),)))
    bob.run(Waive(article, "allegation-without-response", f"{BOB} lets it go", taken))
    bob.run(DeclareDone(article))
    bob.run(SignOffArticle(article, f"{BOB} signs"))


Answer = Callable[[Desk, str, str], object]


def page(desk: Desk, article: str) -> object:
    whole = articles.article_page(desk, article)
    return whole, articles.article_page(desk, article, before=70), articles.article_read(desk, whole)


def hits(desk: Desk, *_: str) -> object:
    wanted = [
        *(ClaimFilter(tags=frozenset({tag})) for tag in Tag),
        *(ClaimFilter(status=value) for value in StatusValue),
        *(ClaimFilter(source=name) for name in ("", "A witness", f"{BOB} Witness")),
        *(ClaimFilter(evidence=there) for there in (True, False)),
        ClaimFilter(reviewer=BOB),
        ClaimFilter(reviewer="Ann"),
    ]
    words = ("", "mayor", "ledger", "zq", "zqobert", "office")
    asked = [(word, only) for word in words for only in (ClaimFilter(), *wanted)]
    return [
        (search.first_hits(desk, word, only), search.ranked_hits(desk, word, only)) for word, only in asked
    ]


def known_sources(desk: Desk, *_: str) -> object:
    return [(one, sources.where_used(desk, one)) for one in sources.register(desk)]


def signed_and_done(desk: Desk, article: str, claim: str) -> object:
    return review_state.review_state(desk, article), review_state.assignments(desk)


def compared(desk: Desk, article: str, claim: str) -> object:
    return (
        comparing.comparison(desk, article),
        comparing.settlement(desk, article),
        comparing.agreement(desk, None),
        comparing.agreement(desk, (article,)),
        comparing.agreement_by_article(desk),
    )


def reported(desk: Desk, article: str, claim: str) -> object:
    whole = comparing_report.report(desk, article)
    counts = comparing_report.kind_counts(whole.comparison), comparing_report.only_counts(whole.comparison)
    return counts, comparing_report.kind_rows(whole), comparing_report.report_object(whole)


#: Every query, by module and name, with how it is asked; `None` for what tells only who is in the library.
ASKED: dict[str, Answer | None] = {
    "about_me.about_me": lambda d, a, c: about_me.about_me(d),
    "agreement_overview.overview": lambda d, a, c: (
        agreement_overview.overview(d, a),
        agreement_overview.overview(d, ""),
    ),
    "articles.article_lines": lambda d, a, c: (articles.article_lines(d), articles.article_lines(d, [a])),
    "articles.bin_lines": lambda d, a, c: articles.bin_lines(d),
    "articles.article_page": lambda d, a, c: page(d, a),
    "articles.article_claims": lambda d, a, c: articles.article_claims(d, a),
    "articles.article_read": lambda d, a, c: page(d, a),
    "articles.article_export": lambda d, a, c: articles.article_export(d, a),
    "articles.article_named": lambda d, a, c: articles.article_named(d, "Port"),
    "call_sheet.call_sheet": lambda d, a, c: (call_sheet.call_sheet(d, a), call_sheet.call_sheet(d, None)),
    "call_sheet.call_sheet_to_hand_out": lambda d, a, c: call_sheet.call_sheet_to_hand_out(
        d, a, confidential=True
    ),
    "claims.claim_lines": lambda d, a, c: (claims.claim_lines(d, a), claims.claim_lines(d, a, [c])),
    "claims.claim_view": lambda d, a, c: claims.claim_view(d, c),
    "comparing.comparison": compared,
    "comparing.settlement": compared,
    "comparing.agreement": compared,
    "comparing.agreement_by_article": compared,
    "comparing.coders": lambda d, a, c: (comparing.coders(d), comparing.coders(d, [a])),
    "comparing.people_named": None,
    "comparing_report.report": reported,
    "comparing_report.kind_counts": reported,
    "comparing_report.only_counts": reported,
    "comparing_report.kind_rows": reported,
    "comparing_report.report_object": reported,
    "history.history": lambda d, a, c: history.history(d, a),
    "history.turns": lambda d, a, c: (history.turns(d, a), history.turns(d, LIBRARY)),
    "people.me": lambda d, a, c: people.me(d),
    "people.people": None,
    "points.open_points": lambda d, a, c: points.open_points(d, a),
    "points.point_object": lambda d, a, c: [
        points.point_object(a, one) for one in points.open_points(d, a).points
    ],
    "review_state.review_state": signed_and_done,
    "review_state.assignments": signed_and_done,
    "review_state.sign_off": lambda d, a, c: review_state.sign_off(d, a),
    "search.first_hits": hits,
    "search.ranked_hits": hits,
    "search.choices": lambda d, a, c: search.choices(d).sources,
    "sources.register": known_sources,
    "sources.where_used": known_sources,
    "sources.named_words": lambda d, a, c: sources.named_words(d, a),
}


def told(desk: Desk) -> dict[str, str]:
    """What every query answers in Ann's name."""
    (article,) = (line.id for line in articles.article_lines(desk))
    claim = desk.library.query("SELECT id FROM claims WHERE tag = 'allegation' ORDER BY n")[0]["id"]
    answers = {name: repr(ask(desk, article, claim)) for name, ask in ASKED.items() if ask is not None}
    return {name: re.sub(" at 0x[0-9a-f]+", "", answer) for name, answer in answers.items()}


def test_every_query_is_asked() -> None:
    names = set()
    for module in iter_modules(queries.__path__):
        loaded = import_module(f"{queries.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if function.__module__ == loaded.__name__ and not name.startswith("_"):
                names.add(f"{module.name}.{name}")
    assert names == set(ASKED), "what reads the library must be asked here too"


def test_nothing_of_colleagues_is_told(before: Path, after: Path) -> None:
    with Desk(before) as alone:
        expected = told(alone)
    with Desk(after) as together:
        assert sum(row[0] for row in together.library.query("SELECT count(*) FROM reviews")) > 1
        answers = told(together)
    for name, answer in expected.items():
        assert answers[name] == answer, name
        assert "zq" not in answer.lower()


def test_a_desk_that_only_reads_tells_no_more(before: Path, after: Path) -> None:
    with Desk(before, reading=True) as alone, Desk(after, reading=True) as together:
        assert told(together) == told(alone)


def unveil(desk: Desk, view: str, table: str) -> None:
    desk.library.connection.execute(f"DROP VIEW temp.{view}")
    desk.library.connection.execute(
        f"CREATE TEMP VIEW {view} AS SELECT *, 0 AS outdated FROM {table} WHERE deleted = 0"
    )


@pytest.mark.parametrize("table", sorted({*VEILED, "sources"} - {"claims", "anchors"}))
def test_one_view_that_hid_nothing_would_be_noticed(before: Path, after: Path, table: str) -> None:
    with Desk(before) as alone, Desk(after) as together:
        unveil(together, f"seen_{table}", table)
        assert told(together) != told(alone)


def test_claims_are_hidden_twice(before: Path, after: Path) -> None:
    """By themselves and by their places: only where neither hid them would they be told."""
    with Desk(before) as alone, Desk(after) as together:
        unveil(together, "seen_anchors", "anchors")
        assert told(together) == told(alone)
        unveil(together, "seen_claims", "claims")
        assert told(together) != told(alone)


def test_whoever_knows_an_id_is_told_no_more(after: Path) -> None:
    with Desk(after) as ann:
        (article,) = (line.id for line in articles.article_lines(ann))
        hidden = [row["id"] for row in ann.library.query("SELECT id FROM claims WHERE author NOT IN mine")]
        kept = [row["id"] for row in ann.library.query("SELECT id FROM claims WHERE deleted = 1")]
        assert len(hidden) > 2
        assert claims.claim_lines(ann, article, [*hidden, *kept]) == ()
        for claim in (*hidden, *kept):
            with pytest.raises(NothingFound):
                claims.claim_view(ann, claim)


def test_everything_shows_once_i_am_done(after: Path, tmp_path: Path) -> None:
    path = tmp_path / "done.sqlite"
    shutil.copy(after, path)
    with quick_desk(path) as ann:
        (article,) = (line.id for line in articles.article_lines(ann))
        ann.run(DeclareDone(article))
        lines = articles.article_claims(ann, article)
        assert {line.reviewer for line in lines} == {"Ann", BOB}
        assert [line.span for line in lines if line.withdrawn] == [LEDGER]
        state = review_state.review_state(ann, article)
        assert (state.blind, state.i_am_done, len(state.done)) == (False, True, 2)
        assert state.sign_off is not None
        assert state.sign_off.note == f"{BOB} signs"
        ann.undo(article)
        assert {line.reviewer for line in articles.article_claims(ann, article)} == {"Ann"}


def test_bob_is_not_blind(after: Path) -> None:
    with Desk(after, reviewer=BOB, reading=True) as bob:
        (article,) = (line.id for line in articles.article_lines(bob))
        assert {line.reviewer for line in articles.article_claims(bob, article)} == {"Ann", BOB}


def tried(desk: Desk, command: Command) -> str:
    """What a command says for itself: the refusal, or whether it did anything, and what is told then."""
    try:
        made = desk.run(command)
    except RedPencilError as error:
        return f"{error.key} {error.values}"
    return f"{bool(made.step)} {made.label} {made.values} {made.notice} {made.notice_values}"


def moves_of(desk: Desk) -> dict[str, Command]:
    """What Ann may try on what she has: by what it would be refused or told if colleagues' rows counted."""
    (article,) = (line.id for line in articles.article_lines(desk))
    taken, denied = (line.id for line in articles.article_claims(desk, article))
    (link,) = desk.library.query("SELECT id FROM attributions WHERE author IN mine")
    witness = next(one for one in sources.register(desk) if one.name == "A witness")
    return {
        "confirmed": SetStatus(taken, StatusFields(StatusValue.CONFIRMED)),
        "earlier": MoveAttribution(link["id"], -1),
        "later": MoveAttribution(link["id"], 1),
        "unlinked": Unlink(denied, taken),
        "insisted": Unwaive(article, "allegation-without-response", taken),
        "replied": RecordReply(taken, witness.id, EvidenceFields(Stance.CONTEXT)),
    }


def test_commands_tell_no_more(before: Path, after: Path, tmp_path: Path) -> None:
    told = []
    for path in (before, after):
        copy = Path(shutil.copy(path, tmp_path))
        with quick_desk(copy, BOB) as bob:
            (article,) = (line.id for line in articles.article_lines(bob))
            if path == after:
                taken = next(line.id for line in articles.article_claims(bob, article) if line.mine is False)
                bob.run(Respond(taken, ResponseFields(ResponseKind.ASKED)))
        with quick_desk(copy) as ann:
            told.append({name: tried(ann, command) for name, command in moves_of(ann).items()})
            told[-1] |= {"responses": repr(claims.claim_lines(ann, article)[0].response)}
    assert told[1] == told[0]
    assert told[0]["confirmed"].startswith("status.needs_reason")
    assert told[0]["replied"].startswith("True")


def test_my_own_claim_is_taken_back_whatever_was_put_on_it_unseen(after: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(after, tmp_path))
    with quick_desk(path) as ann:
        (article,) = (line.id for line in articles.article_lines(ann))
        (claim,) = ann.run(TagClaim(article, Span(38, 48), Tag.FACT)).made
    with quick_desk(path, BOB) as bob:
        bob.run(AddComment(claim, f"{BOB} asks"))
    with quick_desk(path) as ann:
        ann.undo(article)
        assert claim not in {line.id for line in articles.article_claims(ann, article)}
        ann.redo(article)
        ann.undo(article)
        ann.run(DeclareDone(article))
        assert [line.withdrawn for line in claims.claim_lines(ann, article, [claim])] == [True]


def printed(path: Path, *arguments: str) -> str:
    made = CliRunner().invoke(redpencil, [*arguments, "--library", str(path)])
    return f"{made.exit_code} {made.output}"


@pytest.mark.parametrize("as_json", [(), ("--json",)])
@pytest.mark.parametrize(
    "command", [("articles",), ("claims",), ("claims", "Port"), ("check",), ("compare", "Port")]
)
def test_the_command_line_tells_no_more(
    before: Path, after: Path, command: tuple[str, ...], as_json: tuple[str, ...]
) -> None:
    answer = printed(after, *command, *as_json)
    assert answer == printed(before, *command, *as_json)
    assert len(answer) > 3


@pytest.mark.parametrize(
    ("ending", "whose"),
    [(one.ending, "all") for one in transfer.formats_out()] + [(".json", "mine"), (".json", "final")],
)
def test_exports_tell_no_more(before: Path, after: Path, tmp_path: Path, ending: str, whose: str) -> None:
    made = []
    for path in (before, after):
        target = tmp_path / f"{path.stem}{ending}"
        with Desk(path, reading=True) as desk:
            transfer.export_to(desk, target, transfer.Choice(whose=whose))
        made.append(unpacked(target.read_bytes()))
    if not ending.endswith("redpencil.json"):  # a review file says when and as what it was sent
        assert made[1] == made[0]
    assert b"zq" not in made[1].lower()


def test_his_own_claims_leave_for_nobody_either(after: Path) -> None:
    with Desk(after, reading=True) as desk:
        html, plain = transfer.formatted(desk, transfer.Choice(whose=BOB))
        assert "0" not in plain.splitlines()[1:2]
        assert "zq" not in html.lower()
        with pytest.raises(NothingFound):
            transfer.formatted(desk, transfer.Choice(whose="Nobody"))


def test_other_programs_are_told_no_more(before: Path, after: Path) -> None:
    rows = []
    for path in (before, after):
        with closing(sqlite3.connect(path)) as other:
            rows.append(other.execute("SELECT * FROM annotated_claims").fetchall())
    assert rows[1] == rows[0]


def test_all_tables_of_people_are_veiled_or_known() -> None:
    """Whoever adds a kind of row that people write on claims or articles must say who sees it."""
    everybodys = {
        *("texts", "sentences", "places", "articles", "revisions", "appearances", "sources", "same_as"),
        *("reviewers", "devices", "same_person", "assignments", "graves"),
    }
    assert {kind.TABLE for kind in KINDS} == everybodys | set(VEILED)
