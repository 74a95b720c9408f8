"""Damage: what is not as it should be in a library, what of people's work it hurts, what could be saved."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: a message key and the values for its sentence."""

    key: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hurt:
    """A thing a person knows that damage touches.

    `kind` is the table it stands in (`articles`, `claims`, `sources` …), or `file`, `history`, `search` where
    no one thing can be named; `name` what people call it: a title, a quote, a name, perhaps empty; `article`
    the title of the article that a claim stands in. A `confidential` source's name is for its owner's eyes.
    """

    kind: str
    id: str = ""
    name: str = ""
    article: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was brought over from a damaged library into a new one, and what was not.

    `saved` and `lost` count rows by table that live (nobody had removed them); `named` are the lost things
    that can be named. `complete` is False where what would say it all is missing too, such as the end of
    the file: then what is lost is counted as far as it is known. `mended` are things that something else
    had changed: they are again as the journal has them.
    """

    path: Path
    saved: dict[str, int]
    lost: dict[str, int]
    named: tuple[Hurt, ...] = ()
    complete: bool = True
    mended: tuple[Hurt, ...] = ()
