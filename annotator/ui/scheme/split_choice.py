"""Which codings of a code go to a new one, and how that is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.model.counting import counted
from annotator.ui.extracts.tick_tree import Choice, TickTree
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Code

SIZE = (620, 560)


def unseen_words(number: int) -> str:
    """Return what is said of codings that are not listed, since one would not read blind any more."""
    are = "is" if number == 1 else "are"
    return (
        f"{counted(number, 'coding')} by colleagues in articles that you have not finished {are} not shown, "
        "so that you go on reading blind."
    )


class SplitChoice(Sheet):
    """Lists codings by article; a tick on an article takes all of them in it."""

    split_wanted = Signal(str, list)

    def __init__(
        self, code: Code, choices: Sequence[Choice], parent: QWidget | None = None, *, unseen: int = 0
    ) -> None:
        """Take the code, and articles and codings to tick: an article has no parent, a coding has its article.

        `unseen` is how many more codings there are that the coder must not see yet; they stay with the code.
        """
        super().__init__(f"Split {code.title}", "Split", parent)
        self.setObjectName("splitChoice")
        self.code = code
        self._codings = {choice.id for choice in choices if choice.parent is not None}
        self.name, self.tree = QLineEdit(), TickTree("Codings", choices, of=self._codings)
        self.name.setAccessibleName("Name of the new code")
        self.name.setPlaceholderText("Name of the new code")
        self.name.setFont(control_font(13))
        self.tree.tick(())
        sentence = f"The codings you tick leave {code.title} and go to a new code beside it."
        head = QLabel(f"{sentence} {unseen_words(unseen)} These stay with {code.title}." if unseen else sentence)
        head.setProperty("tone", "ink2")
        head.setWordWrap(True)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for part in (head, self.name):
            rows.addWidget(part)
        rows.addWidget(self.tree, 1)
        self.lay_out(content)
        self.resize(*SIZE)
        self.name.textChanged.connect(self._settle)
        self.tree.changed.connect(self._settle)
        self._settle()

    def chosen(self) -> list[str]:
        """Return the ids of the codings that are ticked."""
        return [each for each in self.tree.ticked() if each in self._codings]

    def act(self) -> None:
        if self.main_button.isEnabled():
            self.split_wanted.emit(self.name.text(), self.chosen())

    def _settle(self) -> None:
        number = len(self.chosen())
        self.main_button.setEnabled(bool(number and self.name.text().strip()))
        missing = "" if self.name.text().strip() else " Type a name for the new code."
        self.show_problem(f"{number:,} of {len(self._codings):,} codings go.{missing}")
