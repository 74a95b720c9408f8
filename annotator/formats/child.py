"""The reading child: reads what it is sent, one file after the other, until nobody sends any more."""

import json
import socket
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats import reading
from annotator.formats.asking import Outcome, Report
from annotator.formats.choosing import holds_claims
from annotator.formats.registry import formats
from annotator.formats.wire import to_bytes
from annotator.host.confinement import limit_memory, limit_processor, memory_gauge, shut_in
from annotator.host.paths import resource
from annotator.host.pipes import asked, ends, send
from annotator.model.errors import RedPencilError
from annotator.words import speak, spoken

#: What one file may cost: bytes of memory more than a child has at its start, with which it stays below half
#: a gigabyte, and seconds of processor time.
MEMORY = 450_000_000
PROCESSOR_SECONDS = 4.0

#: The longest request taken, in bytes: a file and those beside it.
REQUEST_LIMIT = 256_000_000


def serve() -> None:
    """Answers what comes in on standard input; the process ends with it."""
    source, target = ends()
    formats()
    requests = asked(source, REQUEST_LIMIT)
    peak = memory_gauge()
    limit_memory(MEMORY)
    socket.has_ipv6 = False  # a library would try it when it is loaded
    tried = shut_in(readable())
    for request in requests:
        limit_processor(PROCESSOR_SECONDS)
        before = time.process_time()
        report, answer = _answer(request)
        limit_processor(0)
        seconds = time.process_time() - before
        report = replace(report, seconds=seconds, peak=peak(), tried=tuple(tried))
        send(target, (to_bytes(report), answer))


def readable() -> list[Path]:
    """The folders of Python's modules and of our own files."""
    libraries = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    libraries += [one for one in sys.path if Path(one).name in ("site-packages", "dist-packages")]
    # An application in one piece has modules beside its program and in it.
    libraries += [getattr(sys, "_MEIPASS", ""), sys.executable]
    own = (Path(__file__).parents[1], resource(""))
    return [*map(Path, filter(None, libraries)), *own]


def _answer(request: Sequence[bytes]) -> tuple[Report, bytes]:
    head, *pieces = request
    try:
        return Report(Outcome.FOUND), to_bytes(_found(json.loads(head), pieces))
    except RedPencilError as refused:
        values = {name: _plain(value) for name, value in refused.values.items()}
        return Report(Outcome.REFUSED, key=refused.key, values=values), b""
    except MemoryError:
        return Report(Outcome.LARGE), b""
    except Exception as error:  # noqa: BLE001 (whatever a library makes of a hostile file costs a sentence)
        return Report(Outcome.BROKE, error=f"{type(error).__name__}: {error}"[:500]), b""


def _plain(value: object) -> object:
    """A value of a sentence as it travels."""
    return value if isinstance(value, str | int | float) else str(value)


def _found(asked: dict[str, Any], pieces: Sequence[bytes]) -> object:
    if asked["language"] != spoken():
        speak(asked["language"], resource("translations"))
    data, *others = pieces
    name = asked["name"]
    if asked["what"] == "article":
        return reading.article(data, name, asked["encoding"], asked["form"])
    if asked["what"] == "claims":
        return reading.claims(data, name, dict(zip(asked["beside"], others, strict=True)))
    return "claims" if holds_claims(data) else "article"
