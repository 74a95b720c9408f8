"""What we say: message keys to sentences, in the person's language where a catalogue has them."""

import gettext
from collections.abc import Mapping

from annotator.words.messages import ENGLISH

_translation: gettext.NullTranslations = gettext.NullTranslations()


def say(key: str, /, **values: object) -> str:
    """The sentence for a message key, with its values filled in.

    Raises KeyError for a key that no catalogue has: a mistake in the program, found by the house tests.
    """
    sentence = ENGLISH[key]
    if isinstance(sentence, tuple):
        count = values["count"]
        assert isinstance(count, int)
        chosen = _translation.ngettext(sentence[0], sentence[1], count)
        values = {**values, "count": number(count)}
    else:
        chosen = _translation.gettext(sentence)
    return chosen.format_map(values)


def say_all(key: str, values: Mapping[str, object]) -> str:
    """The sentence for a key and values that were kept together, as errors and steps keep them."""
    return say(key, **values)


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}"
