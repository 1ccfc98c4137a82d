"""What belongs together in work on articles themselves: zones, quotations, facts, groups, removal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import Person, Quotation, Zone
from annotator.ui.article_commands import ArticleCommands
from annotator.ui.facts_commands import FactsCommands
from annotator.ui.library_commands import LibraryCommands
from annotator.ui.session import MANY_CHANGES
from annotator.ui.speaker_commands import SpeakerCommands
from annotator.ui.zone_commands import ZoneCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet
    from annotator.ui.workspace import Workspace


class FoundInText:
    """Made with the open project, and closed with it."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self.zones, self.speakers = ZoneCommands(workspace, tell), SpeakerCommands(workspace)
        self.library = LibraryCommands(workspace, tell)
        self.facts = FactsCommands(workspace, tell)
        self.articles = ArticleCommands(workspace, self.library, self.facts)
        self._finding = workspace.finding
        workspace.session.changed.connect(self._follow)

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are."""
        return self.zones, self.speakers, self.articles, self.library, self.facts

    def may_leave(self) -> bool:
        """Tell whether nothing typed would be lost by leaving, or the analyst lets it be."""
        return self.articles.may_leave() and self.library.may_leave()

    def close(self) -> None:
        """Take the windows away."""
        self.articles.close()
        self.facts.close()
        self.library.close()
        self.zones.close()
        self.speakers.close()

    def _follow(self, change_set: ChangeSet) -> None:
        kinds = {type(change.record) for change in change_set.changes}
        many = len(change_set.changes) > MANY_CHANGES
        if many or Zone in kinds:
            self.zones.read()
            self._finding.zones_changed()
        if many or not kinds.isdisjoint((Quotation, Person)):
            self.speakers.read()
