"""How a passage is set aside and brought back, and how the article shows what is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from annotator.model import edits
from annotator.model.counting import counted
from annotator.model.passages import paragraph_at
from annotator.model.records import Coding, Zone
from annotator.model.zones import set_by, with_zones_back, zone_for
from annotator.ui.actions import BY_ID
from annotator.ui.article.marks import quiet_marks
from annotator.ui.finding.aside_window import AsideRow, AsideWindow
from annotator.ui.finding.correction_words import shortened
from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet
    from annotator.model.records import ZoneState
    from annotator.ui.workspace import Workspace

LISTING = "show_set_aside"


class ZoneCommands:
    """The zones of the open article: one key flips one, one list has all that are set aside."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._desk, self._view = workspace, workspace.desk, workspace.page.view
        self._tell = tell
        self.zones: list[Zone] = []
        self.window: AsideWindow | None = None
        workspace.coding.before_writing = self._bring_back_coded
        self._desk.article_opened.connect(self.read)

    # one zone

    def flip_zone(self) -> None:
        """Set the zone at the caret, or under the selection, aside or bring it back; make one where there is none."""
        place, article = self._workspace.coding.passage_to_code(), self._desk.article
        if place is None or article is None:
            return
        passage, caret = self._view.passage(), self._view.caret()
        start, end = passage or (caret, caret)
        zone = zone_for(self.zones, start, end)
        if zone is not None:
            self._flip(zone)
            return
        start, end = passage or paragraph_at(self._desk.text, place[0])
        made = edits.set_aside(
            article=article, text=self._desk.text, start=start, end=end, coder=self._desk.session.coder,
            zones=self.zones,
        )  # fmt: skip
        self._do(made)

    def _flip(self, zone: Zone) -> None:
        state: ZoneState = "kept" if zone.state == "set aside" else "set aside"
        self._do(edits.change_zone(zone=zone, state=state, coder=self._desk.session.coder))

    def _do(self, change_set: ChangeSet) -> None:
        if self._desk.session.do(change_set) is None:
            return
        zone = change_set.changes[0].after
        if isinstance(zone, Zone):
            aside = zone.state == "set aside"
            self._view.show_echo("Set aside" if aside else "Brought back", zone.start, zone.end, spoken=False)
            words = shortened(self._desk.text[zone.start : zone.end])
            told = (
                f"Set aside: “{words}”{self._codings_in(zone)} {self._way_back}"
                if aside
                else f"Brought back: “{words}”"
            )
            self._tell(told)

    def _codings_in(self, zone: Zone) -> str:
        """Say that one's codings in a zone stay, if there are any."""
        own = self._desk.own.by_id.values()
        number = sum(zone.start <= coding.start and coding.end <= zone.end for coding in own)
        return f" Your {counted(number, 'coding')} in it {'stays' if number == 1 else 'stay'}." if number else ""

    def _bring_back_coded(self, change_set: ChangeSet) -> ChangeSet:
        """Return a coding's gesture that brings back the zones it wholly lies in too; that is told."""
        both = with_zones_back(change_set, self.zones, self._desk.session.coder)
        back = [change.record for change in both.changes if isinstance(change.record, Zone)]
        if back and any(isinstance(change.record, Coding) for change in both.changes):
            words = "; ".join(f"“{shortened(self._desk.text[zone.start : zone.end])}”" for zone in back)
            self._tell(f"Coded, and so no longer set aside: {words}. Undo takes back both.")
        return both

    # what is set aside

    def read(self) -> None:
        """Read the zones of the open article anew, and show them."""
        article = self._desk.article
        self.zones = self._desk.session.project.zones(article.id) if article else []
        self._view.set_aside(quiet_marks(self.zones, self._way_back))
        action = self._view.window().findChild(QAction, LISTING)
        if action is not None:
            action.setText(f"{BY_ID[LISTING].text.rstrip('…')} ({len(self.aside):,})…")
        self._show_list()

    @property
    def aside(self) -> list[Zone]:
        """The zones that are set aside, in the order of the text."""
        return [zone for zone in self.zones if zone.state == "set aside"]

    @property
    def _way_back(self) -> str:
        return with_keys("{flip_zone} brings it back.")

    # the list

    def show_set_aside(self) -> None:
        """List what is set aside in this article."""
        if self.window is None:
            self.window = AsideWindow(self._workspace.page.window())
            self.window.go_wanted.connect(self._go_to)
            self.window.back_wanted.connect(self._bring_back)
        self.window.appear()
        self._show_list()

    def close(self) -> None:
        """Take the list away with the project."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _show_list(self) -> None:
        if self.window is None or not self.window.isVisible():
            return
        article, names = self._desk.article, {coder.id: coder.name for coder in self._desk.session.project.coders()}
        rows = [
            AsideRow(zone.id, shortened(self._desk.text[zone.start : zone.end]), zone.kind, zone.reason,
                     set_by(zone.coder, names))
            for zone in self.aside
        ]  # fmt: skip
        self.window.show_rows(article.title if article else "", rows)

    def _zone(self, zone_id: str) -> Zone | None:
        return next((zone for zone in self.zones if zone.id == zone_id), None)

    def _go_to(self, zone_id: str) -> None:
        zone = self._zone(zone_id)
        if zone is not None:
            self._view.place_caret(zone.start)
            self._view.scroll_to(zone.start, zone.end)
            self._view.window().activateWindow()
            self._view.setFocus()

    def _bring_back(self, zone_id: str) -> None:
        zone = self._zone(zone_id)
        if zone is not None:
            self._flip(zone)
