"""The documents name what there is."""

import re
from pathlib import Path

import pytest

from annotator.cli import redpencil
from annotator.desk.formats import formats

TOP = Path(__file__).parents[2]
PAGES = sorted((*TOP.glob("*.md"), *TOP.glob("docs/**/*.md")))

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TOP)))
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_command_stands_in_the_page_about_them() -> None:
    page = (TOP / "docs" / "command-line.md").read_text(encoding="utf-8")
    shown = [name for name, command in redpencil.commands.items() if not command.hidden]
    assert len(shown) > 9
    assert [name for name in shown if f"`redpencil {name}" not in page] == []


def test_every_kind_of_article_is_told_of() -> None:
    page = (TOP / "docs" / "importing.md").read_text(encoding="utf-8").casefold()
    words = {
        "odt": "opendocument",
        "mail": "e-mail",
        "html": "web pages",
        "mhtml": "web archives",
        "text": "plain text",
    }
    reading = [form.name for form in formats() if form.reads]
    assert [name for name in reading if words.get(name, name) not in page] == []
