"""PDF files (.pdf): the words of their pages put together again to paragraphs.

A PDF says where letters stand and nothing of what they belong to, so columns, paragraphs and divided words
are guessed from the setting. Format: ISO 32000-2 (PDF 2.0).
"""

from annotator.formats.kinds import MEGABYTE, Format, Group
from annotator.formats.readers.pdf.reader import knows, read

#: Pictures make most of these files large.
FORMAT = Format("pdf", (".pdf",), Group.ARTICLES, read=read, knows=knows, limit=64 * MEGABYTE)
