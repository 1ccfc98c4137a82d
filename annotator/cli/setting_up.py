"""`setup`: the few system libraries that Qt needs on a bare Linux. Imports no Qt."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from annotator.cli.answers import NOTHING, leave, say

FONT_PACKAGE, FONT_FOLDERS = "fonts-dejavu-core", (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
LIBRARIES = {
    "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0", "libfontconfig.so.1": "libfontconfig1", "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0", "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1", "libxcb-randr.so.0": "libxcb-randr0", "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0", "libX11-xcb.so.1": "libx11-xcb1",
}  # fmt: skip


@click.command()
def setup() -> None:
    """Add the libraries that Qt needs on this Linux.

    Where they are there, and on other systems, nothing is done.
    """
    if not sys.platform.startswith("linux"):
        say("Nothing to set up on this system.")
        return
    missing = missing_packages()
    if not missing:
        say("Everything the window needs is here.")
        return
    apt = shutil.which("apt-get")
    if apt is None:
        say(f"Add these with this system's own tool (the names are Debian's): {', '.join(missing)}.")
        return
    install(apt, missing)


def missing_packages() -> list[str]:
    """Return the Debian packages of the libraries that do not load here."""
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if not any(next(folder.rglob("*.[to]tf"), None) for folder in FONT_FOLDERS if folder.is_dir()):
        missing.append(FONT_PACKAGE)
    return missing


def install(apt: str, packages: list[str]) -> None:
    """Install packages with apt, through sudo when not root; leave with a sentence when that fails."""
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    if prefix and shutil.which("sudo") is None:
        say(f"Ask an administrator to install: {' '.join(packages)}.")
        leave(NOTHING)
    say(f"Installing {', '.join(packages)}.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run([*prefix, apt, "-q", *arguments], env=environment, stdout=2, check=False)
    if done.returncode != 0:  # a list that could not be renewed matters only when this fails as well
        say(f"apt-get could not install them. Ask an administrator to install: {' '.join(packages)}.")
        leave(NOTHING)
    say("Done.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
