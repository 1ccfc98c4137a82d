"""Which coding a click means: the smallest at the place, and with each further click there the next larger one."""

from __future__ import annotations


class ClickCycle:
    """Remembers the codings under the last click."""

    def __init__(self) -> None:
        self._there: list[str] = []
        self._turn = -1

    def click(self, there: list[str], current: str | None) -> str | None:
        """Return the coding meant by a click on these, smallest first; none where there are none."""
        if not there:
            self._there, self._turn = [], -1
            return None
        if there != self._there or current != self._there[self._turn]:
            self._there, self._turn = list(there), -1
        self._turn = (self._turn + 1) % len(there)
        return there[self._turn]
