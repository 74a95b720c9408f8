"""The torture: `python -m tests.torture`, a table of what it tried to break, and last how many bars hold."""

import sys
from pathlib import Path

import click

from tests.torture import page, running

TENTH = 0.1


@click.command()
@click.option("--full", is_flag=True, help="All of it, not a tenth.")
@click.option("--amount", type=float, help="Another share of it; 1 is all.")
@click.option("--seed", default=1, help="What all choices come from.")
@click.option("--only", multiple=True, metavar="NAME", help="This row, by its module; can be given again.")
@click.option("--write", is_flag=True, help="Keep the figures in docs/trust.md.")
@click.option(
    "--row", nargs=2, type=(str, Path), hidden=True, help="One row in this process, answer in a file."
)
@click.argument("names", nargs=-1)
def main(
    full: bool,
    amount: float | None,
    seed: int,
    only: tuple[str, ...],
    write: bool,
    row: tuple[str, Path] | None,
    names: tuple[str, ...],
) -> None:
    """Runs a tenth of every row, or those NAMES; ends with 1 if a bar does not hold."""
    amount = amount if amount is not None else 1.0 if full else TENTH
    if row:
        running.answer(row[0], amount, seed, row[1])
        return
    wanted = {*only, *names}
    chosen = running.rows(wanted)
    if unknown := wanted - {one.module for one in chosen}:
        raise click.UsageError(f"There is no row called {', '.join(sorted(unknown))}.")
    click.echo(f"{len(chosen)} rows, {amount:.0%} of each, seed {seed}")
    done = running.run(chosen, amount, seed, _tell)
    click.echo(f"\n{page.table(done)}")
    if write:
        page.write(done, amount, seed)
    holding = sum(ran.outcome.holds for ran in done)
    click.echo(f"{holding} of {len(done)} bars hold")
    sys.exit(int(holding < len(done)))


def _tell(ran: running.Ran) -> None:
    """A line as soon as a row is done, with what broke it."""
    holds = "holds" if ran.outcome.holds else "FAILS"
    click.echo(f"{holds}  {ran.seconds:6.1f} s  {ran.row.bar.name}: {ran.outcome.figures}")
    for line in ran.outcome.details:
        click.echo(f"       {line}")


if __name__ == "__main__":
    main(prog_name="python -m tests.torture")
