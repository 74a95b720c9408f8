"""Asks a child to read one spoilt file after the other, and says what went wrong."""

import json
import os
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.formats.asking import WORN, Outcome, Report
from annotator.formats.wire import from_bytes
from annotator.host.children import Child, ChildEnded, Reason, ourselves
from tests.torture.fuzz_inputs import Reader

#: How long a child may take by the clock, in seconds: its four of processor time come sooner, if it works.
_PATIENCE = 30.0

#: Where inputs that went wrong are kept, if this names a folder.
KEEP = "REDPENCIL_TORTURE_KEEP"


class Asking:
    """A child that is started anew where it ended; `count` says how readings ended, `broken` what broke."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.broken: list[str] = []
        self._child: Child | None = None

    def try_one(self, reader: Reader, name: str, data: bytes) -> None:
        """Has one file read. That pdfium ends its child is told as a sentence: it is counted, no more."""
        wrong = self.wrong(reader.what, reader.form, data)
        if wrong == Reason.STOPPED and reader.form == "pdf":
            self.count["died"] += 1
        elif wrong:
            self.broken.append(f"{name}: {wrong}")
            if folder := os.environ.get(KEEP):
                (Path(folder) / name.replace(" ", "-")).write_bytes(data)

    def wrong(self, what: str, form: str, data: bytes) -> str:
        """What is wrong with how a child reads a file; "" where it reads or refuses it."""
        head = json.dumps({"what": what, "form": form}).encode()
        try:
            (told,) = self._living().ask((head, data), _PATIENCE)
        except ChildEnded as ended:
            self._child = None
            return ended.reason.value
        report = from_bytes(Report, told)
        self.count[report.outcome.value] += 1
        if report.outcome is Outcome.LARGE or report.tried or report.peak > WORN:
            self._end()
        return report.error or (f"it tried: {report.tried[0]}" if report.tried else "")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _living(self) -> Child:
        if self._child is None or not self._child.lives:
            self._child = Child(ourselves("", "tests.torture.fuzz_child"))
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None
