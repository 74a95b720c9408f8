"""A child for tests: does what it is told, which is mostly to misbehave."""

import os
import signal
import sys
import time

from annotator.host.confinement import limit_memory, limit_processor
from annotator.host.pipes import receive, send

_kept: list[bytes] = []


def main() -> None:
    while (pieces := receive(sys.stdin.buffer, 1_000_000)) is not None:
        word = pieces[0].decode()
        if word == "sleep":
            time.sleep(60)
        elif word == "spin":
            limit_processor(0.2)
            while True:
                pass
        elif word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif word == "nonsense":
            os.write(1, b"\xff" * 100)
        elif word == "memory":
            limit_memory(50_000_000)
            try:
                _kept.append(bytes(80_000_000))
                pieces = [b"there was room"]
            except MemoryError:
                pieces = [b"no room"]
        elif word == "exit":
            sys.exit(3)
        send(sys.stdout.buffer, pieces)


if __name__ == "__main__":
    main()
