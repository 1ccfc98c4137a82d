"""How two copies of a project are exchanged in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.jobs.receiving import plan_receiving, write_received
from annotator.jobs.sending import send_work
from annotator.model.records import new_id

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.project.project import Project
    from annotator.reviewing.receiving import Received


def packed(project: Project, folder: Path) -> Path:
    """Pack the work of whoever acts, under a name of its own."""
    assert project.coder is not None
    out = folder / f"{new_id()}.annotator"
    send_work(project, project.coder, out)
    return out


def taken(project: Project, file: Path) -> Received:
    """Receive a file; receiving it again would change nothing."""
    found = plan_receiving(project, file)
    write_received(project, found)
    assert plan_receiving(project, file).nothing_new
    return found


def exchanged(one: Project, other: Project) -> None:
    """Let each receive the other's whole project."""
    taken(one, other.path)
    taken(other, one.path)
