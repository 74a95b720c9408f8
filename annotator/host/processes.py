"""Which process it is that a number stood for: numbers are given again, to other programs."""

import os
import sys
from pathlib import Path

#: The largest number any system gives a process.
_HIGHEST = (1 << 31) - 1


def mark_of(pid: int) -> str:
    """What tells a running process from every other that had its number: when it began; empty if unknown."""
    try:
        return _began(pid)
    except (OSError, ValueError, IndexError):
        return ""


def is_running(pid: int, mark: str = "") -> bool:
    """Whether the process of that number runs which had that mark; without a mark, any of that number."""
    if not 0 < pid <= _HIGHEST or not _is_there(pid):
        return False
    now = mark_of(pid)
    return not mark or not now or now == mark


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MAY_ASK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _STILL_ACTIVE = 259

    def _is_there(pid: int) -> bool:
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_MAY_ASK, False, pid)
        if not handle:
            return bool(kernel.GetLastError() == 5)  # ERROR_ACCESS_DENIED: somebody else's, and there
        code = wintypes.DWORD()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

    def _began(pid: int) -> str:
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_MAY_ASK, False, pid)
        times = [wintypes.FILETIME() for _ in range(4)]
        told = handle and kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
        kernel.CloseHandle(handle)
        return f"{times[0].dwHighDateTime:x}.{times[0].dwLowDateTime:x}" if told else ""

else:

    def _is_there(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:  # somebody else's
            return True
        return True


if sys.platform == "linux":

    def _began(pid: int) -> str:
        """The boot and the tick of its clock, which no setting of the time changes (proc(5))."""
        boot = Path("/proc/sys/kernel/random/boot_id").read_bytes().strip()
        # The name in brackets may hold anything; the 22nd field is the 20th after it.
        after_name = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        return f"{boot.decode()}.{after_name[19].decode()}"

elif sys.platform != "win32":

    def _began(pid: int) -> str:
        import subprocess

        asked = ("/bin/ps", "-o", "lstart=", "-p", str(pid))
        plain = {"LC_ALL": "C", "TZ": "UTC"}
        told = subprocess.run(asked, env=plain, capture_output=True, check=False)  # noqa: S603 (all of it ours)
        return told.stdout.decode().strip()
