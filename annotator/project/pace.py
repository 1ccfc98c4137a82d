"""How far a long change is, and whether it shall stop: then nothing of it is done."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, TypeVar

from annotator.model.errors import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
CHUNK = 250  # rows between two looks
BREATH = 0.0005  # seconds: a thread that paints waits for the interpreter, and gets it only when this one sleeps


class Pace:
    """Counts rows on their way through a transaction. To stop is to raise in the middle of it, so all is rolled back.

    `told` hears how many of how many rows are through; `stopped` is asked between chunks of them.
    """

    def __init__(
        self, told: Callable[[int, int], None] | None = None, stopped: Callable[[], bool] | None = None
    ) -> None:
        self._told, self._stopped = told, stopped
        self._through = self._total = 0

    def begin(self, rows: int) -> None:
        """Say how many rows will come, each time they come."""
        self._through, self._total = 0, rows

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """Pass items on, and look up between chunks of them.

        Raises Stopped.
        """
        for item in items:
            if self._through % CHUNK == 0:
                self._look()
            self._through += 1
            yield item

    def _look(self) -> None:
        if self._stopped is not None and self._stopped():
            message = "That was stopped half-way. Nothing was changed."
            raise Stopped(message)
        if self._told is not None and self._total:
            self._told(min(self._through, self._total), self._total)
            sleep(BREATH)
