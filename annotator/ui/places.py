"""Where the analyst was: the article, the caret in each, how much of each was seen. Kept in the preferences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.preferences import Place, load_preferences, save_preferences

if TYPE_CHECKING:
    from annotator.ui.article.article_view import ArticleView

BACK = 30  # articles kept for "where I was"


class Places:
    """The places of one project, on this computer; losing them loses no work."""

    def __init__(self, project_id: str, place: Place) -> None:
        self._project = project_id
        self._place = place
        self._before: list[str] = []

    @property
    def article(self) -> str:
        """The article last worked on."""
        return self._place.article

    @property
    def read(self) -> dict[str, float]:
        """Article id -> share seen, from 0 to 1."""
        return self._place.read

    def caret(self, article: str) -> int:
        """Return where the caret was in an article, in code points."""
        return self._place.carets.get(article, 0)

    def enter(self, article: str) -> None:
        """Remember that an article was opened."""
        if self._place.article and self._place.article != article:
            self._before = [*self._before, self._place.article][-BACK:]
        self._place = replace(self._place, article=article)

    def before(self) -> str | None:
        """Return the article one was in before, and forget the present one."""
        return self._before.pop() if self._before else None

    def see(self, view: ArticleView, length: int) -> bool:
        """Take over caret and share seen from the view; tell whether more was seen than before."""
        article, share = self._place.article, view.read_to() / length if length else 1.0
        more = share > self._place.read.get(article, 0.0) + 0.005
        if article:
            read = {**self._place.read, article: max(share, self._place.read.get(article, 0.0))}
            self._place = replace(self._place, read=read, carets={**self._place.carets, article: view.caret()})
        return more

    def save(self) -> None:
        """Write the places to the preferences."""
        save_preferences(load_preferences().with_place(self._project, self._place))
