"""Backups and what going back to one would change, in words."""

from collections.abc import Sequence
from datetime import date, datetime

from annotator.model.backups import Backup, BackupDifference, Counted
from annotator.words import say
from annotator.words.dates import local_time, short_date


def when(at: str, today: date | None = None, *, inside: bool = False) -> str:
    """A moment (ISO 8601 in UTC) as it is said of the last days: `Today, 14:45`, `Monday, 09:12`.

    What is a week ago or more, or still to come for a clock that was set back, has its date. `inside` a
    sentence it is `today, 14:45`, and in Spanish `lunes, 09:12`.
    """
    day = datetime.fromisoformat(at).astimezone().date()
    ago = ((today or date.today()) - day).days
    if ago in (0, 1):
        said, small = say("keeping.today" if ago == 0 else "keeping.yesterday"), True
    elif 1 < ago < 7:
        said, small = say(f"weekday.{day.isoweekday()}"), say("grammar.weekday_within") == "small"
    else:
        said, small = short_date(day.isoformat()), False
    said = said[:1].lower() + said[1:] if inside and small else said
    return say("date.with_time", date=said, time=local_time(at))


def made_at(backup: Backup) -> str:
    """What a backup was made at."""
    return say(f"occasion.{backup.occasion}")


def things(counted: Counted) -> str:
    """Claims, articles and sources, those that are there: `2 claims, 1 article`; empty for none."""
    counts = ((name, getattr(counted, name)) for name in ("claims", "articles", "sources"))
    return ", ".join(say(f"keeping.count.{name}", count=count) for name, count in counts if count)


def loss(difference: BackupDifference | None) -> str:
    """What going back would cost, in a few words; empty where that is not known yet."""
    if difference is None:
        return ""
    if not difference.readable:
        return say("keeping.loss_unknown")
    lost = things(difference.gone)
    changed = things(difference.changed)
    said = [say("keeping.loss_gone", things=lost)] if lost else []
    said += [say("keeping.loss_changed", things=changed)] if changed else []
    return "; ".join(said) or say("keeping.loss_none")


def first_few(names: Sequence[str], most: int = 3) -> str:
    """The first names of some, and how many more there are."""
    rest = len(names) - most
    said = ", ".join(names[:most])
    return say("keeping.and_more", names=said, count=rest) if rest > 0 else said
