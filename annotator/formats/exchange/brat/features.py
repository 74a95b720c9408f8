"""What brat's files hold of an article, whichever way they are packed."""

from annotator.formats.exchange.contents import IN_WORDS
from annotator.model.features import Feature

CARRIED = frozenset({Feature.TEXT, Feature.OVERLAPS, Feature.LINKS})

TOLD = IN_WORDS | {Feature.PEOPLE}
