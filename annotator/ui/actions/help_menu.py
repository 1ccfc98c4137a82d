"""Where to look things up."""

from __future__ import annotations

from annotator.ui.actions.action import Action

HELP_MENU: tuple[Action, ...] = (
    Action(id="show_keys", text="Keys", menu="Help", keys=("F1", "?"), help="Every key on one sheet"),
    Action(
        id="change_keys", text="Change keys…", menu="Help",
        help="Press a new key for an action, or take a set: left hand, number pad, no single keys",
    ),
    Action(
        id="find_action", text="Find an action…", menu="Help", keys=("Ctrl+Shift+P",), icon="search",
        help="Every action by name, what it does and its key; Enter does it",
    ),
    Action(id="show_log_place", text="Where the log lies", menu="Help", help="The file with unexpected errors"),
)  # fmt: skip
