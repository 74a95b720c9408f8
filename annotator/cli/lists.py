"""Commands that list what a library holds."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import asdict
from itertools import groupby
from typing import Any

import click

from annotator.cli.group import (
    desk_on,
    json_option,
    library_option,
    one_line,
    put,
    redpencil,
    reviewer_option,
)
from annotator.desk.queries.articles import article_export, article_lines, article_named
from annotator.formats.writers.json_ import claim_object
from annotator.formats.writers.phrases import source_name
from annotator.model.views import ArticleExport, ClaimView
from annotator.text.whereabouts import Whereabouts
from annotator.words import for_programs, say
from annotator.words.whereabouts import said_place


@redpencil.command()
@library_option
@reviewer_option
@json_option
def articles(library: str, reviewer: str, as_json: bool) -> None:
    """List the articles."""
    with desk_on(library, reviewer) as desk:
        lines = [
            {**asdict(line), "covered": {tag.value: share for tag, share in line.covered.items()}}
            for line in article_lines(desk)
        ]
    put(lines, as_json, "{id}  {claims:>4}  {title}")


@redpencil.command()
@click.argument("article", required=False)
@library_option
@reviewer_option
@json_option
def claims(article: str | None, library: str, reviewer: str, as_json: bool) -> None:
    """List the claims of an article, or of all."""
    with desk_on(library, reviewer) as desk:
        found = [article_named(desk, article)] if article else [line.id for line in article_lines(desk)]
        exports = [article_export(desk, one) for one in found]
    if as_json:
        put([one for export in exports for one in _objects(export)], as_json, "")
    else:
        put(
            [_told(claim) for export in exports for claim in export.claims],
            as_json,
            "{id}  {start:>6}-{end:<6} {tag:<15} {said_by}: {quote}",
        )


@redpencil.command()
@click.argument("article", required=False)
@click.option("--strict", is_flag=True)
@library_option
@reviewer_option
@json_option
def check(article: str | None, strict: bool, library: str, reviewer: str, as_json: bool) -> None:
    """Print what is open in an article, or in all but samples. Ends with 1 if a point must be settled."""
    # The rules are not loaded by other commands: opening a window goes through here too.
    from annotator.desk.queries.points import open_points, point_object

    with desk_on(library, reviewer) as desk:
        named = article_named(desk, article) if article else None
        chosen = [line for line in article_lines(desk) if line.id == named or not named and not line.sample]
        pages = [(line, open_points(desk, line.id)) for line in chosen]
    with for_programs() if as_json else nullcontext():
        lines = [point_object(line.id, point) for line, page in pages for point in page.points]
    for line, page in pages:
        if page.language_note:
            click.echo(one_line(say("cli.check_language", title=line.title)), err=True)
    titles = {line.id: line.title for line in chosen}
    open_ones = [one for one in lines if not one["waived"]]
    if as_json:
        put(lines, as_json, "")
    else:
        _print_points(titles, open_ones)
    sys.exit(1 if any(strict or one["level"] == "must" for one in open_ones) else 0)


def _objects(export: ArticleExport) -> Iterator[dict[str, Any]]:
    """The claims of an article for programs, with the page or time at which each stands, if there is one."""
    where = Whereabouts(export.places)
    for claim in export.claims:
        with for_programs():
            place = said_place(where.of(claim.span))
        yield {**claim_object(claim), "place": place}


def _told(claim: ClaimView) -> dict[str, Any]:
    """What a person reads of a claim, in the person's language."""
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "tag": say(f"named.tag.{claim.tag.value}"),
        "said_by": " ← ".join(source_name(said.source) for said in claim.attributions),
        "quote": claim.quote,
    }


def _print_points(titles: dict[str, str], lines: list[dict[str, Any]]) -> None:
    """A line for each open point, under the title of its article."""
    for article, entries in groupby(lines, lambda one: one["article"]):
        click.echo(one_line(titles[article]))
        for entry in entries:
            quote = say("points.spoken_words", quote=entry["quote"])
            words = one_line(f"{entry['rule']}: {entry['message']} {quote}")
            click.echo(f"{entry['level']:<4}  {entry['claim'] or '-'}  {words}")
    if not lines:
        click.echo(say("cli.check_nothing"))
