"""PDF: the article on pages, the notes on each paragraph's claims below it, lists at the end.

It stands in the window, where Qt is, and is found by its entry point. Qt is loaded by a child process alone.
"""

from collections.abc import Iterator
from dataclasses import replace

from annotator.formats.kinds import Group
from annotator.formats.readers import pdf
from annotator.formats.wire import to_bytes
from annotator.host.children import ChildEnded, Children, Reason, ourselves
from annotator.host.pipes import PRINTER
from annotator.model.errors import BadInput
from annotator.model.features import Feature
from annotator.model.views import ArticleExport
from annotator.window.paper.printer import Order
from annotator.words import spoken

#: How long a file may take by the clock, in minutes; a thousand claims take three seconds.
MINUTES = 10

#: Those of this process, started when the first file is made.
children = Children(lambda: ourselves(PRINTER, "annotator.window.paper.printer"))


def write(articles: tuple[ArticleExport, ...]) -> Iterator[bytes]:
    """The document in one piece, after empty ones while a child lays it out, so that whoever takes may stop.

    Raises BadInput where that takes too long or the child ends.
    """
    bare = tuple(replace(article, sentences=()) for article in articles)  # those are not printed
    order = to_bytes(Order(spoken(), bare))
    try:
        with children.one() as child:
            for answer in child.answering((order,), MINUTES * 60):
                yield b"".join(answer or ())
    except ChildEnded as ended:
        slow = ended.reason is Reason.SLOW
        raise BadInput("printing.too_slow" if slow else "printing.stopped", minutes=MINUTES) from ended
    except OSError as error:  # no child could be started
        raise BadInput("printing.stopped", minutes=MINUTES) from error


FORMAT = replace(pdf.FORMAT, group=Group.PEOPLE, write=write, tells=frozenset(Feature))
