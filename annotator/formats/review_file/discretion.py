"""What is kept back of the rows that are sent: marked as not sent, so that it overwrites nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from annotator.formats.redact import Disclosure, veil
from annotator.formats.review_file.shapes import DEFAULTS, PLACE, TYPED
from annotator.model.rows import Attribution, Claim, Evidence, Row, Source
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.words import for_programs, say


def outline(stamped: Stamped) -> Stamped:
    """Somebody else's claim as far as what points at it needs it: its tag and its place, nothing typed."""
    return _without(stamped, (*TYPED[Claim], "version_of"))


def discreet(rows: Iterable[Stamped], disclosure: Disclosure, names: Iterable[str]) -> list[Stamped]:
    """The rows without what `disclosure` keeps back; `names` are all that must not leave.

    Without a tick private notes stay, and of a confidential source its name and whatever would lead to it,
    where it is said to stand behind a claim too. A name typed into any field gives way to neutral words.
    """
    found = list(rows)
    if not disclosure.private_notes:
        found = [_without_private_note(stamped) for stamped in found]
    if disclosure.confidential:
        return found
    with for_programs():  # a file is the same in whatever language it is written
        hide, instead = veil(names), say("source.confidential")
    hidden = {row.row.id for row in found if isinstance(row.row, Source) and row.row.confidential}
    return [_veiled(_without_source(stamped, hidden, instead), hide) for stamped in found]


def discreet_words(words: str, disclosure: Disclosure, names: Iterable[str]) -> str:
    """Words that go along with the rows, such as a message."""
    if disclosure.confidential:
        return words
    with for_programs():
        return veil(names)(words)


def _without_private_note(stamped: Stamped) -> Stamped:
    row = stamped.row
    return _without(stamped, ("private_note",)) if isinstance(row, Claim) and row.private_note else stamped


def _without_source(stamped: Stamped, hidden: set[str], instead: str) -> Stamped:
    match stamped.row:
        case Source(confidential=True):
            return _with(stamped, {"name": instead, "role": "", "url": "", "note": ""})
        case Attribution(source=source) if source in hidden:
            return _without(stamped, (*PLACE, "cue"))
        case Evidence(source=source) if source in hidden:
            return _without(stamped, TYPED[Evidence])
    return stamped


def _veiled(stamped: Stamped, hide: Callable[[str], str]) -> Stamped:
    changed: dict[str, object] = {}
    for name in TYPED.get(type(stamped.row), ()):
        typed = getattr(stamped.row, name)
        if typed and (shown := hide(typed)) != typed:
            changed[name] = shown
    return _with(stamped, changed) if changed else stamped


def _without(stamped: Stamped, names: Iterable[str]) -> Stamped:
    defaults = DEFAULTS[type(stamped.row)]
    return _with(stamped, {name: defaults[name] for name in names})


def _with(stamped: Stamped, values: Mapping[str, object]) -> Stamped:
    """The row with other values in some fields, marked as kept back."""
    row: Row = replace(stamped.row, **values)  # type: ignore[arg-type]
    stamps = {**dict(stamped.stamps), **dict.fromkeys(values, KEPT_BACK)}
    return replace(stamped, row=row, stamps=tuple(sorted(stamps.items())))
