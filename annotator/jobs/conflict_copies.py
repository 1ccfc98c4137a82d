"""Which files beside a project are copies that a synced folder made when two computers wrote at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.model.errors import AnnotatorError
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# what is put behind the name, by whom; dates tell copies in any language
_MARKS = (
    r" \([^()]*\d{4}-\d{2}-\d{2}[^()]*\)",  # Dropbox, Nextcloud, Box: (Ann's conflicted copy 2026-11-02)
    r" \([^()]*(?:conflict|konflikt|conflit|conflicto)[^()]*\)",  # the same without a date; Google Drive
    r"[._-](?:sync-)?conflict[-_]\d{8}-\d{6}(?:-[0-9A-Z]{7})?",  # Syncthing: .sync-conflict-20261102-101500-ABCDEFG
    r"_conflict-[^/]+",  # ownCloud
    r" \((?:SFConflict|Case Conflict)[^()]*\)",  # Seafile, Dropbox
    r" \(\d{1,2}\)",  # Google Drive, browsers: (1)
    r" \d{1,2}",  # iCloud Drive: name 2
    r"-[A-Za-z0-9][\w .’'-]{1,30}",  # OneDrive: the computer's name
)
_OURS = (" before receiving ", " before version ")  # our own backups are none
MOST_LOOKED_INTO = 20


def conflict_copies(path: Path) -> list[Path]:
    """Return the files beside a project that a synced folder made of it, by name; none is opened."""
    mark = re.compile(f"{re.escape(path.stem)}(?:{'|'.join(_MARKS)})", re.IGNORECASE)
    try:
        found = sorted(path.parent.iterdir())
    except OSError:
        return []
    return [
        file for file in found
        if file != path and file.suffix == path.suffix and mark.fullmatch(file.stem)
        and not any(ours in file.stem[len(path.stem) :] for ours in _OURS)
    ]  # fmt: skip


def copies_of(project: Project) -> Iterator[Path]:
    """Yield those among them that are copies of this project and no packages; what cannot be read is passed over."""
    for file in conflict_copies(project.path)[:MOST_LOOKED_INTO]:
        try:
            with Project.open(file, read_only=True) as other:
                if other.id == project.id and other.package_of is None:
                    yield file
        except AnnotatorError:
            continue
