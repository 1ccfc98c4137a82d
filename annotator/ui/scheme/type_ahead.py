"""Which row is meant by letters typed into the tree: by label, by name, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QModelIndex
from PySide6.QtWidgets import QApplication

from annotator.ui.scheme.scheme_model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence


class TypeAhead:
    """Letters typed without a pause belong together; a pause of the system's length begins anew."""

    def __init__(self) -> None:
        self._typed, self._since = "", QElapsedTimer()

    def find(self, letters: str, rows: Sequence[QModelIndex], current: QModelIndex) -> QModelIndex | None:
        """Return the next row that is meant, from the current one on and round."""
        fresh = not self._since.isValid() or self._since.hasExpired(QApplication.keyboardInputInterval())
        self._typed = (letters if fresh else self._typed + letters).casefold()
        self._since.start()
        start = rows.index(current) if current in rows else 0
        if len(self._typed) == 1 and current in rows:
            start += 1
        return next((row for row in [*rows[start:], *rows[:start]] if self._means(row)), None)

    def _means(self, row: QModelIndex) -> bool:
        label, name = row.data(Role.LABEL).casefold(), row.data(Role.NAME).casefold()
        return any(text.startswith(self._typed) for text in (label, name, f"{label} {name}"))
