"""Markdown: read as it is, marks and all, so that positions hold in the file it came from."""

from annotator.formats.kinds import TEXT_LIMIT, Reader
from annotator.formats.readers.plain import read

FORMAT = Reader("markdown", (".md", ".markdown"), TEXT_LIMIT, read)
