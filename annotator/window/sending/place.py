"""Where a review file goes."""

from annotator.desk.transfer import FormatInfo
from annotator.window.exporting.place import ExportPlace

#: Review files, as a place for a file needs to know them.
REVIEW_FILE = FormatInfo("review", "format.review", ".redpencil.json")


class SendPlace(ExportPlace):
    """The place of a review file, in words of its own."""

    FIELD, WHERE, IS_THERE = "sending.field", "sending.where", "sending.is_there"
