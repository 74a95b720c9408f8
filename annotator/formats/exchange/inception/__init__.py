"""INCEpTION, by way of UIMA CAS; the package dkpro-cassis is needed for it."""

from annotator.formats.exchange.inception import reading, writing
from annotator.formats.exchange.inception.types import CARRIED, LIMITS, PACKAGE, TOLD
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.model.features import Feature

FORMAT = Format(
    "inception",
    (".cas.zip", ".zip", ".xmi"),
    Group.TOOLS,
    read_claims=reading.read_zip,
    write=writing.write_zip,
    leaves_out=writing.leaves_out,
    knows=lambda data: reading.knows(data) or reading.knows_xmi(data),
    limit=CLAIMS_LIMIT,
    default_for=(".cas.zip", ".xmi"),
    for_programs=True,
    carries=CARRIED | {Feature.ARTICLES},
    tells=TOLD,
    package=PACKAGE,
    limits=LIMITS,
)
