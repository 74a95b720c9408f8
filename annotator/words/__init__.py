"""What we say: message keys to sentences, in the language that was chosen for this process."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from annotator.words.catalogue import Catalogue, catalogues
from annotator.words.messages import ENGLISH

_ENGLISH = Catalogue(ENGLISH, lambda count: int(count != 1))

#: Where sentences are looked for, the nearest first.
_spoken: tuple[Catalogue, ...] = (_ENGLISH,)
_language = "en"

_to_programs = ContextVar("to_programs", default=False)


def speak(language: str, folder: Path) -> None:
    """Says everything from now on in a language, such as `de` or `en_US`.

    `folder` holds the catalogues. A region's catalogue comes before its language's; what neither has is
    said in English, as everything is where there is none. Raises OSError for one that cannot be read.
    """
    global _spoken, _language
    _spoken = (*catalogues(language, folder), _ENGLISH)
    _language = language


def spoken() -> str:
    """The language everything is said in, as `speak` was told."""
    return _language


@contextmanager
def for_programs() -> Iterator[None]:
    """What is said within is English whatever was chosen, and its dates stay ISO 8601; on this thread alone.

    So a file that programs read is the same whoever wrote it.
    """
    before = _to_programs.set(True)
    try:
        yield
    finally:
        _to_programs.reset(before)


def speaks_to_programs() -> bool:
    """Whether this is said within `for_programs`."""
    return _to_programs.get()


def say(key: str, /, **values: object) -> str:
    """The sentence for a message key, with its values filled in.

    Raises KeyError for a key that has no sentence: a mistake in the program, found by the house tests.
    """
    spoken = () if _to_programs.get() else _spoken
    catalogue = next((one for one in spoken if key in one.sentences), _ENGLISH)
    sentence = catalogue.sentences[key]
    if isinstance(sentence, tuple):
        count = values["count"]
        assert isinstance(count, int)
        sentence = sentence[catalogue.form(count)]
        values = {**values, "count": number(count)}
    return sentence.format_map(values)


def say_all(key: str, values: Mapping[str, object]) -> str:
    """The sentence for a key and values that were kept together, as errors and steps keep them."""
    return say(key, **values)


def within(sentence: str) -> str:
    """A sentence as it stands inside another: with a small first letter where the language has it so."""
    return sentence[:1].lower() + sentence[1:] if say("grammar.within") == "small" else sentence


def number(value: int) -> str:
    """A whole number with its thousands apart where the language has it so: `1,234`, `1.234`."""
    if abs(value) < int(say("number.apart_from")):
        return str(value)
    return f"{value:,}".replace(",", say("number.thousands"))


def megabytes(size: int) -> str:
    """A size in bytes in megabytes of a million bytes: `3.2 MB`; nothing is less than `0.1 MB`."""
    written = f"{max(0.1, size / 1_000_000):.1f}"
    return say("number.megabytes", size=written.replace(".", say("number.decimal_point")))
