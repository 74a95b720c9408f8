"""An article on its way in: read and made canonical, not yet in the library."""

from dataclasses import dataclass

from annotator.model.places import Place

#: A message key with its values, as `words.say_all` takes them.
Note = tuple[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader made of a file or a paste, for a person to look at before the import is final.

    `text` is canonical and not blank. `file` is a bare name, empty for a paste. `encoding` is how the bytes
    were read ("" where that was no question); unless `sure`, it is a guess and `candidates` are what else
    fits, the guess first. `notes` say what was left out or mended. `guessed` where a person should look at
    the paragraphs before they are final. `places` are in text order and do not overlap.
    """

    text: str
    title: str
    file: str = ""
    encoding: str = ""
    sure: bool = True
    candidates: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    publisher: str = ""
    byline: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    sample: bool = False
    guessed: bool = False
    places: tuple[Place, ...] = ()
