"""Articles: taking one in, correcting what is known about it, the bin and back."""

import json
from dataclasses import dataclass, fields, replace

from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Appearance, Article, Revision, Sentences, Text
from annotator.text.canonical import is_canonical
from annotator.text.identity import article_id, fingerprint
from annotator.text.sentences import RULES, sentences


@dataclass(frozen=True, slots=True)
class ImportArticle(Command):
    """Takes a draft in as an article; a text that is there already gets one more appearance."""

    LABEL = "step.import"

    draft: Draft

    def apply(self, work: Work) -> None:
        """Writes the text once, with its sentences. Raises BadInput for a text that is not canonical."""
        text, title = self.draft.text, self.draft.title
        if not text.strip() or not is_canonical(text):
            raise BadInput("article.not_canonical")
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
        revision = Revision(f"{article}-1", article, sha)
        if there is None:
            bounds = [[span.start, span.end] for span in sentences(text)]
            work.step.write(Text(sha, text, len(text)))
            work.step.write(Sentences(sha, sha, json.dumps(bounds, separators=(",", ":")), RULES))
            work.step.write(Article(article, title, self.draft.language, self.draft.sample))
            work.step.write(revision)
        else:  # it lies in the bin, or its import was undone: it comes back, with its claims if it has any
            title = str(there["title"])
            for kind, row_id in ((Text, sha), (Sentences, sha), (Article, article), (Revision, revision.id)):
                work.step.bring_back(kind, row_id)
            work.tell("article.back", title=title)
        self._appear(work, article, revision.id)
        work.called(self.LABEL, title=title)

    def _appear(self, work: Work, article: str, revision: str) -> None:
        draft = self.draft
        known = replace(
            Appearance("", article, revision),
            publisher=draft.publisher,
            byline=draft.byline,
            url=draft.url,
            published=draft.published,
            file=draft.file,
            encoding=draft.encoding,
        )
        for there in work.library.where(Appearance, article=article):
            if replace(there, id="", imported="") == known:
                return
        work.step.write(replace(known, id=work.new_id(), imported=work.now))


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
