"""How a window beside the work carries out its gesture: what hinders it is said there, and what was typed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet
    from annotator.ui.session import Session


def written(session: Session, make: Callable[[], ChangeSet], show_problem: Callable[[str], None]) -> bool:
    """Make a gesture and do it; tell whether it is on the disk. Nothing to do counts as done."""
    try:
        change_set = make()
    except AnnotatorError as error:
        show_problem(error.sentence)
        return False
    for signal in (session.refused, session.failed):
        signal.connect(show_problem)
    done = session.do(change_set)
    for signal in (session.refused, session.failed):
        signal.disconnect(show_problem)
    return done is not None or not change_set
