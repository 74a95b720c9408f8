"""A headless Chromium to look at pages with, driven over a pipe by its own protocol (Chrome DevTools 1.3)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

#: Puts the pipes where Chromium looks for them, by way of numbers that are in nobody's way.
_START = """
import fcntl, os, sys
for place, pipe in enumerate([fcntl.fcntl(int(n), fcntl.F_DUPFD, 20) for n in sys.argv[1:3]], start=3):
    os.dup2(pipe, place)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Chromium:
    """One browser with one page; `events` are all that it told unasked, in order."""

    def __init__(self, folder: Path) -> None:
        self.events: list[dict[str, Any]] = []
        self._count = 0
        self._session = ""
        self._rest = b""
        reads, self._to = os.pipe()
        self._from, writes = os.pipe()
        assert PROGRAM is not None
        options = (
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--window-size=1300,900",
            "--remote-debugging-pipe",
            "--disable-sync",
        )
        as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()  # it refuses to start otherwise
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, str(reads), str(writes), PROGRAM, *options, *as_root]
            + ["--disable-component-update", "--disable-background-networking", f"--user-data-dir={folder}"],
            pass_fds=(reads, writes),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(reads)
        os.close(writes)
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """The answer to one request; events that come before it are kept."""
        self._count += 1
        wanted: dict[str, Any] = {"id": self._count, "method": method, "params": values}
        if self._session:
            wanted["sessionId"] = self._session
        os.write(self._to, json.dumps(wanted).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == self._count:
                assert "error" not in told, told
                return told["result"]  # type: ignore[no-any-return]
            self.events.append(told)

    def show(self, page: Path) -> None:
        """Opens a file and waits until it is there."""
        self.events.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def value(self, expression: str) -> Any:
        """What a JavaScript expression gives: the page itself has no script."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def point_at(self, selector: str, *, click: bool = False) -> None:
        """Moves the mouse to an element's first line, and clicks there."""
        self.value(
            f"document.querySelector({selector!r}).scrollIntoView({{behavior: 'instant', block: 'center'}})"
        )
        box = self.value(
            f"(r => [r.x + 4, r.y + r.height / 2])(document.querySelector({selector!r}).getClientRects()[0])"
        )
        kinds = ("mouseMoved", "mousePressed", "mouseReleased") if click else ("mouseMoved",)
        for kind in kinds:
            self.ask("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)
        self.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def requests(self) -> list[str]:
        """The addresses of all that was asked for since the page was opened."""
        asked = [event for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in asked]

    def complaints(self) -> list[object]:
        """Everything the console said."""
        heard = {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}
        return [event for event in self.events if event.get("method") in heard]

    def close(self) -> None:
        """Ends the browser."""
        self._session = ""
        self.ask("Browser.close")
        self._process.wait(10)
        os.close(self._to)
        os.close(self._from)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._from, 1 << 16)
            assert piece, "the browser is gone"
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)  # type: ignore[no-any-return]
