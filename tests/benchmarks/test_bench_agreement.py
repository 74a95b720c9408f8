"""Comparing ten thousand claims with a colleague's ten thousand, and how far the two agree."""

import random
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_page
from annotator.desk.queries.comparing import agreement, comparison, settlement
from annotator.host.pace import collect_seldom
from annotator.model.comparing import Marked
from annotator.model.enums import Tag
from annotator.model.rows import Anchor, Claim
from annotator.model.spans import Span
from annotator.model.views import ArticlePage
from annotator.review.agreement.figures import figures
from annotator.review.agreement.material import Material
from annotator.review.pairing import compare
from annotator.review.settling import settle
from annotator.store.door import step

ROUNDS = 5


@pytest.fixture
def two_coders(tmp_path: Path, big_library: tuple[Path, str]) -> tuple[Path, str]:
    """The big library with as many claims of a colleague: six of ten the same, the rest otherwise."""
    path = tmp_path / "library.sqlite"
    shutil.copy(big_library[0], path)
    article = big_library[1]
    with Desk(path) as desk:
        page = article_page(desk, article)
        desk.switch(desk.add_person("Bob"))
        with step(desk.library, desk.hand, "step.import") as opened:
            opened.scopes = {article}
            for n, (span, tag) in enumerate(otherwise(page)):
                opened.write(Claim(f"his-{n:06}", article, tag))
                place = (page.revision, span.start, span.end, span.cut(page.text), "", "")
                opened.write(Anchor(f"hisanchor-{n:06}", f"his-{n:06}", *place))
    return path, article


def otherwise(page: ArticlePage) -> list[tuple[Span, Tag]]:
    """A colleague's view of the claims: of ten two with other edges, one with another tag, one elsewhere."""
    chance = random.Random(4)  # noqa: S311 (repeatable, not secret)
    found = []
    for n, claim in enumerate(page.claims):
        start, end, tag = claim.span.start, claim.span.end, claim.tag
        if n % 10 in (6, 7):
            start, end = start + chance.randrange(6), end - chance.randrange(6)
        elif n % 10 == 8:
            tag = chance.choice([other for other in Tag if other is not tag])
        elif n % 10 == 9:
            start = chance.randrange(len(page.text) - 200)
            end = start + 60
        found.append((Span(start, end), tag))
    return found


def median_ms(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def test_comparing_ten_thousand_with_ten_thousand(two_coders: tuple[Path, str], benchmark, bar) -> None:
    path, article = two_coders
    collect_seldom()  # as the program does
    with Desk(path, reading=True) as desk:
        page = article_page(desk, article)
        names = sorted({claim.author for claim in page.claims})
        marked = tuple(Marked(claim.id, claim.author, claim.tag, claim.span) for claim in page.claims)
        material = Material(tuple(names), len(page.text), page.sentences, marked)
        assert len(marked) == 20_000
        pure = median_ms(lambda: compare(marked, names)), median_ms(lambda: figures([material], names))
        settled = median_ms(lambda: settle(compare(marked, names), [], names))
        asked = [median_ms(lambda ask=ask: ask(desk, article)) for ask in (comparison, settlement)]
        asked.append(median_ms(lambda: agreement(desk, [article])))
        benchmark.pedantic(lambda: compare(marked, names), rounds=ROUNDS)
    bar("comparing 10,000 with 10,000 claims, and all figures", sum(pure), 1000, "ms")
    bar("  the comparison alone", pure[0], 500, "ms")
    bar("  the final version, comparison included", settled, 900, "ms")
    bar("  the differences asked of the library", asked[0], 1500, "ms")
    bar("  the final version asked of the library", asked[1], 1500, "ms")
    bar("  the figures asked of the library", asked[2], 1500, "ms")
