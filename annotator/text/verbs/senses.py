"""Whether a form of a listed verb stands there in the sense it is listed for."""

from collections.abc import Callable

from annotator.text.verbs.forms import Act, Verb
from annotator.text.verbs.tokens import Tokens
from annotator.text.verbs.words import (
    BEING,
    CLAIM_NOUNS,
    COURTS,
    DECLINING,
    DETERMINERS,
    NEED_A_CLAIM,
    NEED_A_CLAUSE,
    NEED_THAT,
    NOT,
    NOUN_LIKE,
    ONE_BEFORE,
    REFUSED,
    TAKEN,
    TAKERS,
    UNTRUE,
    VERB_BEFORE,
)

#: How many words are looked at for an object or a subject.
_NEAR, _FAR = 5, 8
#: What `denied` takes before what was refused: "denied him a visa".
_RECIPIENTS = frozenset({"him", "them", "us", "me", "you"})
_ALLEGED = Verb("alleged", Act.ACCUSING)

Sense = Callable[[Tokens, int, Verb], Verb | None]


def sense(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    """What the form at a place does; None where it is a noun, an adjective or has another sense.

    A verb turned into its opposite ("did not deny", "would not say") is a reply withheld.
    """
    word = tokens[at]
    if tokens[at - 1] in DETERMINERS and word.endswith("ed"):
        return _ALLEGED if word == "alleged" else None
    if _is_noun(tokens, at, verb):
        return None
    if verb.act is not Act.ACCUSING and _withheld(tokens, at):
        return Verb(verb.lemma, Act.NO_REPLY)
    return _SENSES.get(verb.lemma, _usual)(tokens, at, verb)


def _is_noun(tokens: Tokens, at: int, verb: Verb) -> bool:
    """Whether a form that could be a noun is one: "the claims", "a report of fraud"."""
    word = tokens[at]
    if verb.lemma not in NOUN_LIKE or word.endswith(("ed", "ing")) or word in ("said", "found"):
        return False
    before = tokens[at - 1]
    if word == verb.lemma:
        return not (before in VERB_BEFORE or before.endswith("n't"))
    takes_object = before not in DETERMINERS and tokens[at + 1] in DETERMINERS and not tokens.stops(at)
    return not (before in ONE_BEFORE or tokens[at + 1] == "that" or takes_object)


def _withheld(tokens: Tokens, at: int) -> bool:
    before = tokens[at - 1]
    if before.endswith("ly") or before in ("to", "immediately", "even"):
        first = tokens[at - 2]
        if first in DECLINING or first in NOT or first.endswith("n't"):
            return True
    if before in ("or", "nor") and tokens[at - 2].startswith("confirm"):
        return True
    return before in NOT or before.endswith("n't")


def _usual(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    after = tokens.after(at, _NEAR)
    holds = True
    if verb.lemma in NEED_THAT:
        holds = "that" in after
    elif verb.lemma in NEED_A_CLAUSE:
        holds = "that" in after[:4] or tokens.stops(at) or after[:1] in (["in"], ["on"], ["to"])
    elif verb.lemma in NEED_A_CLAIM:
        holds = _object_is_claim(tokens, at)
    return verb if holds else None


def _object_is_claim(tokens: Tokens, at: int) -> bool:
    """Whether what is rejected or dismissed is a claim, and not an offer, a clerk or a case in court."""
    if not COURTS.isdisjoint(tokens.before(at, _FAR)):
        return False
    if tokens[at - 1] in BEING:  # rejected by somebody: what was, stands before
        return not CLAIM_NOUNS.isdisjoint(tokens.before(at, _FAR))
    after = tokens.after(at, _NEAR)
    if "as" in after and not UNTRUE.isdisjoint(tokens.after(at, _FAR)):
        return True
    found = next((place for place, word in enumerate(after) if word in CLAIM_NOUNS), None)
    if found is None:
        return False
    # "rejected her asylum claim", "rejected a claim for damages": what was asked for, not what was said.
    around = {*after[:found], *tokens.after(at + 1 + found, 3)}
    return around.isdisjoint(TAKEN | REFUSED)


def _deny(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    """Denied = refused is no denial: a permit, entry, him a visa, and what was denied to somebody."""
    after = tokens.after(at, _NEAR)
    if tokens[at - 1] in BEING:
        said = not CLAIM_NOUNS.isdisjoint(tokens.before(at, _FAR)) or after[:1] == ["that"]
        return verb if said else None
    if not CLAIM_NOUNS.isdisjoint(after[:3]) or after[:1] == ["that"]:
        return verb
    refused = bool(after) and after[0] in _RECIPIENTS or not REFUSED.isdisjoint(after[:4])
    return None if refused else verb


def _claim(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    """The sea claims houses, a winner the title, a refugee asylum; who claims anything else says it."""
    after = tokens.after(at, _NEAR)
    if "that" in after[:1]:
        return verb
    taken = not TAKEN.isdisjoint(after[:4])
    taker = not TAKERS.isdisjoint(tokens.before(at, 3)) and bool(after)
    return None if taken or taker else verb


def _charge(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    """Charged with theft, or that something is so; not charged twice, to a grant, or ten euros."""
    after = tokens.after(at, _FAR)
    passive = tokens[at - 1] in BEING and after[:1] in (["over"], ["in"])
    holds = "with" in after[:6] or after[:1] == ["that"] or passive
    return verb if holds else None


def _report(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    """Losses that are reported say nothing; that something is reported does."""
    after = tokens.after(at, 4)
    if tokens.stops(at) or "that" in after or after[:1] in (["by"], ["on"], ["in"]):
        return verb
    return verb if tokens[at].endswith("ed") and tokens[at - 1] not in BEING else None


def _suspect(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    return verb if tokens[at + 1] == "of" or "that" in tokens.after(at, 2) else None


def _admit(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    """Who is admitted to a hospital or a school admits nothing."""
    passive = tokens[at - 1] in BEING and tokens[at + 1] in ("to", "as", "into")
    return None if passive else verb


def _slam(tokens: Tokens, at: int, verb: Verb) -> Verb | None:
    return None if tokens[at + 1] in ("into", "shut", "against", "on", "down", "off") else verb


_SENSES: dict[str, Sense] = {
    "admit": _admit,
    "blast": _slam,
    "charge": _charge,
    "claim": _claim,
    "deny": _deny,
    "report": _report,
    "slam": _slam,
    "suspect": _suspect,
}
