"""From articles with claims to a file, or to the clipboard."""

from collections.abc import Iterable, Iterator

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
    assert form.write is not None, "asked of formats that are written"
    if not form.for_programs:
        return form.write(prepared(articles, disclosure, confidential_names))
    with for_programs():
        return _for_programs(form.write(prepared(articles, disclosure, confidential_names)))


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
