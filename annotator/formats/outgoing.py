"""From articles with claims to a file, or to the clipboard."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext

from annotator.formats.exact import assert_exact
from annotator.formats.kinds import Format
from annotator.formats.redact import Disclosure, redact
from annotator.formats.writers import clipboard
from annotator.model.views import ArticleExport
from annotator.words import for_programs


def write(
    form: Format,
    articles: tuple[ArticleExport, ...],
    disclosure: Disclosure,
    confidential_names: Iterable[str] = (),
) -> Iterable[bytes]:
    """The file piece by piece, without what `disclosure` keeps back.

    `confidential_names` are those in the register that no claim here names; see `redact`. Raises
    RedPencilError "export.mismatch" before the first piece where a quote is not what stands in the text.
    """
    return written(form, prepared_for(form, articles, disclosure, confidential_names))


def prepared_for(
    form: Format, articles: tuple[ArticleExport, ...], disclosure: Disclosure, names: Iterable[str]
) -> tuple[ArticleExport, ...]:
    """The articles as the writer of a format takes them (see `prepared`), neutral words in its language."""
    with for_programs() if form.for_programs else nullcontext():
        return prepared(articles, disclosure, names)


def written(form: Format, articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The file of articles that were prepared, piece by piece."""
    assert form.write is not None, "asked of formats that are written"
    if not form.for_programs:
        return form.write(articles)
    with for_programs():
        return _for_programs(form.write(articles))


def written_beside(form: Format, articles: tuple[ArticleExport, ...]) -> Mapping[str, bytes]:
    """The files that belong beside that of articles which were prepared, by ending; mostly there are none."""
    if form.write_beside is None:
        return {}
    with for_programs() if form.for_programs else nullcontext():
        return form.write_beside(articles)


def formatted(
    articles: tuple[ArticleExport, ...], disclosure: Disclosure, confidential_names: Iterable[str] = ()
) -> tuple[str, str]:
    """The same for the clipboard: HTML and plain text."""
    return clipboard.formatted(prepared(articles, disclosure, confidential_names))


def prepared(
    articles: tuple[ArticleExport, ...], disclosure: Disclosure, names: Iterable[str]
) -> tuple[ArticleExport, ...]:
    """The articles as writers take them: every quote is in its place, nothing that is to be kept back."""
    assert_exact(articles)
    return redact(articles, disclosure, names)


def _for_programs(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces, each made in English: between them the taker may say something to a person."""
    making = iter(pieces)
    while True:
        with for_programs():
            piece = next(making, None)
        if piece is None:
            return
        yield piece
