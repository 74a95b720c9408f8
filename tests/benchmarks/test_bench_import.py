"""A folder of 1,000 text files: read through the child, and taken in at once."""

import random
import time
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticles
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.reading_files import gather
from annotator.formats import asking
from tests.benchmarks.big import _WORDS

FILES, SENTENCES = 1_000, 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of about 3 KB, each with paragraphs and a title."""
    random_ = random.Random(5)  # noqa: S311 (repeatable, not secret)
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(FILES):
        sentences = [" ".join(random_.choices(_WORDS, k=12)).capitalize() + "." for _ in range(SENTENCES)]
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, SENTENCES, 4)]
        (made / f"{number}.txt").write_text(f"Title {number}\n\n" + "\n\n".join(paragraphs))
    return made


@pytest.mark.bench
def test_a_folder_of_text_files(benchmark, bar, folder: Path, tmp_path: Path) -> None:
    with Desk(tmp_path / "library.sqlite") as desk:
        desk.warm()

        def take_in() -> tuple[float, float]:
            begun = time.perf_counter()
            found = gather([folder])
            read = time.perf_counter()
            desk.run(ImportArticles(found.drafts))
            return read - begun, time.perf_counter() - read

        asking.children.close()  # the child is started anew, as at the first import
        reading, taking = benchmark.pedantic(take_in, rounds=1)
        assert len(article_lines(desk)) == FILES
    bar("1,000 text files of 3 KB imported", reading + taking, 10, "s")
    bar("  of that, read through the child", reading, 5, "s")
    bar("  of that, taken in by one command", taking, 7, "s")
