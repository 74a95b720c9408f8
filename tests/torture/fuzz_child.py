"""The child that reads what the fuzz makes: shut in as the reading child is, but asked for one reader."""

import json
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from annotator.formats import choosing, incoming, reading
from annotator.formats.asking import Outcome, Report
from annotator.formats.child import MEMORY, PROCESSOR_SECONDS, REQUEST_LIMIT, readable
from annotator.formats.kinds import Format
from annotator.formats.registry import formats
from annotator.formats.review_file import reader
from annotator.formats.wire import to_bytes
from annotator.host.confinement import limit_memory, limit_processor, memory_gauge, shut_in
from annotator.host.pipes import asked, ends, send
from annotator.model.errors import RedPencilError
from tests.formats.exported import ARTICLE


def serve() -> None:
    """Answers each request (what, the format's name; the bytes) with a Report."""
    source, target = ends()
    formats()
    requests = asked(source, REQUEST_LIMIT)
    peak = memory_gauge()
    limit_memory(MEMORY)
    socket.has_ipv6 = False  # as the reading child does: a library would try it when it is loaded
    tried = shut_in(readable())
    for head, data in requests:
        limit_processor(PROCESSOR_SECONDS)
        report = _answer(json.loads(head), data)
        limit_processor(0)
        send(target, (to_bytes(replace(report, peak=peak(), tried=tuple(tried))),))


def _answer(wanted: dict[str, Any], data: bytes) -> Report:
    try:
        to_bytes(_READ[wanted["what"]](data, wanted["form"]))
        return Report(Outcome.FOUND)
    except RedPencilError as refused:
        return Report(Outcome.REFUSED, key=refused.key)
    except MemoryError:
        return Report(Outcome.LARGE)
    except Exception as error:  # noqa: BLE001 (this is what is looked for)
        return Report(Outcome.BROKE, error=f"{type(error).__name__}: {error}"[:300])


def _named(name: str) -> Format:
    return next(form for form in formats() if form.name == name)


def _article(data: bytes, form: str) -> object:
    found = _named(form)
    assert found.read is not None
    return reading.draft(found.read(data, f"a{found.endings[0]}", None), "a")


def _claims(data: bytes, form: str) -> object:
    found = _named(form)
    assert found.read_claims is not None
    return found.read_claims(data, "a", {ending: ARTICLE.text.encode() for ending in found.beside})


def _kind(data: bytes, _: str) -> object:
    return f"{choosing.article_format(data, 'a').name} {choosing.holds_claims(data)}"


def _control(_: bytes, how: str) -> object:
    """What must be noticed."""
    if how == "break":
        raise KeyError(how)
    if how == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    while True:
        pass


_READ: dict[str, Callable[[bytes, str], object]] = {
    "article": _article,
    "claims": _claims,
    "review": lambda data, _: len(reader.read(data, "a").rows),
    "paste": lambda data, _: incoming.pasted("words", data.decode("utf-8", "replace")),
    "kind": _kind,
    "control": _control,
}
