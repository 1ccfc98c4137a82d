"""What menus and tools say of what is there: what can be done now, what undo would take back, what is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.actions import BY_ID
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.workspace import Workspace

THEMES = {"light": "use_light_theme", "dark": "use_dark_theme"}


def show_state(window: MainWindow) -> None:
    """Bring the actions in step with what is there."""
    workspace, actions = window.workspace, window.actions_
    actions.enable({**workspace.needs(), **window.reviewing.needs()} if workspace is not None else {})
    labels = workspace.session.labels() if workspace is not None else ("", "")
    for action_id, label in zip(("undo", "redo"), labels, strict=True):
        actions.name(action_id, f"{BY_ID[action_id].text} {label}".strip())
    for key in range(1, 10):
        actions.name(f"code_with_key_{key}", _key_text(workspace, "code_with_key", "Code", key))
        actions.name(f"agree_on_key_{key}", _key_text(workspace, "agree_on_key", "Agreed", key))
    actions.check(THEMES.get(window.theme_choice, "follow_system_theme"), True)
    actions.check("turn_high_contrast", theme().high_contrast)
    actions.check("show_colleagues", workspace is not None and workspace.colleagues.shown)
    desk = window.reviewing.desk
    actions.check("hide_coder_names", desk is not None and desk.names.on)
    actions.check("lock_scheme", workspace is not None and workspace.scheme.lock.locked)
    highlighting = workspace.coding.highlighting_with if workspace is not None else None
    window.saying.show_highlighter(highlighting)
    actions.check("highlighter", highlighting is not None)


def _key_text(workspace: Workspace | None, action: str, does: str, key: int) -> str:
    code = workspace.desk.code_of_key(key) if workspace is not None else None
    return f"{does}: {code.title}" if code else BY_ID[f"{action}_{key}"].text
