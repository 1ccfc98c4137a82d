"""What was decided on the command line before a colleague's work comes in: options become choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from annotator.jobs.naming import CodeNames, find_coder
from annotator.model.errors import Refused
from annotator.reviewing.choices import BRING_BACK, LEAVE_OUT, OURS, THEIRS, Choices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from annotator.jobs.receiving import Looked
    from annotator.project.project import Project

NOTHING = "nothing was received"


class Options(TypedDict):
    """The options by their names."""

    bring_back: tuple[str, ...]
    mapped: tuple[str, ...]
    leave_out: tuple[str, ...]
    theirs: bool | None
    same_person: tuple[str, ...]


def choices_of(project: Project, looked: Looked, **said: Unpack[Options]) -> Choices:
    """Return the choices that the options name.

    Raises NotFound for a code or coder that is not there, Refused for an option that cannot be understood.
    """
    there, here = CodeNames(looked.codes), CodeNames(project.codes())
    gone = {there.find(name, outcome=NOTHING).id: BRING_BACK for name in said["bring_back"]}
    gone |= {there.find(name, outcome=NOTHING).id: LEAVE_OUT for name in said["leave_out"]}
    for pair in said["mapped"]:
        code, other = _two(pair, "--map")
        gone[there.find(code, outcome=NOTHING).id] = here.find(other, outcome=NOTHING).id
    choices = Choices(gone=gone, people=_people(project, looked, said["same_person"]))
    if said["theirs"] is not None:
        for one in looked.found.questions:
            if one.kind in ("code differs", "text differs"):
                choices = choices.with_answer(one, THEIRS if said["theirs"] else OURS)
    return choices


def _people(project: Project, looked: Looked, pairs: Sequence[str]) -> dict[str, str]:
    ours = project.coders()
    known = {one.id for one in ours}
    found: dict[str, str] = {}
    for pair in pairs:
        one, other = _two(pair, "--same-person")
        strangers = sorted(looked.coders, key=lambda coder: coder.id in known)
        found[find_coder(strangers, one).id] = find_coder(ours, other).id
    return found


def _two(pair: str, option: str) -> tuple[str, str]:
    one, equals, other = pair.partition("=")
    if not (one.strip() and equals and other.strip()):
        message = f"“{pair}” names no two, so {NOTHING}. Write {option} THEIRS=OURS."
        raise Refused(message)
    return one.strip(), other.strip()
