"""REFI-QDA projects (.qdpx), which programs of qualitative research exchange."""

from annotator.formats.exchange.contents import IN_WORDS
from annotator.formats.exchange.refi_qda.reading import knows, read
from annotator.formats.exchange.refi_qda.writing import write
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.model.features import Feature

FORMAT = Format(
    "refi-qda",
    (".qdpx",),
    Group.TOOLS,
    read_claims=read,
    write=write,
    knows=knows,
    limit=CLAIMS_LIMIT,
    for_programs=True,
    default_for=(".qdpx",),
    carries=frozenset(
        (Feature.TEXT, Feature.ARTICLES, Feature.OVERLAPS, Feature.LINKS, Feature.PEOPLE, Feature.DATES)
    ),
    tells=IN_WORDS | {Feature.DETAILS},
)
