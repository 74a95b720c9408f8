"""An article on a telecom deal, marked as a careful checker would, and what an editor wants flagged in it.

Written down by hand from the codebook. The article is not ours: places are numbers of sentences and of words
in them (both from 1, words parted by spaces), not its words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.enums import Tag
from annotator.model.spans import Span

A, D, F = Tag.ALLEGATION, Tag.DENIAL, Tag.FACT

HUAWEI, REUTERS, GOVERNMENT = "Huawei", "Reuters", "U.S. government"
ITSELF, NOBODY = "the article itself", "not named"


@dataclass(frozen=True)
class Marked:
    """A claim: a name for it, its sentence, its first and last word there, its tag, who says it."""

    name: str
    sentence: int
    first: int
    last: int
    tag: Tag
    said_by: str

    def span(self, text: str, sentences: Sequence[Span]) -> Span:
        """Its place, without the stop or comma behind its last word."""
        start = sentences[self.sentence - 1].start
        words: list[Span] = []
        for word in sentences[self.sentence - 1].cut(text).split():
            start = text.index(word, start)
            words.append(Span(start, start + len(word)))
            start += len(word)
        place = Span(words[self.first - 1].start, words[self.last - 1].end)
        return Span(place.start, place.start + len(place.cut(text).rstrip(".,")))


CLAIMS = (
    Marked("dismissed", 1, 2, 17, D, HUAWEI),  # with its reason; "no proof" from the accused is denial too
    Marked("considers", 3, 1, 16, F, ITSELF),
    Marked("guards", 4, 2, 17, F, ITSELF),
    Marked("legal action", 5, 8, 24, F, ITSELF),
    Marked("purchase", 6, 1, 16, F, REUTERS),
    Marked("relied", 7, 1, 26, F, ITSELF),
    Marked("contracts", 8, 3, 14, F, ITSELF),
    Marked("first time", 9, 1, 16, F, ITSELF),
    Marked("weighs ban", 10, 11, 29, F, ITSELF),
    Marked("hounded", 11, 4, 21, A, ITSELF),  # wrongdoing in the article's own voice
    Marked("dissuades", 12, 1, 18, F, NOBODY),  # reportedly, and no wrongdoing
    Marked("threats", 12, 25, 31, A, GOVERNMENT),
    Marked("denied", 13, 4, 16, D, HUAWEI),
    Marked("spying", 13, 7, 16, A, NOBODY),  # the allegation inside its denial
    Marked("assured", 13, 18, 26, D, HUAWEI),
    Marked("held off", 14, 1, 22, F, ITSELF),
    Marked("warded off", 15, 1, 17, F, ITSELF),
    Marked("challenges", 16, 6, 25, F, ITSELF),
    Marked("no evidence", 17, 4, 16, D, HUAWEI),  # "no evidence", from the accused
    Marked("recovers", 20, 1, 23, F, ITSELF),
)

#: Sentences with nothing to mark: the first one again as a caption, a guess, a hypothesis.
TICKED = (2, 18, 19)

#: Each denial with what it answers.
LINKS = (
    ("dismissed", "spying"),
    ("dismissed", "threats"),
    ("denied", "spying"),
    ("assured", "spying"),
    ("no evidence", "spying"),
)

_FACTS = tuple(claim.name for claim in CLAIMS if claim.tag is F)
_DENIALS = tuple(claim.name for claim in CLAIMS if claim.tag is D)
_ALLEGATIONS = tuple(claim.name for claim in CLAIMS if claim.tag is A)

#: What is flagged whatever is done: a point is its rule with the claim's name, or the number of its sentence.
_STYLE = {
    ("loaded-verb-in-own-voice", "hounded"),
    ("loaded-verb-in-own-voice", "no evidence"),  # "claimed"
    ("loaded-verb-in-own-voice", 19),  # hounds, once more
    ("reportedly-without-outlet", "dissuades"),
    ("same-sentence-twice", 2),
}

UNTOUCHED = {
    ("unread-sentences", 1),
    ("reportedly-without-outlet", 12),
    ("loaded-verb-in-own-voice", 11),
    ("loaded-verb-in-own-voice", 17),
    ("loaded-verb-in-own-voice", 19),
    ("same-sentence-twice", 2),
    *(("uncovered-statement", number) for number in (1, 2, 6, 12, 13, 17)),
}

#: All claims marked and the rest ticked; nobody said to say anything.
MARKED = {
    *_STYLE,
    *(("allegation-without-source", name) for name in _ALLEGATIONS),
    *(("allegation-without-response", name) for name in _ALLEGATIONS),
    *(("denial-answers-nothing", name) for name in _DENIALS),
    *(("fact-without-source-or-evidence", name) for name in _FACTS),
}

#: Everybody named who is.
SOURCED = {
    *_STYLE,
    *(("allegation-without-response", name) for name in _ALLEGATIONS),
    *(("denial-answers-nothing", name) for name in _DENIALS),
    ("single-source", "hounded"),
    ("single-source", "threats"),
    ("only-anonymous", "spying"),
    *(("single-source-fact", name) for name in _FACTS),
}

#: Each denial linked: who hounds was not asked yet.
LINKED = {
    point for point in SOURCED if point[0] not in ("denial-answers-nothing", "allegation-without-response")
} | {("allegation-without-response", "hounded")}

#: And that the government declined to answer is recorded: nothing must be settled any more.
ANSWERED = LINKED - {("allegation-without-response", "hounded")}
