"""The printing child: makes PDF files of what it is sent, one after the other, until nobody sends any more.

Qt lets nothing else of its process run while it lays out a page, and a page of emoji takes it seconds: what
was done on another thread of the window would stop the window all the same.
"""

import os
from dataclasses import dataclass

from annotator.formats.wire import from_bytes
from annotator.host.paths import resource
from annotator.host.pipes import asked, ends, send
from annotator.model.views import ArticleExport
from annotator.words import speak, spoken

#: The longest request taken, in bytes.
_REQUEST_LIMIT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, and in which language what stands around it is said."""

    language: str
    articles: tuple[ArticleExport, ...]


def serve() -> None:
    """Answers what comes in on standard input until it ends."""
    source, target = ends()
    os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"  # no second icon in the Dock
    from annotator.window.paper.pages import printed

    for request in asked(source, _REQUEST_LIMIT):
        order = from_bytes(Order, request[0])
        if order.language != spoken():
            speak(order.language, resource("translations"))
        send(target, (printed(order.articles),))
