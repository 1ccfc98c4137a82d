"""The tag panel: finder, tree of codes or list of codings, definition of the current code, memo of the coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.article.coding_list import CodingList
from annotator.ui.scheme.boxes_splitter import BoxesSplitter
from annotator.ui.scheme.definition_box import DefinitionBox
from annotator.ui.scheme.filter_switch import FilterSwitch
from annotator.ui.scheme.finder_button import FinderButton
from annotator.ui.scheme.memo_box import MemoBox
from annotator.ui.scheme.scheme_model import SchemeModel
from annotator.ui.scheme.scheme_tree import SchemeTree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.model.records import Code, Coding

WIDTH, COMPACT_WIDTH = 328, 256
DEFINITION, MEMO = 1, 2
BOXES = {DEFINITION: "definition", MEMO: "memo"}
HEIGHTS = {DEFINITION: 111, MEMO: 93}
ROOMY, WITH_EXCLUDE = 720, 160  # from this height on there is room for two lines each of definition and both lists


class SchemePanel(QFrame):
    """Shows the scheme and tells what the analyst wants. Codes and codings are named by their ids."""

    code_current = Signal(str)
    code_chosen = Signal(str)
    passage_dropped = Signal(str, int, int)
    code_dropped = Signal(str, str, str)
    verb_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    finder_wanted = Signal()
    memo_written = Signal(str, str)
    memo_finished = Signal()
    folding_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagPanel")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "left")
        self.setAccessibleName("Codes and memo")
        self._compact = False
        self._folds = {False: {DEFINITION: False, MEMO: False}, True: {DEFINITION: True, MEMO: True}}
        self.model = SchemeModel(self)
        self.finder_button, self.switch = FinderButton(self), FilterSwitch(self)
        self.tree, self.definition, self.memo = SchemeTree(self.model, self), DefinitionBox(self), MemoBox(self)
        self.codings, self._lists = CodingList(self), QStackedWidget(self)
        self._splitter = BoxesSplitter(HEIGHTS, self)
        self._lay_out()
        self._listen()
        self.set_compact(False)

    def show_scheme(self, codes: Sequence[Code]) -> None:
        """Show these codes; folding, filter and current code stay."""
        self.model.set_scheme(codes)
        self.switch.show_numbers(self.model.used_number(), self.model.all_number())
        self.tree.viewport().update()
        self._define(self._defined)

    def show_counts(self, here: Mapping[str, int], everywhere: Mapping[str, int]) -> None:
        """Show how often each code is used in this article and in all."""
        self.model.set_counts(here, everywhere)
        self.switch.show_numbers(self.model.used_number(), self.model.all_number())

    def show_code(self, code_id: str | None) -> None:
        """Make a code current: its row, its definition."""
        self.tree.show_code(code_id)
        self._define(code_id)

    def show_coding(self, coding: Coding | None, coder_name: str = "", editable: bool = True) -> None:
        """Show the memo of a coding; what was typed for another is sent off first."""
        self.memo.show_coding(coding, coder_name, editable)

    def flush_memo(self) -> None:
        """Send off what is being typed: before closing, before undo."""
        self.memo.flush()

    def write_memo(self) -> None:
        """Bring the caret into the memo, unfolding it if need be."""
        if self._folds[self._compact][MEMO]:
            self._fold(MEMO, False)
        self.memo.take_focus()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be coded or written."""
        self.tree.set_read_only(read_only)
        self.memo.set_read_only(read_only)

    def set_compact(self, compact: bool) -> None:
        """Take the narrow width, without the column *all* and with both boxes folded, or the full one."""
        self._compact = compact
        self.setFixedWidth(COMPACT_WIDTH if compact else WIDTH)
        self.tree.delegate.with_all = not compact
        self.switch.set_compact(compact)
        self.memo.head.set_foldable(compact)
        for place, folded in self._folds[compact].items():
            self._fold(place, folded)

    def folded_boxes(self) -> list[str]:
        """Return which boxes are folded at the present width, to be remembered for it: `definition`, `memo`."""
        return [name for place, name in BOXES.items() if self._folds[self._compact][place]]

    def fold_boxes(self, names: Sequence[str]) -> None:
        """Fold these boxes at the present width and unfold the others."""
        for place, name in BOXES.items():
            self._fold(place, name in names and (self._compact or place == DEFINITION))

    def show_keys(self, finder: str, memo: str, digits: Mapping[int, str]) -> None:
        """Show the keycaps of these shortcuts, in portable form; those of the digits as they are drawn."""
        self.tree.delegate.keycaps = digits
        self.tree.viewport().update()
        self.finder_button.show_key(finder)
        self.memo.show_key(memo)

    def _lay_out(self) -> None:
        self._lists.addWidget(self.tree)
        self._lists.addWidget(self.codings)
        for place, widget in enumerate((self._lists, self.definition, self.memo)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(place, int(widget is self._lists))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 8, 0, 0)
        rows.setSpacing(0)
        field = QVBoxLayout()
        field.setContentsMargins(8, 0, 8, 5)
        field.addWidget(self.finder_button)
        rows.addLayout(field)
        rows.addWidget(self.switch)
        rows.addSpacing(1)
        rows.addWidget(self._splitter, 1)

    def _listen(self) -> None:
        self._defined: str | None = None
        self.finder_button.clicked.connect(self.finder_wanted)
        self.switch.only_used_picked.connect(self.tree.show_only_used)
        self.switch.codings_picked.connect(lambda on: self._lists.setCurrentWidget(self.codings if on else self.tree))
        self.tree.columns_moved.connect(self.switch.move_heads)
        self.tree.code_moved_to.connect(self._define)
        self.tree.code_current.connect(self.code_current)
        self.tree.code_chosen.connect(self.code_chosen)
        self.tree.passage_dropped.connect(self.passage_dropped)
        self.tree.code_dropped.connect(self.code_dropped)
        self.tree.verb_wanted.connect(self.verb_wanted)
        self.tree.menu_wanted.connect(self.menu_wanted)
        self.definition.fold_wanted.connect(lambda: self._turn(DEFINITION))
        self.memo.fold_wanted.connect(lambda: self._turn(MEMO))
        self.memo.memo_written.connect(self.memo_written)
        self.memo.finished.connect(self.memo_finished)
        self.memo.editor.entered.connect(lambda: self._splitter.lend(MEMO, self.height() // 3))
        self.memo.editor.gone.connect(lambda: self._splitter.lend(MEMO, 0))

    def _define(self, code_id: str | None) -> None:
        code = self.model.code(code_id) if code_id else None
        self._defined = code.id if code else None
        self.definition.show_code(code, self.model.hue(code.id) if code else "")

    def _turn(self, place: int) -> None:
        self._fold(place, not self._folds[self._compact][place])
        self.folding_changed.emit()

    def _fold(self, place: int, folded: bool) -> None:
        self._folds[self._compact][place] = folded
        (self.definition if place == DEFINITION else self.memo).fold(folded)
        self._splitter.fold(place, folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._splitter.propose(DEFINITION, WITH_EXCLUDE if self.height() >= ROOMY else HEIGHTS[DEFINITION])
