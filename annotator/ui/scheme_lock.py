"""Whether the scheme may be changed on this computer: a switch for those who code with a scheme that is settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.preferences import load_preferences, save_preferences
from annotator.project.writing import SCHEME_LOCKED

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.project.project import Project
    from annotator.ui.article.article_page import ArticlePage


NOW_LOCKED = "The scheme is locked on this computer: codes are not changed here until the same action opens it again."
NOW_OPEN = "The scheme can be changed again."


class SchemeLock:
    """Remembered for each project. While locked nothing writes codes; finder and tree do not even offer it."""

    def __init__(self, project: Project, page: ArticlePage, tell: Callable[[str], None]) -> None:
        self._project = project
        self._page = page
        self._tell = tell
        self.locked = project.id in load_preferences().locked_schemes
        self._show()

    def turn(self) -> None:
        """Lock the scheme, or open it again."""
        self.locked = not self.locked
        preferences = load_preferences()
        others = [project for project in preferences.locked_schemes if project != self._project.id]
        locked = [*others, self._project.id] if self.locked else others
        save_preferences(replace(preferences, locked_schemes=locked))
        self._show()
        self._tell(NOW_LOCKED if self.locked else NOW_OPEN)

    def refuses(self) -> bool:
        """Tell whether the scheme must stay as it is, and say so to the analyst."""
        if self.locked:
            self._tell(SCHEME_LOCKED)
        return self.locked

    def _show(self) -> None:
        self._project.scheme_locked = self.locked
        self._page.finder.may_make = not self.locked
        self._page.codes.tree.movable = not self.locked
