"""Nothing that somebody wrote can move the terminal it is printed on."""

import re

from click.testing import CliRunner

from annotator.cli.group import redpencil
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span

EVIL = "\x1b]0;evil\x07\x1b[2Jpump \x9b31m sold"


def test_lists_show_control_characters_as_signs(tmp_path) -> None:
    path = tmp_path / "library.sqlite"
    with Desk(path, reviewer="Ada\x1b[0m") as desk:
        (article,) = desk.run(ImportArticle(Draft(EVIL, EVIL))).made
        desk.run(TagClaim(article, Span(0, len(EVIL)), Tag.ALLEGATION))
    for command in ("articles", "claims", "check"):
        told = CliRunner().invoke(redpencil, [command, "--library", str(path)])
        assert "␛]0;evil␇␛[2Jpump \ufffd31m sold" in told.output, command
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", told.output)
