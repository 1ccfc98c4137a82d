"""What stands round the list of articles: its head, its foot, and what is said when it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.icon_button import IconButton
from annotator.ui.icon_label import IconLabel
from annotator.ui.library.arrange_menu import ArrangeMenu
from annotator.ui.theme import control_font


class ArticlesHead(QWidget):
    """40 high: how many articles, in which order and groups, and the way to more."""

    import_wanted = Signal()
    sorting_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(40)
        title = QLabel("Articles")
        title.setFont(control_font(13, 600))
        self._count = QLabel("0")
        self._count.setFont(control_font(13, tabular=True))
        self._count.setProperty("tone", "ink3")
        self.sort_button = IconButton("sort", "Order and grouping of the articles", self)
        self.menu = ArrangeMenu(self)
        self.menu.sorting_chosen.connect(self.sorting_chosen)
        self.sort_button.setMenu(self.menu)
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.import_button = IconButton("plus", "Import articles", self)
        self.import_button.clicked.connect(self.import_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 6, 0)
        row.setSpacing(0)
        row.addWidget(title)
        row.addSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.sort_button)
        row.addWidget(self.import_button)

    def show_count(self, fitting: int, articles: int) -> None:
        """Show how many articles the project has, and how many of them fit the filter."""
        filtered = fitting < articles
        self._count.setText(f"{fitting:,} of {articles:,}" if filtered else f"{articles:,}")
        self._count.setAccessibleName(f"{fitting:,} of {articles:,} articles" if filtered else f"{articles:,} articles")


class RailHead(QWidget):
    """44 high: the button that unfolds the rail."""

    unfold_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(42)
        self.button = IconButton("panel-left", "Show the list of articles", self)
        self.button.clicked.connect(self.unfold_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)


AT_REST = "Drop files to add articles"


class ArticlesFoot(QFrame):
    """40 high: where files can be dropped. While files are held over the list it says so louder."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("articlesFoot")
        self.setFixedHeight(40)
        self._icon = IconLabel("download", "ink3")
        self._text = ElidedLabel(AT_REST)
        self._text.setFont(control_font(12))
        self._text.setProperty("tone", "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 0, 8, 0)
        row.setSpacing(7)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addStretch(1)

    def invite(self, held_over: bool) -> None:
        """Show that a drop would be taken, or go back to rest."""
        self._text.say("Let go to add these" if held_over else AT_REST)
        self.setProperty("invites", held_over)
        self.style().unpolish(self)
        self.style().polish(self)


class EmptyNote(QWidget):
    """What to do when no article is shown."""

    import_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head, self._text = QLabel(), QLabel()
        self._head.setFont(control_font(13, 600))
        self._text.setFont(control_font(12))
        self._text.setProperty("tone", "ink2")
        for label in (self._head, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.import_button = QPushButton("Import articles")
        self.import_button.clicked.connect(self.import_wanted)
        self.clear_button = QPushButton("Clear the filter")
        self.clear_button.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self._head, self._text, self.import_button, self.clear_button):
            column.addWidget(part)
        column.addStretch(1)

    def explain(self, articles: int, words: str, picks: int) -> None:
        """Say why nothing is shown: no articles at all, or none with these words and that fit the picks."""
        filtered = articles > 0
        self.import_button.setVisible(not filtered)
        self.clear_button.setVisible(filtered)
        if filtered:
            self._head.setText("No article fits")
            named = f"has “{words.strip()[:60]}” in title, publication, author or date" if words.strip() else ""
            fits = "fits what is picked above" if picks else ""
            self._text.setText(f"None of the {articles:,} articles {' and '.join(filter(None, (named, fits)))}.")
        else:
            self._head.setText("No articles yet")
            self._text.setText(
                "Drop files or a folder here: Word, HTML or text. What you drop is copied into the project."
            )
