"""The formats as people choose them: what each is called, what it does not hold, whether it can be used.

The formats themselves are imported where they are asked for: a window starts without them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.drafts import Note
from annotator.words import say

if TYPE_CHECKING:
    from annotator.formats.kinds import Format


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """A format as a person chooses it: `label` is its message key, or `words` what a third party calls it.

    `group` says for whom it is, `lacks` are message keys of what it cannot hold, `limits` what else a person
    should know. `there` is False where it needs an optional `package` that is not installed. `reads` and
    `reads_claims` say what can come in from such a file, `writes` whether one can be written.
    """

    name: str
    label: str
    ending: str
    group: str = "tools"
    endings: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    limits: tuple[Note, ...] = ()
    package: str = ""
    there: bool = True
    words: str = ""
    reads: bool = False
    reads_claims: bool = False
    writes: bool = True

    @property
    def called(self) -> str:
        """What it is called, in the person's language as far as it is ours."""
        return self.words or say(self.label)


def formats() -> tuple[FormatInfo, ...]:
    """All formats, ours first; review files too."""
    from annotator.formats import registry
    from annotator.formats.review_file.terms import ENDING

    review = FormatInfo(
        registry.REVIEW, f"format.{registry.REVIEW}", ENDING, endings=(ENDING,), reads_claims=True
    )
    return (*map(_info, registry.formats()), review)


def formats_out() -> tuple[FormatInfo, ...]:
    """The formats claims can be written to, but for review files; the first is the default."""
    from annotator.formats import registry

    return tuple(map(_info, registry.writers()))


def _info(form: "Format") -> FormatInfo:
    from annotator.formats.losses import lacks

    return FormatInfo(
        form.name,
        f"format.{form.name}",
        form.endings[0],
        form.group.value,
        form.endings,
        tuple(f"feature.{feature.value}" for feature in lacks(form)),
        form.limits,
        form.package,
        not form.package or _is_installed(form.package),
        form.label,
        form.read is not None,
        form.read_claims is not None,
        form.write is not None,
    )


def _is_installed(package: str) -> bool:
    """Whether a package is there, by the name it is installed under."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution(package)
    except PackageNotFoundError:
        return False
    return True
