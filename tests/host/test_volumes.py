"""What a folder lies on: by the table of mounts, by names on the way, by what programs leave there."""

import os
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from annotator.host.volumes import Kind, from_mount, from_mountinfo, is_network, synchroniser, volume_of

#: As Linux writes it: optional fields before the dash, blanks as \040, one mount over another.
TABLE = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
31 27 0:40 / /srv rw,relatime shared:7 master:3 - nfs4 files:/export rw,vers=4.2
32 31 0:41 / /srv/My\040Share rw - cifs //files/share rw
33 27 0:42 / /home/ana/desk rw - fuse.sshfs ana@desk: rw
34 27 0:43 / /mnt/over rw - nfs files:/old rw
35 34 8:1 / /mnt/over rw - xfs /dev/sda1 rw
not a line
36 27 0:44 / /cut -
"""

MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//ana@files/share on /Volumes/News (desk) (smbfs, nodev, nosuid, mounted by ana)
/dev/disk4s1 on /Volumes/Stick (msdos, local, nodev)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/library.sqlite", "ext4"),
        ("/home/ana/library.sqlite", "ext4"),
        ("/srv/library.sqlite", "nfs4"),
        ("/srvs/library.sqlite", "ext4"),
        ("/srv/My Share/a/library.sqlite", "cifs"),
        ("/home/ana/desk/library.sqlite", "fuse.sshfs"),
        ("/mnt/over/library.sqlite", "xfs"),
        ("/cut/library.sqlite", "ext4"),
    ],
)
def test_the_table_of_linux(path, kind):
    assert from_mountinfo(TABLE, PurePosixPath(path)) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Users/ana/library.sqlite", "apfs"),
        ("/Volumes/News (desk)/library.sqlite", "smbfs"),
        ("/Volumes/Stick/library.sqlite", "msdos"),
    ],
)
def test_the_table_of_macos(path, kind):
    assert from_mount(MAC, PurePosixPath(path)) == kind


def test_an_empty_table_says_nothing():
    assert from_mountinfo("", PurePosixPath("/a")) == from_mount("", PurePosixPath("/a")) == ""


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "SMB3", "9p", "fuse.sshfs", "fuse.rclone", "afs", "ceph"])
def test_file_systems_of_other_machines(kind):
    assert is_network(kind)


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "apfs", "tmpfs", "fuseblk", "overlay", "vfat", "fuse.ntfs-3g", ""]
)
def test_file_systems_of_this_machine(kind):
    assert not is_network(kind)


def nothing_there(path):
    return False


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/home/ana/Dropbox/library.sqlite", "Dropbox"),
        ("/home/ana/Dropbox (Gazette)/desk/library.sqlite", "Dropbox"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@gazette.example/My Drive/l.sqlite", "Google Drive"),
        ("/Users/ana/Library/CloudStorage/SomethingNew/l.sqlite", "CloudStorage"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/l.sqlite", "iCloud Drive"),
        ("/home/ana/Nextcloud2/l.sqlite", "Nextcloud"),
        ("/home/ana/pCloudDrive/l.sqlite", "pCloud"),
        ("/home/ana/MEGA/l.sqlite", "MEGA"),
        ("/home/ana/Seafile/My Library/l.sqlite", "Seafile"),
    ],
)
def test_folders_by_name(path, program):
    assert synchroniser(PurePosixPath(path), nothing_there) == program


def test_folders_by_name_on_windows():
    path = PureWindowsPath(r"C:\Users\ana\OneDrive - Gazette\Documents\library.sqlite")
    assert synchroniser(path, nothing_there) == "OneDrive"
    assert synchroniser(PureWindowsPath(r"G:\My Drive\library.sqlite"), nothing_there) == "Google Drive"


@pytest.mark.parametrize(
    "path",
    [
        "/home/ana/Documents/library.sqlite",
        "/home/ana/Boxes/library.sqlite",
        "/home/ana/megaphone/library.sqlite",
        "/home/ana/Dropbox.sqlite",
        "/home/ana/not Dropbox/library.sqlite",
    ],
)
def test_folders_that_are_only_called_alike(path):
    assert synchroniser(PurePosixPath(path), nothing_there) == ""


def test_folders_by_what_lies_in_them():
    marker = PurePosixPath("/home/ana/Work/.stfolder")
    path = PurePosixPath("/home/ana/Work/desk/library.sqlite")
    assert synchroniser(path, lambda found: found == marker) == "Syncthing"


def test_a_folder_of_this_machine_is_local_and_a_link_is_followed(tmp_path):
    assert volume_of(tmp_path / "library.sqlite").kind is Kind.LOCAL
    box = tmp_path / "Tresorit"
    box.mkdir()
    (tmp_path / "library.sqlite").symlink_to(box / "library.sqlite")
    found = volume_of(tmp_path / "library.sqlite")
    assert (found.kind, found.name) == (Kind.SYNCHRONISED, "Tresorit")
    (tmp_path / ".stfolder").mkdir()
    assert volume_of(tmp_path / "other.sqlite").name == "Syncthing"


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as on Linux")
def test_the_real_table_knows_a_mount(tmp_path):
    """In name spaces of its own, so that nothing of it is left."""
    there = tmp_path / "a share"
    there.mkdir()
    look = "from annotator.host.volumes import _file_system; from pathlib import Path; import sys"
    script = (
        f'mount -t tmpfs none "$1" && exec "$2" -c "{look}; print(_file_system(Path(sys.argv[1])))" "$1/a"'
    )
    asked = ("unshare", "-rm", "sh", "-c", script, "sh", str(there), sys.executable)
    top = Path(__file__).parents[2]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=top, env=os.environ)
    if done.returncode:
        pytest.skip(f"no mounts here: {done.stderr.strip()}")
    assert done.stdout == "tmpfs\n"
