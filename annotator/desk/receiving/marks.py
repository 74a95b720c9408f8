"""The marks of one text, each decided on: a new claim, one that is here or was removed, or a remark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.desk.receiving.articles import Target
from annotator.desk.receiving.placing import Placed, placed
from annotator.desk.receiving.setting import Coming, Setting
from annotator.model.enums import Tag
from annotator.model.received import Mark
from annotator.model.rows import Anchor, Article, Claim, Remark
from annotator.model.stamped import Stamped
from annotator.store.codec import LIVES, NOT_HERE
from annotator.store.library import Library
from annotator.store.reading.seen import is_hidden
from annotator.text.titles import title_of
from annotator.words import for_programs, say

#: A person, a tag and a place: what makes two claims equal.
_Key = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """A claim that a mark became or is, and whether it is made now."""

    claim: str
    author: str
    new: bool
    mark: Mark


@dataclass
class TextMarks:
    """What comes of the marks of one text.

    `linked` are the claims of its marks, `claims` their ids by those in the file, `lost` quotes that do not
    stand in the text; `there` and `removed` count claims that are here already, or were. `hidden` where
    colleagues' tags on the article are hidden from me.
    """

    library: Library
    setting: Setting
    target: Target
    tags: Mapping[str, Tag | None]
    me: str
    coming: list[Coming] = field(default_factory=list)
    linked: list[Linked] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)
    remarks: list[Stamped] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    there: int = 0
    removed: int = 0
    hidden: bool = False

    def __post_init__(self) -> None:
        if self.target.article:
            self.hidden = is_hidden(self.library, self.target.article)
            self._decide()
            for words in self.target.received.remarks:
                self.remarks.append(self._remark(words, self.me))

    @property
    def title(self) -> str:
        """What the article is called: here, else in the file."""
        here = self.library.find(Article, self.target.article) if self.target.article else None
        given = " ".join(self.target.received.title.split())
        return here.title if here else given or title_of(self.target.own.text)

    def _decide(self) -> None:
        taken: list[tuple[Placed, Tag, str, str]] = []
        for mark in self.target.received.marks:
            spot, tag = placed(self.target, mark), self.tags.get(mark.label)
            author = self.setting.people.marks(mark.claim.reviewer, mark.claim.author)
            if tag is not None and spot.span is not None:
                taken.append((spot, tag, author, self._id(spot, author)))
                continue
            self.lost += [spot.quote] if spot.span is None else []
            self.remarks.append(self._as_remark(spot, author))
        known = self.library.stored_many(Claim, (row_id for *_, row_id in taken))
        equal = dict(self._equal())
        for spot, tag, author, row_id in taken:
            self._claim(spot, tag, author, row_id, known, equal)

    def _id(self, spot: Placed, author: str) -> str:
        """The claim's id: the file's, if it stays the claim of whom the file names."""
        claim = spot.mark.claim
        own = self.setting.ids.own(Claim, claim.id) if self.setting.people.keeps(claim.author) else ""
        place = str(spot.span or "")
        return own or self.setting.ids.made(
            "claim", author, self.target.article, claim.id, spot.mark.label, place
        )

    def _claim(
        self,
        spot: Placed,
        tag: Tag,
        author: str,
        row_id: str,
        known: Mapping[str, Mapping[str, object]],
        equal: dict[_Key, str],
    ) -> None:
        assert spot.span is not None, "others are remarks"
        before = known.get(row_id)
        if before is not None and before["article"] != self.target.article:  # another claim has the id
            row_id = self.setting.ids.made("claim", self.target.article, row_id)
            before = self.library.stored(Claim, row_id)
        key = self._key(author, tag, spot.span.start, spot.span.end)
        if before is not None and before["deleted"] not in (LIVES, NOT_HERE):
            self.removed += 1
            return
        here = row_id if before is not None and before["deleted"] == LIVES else equal.get(key, "")
        if not here:
            row_id = equal[key] = self.setting.ids.take(row_id)
            self.coming.append(Coming(row_id, tag, author, spot.span, spot.moved, spot.mark, self.target))
        self.there += bool(here)
        self.linked.append(Linked(here or row_id, author, not here, spot.mark))
        if spot.mark.claim.id:
            self.claims.setdefault(spot.mark.claim.id, here or row_id)

    def _equal(self) -> Iterator[tuple[_Key, str]]:
        """The claims here by what would make another equal to them."""
        there = self.library.where(Claim, article=self.target.article)
        found = self.library.stamped(Claim, (claim.id for claim in there))
        for anchor in self.library.where(Anchor, revision=self.target.revision):
            one = found.get(anchor.claim)
            if one is not None and isinstance(one.row, Claim) and anchor.start >= 0 and not one.row.withdrawn:
                yield self._key(one.author, one.row.tag, anchor.start, anchor.end), one.row.id

    def _key(self, author: str, tag: Tag, start: int, end: int) -> _Key:
        return self.library.sight.shown.get(author, author), tag.value, start, end

    def _as_remark(self, spot: Placed, author: str) -> Stamped:
        """A mark that is no claim, in words: its label, who made it, and all that it says."""
        claim = spot.mark.claim
        with for_programs():  # the library is the same whoever takes the file in
            label = spot.mark.label.strip() or say("receiving.marked")
            head = say("receiving.by", label=label, name=claim.reviewer) if claim.reviewer.strip() else label
            quoted = say("receiving.quoted", quote=spot.quote) if spot.span is None and spot.quote else ""
        words = "\n".join(filter(None, (head, quoted, claim.note, claim.plain_words, *spot.mark.remarks)))
        # It is mine to throw away, unless I must not see yet what a colleague said here.
        return self._remark(words, author if self.hidden else self.me, spot)

    def _remark(self, words: str, author: str, spot: Placed | None = None) -> Stamped:
        span = spot.span if spot else None
        made = self.setting.ids.made("remark", author, self.target.article, words, str(span or ""))
        row = Remark(
            self.setting.ids.take(made),
            self.target.article,
            words,
            self.setting.form,
            self.target.revision if span else None,
            span.start if span else -1,
            span.end if span else -1,
            span.cut(self.target.body) if span else "",
        )
        said = spot.mark.claim.created if spot else ""
        return self.setting.stamped(row, author, said, tick=len(self.remarks))
