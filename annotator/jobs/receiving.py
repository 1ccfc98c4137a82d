"""A colleague's package, project or conflict copy put together with the project, as one gesture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.jobs.received_listed import sides
from annotator.jobs.received_words import Names
from annotator.model.errors import Refused
from annotator.model.records import Answer, Article, Code, Coder, Coding, Declined, Memo, Reading, Verdict
from annotator.model.revisions import NEVER_WRITTEN_AGAIN
from annotator.project.connection import damaged
from annotator.project.project import Project
from annotator.reviewing.choices import BRING_BACK, LEAVE_OUT, Choices
from annotator.reviewing.copies import Copy
from annotator.reviewing.receiving import Received, receive
from annotator.reviewing.sound import what_is_wrong
from annotator.reviewing.without_texts import with_quotes

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.changes import Done
    from annotator.model.records import Record, Text
    from annotator.model.revisions import RowKey
    from annotator.project.pace import Pace
    from annotator.reviewing.deleted_codes import Refusal
    from annotator.reviewing.questions import Question


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, what things are called, whose package it is (empty for a whole copy), and its revision.

    `codes` and `coders` are theirs; `sides` are the words of both sides for each thing that is to be decided.
    """

    found: Received
    names: Names
    coder: str
    revision: int
    codes: tuple[Code, ...]
    coders: tuple[Coder, ...]
    sides: dict[RowKey, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Written:
    """What was done, none where all of it was here already; and the file with the project as it was before."""

    done: Done | None
    backup: Path | None


def plan_receiving(project: Project, file: Path, choices: Choices | None = None) -> Received:
    """Return what a file changes in the project, as it was decided. Nothing is written.

    Raises as `look_at` does.
    """
    return look_at(project, file, choices).found


def look_at(project: Project, file: Path, choices: Choices | None = None) -> Looked:
    """Return what a file changes in the project, with what is to be told of it. Nothing is written.

    Raises Refused for the file of another project, for the project itself, for an older package of a coder than the
    one that is here, and for a choice that cannot be; CannotOpen for what is no project.
    """
    if file.exists() and file.samefile(project.path):
        message = f"{file.name} is the project itself, so nothing was received. Choose the file of a colleague."
        raise Refused(message)
    with Project.open(file, read_only=True) as other:
        _check_same_project(project, other)
        ours = _copy(project)
        theirs, left_out = _checked(other, ours)
        _check_choices(ours, choices or Choices())
        found = receive(ours, theirs, _label(other), choices)
        found = replace(found, refused=(*found.refused, *left_out))
        _refuse_older(project, other, theirs, found)
        texts = tuple(_text(project, other, sha256) for sha256 in found.new_texts)
        new = tuple(text for text in texts if text is not None)
        found = replace(found, change_set=replace(found.change_set, texts=new))
        names = Names(ours, theirs)
        return Looked(
            found, names, _name(other) if other.package_of else "", _revision(other),
            tuple(one for one in theirs.records[Code].values() if isinstance(one, Code)),
            tuple(one for one in theirs.records[Coder].values() if isinstance(one, Coder)),
            {one.key: sides(one, names, _texts(one, ours, theirs)) for one in found.questions},
        )  # fmt: skip


def _checked(other: Project, ours: Copy) -> tuple[Copy, list[Refusal]]:
    """Return what a file from elsewhere holds, and what of it cannot come in for want of a text.

    Raises CannotOpen where anything in it is not as Annotator writes it.
    """
    other.distrust()
    try:
        theirs, left_out = (_copy(other), []) if other.has_texts else with_quotes(_copy(other), ours)
        why = what_is_wrong(theirs)
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:  # values of another kind
        raise damaged(other.path, "a row holds what no Annotator writes") from error
    if why:
        raise damaged(other.path, why)
    return theirs, left_out


def _texts(question: Question, ours: Copy, theirs: Copy) -> tuple[str, str]:
    one, other = question.ours, question.theirs
    if isinstance(one, Article) and isinstance(other, Article):
        return ours.text(one.text_sha256), theirs.text(other.text_sha256)
    return "", ""


def write_received(project: Project, found: Received, pace: Pace | None = None) -> Written:
    """Put what was planned into the project, as one step that undo takes back, after a backup beside it.

    Where no row changes, only revisions, it is no gesture to take back and there is no backup.
    """
    if found.nothing_new:
        return Written(None, None)
    if not found.change_set.changes:
        return Written(project.do(found.change_set, kind="setup", pace=pace), None)
    backup = _backup_name(project.path)
    project.back_up(backup)
    try:
        return Written(project.do(found.change_set, pace=pace), backup)
    except BaseException:
        backup.unlink(missing_ok=True)
        raise


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


def _check_choices(ours: Copy, choices: Choices) -> None:
    """Refuse to put in a code's place what is no code here, and to take a coder for one who is not here.

    Raises Refused.
    """
    for code, answer in choices.gone.items():
        here = ours.records[Code].get(code)
        if isinstance(here, Code) and answer != BRING_BACK:
            message = f"{here.title} was not deleted here, so nothing was received. Merge or delete it afterwards."
            raise Refused(message)
        if answer not in (BRING_BACK, LEAVE_OUT) and answer not in ours.records[Code]:
            message = "The code that was to take the deleted one's place is not in the project any more. Choose again."
            raise Refused(message)
    for one, other in choices.people.items():
        if other not in ours.records[Coder] or one == other:
            message = "The coder that was meant is not in the project, so nothing was received. Choose again."
            raise Refused(message)


def _refuse_older(project: Project, other: Project, theirs: Copy, found: Received) -> None:
    """Refuse a package that has an earlier revision and nothing of the coder's that is not here.

    An earlier one may have: the coder's work on another computer, which counts on its own. Whoever receives their own
    package from there again is told that all of it is here, unless it is not any more.
    """
    key = (Coder, other.package_of or "")
    there, here = _revision(other), project.revisions().get(key, NEVER_WRITTEN_AGAIN).number
    if there >= here or any(_is_of(change.record, other) for change in found.change_set.changes):
        return
    own = project.coder is not None and project.coder.id == other.package_of
    if own and all(
        len(found.same_rows[kind]) == len(theirs.records[kind]) for kind in (Coding, Reading, Memo, Declined)
    ):
        return
    message = (
        f"{other.path.name} is older than what is here of {_name(other)} (revision {there}; here is {here}), "
        "so nothing was received. Ask for a newer package."
    )
    raise Refused(message)


def _is_of(record: Record, package: Project) -> bool:
    own = Coding | Reading | Memo | Declined | Verdict | Answer
    return isinstance(record, own) and record.coder == package.package_of


def _copy(project: Project) -> Copy:
    return Copy(project.all_records(), project.revisions(), project.text, project.holds_text, project.past_states)


def _label(other: Project) -> str:
    return f"Receive the work of {_name(other)}" if other.package_of else "Receive a copy of the project"


def _revision(package: Project) -> int:
    return package.revisions().get((Coder, package.package_of or ""), NEVER_WRITTEN_AGAIN).number


def _name(package: Project) -> str:
    return next((one.name for one in package.coders() if one.id == package.package_of), "a coder")


def _text(project: Project, other: Project, sha256: str) -> Text | None:
    """Return a text that the project does not hold yet."""
    return None if project.holds_text(sha256) else other.whole_text(sha256)
