"""How the window comes up soon: the screen is tried while Qt is loaded, and nothing made meanwhile is swept through."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from annotator.model.errors import CannotOpen
from annotator.ui.screen import NO_SCREEN, try_screen

if TYPE_CHECKING:
    from pathlib import Path


def launch(path: Path | None = None, *, coder: str | None = None, sample: bool = False) -> None:
    """Show the window until it is closed.

    Raises CannotOpen where there is no screen.
    """
    answer = try_screen()
    gc.disable()  # what is made until the window stands stays; looking for rubbish in it takes a tenth of the time
    try:
        from annotator.ui.application import run

        if not answer():
            raise CannotOpen(NO_SCREEN)
        run(path, coder=coder, sample=sample)
    finally:
        gc.enable()
