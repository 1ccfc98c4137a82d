"""Where the analyst was: the article, the caret in each, how much of each was seen. Kept in the preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.preferences import Place, load_preferences, save_preferences

if TYPE_CHECKING:
    from annotator.ui.article.article_view import ArticleView

KEPT = 30  # articles kept for "where I was"


class Places:
    """The places of one project, on this computer; losing them loses no work."""

    def __init__(self, project_id: str, place: Place) -> None:
        self._project = project_id
        self._carets, self.read = dict(place.carets), dict(place.read)
        self.article = place.article
        self._looked = dict.fromkeys(place.looked)
        self._before: list[str] = []
        self._after: list[str] = []

    def caret(self, article: str) -> int:
        """Return where the caret was in an article, in code points."""
        return self._carets.get(article, 0)

    def enter(self, article: str) -> None:
        """Remember that an article was opened."""
        if self.article and self.article != article:
            self._before = [*self._before, self.article][-KEPT:]
            self._after = []
        self.article = article

    def step(self, forward: bool) -> str:
        """Return the article one was in before, or came back from; empty where there is none."""
        from_, to = (self._after, self._before) if forward else (self._before, self._after)
        if not from_:
            return ""
        to.append(self.article)
        self.article = from_.pop()
        return self.article

    def see(self, article: str, share: float) -> bool:
        """Take over how much of an article was seen, from 0 to 1; tell whether it is more than before."""
        more = share > self.read.get(article, 0.0)
        if more:
            self.read[article] = share
        return more

    def look(self, coder: str, *articles: str) -> None:
        """Remember, at once and for later sittings too, that a coder has seen colleagues' codings of articles."""
        seen = {f"{coder} {article}" for article in articles} - self._looked.keys()
        if seen:
            self._looked |= dict.fromkeys(sorted(seen))
            self._write()

    def looked(self, coder: str) -> set[str]:
        """Return the articles in which a coder has seen colleagues' codings."""
        return {article for who, _, article in (one.partition(" ") for one in self._looked) if who == coder}

    def leave(self, article: str, view: ArticleView) -> None:
        """Take over where the caret is, or what is on top when the caret is out of sight; write it down."""
        first, last = view.shown_range()
        caret = view.caret()
        self._carets[article] = caret if first <= caret <= last else first
        self._write()

    def _write(self) -> None:
        place = Place(article=self.article, carets=self._carets, read=self.read, looked=tuple(self._looked))
        save_preferences(load_preferences().with_place(self._project, place))
