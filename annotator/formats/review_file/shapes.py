"""How each kind of row stands in a review file: in which list, as what annotation, by which fields."""

from dataclasses import MISSING, dataclass, fields

from annotator.model.rows import (
    KINDS,
    Anchor,
    Answer,
    Appearance,
    Article,
    Assignment,
    Attribution,
    Claim,
    Comment,
    Device,
    Done,
    Evidence,
    Grave,
    Places,
    ReadMark,
    Remark,
    Response,
    Review,
    Reviewer,
    Revision,
    Row,
    SameAs,
    SamePerson,
    Sentences,
    SignOff,
    Source,
    Status,
    Text,
    Waiver,
)

#: Where the annotations stand, all kinds of them together.
ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind's place in the file.

    `section` is the list it stands in. Of an annotation `motivation` is the W3C's word for why it was made,
    `target` the field that says what it is about and `body` the one that says what: words, which `purpose`
    describes, or with an empty `purpose` another row.
    """

    kind: type[Row]
    section: str
    motivation: str = ""
    target: str = ""
    body: str = ""
    purpose: str = ""

    @property
    def is_annotation(self) -> bool:
        """Whether the row is written as a Web Annotation."""
        return self.section == ITEMS


#: Every kind that stands for itself; anchors stand in their claims, sentence bounds and pages in their texts.
SHAPES: tuple[Shape, ...] = (
    Shape(Reviewer, "people"),
    Shape(Device, "devices"),
    Shape(SamePerson, "same_person"),
    Shape(Article, "articles"),
    Shape(Revision, "revisions"),
    Shape(Appearance, "appearances"),
    Shape(Text, "texts"),
    Shape(Source, "sources"),
    Shape(SameAs, "same_as"),
    Shape(Grave, "removed"),
    Shape(Claim, ITEMS, "classifying", "article", "tag", "classifying"),
    Shape(Attribution, ITEMS, "identifying", "claim", "source"),
    Shape(Evidence, ITEMS, "linking", "claim", "source"),
    Shape(Answer, ITEMS, "replying", "allegation", "denial"),
    Shape(Response, ITEMS, "describing", "claim", "kind", "describing"),
    Shape(Status, ITEMS, "assessing", "claim", "value", "assessing"),
    Shape(Review, ITEMS, "moderating", "claim", "verdict", "assessing"),
    Shape(Comment, ITEMS, "commenting", "claim", "body", "commenting"),
    Shape(ReadMark, ITEMS, "bookmarking", "article"),
    Shape(Waiver, ITEMS, "editing", "article", "reason", "commenting"),
    Shape(Done, ITEMS, "tagging", "article"),
    Shape(SignOff, ITEMS, "moderating", "article"),
    Shape(Assignment, ITEMS, "questioning", "article", "instructions", "questioning"),
    Shape(Remark, ITEMS, "commenting", "article", "body", "commenting"),
)

#: Which rows a row points at: by kind, the field and the kind it names.
REFERENCES: dict[type[Row], dict[str, type[Row]]] = {
    Device: {"reviewer": Reviewer},
    SamePerson: {"reviewer": Reviewer, "other": Reviewer},
    Sentences: {"text": Text},
    Places: {"text": Text},
    Revision: {"article": Article, "text": Text},
    Appearance: {"article": Article, "revision": Revision},
    Claim: {"article": Article, "version_of": Claim},
    Anchor: {"claim": Claim, "revision": Revision},
    SameAs: {"source": Source, "other": Source},
    Attribution: {"claim": Claim, "source": Source, "revision": Revision},
    Evidence: {"claim": Claim, "source": Source},
    Answer: {"denial": Claim, "allegation": Claim},
    Response: {"claim": Claim},
    Status: {"claim": Claim},
    Review: {"claim": Claim, "version": Claim},
    Comment: {"claim": Claim},
    ReadMark: {"article": Article, "revision": Revision},
    Waiver: {"article": Article, "claim": Claim},
    Done: {"article": Article},
    SignOff: {"article": Article, "revision": Revision},
    Assignment: {"article": Article, "reviewer": Reviewer},
    Remark: {"article": Article, "revision": Revision},
}

#: Fields in which somebody may have typed the name of a confidential source.
TYPED: dict[type[Row], tuple[str, ...]] = {
    Claim: ("note", "private_note", "plain_words", "answers_nothing"),
    Source: ("name", "role", "url", "note", "description", "reason"),
    Attribution: ("cue",),
    Evidence: ("locator", "quote", "url", "seen_on"),
    Response: ("asked_by", "note"),
    Status: ("reason", "old_words", "new_words"),
    Review: ("reason",),
    Comment: ("body",),
    Waiver: ("reason",),
    SignOff: ("note",),
    Assignment: ("instructions",),
    Remark: ("body",),
}

#: Where an article names a source: known as a whole, or kept back as a whole.
PLACE = ("revision", "start", "end", "words")

#: Fields that may be kept back; all others are needed to make anything of the row.
KEEPABLE: dict[type[Row], frozenset[str]] = {
    **{kind: frozenset(names) for kind, names in TYPED.items()},
    Claim: frozenset((*TYPED[Claim], "version_of")),
    Attribution: frozenset((*TYPED[Attribution], *PLACE)),
}

#: Fields whose own name means something else to the W3C.
_OTHERWISE = {(Text, "body"): "value", (SameAs, "source"): "entry"}

NAMES: dict[type[Row], tuple[str, ...]] = {kind: tuple(f.name for f in fields(kind)) for kind in KINDS}
DEFAULTS: dict[type[Row], dict[str, object]] = {
    kind: {f.name: f.default for f in fields(kind) if f.default is not MISSING} for kind in KINDS
}


def own_names(shape: Shape) -> tuple[str, ...]:
    """The fields that stand under their own names: all but the id and what body and target say."""
    if shape.kind is Claim:  # its target is its place, so its article stands apart; its note is a body too
        return tuple(name for name in NAMES[Claim] if name not in ("id", "tag", "note"))
    return tuple(name for name in NAMES[shape.kind] if name not in ("id", shape.target, shape.body))


def key_of(kind: type[Row], name: str) -> str:
    """The key under which a field stands in the file."""
    return _OTHERWISE.get((kind, name), name)
