"""Every sentence of the application by its key, in English; one module for each subject.

A tuple holds the singular and the plural of a sentence with a `{count}`.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

Sentence = str | tuple[str, str]

#: The subjects. A window that opens on an article needs the first ones; a key of any other loads the rest.
FIRST = (
    "calendar",
    "claim_parts",
    "dialogs",
    "editor",
    "first_steps",
    "keys",
    "model_names",
    "page",
    "points",
    "search",
    "window",
)
REST = (
    "access",
    "agreement",
    "answering",
    "articles",
    "backups",
    "call_sheet",
    "care",
    "codebook",
    "colleagues",
    "commands",
    "crashes",
    "damage",
    "documents",
    "exchange",
    "exporting",
    "find",
    "importing",
    "keeping",
    "languages",
    "library",
    "linking",
    "locks",
    "losses",
    "merging",
    "office",
    "palette",
    "paragraphs",
    "people",
    "preferences",
    "receiving",
    "reading",
    "refusals",
    "review_file",
    "review_tab",
    "reviewing",
    "reviews_out",
    "saving",
    "sheets",
    "speech",
    "steps",
    "tools",
    "web",
    "whereabouts",
)


class _Sentences(Mapping[str, Sentence]):
    """All sentences by key, the modules that hold them loaded when they are needed first."""

    def __init__(self) -> None:
        self._known: dict[str, Sentence] = {}
        self._load(FIRST)
        self._whole = False

    def __getitem__(self, key: str) -> Sentence:
        try:
            return self._known[key]
        except KeyError:
            return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Sentence]:
        if not self._whole:
            self._load(REST)
            self._whole = True
        return self._known

    def _load(self, subjects: tuple[str, ...]) -> None:
        for subject in subjects:
            self._known |= import_module(f"{__name__}.{subject}").SENTENCES


ENGLISH: Mapping[str, Sentence] = _Sentences()
