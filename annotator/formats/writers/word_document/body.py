"""The inside of the Word document: article after article, with the marks of its claims."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.formats.writers.outline import ArticleOutline, outline
from annotator.formats.writers.passages import Passage, Piece, passages
from annotator.formats.writers.word_document.comments import comment, end, start
from annotator.formats.writers.word_document.xml import escaped, line, paragraph, run
from annotator.model.enums import Tag
from annotator.model.views import ArticleExport
from annotator.text.direction import begins_right
from annotator.words import say

#: Underline, its colour, and the tint behind the words: the kinds of line of the window, its tints on white.
_LOOKS = {
    Tag.ALLEGATION: ("single", "A86200", "F8E3C4"),
    Tag.DENIAL: ("dash", "2474B4", "CFE3F2"),
    Tag.FACT: ("dotted", "1B8059", "CBE5DB"),
}

#: The numbers of the lists in the file: one for all that have bullets, then one for each that is numbered.
BULLETS, FIRST_NUMBERED = 1, 2


@dataclass
class Body:
    """What was written so far: the text and its lists, the comments, how many lists count from 1."""

    text: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    numbered: int = 0

    def add(self, article: ArticleExport) -> None:
        """Writes one article below the others, on a page of its own."""
        told = outline(article)
        marked = _Marked(article, told, len(self.comments))
        self.text += marked.paragraphs(new_page=bool(self.text))
        self.comments += marked.comments()
        for section in told.sections:
            self.text.append(line(section.heading, "RedPencilHeading"))
            self.numbered += section.numbered
            list_ = FIRST_NUMBERED + self.numbered - 1 if section.numbered else BULLETS
            for name, lines in section.parts:
                if name:
                    self.text.append(line(name, "RedPencilPart"))
                self.text += (line(words, "RedPencilLine", list_=list_) for words in lines)


class _Marked:
    """The paragraphs of one article; its comments count from `first` in the file."""

    def __init__(self, article: ArticleExport, told: ArticleOutline, first: int) -> None:
        self._article, self._told, self._first = article, told, first
        # Without it Word would check the spelling of every article as English.
        self._language = _language(article.language)

    def comments(self) -> Iterator[str]:
        pairs = zip(self._article.claims, self._told.claims, strict=True)
        return (comment(n, claim, told) for n, (claim, told) in enumerate(pairs, start=self._first))

    def paragraphs(self, *, new_page: bool) -> Iterable[str]:
        spans = [claim.span for claim in self._article.claims]
        first, *rest = passages(self._article.text, spans)
        if first.words.strip() == self._told.title:
            yield self._paragraph(first, "Title", page=new_page)
        else:
            yield line(self._told.title, "RedPencilTitle", page=new_page)
            rest = [first, *rest]
        yield from (line(words, "RedPencilHead") for words in self._told.appeared)
        yield paragraph(self._legend(), "RedPencilLegend")
        yield from map(self._paragraph, rest)

    def _paragraph(self, passage: Passage, style: str = "", *, page: bool = False) -> str:
        inside = "".join(map(self._piece, passage.pieces))
        return paragraph(inside, style, right=begins_right(passage.words), page=page)

    def _piece(self, piece: Piece) -> str:
        begin = "".join(self._begun(number) for number in piece.begin)
        look = _look(self._tag(piece.over[-1])) if piece.over else ""
        words = run(piece.words, look + self._language) if piece.words else ""
        return begin + words + "".join(end(self._first + number - 1) for number in piece.end)

    def _begun(self, number: int) -> str:
        return _mark(self._tag(number), f"{self._tag(number).letter}{number}") + start(
            self._first + number - 1
        )

    def _tag(self, number: int) -> Tag:
        return self._article.claims[number - 1].tag

    def _legend(self) -> str:
        """How many claims of each tag there are, looking as they do in the text."""
        counts = Counter(claim.tag for claim in self._article.claims)
        told = [
            _mark(tag, tag.letter) + run(say(f"export.count.{tag.value}", count=counts[tag]), _look(tag))
            for tag in Tag
            if counts[tag]
        ]
        return run("   ").join(told) or run(self._told.summary)


def _look(tag: Tag) -> str:
    underline, colour, tint = _LOOKS[tag]
    return (
        f'<w:u w:val="{underline}" w:color="{colour}"/><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
    )


def _mark(tag: Tag, words: str) -> str:
    """The letter that stands before the words, in a style of its own so that readers can leave it out."""
    return run(words, f'<w:rStyle w:val="RedPencilMark"/><w:color w:val="{_LOOKS[tag][1]}"/>')


def _language(tag: str) -> str:
    return (
        f'<w:lang w:val="{escaped(tag)}" w:eastAsia="{escaped(tag)}" w:bidi="{escaped(tag)}"/>' if tag else ""
    )


def body(articles: Sequence[ArticleExport]) -> Body:
    """All articles."""
    made = Body()
    for article in articles:
        made.add(article)
    return made
