"""Whether the scheme may be changed on this computer: a switch for those who code with a scheme that is settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.preferences import load_preferences, save_preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_page import ArticlePage

LOCKED = (
    "The scheme is locked on this computer, so it was not changed. Coding ▸ Scheme ▸ Lock the scheme opens it again."
)


class SchemeLock:
    """Remembered for each project. While locked the finder offers no new code and the tree lets no code be moved."""

    def __init__(self, project_id: str, page: ArticlePage, tell: Callable[[str], None]) -> None:
        self._project_id = project_id
        self._page = page
        self._tell = tell
        self.locked = project_id in load_preferences().locked_schemes
        self._show()

    def turn(self) -> None:
        """Lock the scheme, or open it again."""
        self.locked = not self.locked
        preferences = load_preferences()
        others = [project for project in preferences.locked_schemes if project != self._project_id]
        locked = [*others, self._project_id] if self.locked else others
        save_preferences(replace(preferences, locked_schemes=locked))
        self._show()

    def refuses(self) -> bool:
        """Tell whether the scheme must stay as it is, and say so to the analyst."""
        if self.locked:
            self._tell(LOCKED)
        return self.locked

    def _show(self) -> None:
        self._page.finder.may_make = not self.locked
        self._page.codes.tree.movable = not self.locked
