"""Phrases of several words that do what a verb does."""

from collections.abc import Callable

from annotator.text.verbs.forms import Act, Verb
from annotator.text.verbs.tokens import Tokens
from annotator.text.verbs.words import DECLINING, NOT, UNTRUE

#: A phrase that begins at a place: what it does and its last word's place, or None.
Phrase = tuple[Verb, int] | None

_ANSWERING = frozenset(
    {"answer", "answered", "comment", "commented", "discuss", "elaborate", "interviewed", "reply"}
) | {"replied", "respond", "responded", "return", "returned", "speak"}
_ACCORDING = Verb("according to", Act.SAYING)
_POINT_OUT = Verb("point out", Act.SAYING, loaded=True)
_LASH_OUT = Verb("lash out", Act.ACCUSING, loaded=True)
_CHARGE = Verb("charge", Act.ACCUSING)
_NOT_RECALL = Verb("not recall", Act.DENYING)
_CALL_UNTRUE = Verb("call untrue", Act.DENYING)
_NO_REPLY = Verb("no reply", Act.NO_REPLY)

#: Single words that are no verbs.
_ALONE = {
    "allegedly": Verb("allegedly", Act.ACCUSING),
    "reportedly": Verb("reportedly", Act.HEDGE),
    "unanswered": _NO_REPLY,
}


def phrase(tokens: Tokens, at: int) -> Phrase:
    """The phrase that begins at a place, with its last word's place; None where none does."""
    word = tokens[at]
    if word in _ALONE:
        return _ALONE[word], at
    finder = _FINDERS.get(word)
    return finder(tokens, at) if finder else None


def _according(tokens: Tokens, at: int) -> Phrase:
    return (_ACCORDING, at + 1) if tokens[at + 1] == "to" else None


def _point(tokens: Tokens, at: int) -> Phrase:
    return (_POINT_OUT, at + 1) if tokens[at + 1] == "out" else None


def _lash(tokens: Tokens, at: int) -> Phrase:
    return (_LASH_OUT, at + 1) if tokens[at + 1] == "out" else None


def _charges(tokens: Tokens, at: int) -> Phrase:
    """A charge sheet, charges of theft; not a charge of ten euros, nor being in charge of something."""
    if tokens[at + 1] in ("sheet", "sheets"):
        return _CHARGE, at + 1
    of = tokens[at + 1] == "of" and not tokens[at + 2][:1].isdigit() and tokens[at - 1] not in ("in", "free")
    return (_CHARGE, at + 1) if of else None


def _recall(tokens: Tokens, at: int) -> Phrase:
    """Who cannot recall something neither denies nor grants it: a denial, with its hedge."""
    before = tokens[at - 1]
    return (_NOT_RECALL, at) if before in NOT or before.endswith("n't") else None


def _recollection(tokens: Tokens, at: int) -> Phrase:
    return (_NOT_RECALL, at) if tokens[at - 1] == "no" else None


def _call(tokens: Tokens, at: int) -> Phrase:
    """To call a report baseless is to deny it."""
    after = tokens.after(at, 8)
    found = next((place for place, word in enumerate(after, at + 1) if word in UNTRUE), None)
    return (_CALL_UNTRUE, found) if found is not None else None


def _declined(tokens: Tokens, at: int) -> Phrase:
    answers = tokens[at + 1] == "to" and not _ANSWERING.isdisjoint(tokens.after(at, 4))
    return (_NO_REPLY, at + 2) if answers else None


def _withheld(tokens: Tokens, at: int) -> Phrase:
    """Did not return calls, could not be reached, had not replied."""
    if "reached" in tokens.after(at, 3):
        return _NO_REPLY, at + tokens.after(at, 3).index("reached") + 1
    after = tokens.after(at, 2)
    found = next((place for place, word in enumerate(after, at + 1) if word in _ANSWERING), None)
    return (_NO_REPLY, found) if found is not None else None


def _no_comment(tokens: Tokens, at: int) -> Phrase:
    return (_NO_REPLY, at + 1) if tokens[at + 1] == "comment" else None


Finder = Callable[[Tokens, int], Phrase]

_FINDERS: dict[str, Finder] = {
    "according": _according,
    "no": _no_comment,
    "recollection": _recollection,
    **dict.fromkeys(("charge", "charges"), _charges),
    **dict.fromkeys(("point", "points", "pointed", "pointing"), _point),
    **dict.fromkeys(("lash", "lashes", "lashed", "lashing"), _lash),
    **dict.fromkeys(("recall", "remember"), _recall),
    **dict.fromkeys(("call", "called", "calling", "calls", "branded", "labelled", "labeled"), _call),
    **dict.fromkeys(sorted(DECLINING), _declined),
    **dict.fromkeys(("not", "didn't", "couldn't", "hadn't", "hasn't", "haven't", "doesn't"), _withheld),
}

#: The first words of all phrases.
PHRASES = frozenset(_ALONE) | frozenset(_FINDERS)
