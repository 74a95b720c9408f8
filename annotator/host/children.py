"""Child processes that do what may hang or burst: one piece of work after the other, within limits.

A child keeps its own limits of memory and processor time (`host/confinement.py`); the time on the clock is
kept here, where a child that hangs cannot reach it.
"""

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from queue import Empty, SimpleQueue

from annotator.host.pipes import receive, send
from annotator.model.errors import Cancelled

#: The longest answer taken, in bytes: an article of 16 million characters, of four bytes each, in JSON.
ANSWER_LIMIT = 256_000_000

#: The folders of modules come as arguments, so that a child finds what its parent found, and nothing that
#: lies about in a folder of the person's.
_START = "import sys; sys.path[:] = sys.argv[1:]; from {module} import serve; serve()"

#: How often somebody who waits is asked whether it is still wanted, in seconds.
_PATIENCE = 0.05


def ourselves(argument: str, module: str) -> list[str]:
    """What starts a child that runs `serve` of one of our modules.

    An application in one piece starts itself with the argument, by which it knows what to be.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    folders = [str(Path(folder).absolute()) for folder in sys.path if folder]
    return [sys.executable, "-I", "-W", "ignore", "-c", _START.format(module=module), *folders]


class Reason(StrEnum):
    """Why a child ended without an answer."""

    SLOW = "slow"
    LARGE = "large"
    STOPPED = "stopped"
    NOT_STARTED = "not started"


class ChildEnded(Exception):
    """A child that is no more; what it was asked has no answer."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Child:
    """One process, asked over its standard input and answering over its standard output, by messages.

    It is asked by one thread at a time; any thread may end it. It has a session of its own, so that Ctrl+C in
    a terminal is heard here, and inherits no open file. Raises ChildEnded where it cannot be started.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._ended = False
        try:
            self._process = subprocess.Popen(  # noqa: S603 (ourselves, never a shell)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(os.sep).resolve(),  # no folder of the person's is kept busy
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:  # the program is gone, or there is no room for one more
            raise ChildEnded(Reason.NOT_STARTED) from error
        self._asked: SimpleQueue[Sequence[bytes] | None] = SimpleQueue()
        self._answers: SimpleQueue[list[bytes] | None] = SimpleQueue()
        threading.Thread(target=self._talk, name="child", daemon=True).start()

    @property
    def lives(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The number the system knows it by."""
        return self._process.pid

    def ask(
        self, pieces: Sequence[bytes], seconds: float, stopped: Callable[[], bool] = lambda: False
    ) -> list[bytes]:
        """Its answer, within that time on the clock.

        Raises ChildEnded, and Cancelled once `stopped` says so; either way it is no more.
        """
        for answer in self.answering(pieces, seconds):
            if answer is not None:
                return answer
            if stopped():
                break
        self.end()
        raise Cancelled

    def answering(self, pieces: Sequence[bytes], seconds: float) -> Iterator[list[bytes] | None]:
        """Its answer, and before it None again and again while it works, for who has other things to do.

        Raises ChildEnded, also where the answer takes longer than that time on the clock. Who does not wait
        for the answer ends the child.
        """
        self._asked.put(pieces)
        until = time.monotonic() + seconds
        while True:
            try:
                answer = self._answers.get(timeout=_PATIENCE)
            except Empty:
                yield None
                if time.monotonic() > until:
                    self.end()
                    raise ChildEnded(Reason.SLOW) from None
                continue
            if answer is None:
                raise ChildEnded(self._reason())
            yield answer
            return

    def end(self) -> None:
        """Ends it at once, whatever it does; nothing happens if it has ended."""
        self._ended = True
        self._process.kill()
        self._process.wait()
        self._asked.put(None)

    def _talk(self) -> None:
        """Sends what is asked and takes the answer, on a thread of its own: a full pipe holds up nobody."""
        to, of = self._process.stdin, self._process.stdout
        assert to is not None
        assert of is not None
        while (pieces := self._asked.get()) is not None:
            answer = None
            with suppress(OSError, ValueError):
                send(to, pieces)
                answer = receive(of, ANSWER_LIMIT)
            self._answers.put(answer)
        for pipe in (to, of):
            with suppress(OSError):
                pipe.close()

    def _reason(self) -> Reason:
        """Why it fell silent, by how it ended."""
        if self._ended:
            return Reason.STOPPED
        try:
            code = self._process.wait(0.3)
        except subprocess.TimeoutExpired:  # it lives, and talks nonsense
            code = 0
        self.end()
        if sys.platform != "win32" and code in (-signal.SIGPROF, -signal.SIGXCPU):
            return Reason.SLOW
        if sys.platform != "win32" and code == -signal.SIGKILL:  # not by us: the system had no room for it
            return Reason.LARGE
        return Reason.STOPPED


class Children:
    """The children of one command: started when they are needed, and ended after a rest and at exit.

    Any thread may take one; there are at most `at_once`, and who comes later waits.
    """

    def __init__(self, command: Callable[[], Sequence[str]], at_once: int = 2, rest: float = 60.0) -> None:
        self._command, self._rest = command, rest
        self._free = threading.BoundedSemaphore(at_once)
        self._guard = threading.Lock()
        self._idle: list[Child] = []
        self._all: set[Child] = set()
        self._last_used = 0.0
        self._watch: threading.Timer | None = None

    @contextmanager
    def one(self) -> Iterator[Child]:
        """A child that lives and does nothing else; afterwards others may have it, if it still lives."""
        with self._free:
            child = self._taken()
            try:
                yield child
            except BaseException:
                child.end()
                raise
            finally:
                self._give_back(child)

    def close(self) -> None:
        """Ends them all, also those at work; the next that is needed is started anew."""
        with self._guard:
            ending, self._all, self._idle = self._all, set(), []
            if self._watch is not None:
                self._watch.cancel()
                self._watch = None
        for child in ending:
            child.end()

    def _taken(self) -> Child:
        with self._guard:
            while self._idle:
                child = self._idle.pop()
                if child.lives:
                    return child
                self._drop(child)
            if not self._all:
                atexit.unregister(self.close)
                atexit.register(self.close)
            child = Child(self._command())
            self._all.add(child)
            return child

    def _give_back(self, child: Child) -> None:
        with self._guard:
            if not child.lives:
                self._drop(child)
                return
            self._idle.append(child)
            self._last_used = time.monotonic()
            if self._watch is None:
                self._watch_for(self._rest)

    def _drop(self, child: Child) -> None:
        child.end()
        self._all.discard(child)

    def _watch_for(self, seconds: float) -> None:
        self._watch = threading.Timer(seconds, self._let_go)
        self._watch.daemon = True
        self._watch.start()

    def _let_go(self) -> None:
        """Ends those that rest if nobody asked for long enough; else looks again later."""
        with self._guard:
            left = self._last_used + self._rest - time.monotonic()
            if left > 0:
                self._watch_for(left)
                return
            self._watch = None
            for child in self._idle:
                self._drop(child)
            self._idle.clear()
