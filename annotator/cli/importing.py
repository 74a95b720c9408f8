"""The command that takes in articles, and claims of other tools."""

import sys
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.group import (
    complain,
    desk_on,
    json_option,
    library_option,
    one_line,
    put,
    redpencil,
    reviewer_option,
)
from annotator.desk.desk import Desk
from annotator.model.drafts import Note
from annotator.model.errors import BadInput, RedPencilError
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.desk.reading_files import Gathered
    from annotator.model.receptions import Reception

_COUNTED = ("claims", "moved", "there", "removed", "remarks")


@redpencil.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@library_option
@reviewer_option
@json_option
def import_(files: tuple[str, ...], library: str, reviewer: str, as_json: bool) -> None:
    """Import articles; prints one line per article. What cannot be read is said, the rest comes in."""
    # Not loaded by other commands: opening a window goes through here too.
    from annotator.desk.reading_files import gather

    with desk_on(library, reviewer, reading=False) as desk:
        found = gather(files)
        lines = _take_articles(desk, found)
        taken, failed = _take_claims(desk, found)
    put(lines + taken, as_json, "{id}  {title}")
    for problem in found.problems:
        key, values = problem.note
        complain(BadInput(key, **values))
    for review in found.reviews:
        complain(BadInput("review_file.no_article", name=review.name))
    if found.passed_over:
        click.echo(say("reading.passed_over", count=found.passed_over), err=True)
    sys.exit(1 if failed or found.problems or found.reviews else 0)


def _take_articles(desk: Desk, found: "Gathered") -> list[dict[str, Any]]:
    """Takes the articles in at once, and answers with what there is to say of each."""
    from annotator.desk.commands.articles import ImportArticles
    from annotator.desk.reading_files import already_here

    if not found.articles:
        return []
    here = set(already_here(desk, found.drafts))
    made = desk.run(ImportArticles(found.drafts)).made
    lines = []
    for article, draft in zip(made, found.drafts, strict=True):
        known = {"id": article, "title": draft.title, "file": draft.file, "new": article not in here}
        read = {"encoding": draft.encoding, "sure": draft.sure, "guessed": draft.guessed, "url": draft.url}
        lines.append({**known, **read, "notes": _tell(draft.file or draft.url, draft.notes)})
        here.add(article)
    return lines


def _take_claims(desk: Desk, found: "Gathered") -> tuple[list[dict[str, Any]], bool]:
    """Takes the claims of other tools in as is proposed, file by file; also whether one of them failed."""
    if not found.claims:
        return [], False
    from annotator.desk.receiving import TakeClaims, look

    lines: list[dict[str, Any]] = []
    failed = False
    for path, received in found.claims:
        try:
            reception = look(desk, received)
            desk.run(TakeClaims(received))
        except RedPencilError as error:
            complain(error)
            failed = True
            continue
        lines += _received(reception)
        _tell(path.name, (*_left_aside(reception), *reception.notes))
    return lines, failed


def _received(reception: "Reception") -> list[dict[str, Any]]:
    """What came to each article that got something."""
    from annotator.model.receptions import Match

    return [
        {
            **{"id": one.article, "title": one.title, "file": reception.file, "new": one.match is Match.NEW},
            **{name: getattr(one, name) for name in _COUNTED},
            "lost": len(one.lost),
        }
        for one in reception.articles
        if one.article
    ]


def _left_aside(reception: "Reception") -> list[Note]:
    """What did not come in as a claim, and why."""
    notes: list[Note] = [
        ("receiving.not_a_tag", {"label": one.label, "count": one.count})
        for one in reception.labels
        if one.tag is None
    ]
    for one in reception.articles:
        if one.lost:
            notes.append(("receiving.lost", {"title": one.title, "count": len(one.lost)}))
        if not one.article:
            notes.append(("receiving.no_article", {"title": one.title}))
    return notes


def _tell(name: str, notes: tuple[Note, ...]) -> list[str]:
    """Says what was left out of a file or mended in it, and answers with the sentences."""
    sentences = [one_line(say_all(key, values)) for key, values in notes]
    for sentence in sentences:
        click.echo(f"{one_line(name)}: {sentence}", err=True)
    return sentences
