"""Whether the Review page hides who is who, so that one judges without knowing whose coding it is: Coder 1, Coder 2."""

from __future__ import annotations

from dataclasses import replace
from secrets import SystemRandom
from typing import TYPE_CHECKING

from annotator.preferences import load_preferences, save_preferences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Coder


class HiddenNames:
    """Remembered for each project on this computer; so is the order by chance, in which the numbers never change."""

    def __init__(self, project_id: str) -> None:
        self._project = project_id
        known = load_preferences()
        self.on = project_id in known.nameless_reviews
        self._by_chance = known.coders_by_chance.get(project_id, [])

    def turn(self) -> None:
        """Hide the names, or show them again."""
        known = load_preferences()
        others = [project for project in known.nameless_reviews if project != self._project]
        self.on = not self.on
        save_preferences(replace(known, nameless_reviews=[*others, self._project] if self.on else others))

    def called(self, coders: Sequence[Coder]) -> dict[str, str]:
        """Return coder id -> what a person is called while names are hidden; empty while they are not."""
        if not self.on:
            return {}
        order = self._order([coder.id for coder in coders if coder.kind == "person"])
        there = {coder.id for coder in coders}
        return {coder: f"Coder {number}" for number, coder in enumerate(order, start=1) if coder in there}

    def _order(self, people: list[str]) -> list[str]:
        """Return the order by chance; whoever is new comes last."""
        new = [one for one in people if one not in self._by_chance]
        if new:
            SystemRandom().shuffle(new)
            self._by_chance = [*self._by_chance, *new]
            known = load_preferences()
            by_chance = {**known.coders_by_chance, self._project: self._by_chance}
            save_preferences(replace(known, coders_by_chance=by_chance))
        return self._by_chance


def as_called(coder: Coder, called: dict[str, str]) -> Coder:
    """Return a coder under the name that is shown."""
    return replace(coder, name=called[coder.id]) if coder.id in called else coder
