"""Exports of an article with 10,000 claims, each beside the least that any writer of it must do."""

import csv
import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.desk.desk import Desk
from annotator.desk.transfer import Choice, export_to
from annotator.formats import outgoing, registry
from annotator.formats.kinds import Format
from annotator.formats.redact import Disclosure
from annotator.host.pace import collect_seldom
from annotator.model.views import ArticleExport
from tests.benchmarks.big import build_big_library
from tests.formats.many import long_article

#: Seconds for 10,000 claims, of a second and a half with everything on them.
BARS = {"csv": 0.5, "excel": 1.5, "html": 2.0}

#: What is measured beside them; formats not named here take one article with a page or a picture for each.
OTHERS = {
    "json": 2.0,
    "json lines": 2.0,
    "markdown": 3.0,
    "conll": 3.0,
    "claimreview": 1.0,
    "csl": 0.5,
    "bibtex": 0.5,
    "ris": 0.5,
    "w3c": 3.0,
    "brat": 3.0,
    "doccano": 1.0,
    "label studio": 3.0,
    "refi-qda": 4.0,
}


@pytest.fixture(scope="module")
def article() -> ArticleExport:
    return long_article(10_000)


@pytest.fixture(scope="module", autouse=True)
def _as_the_program_does() -> None:
    collect_seldom()


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def bare_csv(article: ArticleExport) -> None:
    rows = [(claim.id, claim.quote, claim.note, claim.reviewer) for claim in article.claims]
    csv.writer(io.StringIO()).writerows(rows)


def bare_json(article: ArticleExport) -> None:
    rows = [(claim.id, claim.quote, claim.note, claim.reviewer) for claim in article.claims]
    json.dumps(rows, ensure_ascii=False).encode()


def bare_excel(article: ArticleExport) -> None:
    """The same cells as XML in a zip, without a thought about what stands in them."""
    rows = "".join(
        f"<row><c><v>{claim.id}</v></c><c><v>{claim.quote}</v></c><c><v>{claim.note}</v></c></row>"
        for claim in article.claims
    )
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("sheet.xml", rows)


BARE = {"csv": bare_csv, "excel": bare_excel}


def form(name: str) -> Format:
    return next(form for form in registry.writers() if form.name == name)


@pytest.mark.parametrize("name", [*BARS, *OTHERS])
def test_ten_thousand_claims_go_out(name: str, article: ArticleExport, benchmark, bar) -> None:
    chosen = form(name)
    work = lambda: b"".join(outgoing.write(chosen, (article,), Disclosure()))  # noqa: E731
    work()  # imports
    times: list[float] = []
    benchmark.pedantic(lambda: times.append(seconds(work)), rounds=3)
    bare = min(seconds(lambda: BARE.get(name, bare_json)(article)) for _ in range(3))
    limit = (BARS | OTHERS)[name] * 1000
    bar(f"10,000 claims to {name}", min(times) * 1000, limit, "ms")
    bar(f"  {name} against the bare cells", min(times) / bare, 200, "times")


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".html"])
def test_from_the_library_to_the_file(
    ending: str, big_library: tuple[Path, str], tmp_path: Path, benchmark, bar
) -> None:
    path, chosen = big_library
    with Desk(path) as desk:
        desk.warm()
        work = lambda: export_to(desk, tmp_path / f"all{ending}", Choice((chosen,)))  # noqa: E731
        benchmark.pedantic(work, rounds=1)
        bar(f"10,000 claims of a library to {ending}", seconds(work) * 1000, 4000, "ms")


def test_a_library_is_there(tmp_path: Path, benchmark, bar) -> None:
    """What reading costs, whatever the format."""
    chosen = build_big_library(tmp_path / "library.sqlite", characters=100_000, claims=1_000)
    with Desk(tmp_path / "library.sqlite") as desk:
        from annotator.desk.queries.articles import article_export

        benchmark.pedantic(lambda: article_export(desk, chosen), rounds=3)
        bar(
            "1,000 claims read for an export", seconds(lambda: article_export(desk, chosen)) * 1000, 400, "ms"
        )
