"""Whether the Review page hides who is who, so that one judges without knowing whose coding it is: Coder 1, Coder 2."""

from __future__ import annotations

from dataclasses import replace
from secrets import SystemRandom
from typing import TYPE_CHECKING

from annotator.preferences import load_preferences, save_preferences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Coder


class HiddenNames:
    """Remembered for each project on this computer; so is the order by chance, in which the numbers never change."""

    def __init__(self, project_id: str) -> None:
        self._project = project_id

    @property
    def on(self) -> bool:
        """Whether names are hidden."""
        return self._project in load_preferences().nameless_reviews

    def turn(self) -> None:
        """Hide the names, or show them again."""
        known = load_preferences()
        others = [project for project in known.nameless_reviews if project != self._project]
        hidden = others if self.on else [*others, self._project]
        save_preferences(replace(known, nameless_reviews=hidden))

    def called(self, coders: Iterable[Coder]) -> dict[str, str]:
        """Return coder id -> what a person is called while names are hidden; empty while they are not."""
        if not self.on:
            return {}
        order = self._order([coder.id for coder in coders if coder.kind == "person"])
        return {coder: f"Coder {number}" for number, coder in enumerate(order, start=1)}

    def _order(self, people: list[str]) -> list[str]:
        """Return the order by chance; whoever is new comes last."""
        known = load_preferences()
        stored = known.coders_by_chance.get(self._project, [])
        new = [one for one in people if one not in stored]
        if new:
            SystemRandom().shuffle(new)
            stored = [*stored, *new]
            save_preferences(replace(known, coders_by_chance={**known.coders_by_chance, self._project: stored}))
        return stored


def as_called(coder: Coder, called: dict[str, str]) -> Coder:
    """Return a coder under the name that is shown."""
    return replace(coder, name=called[coder.id]) if coder.id in called else coder
