"""The call sheet as a file: for each source what is attributed to it and what it is to reply to, as Markdown.

Format: CommonMark 0.31, with task lists as GitHub has them.
"""

from collections.abc import Iterable

from annotator.formats.calling import sheet
from annotator.formats.kinds import Format, Group
from annotator.formats.writers.call_sheet import markdown
from annotator.formats.writers.markdown import escaped
from annotator.formats.writers.sources import named_sources
from annotator.model.features import Feature
from annotator.model.views import ArticleExport
from annotator.words import say


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The heading, then one sheet below the other; people are known who stand behind the articles' claims."""
    yield f"# {escaped(say('format.call sheet'))}\n\n".encode()
    made = sheet(articles, named_sources(articles))
    yield (markdown(made.entries, several=made.several) or say("call_sheet_file.nobody") + "\n").encode()


FORMAT = Format(
    "call sheet",
    (".calls.md",),
    Group.PEOPLE,
    write=write,
    tells=frozenset((Feature.ARTICLES, Feature.OVERLAPS, Feature.SOURCES, Feature.RESPONSES, Feature.STATUS)),
    limits=(("call_sheet_file.limits", {}),),
)
