"""Which name is suggested for the file of an article."""

from __future__ import annotations

import re

LONGEST = 80
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def file_name(title: str) -> str:
    """Return a title as the name of a file, without its ending, that every system takes."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:LONGEST].rstrip(" .")
    return name or "Article"
