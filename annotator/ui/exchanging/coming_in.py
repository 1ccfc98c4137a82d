"""What is said of work that came in: whose it is, what came, and what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.jobs.received_listed import summary
from annotator.model.counting import counted
from annotator.model.records import AGREED_ID
from annotator.ui.actions import BY_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.jobs.received_listed import Sight
    from annotator.jobs.receiving import Looked
    from annotator.ui.workspace import Workspace

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
        said.append(f"{counted(len(found.brought_back), 'row')} that you had deleted came back, being used there.")
    if any(sight.hides(change.record) for change in found.change_set.changes):
        said.append(STAYS_HIDDEN)
    said += [f"The project as it was before: {backup}." for backup in backups]
    return " ".join(said)


def after_receiving(
    workspace: Workspace, tell: Callable[..., None], looked: Looked, backups: Sequence[str], sight: Sight
) -> None:
    """Say what came in, with what can be done about it; whoever is somebody else now goes on as that coder."""
    actions: list[tuple[str, Callable[[], object]]] = []
    if any(one.coding.coder in (workspace.desk.coder, AGREED_ID) for one in looked.found.doubtful):
        window = workspace.page.window()
        actions.append(("Passages to look at…", lambda: window.commands.perform(BY_ID[LOOK_AT])))  # type: ignore[attr-defined]
    tell(came_in(looked, backups, sight), passing=False, actions=actions)
