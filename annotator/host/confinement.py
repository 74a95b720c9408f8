"""What a process that reads files of strangers takes on itself: limits, and no way to anything else.

Memory and processor time are limited by the system where it can: memory on Linux (elsewhere an address space
has no useful bound), processor time on all but Windows, where only the parent's clock ends a reader. That no
file is written holds for compiled code too, where there are such limits; the rest is Python's audit events
(PEP 578), a second line of defence behind readers that neither open nor connect.
"""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

if sys.platform != "win32":
    import resource
    import signal

#: Events that name a folder or a library.
_FOLDERS = ("ctypes.dlopen", "os.listdir", "os.scandir")
_HARMLESS = ("os.walk", "os.fwalk", "os.putenv", "os.unsetenv", "os.add_dll_directory")
_NEVER = (
    *("socket.", "subprocess.", "os.", "shutil.", "sqlite3.", "pty.", "signal.pthread_kill"),
    *("webbrowser.", "_winapi.Create", "winreg.Create", "winreg.Delete", "winreg.Set", "winreg.Save"),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def limit_memory(allowed: int) -> None:
    """Lets this process take `allowed` bytes of memory more than it has, on Linux."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + allowed
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def limit_processor(seconds: float) -> None:
    """Has the system kill this process after so many more seconds of processor time; 0 takes that back."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def memory_gauge() -> Callable[[], int]:
    """What tells the most memory this process ever held, in bytes, 0 where the system does not say.

    Made before the process is shut in, since it reads a file of the system's.
    """
    if sys.platform == "win32":
        return lambda: 0
    if sys.platform != "linux":
        return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Not what `getrusage` says: there, a process begins with what the one that started it held.
    status = Path("/proc/self/status").open("rb", buffering=0)  # noqa: SIM115 (asked until the end)

    def peak() -> int:
        status.seek(0)
        line = next(line for line in status.read().splitlines() if line.startswith(b"VmHWM:"))
        return int(line.split()[1]) * 1024

    return peak


def shut_in(folders: Iterable[Path]) -> list[str]:
    """From now on nothing is written, started or connected, and files are read only in `folders`.

    What is tried all the same raises PermissionError; the list that comes back names each try. Modules are
    found in these folders only.
    """
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.dont_write_bytecode = True
    inside = tuple({folder.resolve() for folder in folders})
    sys.path[:] = [folder for folder in sys.path if _is_inside(folder, inside)]
    tried: list[str] = []

    def watch(event: str, values: tuple[object, ...]) -> None:
        if not _allowed(event, values, inside):
            tried.append(" ".join((event, *map(repr, values[:2])))[:200])
            raise PermissionError(f"a reader may not: {event}")

    sys.addaudithook(watch)
    return tried


def _allowed(event: str, values: tuple[object, ...], inside: tuple[Path, ...]) -> bool:
    if event == "open":
        path, _mode, flags = values
        writes = isinstance(flags, int) and flags & _WRITING
        return isinstance(path, int) or not writes and _is_inside(path, inside)
    if event in _FOLDERS:
        path = values[0]
        return path is None or isinstance(path, int) or _is_bare(event, path) or _is_inside(path, inside)
    return event in _HARMLESS or not event.startswith(_NEVER)


def _is_bare(event: str, path: object) -> bool:
    """Whether a library of the system is loaded by its name."""
    return event == "ctypes.dlopen" and Path(str(path)).name == path


def _is_inside(path: object, inside: tuple[Path, ...]) -> bool:
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    real = Path(os.fsdecode(path)).resolve()
    return any(real.is_relative_to(folder) for folder in inside)
