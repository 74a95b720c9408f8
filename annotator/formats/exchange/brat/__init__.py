"""brat: standoff annotation, the files of any number of articles in a ZIP file."""

from annotator.formats.exchange.brat import reading, writing
from annotator.formats.exchange.brat.features import CARRIED, TOLD
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.model.features import Feature

FORMAT = Format(
    "brat",
    (".brat.zip", ".zip"),
    Group.TOOLS,
    read_claims=reading.read_zip,
    write=writing.write_zip,
    leaves_out=writing.leaves_out,
    knows=reading.knows_zip,
    limit=CLAIMS_LIMIT,
    default_for=(".brat.zip", ".zip"),
    for_programs=True,
    carries=CARRIED | {Feature.ARTICLES},
    tells=TOLD,
)
