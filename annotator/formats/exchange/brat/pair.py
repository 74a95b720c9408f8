"""brat's two files of one article: the annotations, and beside them the text."""

from annotator.formats.exchange.brat import reading, writing
from annotator.formats.exchange.brat.features import CARRIED, TOLD
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group

FORMAT = Format(
    "brat ann",
    (".ann",),
    Group.TOOLS,
    read_claims=reading.read,
    write=writing.write_annotations,
    write_beside=writing.write_text,
    leaves_out=writing.leaves_out,
    knows=reading.knows,
    limit=CLAIMS_LIMIT,
    default_for=(".ann",),
    beside=(".txt",),
    for_programs=True,
    carries=CARRIED,
    tells=TOLD,
)
