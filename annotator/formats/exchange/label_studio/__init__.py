"""Label Studio: tasks with annotations, and the labelling interface they need."""

from annotator.formats.exchange.contents import IN_WORDS
from annotator.formats.exchange.label_studio import reading, writing
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.model.features import Feature

FORMAT = Format(
    "label studio",
    (".labelstudio.json", ".json"),
    Group.TOOLS,
    read_claims=reading.read,
    write=writing.write,
    write_beside=writing.write_beside,
    knows=reading.knows,
    limit=CLAIMS_LIMIT,
    for_programs=True,
    default_for=(".labelstudio.json",),
    carries=frozenset({Feature.TEXT, Feature.ARTICLES, Feature.OVERLAPS, Feature.LINKS}),
    tells=IN_WORDS | {Feature.PEOPLE},
)
