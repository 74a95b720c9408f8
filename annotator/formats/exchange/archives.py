"""ZIP files of claims: one pair or set of files for each article, the same bytes for the same articles."""

import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from annotator.formats.readers.zips import SafeZip
from annotator.model.views import ArticleExport

_EPOCH = (1980, 1, 1, 0, 0, 0)
_ODD = re.compile(r"[^\w.-]+")
_STEM_LENGTH = 60

#: What only the system that made an archive cares about.
_HIDDEN = re.compile(r"(^|/)(\.|__MACOSX/)")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file with those files, in that order and without times."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def stems(articles: Iterable[ArticleExport]) -> list[str]:
    """A file's name for each article, without ending: its number and its title as far as files like it."""
    found = (_ODD.sub("-", article.title).strip("-._")[:_STEM_LENGTH] for article in articles)
    return [f"{n:03}-{stem}".rstrip("-._") for n, stem in enumerate(found, start=1)]


def visible(archive: SafeZip) -> list[str]:
    """The names of an archive's files, without hidden ones."""
    return [
        name for name in dict.fromkeys(archive.names) if not _HIDDEN.search(name) and not name.endswith("/")
    ]
