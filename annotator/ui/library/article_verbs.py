"""What keys and the menu in the list of articles do with the article of a row, or with those that are selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from annotator.model.counting import counted
from annotator.ui.actions import BY_ID
from annotator.ui.shortcuts.keys import chosen_keys, normal_keys
from annotator.ui.shortcuts.pane_keys import key_pressed, meaning_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.ui.library.article_list import ArticleList
    from annotator.ui.library.article_model import ArticleModel

OPEN, DESCRIBE, REMOVE, SUGGEST = "open_row", "describe_article", "remove_article", "suggested_facts"
RENAMES = "rename_code"  # its key renames here too, what the list holds
TEXTS = {OPEN: "Open"}


class ArticleVerbs(QObject):
    """Hears the list as long as a project is open. Tells the action and the article it is wanted for."""

    wanted = Signal(str, str)

    def __init__(self, articles: ArticleList, fill_groups: Callable[[QMenu, Sequence[str]], None]) -> None:
        super().__init__(articles)
        self._fill_groups = fill_groups
        self._view = articles.view
        self.menu: QMenu | None = None
        self._view.installEventFilter(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open_menu)

    def close(self) -> None:
        """Hear the list no longer."""
        self._view.removeEventFilter(self)
        self._view.customContextMenuRequested.disconnect(self._open_menu)
        self.deleteLater()

    def _article(self) -> str:
        model: ArticleModel = self._view.model()  # type: ignore[assignment]
        return model.article_at(self._view.currentIndex())

    def _open_menu(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        model: ArticleModel = self._view.model()  # type: ignore[assignment]
        article = model.article_at(index) if index.isValid() else ""
        if not article:
            return
        if article not in self._view.selected():
            self._view.setCurrentIndex(index)
        else:
            self._view.go_to(index)
        self.menu = menu = QMenu(self._view)
        menu.setAccessibleName("What can be done with this article")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        self._fill(menu, article, self._view.meant())
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _fill(self, menu: QMenu, article: str, meant: Sequence[str]) -> None:
        several = counted(len(meant), "article")
        texts = {DESCRIBE: f"Facts of {several}…"} if len(meant) > 1 else TEXTS
        for action in (OPEN, DESCRIBE, REMOVE) if len(meant) == 1 else (DESCRIBE, SUGGEST):
            if action == REMOVE:
                self._add_groups(menu, "Groups", meant)
                menu.addSeparator()
            made = menu.addAction(texts.get(action, BY_ID[action].text))
            made.triggered.connect(partial(self._tell, action, article))
        if len(meant) > 1:
            self._add_groups(menu, f"Groups of {several}", meant)

    def _add_groups(self, menu: QMenu, title: str, meant: Sequence[str]) -> None:
        groups = QMenu(title, menu)
        groups.setAccessibleName(title)
        menu.addMenu(groups)
        self._fill_groups(groups, meant)

    def _tell(self, action: str, article: str, _checked: bool = False) -> None:
        self.wanted.emit(action, article)

    def _forget(self) -> None:
        self.menu = None

    def _meant(self, event: QKeyEvent) -> str:
        """Return which action a key means here, empty for none of these."""
        if meaning_in("articles", event) == "remove_row":
            return REMOVE
        return DESCRIBE if key_pressed(event) in normal_keys(BY_ID[RENAMES], chosen_keys()) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        heard = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if watched is self._view and heard and isinstance(event, QKeyEvent):
            meant, article = self._meant(event), self._article()
            if meant and article:
                event.accept()
                if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    self.wanted.emit(meant, article)
                return True
        return super().eventFilter(watched, event)
