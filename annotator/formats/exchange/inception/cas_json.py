"""One article as UIMA CAS JSON, which INCEpTION takes too."""

from annotator.formats.exchange.inception import reading, writing
from annotator.formats.exchange.inception.types import CARRIED, LIMITS, PACKAGE, TOLD
from annotator.formats.kinds import TEXT_LIMIT, Format, Group

FORMAT = Format(
    "inception json",
    (".cas.json", ".json"),
    Group.TOOLS,
    read_claims=reading.read_json,
    write=writing.write_json,
    leaves_out=writing.leaves_out,
    knows=reading.knows_json,
    limit=TEXT_LIMIT,
    default_for=(".cas.json",),
    for_programs=True,
    carries=CARRIED,
    tells=TOLD,
    package=PACKAGE,
    limits=LIMITS,
)
