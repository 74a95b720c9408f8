"""Searching a library of 10,000 articles of 5 KB: what comes with each key, and what a change has to wait."""

import random
import statistics
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.desk.queries.search import first_hits, ranked_hits
from annotator.host.pace import take_turns_often
from annotator.model.enums import Tag
from annotator.model.rows import Anchor, Appearance, Article, Claim, Revision, Sentences, Text
from annotator.model.spans import Span
from annotator.store.door import step
from annotator.text.identity import article_id, fingerprint
from annotator.window.search.seeking import Seeking
from annotator.window.session import Session
from tests.benchmarks.big import _WORDS
from tests.benchmarks.test_bench_page import p95

ARTICLES, WORDS_EACH = 10_000, 750
#: As people type: words that stand in nearly every article, in some, in one; Chinese; with an accent.
TYPED = ("the mayor counc", "spokeswoman zzb", "café", "市长", "closed doors number77", '"the mayor')


@pytest.fixture(scope="module")
def many_articles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A library of 10,000 articles of 5 KB with a claim each, and the id of one of them."""
    path = tmp_path_factory.mktemp("many") / "library.sqlite"
    random_ = random.Random(20_260)  # noqa: S311 (repeatable, not secret)
    rare = [
        "".join(random_.choices("abcdefghijklmnopqrstuvwxyz", k=random_.randint(4, 10))) for _ in range(3_000)
    ]
    words = _WORDS * 70 + rare
    with Desk(path) as desk, step(desk.library, desk.hand, "step.import") as opened:
        for n in range(ARTICLES):
            chosen = random_.choices(words, k=WORDS_EACH)
            text = f"{' '.join(chosen)} number{n}."
            sha, article = fingerprint(text), article_id(text)
            opened.write(Text(sha, text, len(text)))
            opened.write(Sentences(sha, sha, f"[[0,{len(text)}]]", "none"))
            opened.write(Article(article, f"{chosen[0].title()} {n}"))
            opened.write(Revision(f"{article}-1", article, sha))
            opened.write(Appearance(f"appearance-{n:05}", article, f"{article}-1", publisher="Coast Courier"))
            opened.write(Claim(f"claim-{n:05}", article, Tag.DENIAL, note=f"ask {chosen[1]}"))
            place = (f"{article}-1", 0, 60, text[:60], "", text[60:92])
            opened.write(Anchor(f"anchor-{n:05}", f"claim-{n:05}", *place))
    return path, article


def keys() -> list[str]:
    """What stands in the field after each key."""
    return [typed[:n] for typed in TYPED for n in range(1, len(typed) + 1)]


def test_the_first_answer_of_each_key(many_articles, benchmark, bar) -> None:
    times: list[float] = []
    with Desk(many_articles[0]) as desk:
        desk.warm()
        first_hits(desk, "warm é")

        def type_it_all() -> None:
            for words in keys():
                begun = time.perf_counter()
                first_hits(desk, words)
                times.append((time.perf_counter() - begun) * 1000)

        benchmark.pedantic(type_it_all, rounds=5)
    bar("search 10,000 articles of 5 KB: first answer, 95th percentile", p95(times), 20, "ms")


def test_ranking(many_articles, benchmark, bar) -> None:
    times: list[float] = []
    with Desk(many_articles[0]) as desk:

        def rank() -> None:
            begun = time.perf_counter()
            ranked_hits(desk, "the mayor")
            times.append((time.perf_counter() - begun) * 1000)

        benchmark.pedantic(rank, rounds=7)
    bar("  and the best of all that have two common words", p95(times), 1_000, "ms")


def test_a_change_during_a_search(qtbot, many_articles, benchmark, bar) -> None:
    """How much longer a change takes that is asked for in the middle of a ranking."""
    take_turns_often()
    path, article = many_articles
    session = Session(path)
    seeking = Seeking(session)
    places = iter(range(100, 4_000, 40))

    def change(*, searching: bool) -> float:
        if searching:
            seeking.seek(lambda desk, give_way: ranked_hits(desk, "t", give_way=give_way), lambda _: None)
            pause = QEventLoop()
            QTimer.singleShot(15, pause.quit)  # it is in the midst of it then
            pause.exec()
        start = next(places)
        loop, begun = QEventLoop(), time.perf_counter()
        session.run(TagClaim(article, Span(start, start + 30), Tag.FACT), lambda _: loop.quit())
        loop.exec()
        took = (time.perf_counter() - begun) * 1000
        seeking.forget()
        loop = QEventLoop()
        session.ask(lambda desk: None, lambda _: loop.quit())
        loop.exec()
        return took

    times: dict[bool, list[float]] = {False: [], True: []}
    change(searching=False)

    def both() -> None:
        for searching in (False, True):
            times[searching].append(change(searching=searching))

    benchmark.pedantic(both, rounds=25)
    session.close()
    held_up = statistics.median(times[True]) - statistics.median(times[False])
    bar("  a change during it: held up by, median", held_up, 50, "ms")
