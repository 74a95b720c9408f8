"""What a folder lies on: a disk of this computer, a network drive, or a folder that a program synchronises.

Known by the type of the file system, by the names of folders on the way, and by what those programs leave.
"""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from annotator.host.paths import real


class Kind(StrEnum):
    """Where a folder lies."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCHRONISED = "synchronised"


@dataclass(frozen=True, slots=True)
class Volume:
    """What a folder lies on, and what people call that: a file system's type, a program's name."""

    kind: Kind
    name: str = ""


#: File systems that are another machine's, or another system's on the same one (a virtual machine's host).
_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "smb", "ncpfs", "afs", "afpfs", "webdav", "davfs", "ftp", "9p"),
    *("ceph", "glusterfs", "lustre", "gfs2", "ocfs2", "beegfs", "gpfs", "orangefs", "pvfs2", "coda"),
    *("virtiofs", "vboxsf", "vmhgfs", "prl_fs", "drvfs"),
    *("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs"),
    *("fuse.gvfsd-fuse", "fuse.gcsfuse", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.vmhgfs-fuse"),
    *("fuse.kio-fuse", "fuse.juicefs", "fuse.goofys", "fuse.google-drive-ocamlfuse", "fuse.onedriver"),
    *("macfuse_sshfs", "osxfuse_sshfs", "fuse.blobfuse"),
}

#: How the folders of programs that synchronise begin, in small letters, and what the programs are called.
_PROGRAMS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "cloudstorage": "CloudStorage",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "box": "Box",
    "box sync": "Box",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
    "tresorit": "Tresorit",
    "resilio sync": "Resilio Sync",
    "synologydrive": "Synology Drive",
    "proton drive": "Proton Drive",
    "yandex.disk": "Yandex Disk",
    "magentacloud": "MagentaCLOUD",
    "hidrive": "HiDrive",
    "kdrive": "kDrive",
    "jottacloud": "Jottacloud",
}

#: What follows the name where a program has several folders: `OneDrive - Gazette`, `Dropbox (Private)`,
#: `GoogleDrive-me@gazette.example`, `Nextcloud2`.
_MORE = re.compile(r"(?: ?[-–(].*|\d*)")

#: What such programs leave in the folder they look after.
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".synologyworkingdirectory": "Synology Drive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".tresorit": "Tresorit",
}


def volume_of(path: Path) -> Volume:
    """What the folder of a file lies on, links followed; what cannot be found out counts as local.

    A network that does not answer can make this wait: ask it aside.
    """
    path = real(path)
    if program := synchroniser(path, _exists):
        return Volume(Kind.SYNCHRONISED, program)
    try:
        kind = _file_system(path)
    except OSError:
        return Volume(Kind.LOCAL)
    return Volume(Kind.NETWORK if is_network(kind) else Kind.LOCAL, kind)


def is_network(file_system: str) -> bool:
    """Whether a file system of that type is another machine's."""
    return file_system.casefold() in _NETWORK


def synchroniser(path: PurePath, exists: Callable[[PurePath], bool]) -> str:
    """The program that synchronises the folder of a file, by the names on the way up; empty for none."""
    for folder in path.parents:
        name = folder.name.casefold()
        for begins, program in _PROGRAMS.items():
            if name.startswith(begins) and _MORE.fullmatch(name.removeprefix(begins)):
                return program
        for marker, program in _MARKERS.items():
            if exists(folder / marker):
                return program
    return ""


def from_mountinfo(table: str, path: PurePath) -> str:
    """The type of the file system a path lies on, by Linux's `/proc/self/mountinfo` (proc(5))."""
    mounts = []
    for line in table.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split()
        if dash and len(fields) > 4 and after:
            mounts.append((_unescaped(fields[4]), after.split()[0]))
    return _longest(mounts, path)


def from_mount(table: str, path: PurePath) -> str:
    """The same by what `mount` prints on macOS and BSD: `//me@desk/a on /Volumes/a (smbfs, nodev)`."""
    found = (re.fullmatch(r".*? on (/.*) \((\w+).*\)", line) for line in table.splitlines())
    return _longest([(match[1], match[2]) for match in found if match], path)


def _longest(mounts: Iterable[tuple[str, str]], path: PurePath) -> str:
    """The type of the mount a path is under most closely; of two in one place the later hides the other."""
    best, kind = -1, ""
    for place, what in mounts:
        point = type(path)(place)
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), what
    return kind


def _unescaped(place: str) -> str:
    r"""A place with `\040` for a blank and the like turned back."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), place)


def _exists(path: PurePath) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # a folder one may not look into
        return False


if sys.platform == "win32":

    def _file_system(path: Path) -> str:
        """`smb` for a drive that Windows calls remote, else nothing."""
        import ctypes

        remote = 4  # DRIVE_REMOTE
        return "smb" if ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote else ""

elif sys.platform == "linux":

    def _file_system(path: Path) -> str:
        table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
        return from_mountinfo(table, path)

else:

    def _file_system(path: Path) -> str:
        import subprocess

        told = subprocess.run(("/sbin/mount",), capture_output=True, check=False)  # noqa: S603 (all of it ours)
        return from_mount(told.stdout.decode("utf-8", "surrogateescape"), path)
