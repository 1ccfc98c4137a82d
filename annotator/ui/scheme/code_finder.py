"""The finder beside the passage: type a few letters or a label, see what the code means, take it or make a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from annotator.ui.announce import announce, hide_quietly
from annotator.ui.finding.popup_frame import BORDER, FIELD_HEIGHT, RING, PopupFrame
from annotator.ui.popup_rows import dress_list
from annotator.ui.scheme.finder_delegate import ROW_HEIGHT, FinderDelegate
from annotator.ui.scheme.finder_field import FinderField
from annotator.ui.scheme.finder_model import FinderModel
from annotator.ui.scheme.finder_place import Place, place_beside
from annotator.ui.scheme.finder_rows import FOOT_HEIGHT, MAKE_HEIGHT, FinderFoot, MakeRow
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Code

ROWS_SHOWN, LIST_PADDING = 6, 4


class CodeFinder(PopupFrame):
    """A frameless child of the window. It tells what was chosen; coding and closing over it is the page's affair."""

    chosen = Signal(str, bool)
    new_code_wanted = Signal(str, str, bool)
    current_changed = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("codeFinder")
        self.setAccessibleName("Code finder")
        self._place = Place(0, 0, below=True, room=0)
        self._current = 0
        self._in_vivo, self._family, self._read_only = "", "", False
        self._before: QWidget | None = None
        self.may_make = True
        self.model = FinderModel(self)
        self.field, self.count = FinderField(self), QLabel(self)
        self.list, self.make, self.foot = QListView(self), MakeRow(self), FinderFoot(self)
        self._dress_list()
        self._lay_out()
        self._listen()
        self.hide()

    def open_for(
        self, rect: QRect, codes: Sequence[Code], paths: Mapping[str, str], recent: Sequence[str], in_vivo: str,
        family_for_new: str | None, read_only: bool = False,
    ) -> None:  # fmt: skip
        """Open beside the passage, whose rectangle is in window coordinates, with an empty field."""
        self._in_vivo, self._family, self._read_only = in_vivo, family_for_new or "", read_only
        self._before = QApplication.focusWidget()
        self.model.set_scheme(codes, paths, recent)
        self.foot.set_read_only(read_only)
        least = 2 * BORDER + FIELD_HEIGHT + 2 * LIST_PADDING + ROW_HEIGHT + MAKE_HEIGHT + FOOT_HEIGHT + 1
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._offer()
        self._place = place_beside(rect, self._window.size(), self._wanted_height(), least)
        self._window.installEventFilter(self)
        self._settle()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._go_to(0)

    def choose_only(self, invitation: str, verb: str) -> None:
        """Let a code be chosen for something else than coding: no new one, and none after another."""
        self.may_make = False
        self.field.setPlaceholderText(invitation)
        self.field.setAccessibleName(invitation)
        self.foot.say(verb)

    def show_keycaps(self, digits: Mapping[int, str]) -> None:
        """Show these keycaps at the codes that are given by a digit."""
        self._delegate.keycaps = digits

    def close_finder(self) -> None:
        """Close, and say so once."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        hide_quietly(self, self.field, self._before)
        self.closed.emit()

    def ground(self) -> QRect:
        """Return the ground inside the ring, in window coordinates."""
        return self.geometry().adjusted(RING, RING, -RING, -RING)

    def foot_area(self) -> QRect | None:
        """Return where the foot with the keys is."""
        return self.foot.geometry()

    def current_code(self) -> str:
        """Return the id of the current row's code; empty on the last row."""
        return self.model.code_at(self._current).id if self._current < self.model.rowCount() else ""

    def _dress_list(self) -> None:
        self._delegate = FinderDelegate(self.list)
        dress_list(self.list, self.model, self._delegate, "Codes found")

    def _lay_out(self) -> None:
        self.count.setFont(control_font(12))
        self.count.setProperty("tone", "ink3")
        top = QHBoxLayout()
        top.setContentsMargins(38, 0, 14, 1)
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.count)
        self._inset = QVBoxLayout()
        self._inset.setContentsMargins(LIST_PADDING, LIST_PADDING, LIST_PADDING, LIST_PADDING)
        self._inset.addWidget(self.list)
        rows = QVBoxLayout(self)
        edge = RING + BORDER
        rows.setContentsMargins(edge, edge, edge, edge)
        rows.setSpacing(0)
        head = QWidget(self)
        head.setFixedHeight(FIELD_HEIGHT)
        head.setLayout(top)
        rows.addWidget(head)
        rows.addLayout(self._inset, 1)
        rows.addWidget(self.make)
        rows.addSpacing(1)
        rows.addWidget(self.foot)

    def _listen(self) -> None:
        self.field.textChanged.connect(self._ask)
        self.field.stepped.connect(lambda step: self._go_to(self._current + step))
        self.field.jumped.connect(lambda to_end: self._go_to(self._last() if to_end else 0))
        self.field.taken.connect(self._take)
        self.field.in_vivo_wanted.connect(self._take_in_vivo)
        self.field.escaped.connect(self.close_finder)
        self.field.focus_left.connect(self.close_finder)
        self.list.clicked.connect(self._clicked)
        self.make.clicked.connect(self._clicked_make)
        theme().changed.connect(self.update)

    def _ask(self, query: str) -> None:
        self.model.ask(query)
        self._offer()
        self._settle()
        self._go_to(0)

    def _offer(self) -> None:
        name = self.field.text().strip()
        self.make.offer(name, self.model.name_of(self._family), "" if name == self._in_vivo else self._in_vivo)
        self.make.setVisible(self.may_make and not self._read_only and not self._is_there(name))
        number = self.model.rowCount()
        self.count.setText(f"{number} code{'' if number == 1 else 's'}" if number else "no code")

    def _is_there(self, name: str) -> bool:
        return bool(name) and self.model.has_name(name, self._family or None)

    def _can_make(self) -> bool:
        name = self.field.text().strip()
        return bool(name) and self.may_make and not self._read_only and not self._is_there(name)

    def _last(self) -> int:
        return self.model.rowCount() - (0 if self._can_make() else 1)

    def _go_to(self, row: int) -> None:
        self._current = max(0, min(row, self._last()))
        on_list = self._current < self.model.rowCount()
        index = self.model.index(self._current) if on_list else QModelIndex()
        self.list.setCurrentIndex(index)
        self.make.set_current(not on_list and self._can_make())
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if on_list else self.make.accessibleName()
        announce(self.field, spoken)
        self.current_changed.emit(self.current_code())

    def _take(self, stay: bool) -> None:
        code_id, name = self.current_code(), self.field.text().strip()
        if self._read_only or (not code_id and not self._can_make()):
            return
        if stay:
            self.field.selectAll()
        else:
            self.close_finder()
        if code_id:
            self.chosen.emit(code_id, stay)
        else:
            self.new_code_wanted.emit(name, self._family, stay)

    def _take_in_vivo(self) -> None:
        if self._in_vivo and self.may_make and not self._read_only:
            self.field.setText(self._in_vivo)
            self._go_to(self._last())

    def _clicked(self, index: QModelIndex) -> None:
        self._go_to(index.row())
        self._take(stay=False)

    def _clicked_make(self) -> None:
        if self._can_make():
            self._go_to(self._last())
            self._take(stay=False)
        else:
            self._take_in_vivo()

    def _list_height(self) -> int:
        rows = min(self.model.rowCount(), ROWS_SHOWN)
        return rows * ROW_HEIGHT + 2 * LIST_PADDING if rows else 0

    def _wanted_height(self) -> int:
        make = self.make.height() if not self.make.isHidden() else 0
        return 2 * BORDER + FIELD_HEIGHT + self._list_height() + make + 1 + FOOT_HEIGHT

    def _settle(self) -> None:
        pad = LIST_PADDING if self.model.rowCount() else 0
        self._inset.setContentsMargins(pad, pad, pad, pad)
        self.list.setVisible(self.model.rowCount() > 0)
        self.make.draw_line(self.model.rowCount() > 0)
        self.setGeometry(self._place.rect(self._wanted_height()).adjusted(-RING, -RING, RING, RING))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.close_finder()
        return super().eventFilter(watched, event)
