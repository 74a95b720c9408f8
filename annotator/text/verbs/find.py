"""What the sentences of an English text do: say, accuse, deny, hedge, or withhold a reply."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from annotator.model.spans import Span
from annotator.text.languages import guess
from annotator.text.verbs.forms import Act, Verb, forms
from annotator.text.verbs.phrases import PHRASES, phrase
from annotator.text.verbs.senses import sense
from annotator.text.verbs.tokens import Tokens, quotations, within

#: Small words of English; of so many words of a text one must be among them.
_SMALL = frozenset({"the", "of", "and", "to", "was", "that", "is", "in"})
_ONE_IN = 25
_SAMPLE = 3_000
#: No sentence holds more quotations than this that matter.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """A verb or phrase at a place: what it does, its base form, whether it takes sides.

    `sentence` is the number of its sentence, from 0; `quoted` whether it stands between quotation marks.
    """

    act: Act
    lemma: str
    loaded: bool
    span: Span
    sentence: int
    quoted: bool


def knows(text: str, language: str = "") -> bool:
    """Whether the word lists are for this text: for one said to be English, else for one that seems so.

    `language` is a BCP 47 tag, or empty.
    """
    if language:
        return language.partition("-")[0].lower() == "en"
    words = text[:_SAMPLE].lower().split()
    small = sum(word in _SMALL for word in words)
    return guess(text) == "en" and small * _ONE_IN >= len(words)


def findings(text: str, sentences: Iterable[Span]) -> list[Finding]:
    """All findings of an English text, in text order; within a sentence no two share a word."""
    quoted = quotations(text)
    found: list[Finding] = []
    passed = 0
    for number, sentence in enumerate(sentences):
        while passed < len(quoted) and quoted[passed].end <= sentence.start:
            passed += 1
        near = [span for span in quoted[passed : passed + _NEAR] if span.start < sentence.end]
        tokens = Tokens(text, sentence)
        for verb, first, last in _acts(tokens):
            place = tokens.span(first, last)
            found.append(Finding(verb.act, verb.lemma, verb.loaded, place, number, within(near, place)))
    return found


@cache
def _triggers() -> frozenset[str]:
    """The words without one of which a sentence does nothing that is looked for."""
    return frozenset(forms()) | PHRASES


def _acts(tokens: Tokens) -> Iterator[tuple[Verb, int, int]]:
    """What each verb or phrase does, with the places of its first and last word."""
    known = forms()
    if tokens.none_of(_triggers()):
        return
    at = 0
    while at < len(tokens):
        found = phrase(tokens, at)
        if found is not None:
            verb, last = found
            yield verb, at, last
            at = last
        elif tokens[at] in known and (does := sense(tokens, at, known[tokens[at]])) is not None:
            yield does, at, at
        at += 1
