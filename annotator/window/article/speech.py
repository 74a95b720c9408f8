"""What a screen reader says as the cursor moves over the page."""

from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.text.whereabouts import Whereabouts
from annotator.window.article.claims import PageClaims
from annotator.window.claims.list_model import spoken
from annotator.window.people import People
from annotator.words import number, say

#: Of more claims in one sentence only these are spoken, and how many others there are.
_MOST = 3


class Speech:
    """Puts into words what is new about the cursor's place: a sentence and the claims in it."""

    def __init__(self) -> None:
        self._sentence: Span | None = None
        self._claims: frozenset[str] = frozenset()
        self.people = People()
        self.whereabouts = Whereabouts()

    def forget(self) -> None:
        """Another article: all is new."""
        self._sentence, self._claims = None, frozenset()

    def moved(
        self, text: str, sentence: Span | None, within: list[ClaimLine], claims: PageClaims, *, ticked: bool
    ) -> list[str]:
        """What to say of a sentence and of claims where the cursor was not before."""
        said = []
        if sentence is not None and sentence != self._sentence:
            said.append(sentence_words(sentence.cut(text), ticked=ticked))
        entered = [line for line in within if line.id not in self._claims]
        said += [self.claim(line, claims) for line in entered[:_MOST]]
        if len(entered) > _MOST:
            said.append(say("speech.more_claims", count=len(entered) - _MOST))
        self._sentence = sentence
        self._claims = frozenset(line.id for line in within)
        return said

    def claim(self, claim: ClaimLine, claims: PageClaims) -> str:
        """A claim with tag, quote, speaker, what colleagues say of it, and its place among those shown."""
        where = self.whereabouts.of(claim.span)
        return spoken(claim, where, claims.rank(claim), len(claims), self.people)

    def candidate(self, claim: ClaimLine, claims: PageClaims, place: int | None) -> str:
        """A claim that Enter would choose, with its number if it has one."""
        words = self.claim(claim, claims)
        return words if place is None else say("speech.candidate", number=number(place), claim=words)


def sentence_words(words: str, *, ticked: bool) -> str:
    """A sentence, and whether it was ticked as read."""
    return say("speech.ticked", sentence=words) if ticked else words
