"""What is said of work that came in: whose it is, what came, and what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer

from annotator.jobs.received_listed import summary
from annotator.model.counting import counted
from annotator.model.records import AGREED_ID, Article, Code
from annotator.ui.actions import BY_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.jobs.received_listed import Sight
    from annotator.jobs.receiving import Looked
    from annotator.model.records import Record
    from annotator.ui.main_window import MainWindow
    from annotator.ui.workspace import Workspace

FEW = 3
LOOK_AT = "passages_to_look_at"
STAYS_HIDDEN = "Colleagues' codings stay hidden in each article until you have finished it."


def head_of(looked: Looked, file: str) -> str:
    """Return whose work a file holds."""
    if looked.coder:
        return f"The work of {looked.coder}, revision {looked.revision:,}, from “{file}”"
    return f"A copy of this project, from “{file}”"


def came_in(looked: Looked, backups: Sequence[str], sight: Sight) -> str:
    """Return what came in, what is doubtful, what stays hidden, and where the project as it was before lies."""
    found, whose = looked.found, f"from {looked.coder}" if looked.coder else "from the copy"
    said = [f"Received {whose}: {summary(found)}"]
    if found.doubtful:
        want = "wants" if len(found.doubtful) == 1 else "want"
        said.append(f"{counted(len(found.doubtful), 'passage')} {want} a look, since the text differs.")
    if found.brought_back:
        named = [_called(one, looked) for one in found.brought_back[:FEW]]
        more = f" and {len(found.brought_back) - FEW} more" if len(found.brought_back) > FEW else ""
        said.append(f"Back, since it is used there: {', '.join(named)}{more}.")
    if any(sight.hides(change.record) for change in found.change_set.changes):
        said.append(STAYS_HIDDEN)
    said += [f"The project as it was before: {backup}." for backup in backups]
    return " ".join(said)


def _called(record: Record, looked: Looked) -> str:
    return record.title if isinstance(record, Code | Article) else looked.names.coder(record.id)


def after_receiving(
    workspace: Workspace, tell: Callable[..., None], looked: Looked, backups: Sequence[str], sight: Sight
) -> None:
    """Say what came in, with what can be done about it; whoever is somebody else now goes on as that coder."""
    window = cast("MainWindow", workspace.page.window())
    actions: list[tuple[str, Callable[[], object]]] = []
    if any(one.coding.coder in (workspace.desk.coder, AGREED_ID) for one in looked.found.doubtful):
        actions.append(("Passages to look at…", lambda: window.commands.perform(BY_ID[LOOK_AT])))
    said = came_in(looked, backups, sight)
    project, coder = workspace.session.project, workspace.session.coder
    if project.standing_coder(coder) != coder:  # the two identities are one now: go on as the one that stands
        QTimer.singleShot(0, window, lambda: _reopened(window, project.path, coder.name, said))
    else:
        tell(said, passing=False, actions=actions)


def _reopened(window: MainWindow, path: Path, name: str, said: str) -> None:
    if window.open_project(path, name):
        window.tell(said, passing=False)
