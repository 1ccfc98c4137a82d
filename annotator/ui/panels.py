"""Which panels are folded, in which width: the reader's own folding wins and is remembered for each width class."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QApplication

from annotator.preferences import load_preferences, save_preferences
from annotator.ui.library.article_list import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.ui.article.article_page import ArticlePage

WidthClass = Literal["wide", "compact", "narrow"]
COMPACT_BELOW, NARROW_BELOW = 1180, 900
ROOMY, SLIM = 1360, 196  # below the first the list of articles grows slim, as far as the second
BOXES: dict[WidthClass, str] = {"wide": "boxes", "compact": "boxes compact", "narrow": "boxes compact"}
FOLDED_AT_FIRST: dict[str, list[str]] = {"wide": [], "compact": ["articles"], "narrow": ["articles", "codes"]}


class Panels:
    """Folds the articles to a rail and the codes away, by width or by hand."""

    def __init__(self, page: ArticlePage) -> None:
        self._page = page
        self.width_class: WidthClass = "wide"
        self._articles_width = WIDTH
        self._folded: dict[str, list[str]] = {**FOLDED_AT_FIRST, **load_preferences().folded}
        page.codes.switch.pick_codings(load_preferences().codings_listed)
        page.codes.switch.codings_picked.connect(_remember_list)
        self._apply()
        page.codes.folding_changed.connect(self._keep_boxes)

    def fit(self, width: int) -> bool:
        """Take the forms for a window of this width; tell whether the width class changed."""
        fitting: WidthClass = "wide" if width >= COMPACT_BELOW else "compact" if width >= NARROW_BELOW else "narrow"
        self._articles_width = min(WIDTH, max(SLIM, WIDTH - (ROOMY - width)))
        if fitting == self.width_class:
            self._fit_articles()
            return False
        self.width_class = fitting
        self._apply()
        return True

    def turn(self, panel: str) -> None:
        """Fold a panel (`articles`, `codes`) or unfold it, and remember that."""
        folded = self._folded[self.width_class]
        now = [one for one in folded if one != panel] if panel in folded else [*folded, panel]
        self._keep(self.width_class, now)
        self._apply()

    def unfold(self, panel: str) -> None:
        """Have a panel unfolded."""
        if panel in self._folded[self.width_class]:
            self.turn(panel)

    def turn_list(self) -> None:
        """Go to the list of codings in place of the codes; from within it back to the codes and to the text."""
        codes, focus = self._page.codes, QApplication.focusWidget()
        within = focus is not None and codes.codings.isVisible() and codes.codings.isAncestorOf(focus)
        if within:
            self._page.view.setFocus()
            codes.switch.pick_codings(False)
            return
        self.unfold("codes")
        codes.switch.pick_codings(True)
        codes.codings.take_focus()

    def step_focus(self, step: int) -> None:
        """Give the focus to the next (1) or previous (-1) pane that is there."""
        page = self._page
        codes = page.codes
        panes: list[QWidget] = [page.articles.view, page.view, codes.tree, codes.codings.view, codes.memo.pane]
        step_focus(panes, step)

    def _keep(self, which: str, folded: list[str]) -> None:
        self._folded = {**self._folded, which: folded}
        save_preferences(replace(load_preferences(), folded=dict(self._folded)))

    def _keep_boxes(self) -> None:
        """Remember whether definition and memo are folded, in the wide form of the codes or the compact one."""
        self._keep(BOXES[self.width_class], self._page.codes.folded_boxes())

    def _fit_articles(self) -> None:
        """Let the list give some of its width to the names in the margin before it becomes a rail."""
        if "articles" not in self._folded.get(self.width_class, []):
            self._page.articles.setMaximumWidth(self._articles_width)

    def _apply(self) -> None:
        folded = self._folded.get(self.width_class, [])
        self._page.articles.set_compact("articles" in folded)
        self._fit_articles()
        self._page.codes.set_compact(self.width_class != "wide")
        if (boxes := self._folded.get(BOXES[self.width_class])) is not None:
            self._page.codes.fold_boxes(boxes)
        focus = QApplication.focusWidget()
        if "codes" in folded and focus is not None and self._page.codes.isAncestorOf(focus):
            self._page.view.setFocus()
        self._page.codes.setVisible("codes" not in folded)


def step_focus(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next (1) or previous (-1) of these panes that is there."""
    there = [pane for pane in panes if pane.isVisible()]
    focused = QApplication.focusWidget()
    now = next((place for place, pane in enumerate(there) if pane is focused), 0)
    if there:
        there[(now + step) % len(there)].setFocus()


def _remember_list(codings: bool) -> None:
    save_preferences(replace(load_preferences(), codings_listed=codings))
