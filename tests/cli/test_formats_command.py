"""What the command line tells of formats, and of the pages that some of them bring."""

import json
from pathlib import Path

from click.testing import CliRunner

from annotator.cli import redpencil
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from tests.desk.content import quick_desk


def test_formats_are_listed_for_people_and_for_programs() -> None:
    told = CliRunner().invoke(redpencil, ["formats"])
    assert told.exit_code == 0
    (line,) = (line for line in told.output.splitlines() if line.startswith("w3c"))
    assert "claims in, out" in line
    assert ".jsonld" in line
    found = json.loads(CliRunner().invoke(redpencil, ["formats", "--json"]).output)
    (doccano,) = (one for one in found if one["name"] == "doccano")
    assert {"links", "sources"} <= set(doccano["lacks"])
    assert (doccano["reads_claims"], doccano["writes"], doccano["reads"]) == (True, True, False)
    assert all(isinstance(limit, str) for one in found for limit in one["limits"])


def test_claims_name_the_page_they_stand_on(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    pages = (Place(Span(0, 8), PlaceKind.PAGE, "iv"),)
    with quick_desk(library) as desk:
        (article,) = desk.run(ImportArticle(Draft("The pier\n\nIt is shut.", "The pier", places=pages))).made
        for span in (Span(0, 8), Span(10, 20)):
            desk.run(TagClaim(article, span, Tag.FACT))
    printed = CliRunner().invoke(redpencil, ["claims", "--json", "--library", str(library)])
    first, second = json.loads(printed.output)
    assert "iv" in first["place"]
    assert second["place"] == ""
