"""Files of claims as readers give them."""

from annotator.formats.exchange.marks import blank
from annotator.model.enums import Tag
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.spans import Span

TEXT = "The pier\n\nA keeper said the lamp 🕯 had failed twice. The office denied it. A keeper said so."
ALLEGED, DENIED = "the lamp 🕯 had failed twice", "The office denied it"
ANN = "01a20000-0000-7000-8000-00000000a001"


def mark(label: str, quote: str, text: str = TEXT, **said: object) -> Mark:
    """A mark on words of a text, by nobody in particular unless said."""
    start = text.index(quote)
    return placed(label, Span(start, start + len(quote)), quote, **said)


def placed(label: str, span: Span, quote: str = "", **said: object) -> Mark:
    """A mark at a place, which may be wrong."""
    remarks = said.pop("remarks", ())
    return Mark(blank(Tag.FACT, span, quote, **said), label, remarks)  # type: ignore[arg-type]


def file(*marks: Mark, text: str = TEXT, form: str = "doccano", **said: object) -> Received:
    """A file with one text."""
    return files(ReceivedText(text, marks, **said), form=form)  # type: ignore[arg-type]


def files(*texts: ReceivedText, form: str = "doccano") -> Received:
    """A file with several texts."""
    return Received(form, "marks.jsonl", texts)
