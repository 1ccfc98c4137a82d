"""A colleague's package, project or conflict copy put together with the project, as one gesture."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.model.errors import Refused
from annotator.model.records import Coder, Coding, Declined, Memo, Reading
from annotator.model.revisions import NEVER_WRITTEN_AGAIN
from annotator.project.connection import damaged
from annotator.project.project import Project
from annotator.reviewing.copies import Copy
from annotator.reviewing.receiving import Received, receive
from annotator.reviewing.sound import what_is_wrong

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.records import Text
    from annotator.project.pace import Pace


def plan_receiving(project: Project, file: Path) -> Received:
    """Return what a file changes in the project. Nothing is written.

    Raises Refused for the file of another project, for the project itself and for an older package of a coder than
    the one that is here; CannotOpen for what is no project.
    """
    if file.exists() and file.samefile(project.path):
        message = f"{file.name} is the project itself, so nothing was received. Choose the file of a colleague."
        raise Refused(message)
    with Project.open(file, read_only=True) as other:
        _check_same_project(project, other)
        theirs = _copy(other)
        if why := what_is_wrong(theirs):
            raise damaged(file, why)
        found = receive(_copy(project), theirs, _label(other))
        _refuse_older(project, other, found)
        texts = tuple(_text(project, other, sha256) for sha256 in found.new_texts)
    new = tuple(text for text in texts if text is not None)
    return replace(found, change_set=replace(found.change_set, texts=new))


def write_received(project: Project, found: Received, pace: Pace | None = None) -> Path | None:
    """Put what was planned into the project, as one step that undo takes back; return the backup made before.

    Where no row changes, only revisions, it is no gesture to take back and there is no backup.
    """
    if found.nothing_new:
        return None
    if not found.change_set.changes:
        project.do(found.change_set, kind="setup", pace=pace)
        return None
    backup = _backup_name(project.path)
    project.back_up(backup)
    project.do(found.change_set, pace=pace)
    return backup


def _backup_name(path: Path) -> Path:
    """Return a name beside the project, with the present time, that no file has yet."""
    time = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H%M%S")
    names = (
        f"{path.stem} before receiving {time}{more}{path.suffix}" for more in ("", *map("-{}".format, range(2, 1000)))
    )
    return next(found for name in names if not (found := path.with_name(name)).exists())


def _check_same_project(project: Project, other: Project) -> None:
    if other.id != project.id:
        message = (
            f"{other.path.name} is of another project (“{other.name}”), so nothing was received. "
            f"Only copies and packages of “{project.name}” can be put together with it."
        )
        raise Refused(message)


def _refuse_older(project: Project, other: Project, found: Received) -> None:
    """Refuse a package that has an earlier revision and nothing of the coder's that is not here.

    An earlier one may have: the coder's work on another computer, which counts on its own.
    """
    key = (Coder, other.package_of or "")
    there, here = (one.revisions().get(key, NEVER_WRITTEN_AGAIN).number for one in (other, project))
    changed = (change.record for change in found.change_set.changes)
    if there < here and not any(
        isinstance(one, Coding | Reading | Memo | Declined) and one.coder == other.package_of for one in changed
    ):
        message = (
            f"{other.path.name} is older than what is here of {_name(other)} (revision {there}; here is {here}), "
            "so nothing was received. Ask for a newer package."
        )
        raise Refused(message)


def _copy(project: Project) -> Copy:
    return Copy(project.all_records(), project.revisions(), project.text, project.holds_text)


def _label(other: Project) -> str:
    return f"Receive the work of {_name(other)}" if other.package_of else "Receive a copy of the project"


def _name(package: Project) -> str:
    return next((one.name for one in package.coders() if one.id == package.package_of), "a coder")


def _text(project: Project, other: Project, sha256: str) -> Text | None:
    """Return a text that the project does not hold yet."""
    return None if project.holds_text(sha256) else other.whole_text(sha256)
