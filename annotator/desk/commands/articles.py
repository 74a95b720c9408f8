"""Articles: taking one in, correcting what is known about it, the bin and back."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace

from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Appearance, Article, Places, Revision, Row, Sentences, Text
from annotator.text import passages
from annotator.text.canonical import is_canonical
from annotator.text.identity import article_id, fingerprint
from annotator.text.sentences import RULES, sentences

#: So many articles are taken in before anybody hears of it.
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class ImportArticle(Command):
    """Takes a draft in as an article; a text that is there already gets one more appearance."""

    LABEL = "step.import"

    draft: Draft

    def apply(self, work: Work) -> None:
        """Writes the text once, with its sentences. Raises BadInput for a text that is not canonical."""
        text, title = self.draft.text, self.draft.title
        _refuse_unless_canonical(text)
        sha, article = fingerprint(text), article_id(text)
        work.scope(LIBRARY)
        work.made.append(article)
        there = work.library.stored(Article, article)
        if there is not None and not there["deleted"]:
            work.called("step.appearance", title=str(there["title"]))
            work.tell("article.already", title=str(there["title"]))
            (first, *_) = work.library.where(Revision, article=article, text=sha)
            self._appear(work, article, first.id)
            return
        rows = rows_of_new(self.draft)
        if there is None:
            for row in rows:
                work.step.write(row)
        else:  # it lies in the bin, or its import was undone: it comes back, with its claims if it has any
            title = str(there["title"])
            for row in rows:
                work.step.bring_back(type(row), row.id)
            work.tell("article.back", title=title)
        self._appear(work, article, f"{article}-1")
        work.called(self.LABEL, title=title)

    def _appear(self, work: Work, article: str, revision: str) -> None:
        known = replace(_appearance(self.draft), article=article, revision=revision)
        for there in work.library.where(Appearance, article=article):
            if replace(there, id="", imported="") == known:
                return
        work.step.write(replace(known, id=work.new_id(), imported=work.now))


@dataclass(frozen=True, slots=True)
class ImportArticles(Command):
    """Takes many drafts in, in one step; `made` names the article of each, in their order.

    `tell` hears now and then how many of how many were looked at; what it raises stops everything, and
    nothing is kept.
    """

    LABEL = "step.import_many"

    drafts: tuple[Draft, ...]
    tell: Callable[[int, int], None] | None = None

    def apply(self, work: Work) -> None:
        """Writes those that are new at once, and one more appearance of the rest. Raises BadInput."""
        if len(self.drafts) == 1:
            ImportArticle(self.drafts[0]).apply(work)
            return
        new: dict[str, Draft] = {}
        there: list[Draft] = []
        for draft in self.drafts:
            _refuse_unless_canonical(draft.text)
            article = article_id(draft.text)
            if article in new or work.library.stored(Article, article) is not None:
                there.append(draft)
            else:
                new[article] = draft
        work.step.add(self._rows(work, tuple(new.values())))
        for draft in there:
            ImportArticle(draft).apply(work)
        work.scope(LIBRARY)
        work.made[:] = [article_id(draft.text) for draft in self.drafts]
        work.called(self.LABEL, count=str(len(self.drafts)))
        if there:
            work.tell("article.some_already", count=str(len(new)), already=str(len(there)))

    def _rows(self, work: Work, drafts: tuple[Draft, ...]) -> Iterator[Row]:
        for number, draft in enumerate(drafts):
            if self.tell is not None and number % _AT_ONCE == 0:
                self.tell(number, len(drafts))
            yield from rows_of_new(draft)
            yield replace(_appearance(draft), id=work.new_id(), imported=work.now)


def _refuse_unless_canonical(text: str) -> None:
    if not text.strip() or not is_canonical(text):
        raise BadInput("article.not_canonical")


def _appearance(draft: Draft) -> Appearance:
    """Where a draft says it appeared, in its first revision; as yet without an id and a time."""
    article = article_id(draft.text)
    return Appearance(
        "",
        article,
        f"{article}-1",
        publisher=draft.publisher,
        byline=draft.byline,
        url=draft.url,
        published=draft.published,
        file=draft.file,
        encoding=draft.encoding,
    )


def rows_of_new(draft: Draft) -> tuple[Row, ...]:
    """What a text that nobody has yet consists of, without where it appeared."""
    text, sha, article = draft.text, fingerprint(draft.text), article_id(draft.text)
    bounds = [[span.start, span.end] for span in sentences(text)]
    places = (Places(sha, sha, passages.as_json(draft.places)),) if draft.places else ()
    return (
        Text(sha, text, len(text)),
        Sentences(sha, sha, json.dumps(bounds, separators=(",", ":")), RULES),
        *places,
        Article(article, draft.title, draft.language, draft.sample),
        Revision(f"{article}-1", article, sha),
    )


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """What a person may fill in about an article; `published` is an ISO date or empty."""

    title: str
    publisher: str = ""
    byline: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class EditDetails(Command):
    """Corrects an article's title and where it appeared; its text stays as it is."""

    LABEL = "step.details"

    article: str
    details: ArticleDetails
    appearance: str = ""

    def apply(self, work: Work) -> None:
        """Writes title and appearance (the first if none is named). Raises BadInput without a title."""
        article = work.get(Article, self.article)
        trimmed = {f.name: getattr(self.details, f.name).strip() for f in fields(self.details)}
        if not (title := trimmed.pop("title")):
            raise BadInput("article.needs_title")
        work.step.write(replace(article, title=title))
        there = work.library.where(Appearance, article=article.id)
        wanted = [row for row in there if row.id == self.appearance] or there[:1]
        if wanted:
            work.step.write(replace(wanted[0], **trimmed))
        else:
            revision = work.revision_of(article.id)
            work.step.write(replace(Appearance(work.new_id(), article.id, revision.id), **trimmed))
        work.scope(article.id)
        work.called(self.LABEL, title=title)


@dataclass(frozen=True, slots=True)
class RemoveArticle(Command):
    """Moves an article into the bin; its text and claims stay in the file."""

    LABEL = "step.remove_article"

    article: str

    def apply(self, work: Work) -> None:
        """Marks the article as deleted."""
        article = work.get(Article, self.article)
        work.step.remove(Article, article.id)
        work.scope(LIBRARY)
        work.called(self.LABEL, title=article.title)


@dataclass(frozen=True, slots=True)
class RestoreArticle(Command):
    """Takes an article out of the bin."""

    LABEL = "step.restore_article"

    article: str

    def apply(self, work: Work) -> None:
        """Brings the article back with all its claims. Raises NothingFound."""
        if work.library.find(Article, self.article) or not work.library.where(Revision, article=self.article):
            raise NothingFound("gone.articles")  # the second: not in the bin, its import was undone
        work.step.bring_back(Article, self.article)
        work.scope(LIBRARY)
        work.made.append(self.article)
        work.called(self.LABEL, title=work.get(Article, self.article).title)
