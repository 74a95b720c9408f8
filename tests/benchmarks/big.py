"""A library with one long article and thousands of claims, the same on every run."""

import random
from pathlib import Path

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Stance, Tag
from annotator.model.rows import Anchor, Attribution, Claim, Evidence, Source
from annotator.model.spans import Span
from annotator.store.door import Step, step
from annotator.text.anchors import context

_WORDS = [
    "the",
    "mayor",
    "says",
    "that",
    "nobody",
    "asked",
    "for",
    "money",
    "in",
    "the",
    "spring",
    "when",
    "council",
    "members",
    "met",
    "behind",
    "closed",
    "doors",
    "and",
    "a",
    "spokeswoman",
    "denied",
    "every",
    "word",
    "of",
    "it",
    "because",
    "figures",
    "for",
    "roads",
    "schools",
    "hospitals",
    "had",
    "not",
    "been",
    "checked",
    "by",
    "anyone",
    "who",
    "could",
    "read",
    "them",
    "café",
    "naïve",
    "市长",
    "😀",
]
_SPEAKERS = 40


def build_big_library(path: Path, characters: int = 1_000_000, claims: int = 10_000) -> str:
    """Makes the library and returns its article's id.

    `characters` are code points of the text, at the least. Claims overlap and nest, half of them have a
    speaker, every fourth a piece of evidence; all come in by one step, as an import of marked text would.
    """
    random_ = random.Random(20_260)  # noqa: S311 (repeatable, not secret)
    text = words_of_text(random_, characters)
    with Desk(path) as desk:
        (article,) = desk.run(ImportArticle(Draft(text, "A long article"))).made
        with step(desk.library, desk.hand, "step.import") as opened:
            opened.values = {"title": "A long article"}
            opened.scopes = {article}
            _mark(opened, random_, text, article, claims)
    return article


def words_of_text(random_: random.Random, characters: int) -> str:
    """Paragraphs of sentences, at least so many code points of them."""
    paragraphs, length = [], 0
    while length < characters:
        sentences = []
        for _ in range(random_.randint(2, 6)):
            words = random_.choices(_WORDS, k=random_.randint(6, 24))
            sentences.append(" ".join(words).capitalize() + ".")
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _mark(opened: Step, random_: random.Random, text: str, article: str, claims: int) -> None:
    speakers = [f"speaker-{n:03}" for n in range(_SPEAKERS)]
    for n, speaker in enumerate(speakers):
        opened.write(Source(speaker, SourceKind.PERSON, f"Speaker {n}"))
    revision = f"{article}-1"
    for n, span in enumerate(_spans(random_, text, claims)):
        claim = f"claim-{n:06}"
        opened.write(Claim(claim, article, random_.choice(list(Tag))))
        prefix, suffix = context(text, span)
        place = (revision, span.start, span.end, span.cut(text), prefix, suffix)
        opened.write(Anchor(f"anchor-{n:06}", claim, *place))
        if n % 2 == 0:
            opened.write(Attribution(f"said-{n:06}", claim, random_.choice(speakers), "V"))
        if n % 4 == 0:
            opened.write(Evidence(f"backed-{n:06}", claim, random_.choice(speakers), Stance.SUPPORTS, "V"))


def _spans(random_: random.Random, text: str, claims: int) -> list[Span]:
    """Spans all over the text: of each three the second lies inside the first, the third crosses its end."""
    found: list[Span] = []
    stretch = (len(text) - 200) / (claims // 3 + 1)
    for n in range(claims // 3 + 1):
        start = int(n * stretch) + random_.randrange(20)
        end = start + random_.randint(60, 120)
        found += [Span(start, end), Span(start + 10, end - 20), Span(end - 15, end + 40)]
    return found[:claims]
