"""Care of the library: looking it over without changing it."""

from dataclasses import dataclass
from pathlib import Path

from annotator.store import doctor
from annotator.store.library import Library


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor found, and how many things were looked at; all is well without findings.

    `checked` fills the sentence `doctor.sound`: articles, claims and entries of the journal.
    """

    findings: tuple[doctor.Finding, ...]
    checked: dict[str, int]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def examine(path: Path) -> Report:
    """Looks a library over; needs no lock and changes nothing.

    Raises LibraryRefused for a file that is no library or cannot be opened at all.
    """
    with Library(path, reading=True) as library:
        found = tuple(doctor.findings(library))
        return Report(found, {} if found else doctor.counts(library))
