"""What kind of disk a project lies on: decides the journal. No Qt."""

from __future__ import annotations

import sys
from pathlib import Path

LOCAL_TYPES = {
    "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "reiserfs", "bcachefs", "overlay", "tmpfs", "ramfs",
    "vfat", "exfat", "ntfs", "ntfs3", "apfs", "hfs", "hfsplus", "ufs", "squashfs",
}  # fmt: skip
SYNCED_FOLDERS = ("dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "owncloud", "icloud", "box sync")
_DRIVE_FIXED, _DRIVE_REMOVABLE, _DRIVE_RAMDISK = 3, 2, 6


def is_local_disk(path: Path) -> bool:
    """Tell whether a file lies on a disk of this machine that nobody synchronises.

    Only there is the write-ahead journal safe. What is not known counts as not local.
    """
    folder = path.resolve().parent
    if any(mark in part.lower() for part in folder.parts for mark in SYNCED_FOLDERS):
        return False
    if sys.platform.startswith("linux"):
        return _mount_type(folder) in LOCAL_TYPES
    if sys.platform == "win32":
        return _windows_drive_is_local(folder)
    return sys.platform == "darwin" and not str(folder).startswith("/Volumes/")


def _mount_type(folder: Path) -> str:
    """Return the file system type of the longest mount point above the folder, from /proc/mounts."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        if (folder == Path(point) or Path(point) in folder.parents) and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind


def _windows_drive_is_local(folder: Path) -> bool:
    import ctypes

    library = getattr(ctypes, "windll", None)
    if library is None:
        return False
    kind = library.kernel32.GetDriveTypeW(folder.anchor)
    return kind in (_DRIVE_FIXED, _DRIVE_REMOVABLE, _DRIVE_RAMDISK)
