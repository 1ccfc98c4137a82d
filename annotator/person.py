"""Who runs the program, as the system knows it: the name to begin with, in the window and on the command line."""

from __future__ import annotations

import getpass
import os


def system_name() -> str:
    """Return the full name that the system has, else the name of the account."""
    try:
        name = _full_name() or getpass.getuser()
    except (KeyError, OSError):
        return "Coder"
    return name.strip() or "Coder"


def _full_name() -> str:
    try:
        import pwd
    except ImportError:  # not a POSIX system
        return ""
    return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]
