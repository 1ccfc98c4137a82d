"""Everything that can be done in the window: the one table that menus, tools, shortcut help and tests read."""

from annotator.ui.actions.action import Action
from annotator.ui.actions.coding_menu import CODING_MENU
from annotator.ui.actions.edit_menu import EDIT_MENU
from annotator.ui.actions.help_menu import HELP_MENU
from annotator.ui.actions.learning_menu import LEARNING_MENU
from annotator.ui.actions.lists import LISTS
from annotator.ui.actions.project_menu import PROJECT_MENU
from annotator.ui.actions.review_menu import REVIEW_MENU
from annotator.ui.actions.scheme_menu import SCHEME_MENU
from annotator.ui.actions.view_menu import VIEW_MENU

ACTIONS: tuple[Action, ...] = (
    *PROJECT_MENU, *EDIT_MENU, *VIEW_MENU, *CODING_MENU, *REVIEW_MENU, *LEARNING_MENU, *SCHEME_MENU, *LISTS,
    *HELP_MENU,
)  # fmt: skip
BY_ID = {action.id: action for action in ACTIONS}

__all__ = ["ACTIONS", "BY_ID", "Action"]
