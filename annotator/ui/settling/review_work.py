"""The Review page of the open project: made when it is first wanted, kept in step while it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import Code, Verdict
from annotator.model.settled import meaningful, wider_decision
from annotator.preferences import load_preferences
from annotator.ui import messages
from annotator.ui.actions import BY_ID
from annotator.ui.digit_keys import DigitKeys
from annotator.ui.panels import step_focus
from annotator.ui.settling.sample_commands import SampleCommands

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.ui.main_window import MainWindow
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.settling.agreed_code import AgreedCode
    from annotator.ui.settling.answering import Answering
    from annotator.ui.settling.bulk_commands import BulkCommands
    from annotator.ui.settling.figures_commands import FiguresCommands
    from annotator.ui.settling.hiding import HidingCommands
    from annotator.ui.settling.report_commands import ReportCommands
    from annotator.ui.settling.review_desk import ReviewDesk
    from annotator.ui.settling.settling_commands import SettlingCommands
    from annotator.ui.settling.showing import Showing
    from annotator.ui.workspace import Workspace

OF_THE_CODE_PAGE = dict.fromkeys(("code page", "article", "coding", "colleagues", "filter", "last_code"), False)
NOT_WRITTEN = "A reason could not be written to the project. Leaving now loses what was typed."
DECIDING = {"A": "decide A", "B": "decide B", "shared": "decide shared", "neither": "decide neither"}


class ReviewWork:
    """Ties page, desk and commands together for one project, and lets go of them with it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._page: ReviewPage | None = None
        self._workspace: Workspace | None = None
        self.sampling = SampleCommands(window, lambda sentence: window.tell(sentence))
        self.desk: ReviewDesk | None = None
        self.showing: Showing | None = None
        self.commands: SettlingCommands | None = None
        self.codes: AgreedCode | None = None
        self.bulk: BulkCommands | None = None
        self.reports: ReportCommands | None = None
        self.counts: FiguresCommands | None = None
        self.answering: Answering | None = None
        self.hiding: HidingCommands | None = None

    @property
    def page(self) -> ReviewPage:
        """The page; made when it is first asked for, since a sitting may do without it."""
        if self._page is None:
            from annotator.ui.review.review_page import ReviewPage

            self._page = ReviewPage(self._window)
            self._connect(self._page)
        return self._page

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are."""
        return tuple(part for part in (self.sampling, *self._parts) if part is not None)

    @property
    def _parts(self) -> tuple[object, ...]:
        return self.commands, self.codes, self.bulk, self.reports, self.counts, self.answering, self.hiding

    @property
    def shown(self) -> bool:
        """Whether the page is in front."""
        return self.desk is not None and self.desk.looked_at

    def turned(self, workspace: Workspace, *, shown: bool) -> None:
        """Show the work of the open project, or leave it."""
        if not shown and self.desk is None:
            return
        if self.desk is None:
            self._begin(workspace)
        assert self.desk is not None
        self.desk.look(shown=shown)
        workspace.going.elsewhere = self._undone if shown else None
        self._say_status()
        if shown:
            self._note_looking()
            self.page.text.setFocus()

    def needs(self) -> dict[str, bool]:
        """Return what is there, for the enablement of actions."""
        desk = self.desk
        if desk is None or not desk.looked_at:
            return {}
        each = desk.difference
        offered = meaningful(each.kind, each.place.a, each.place.b) if each and each.place.ids else frozenset()
        wider = wider_decision(each.kind) if each else "widest"
        decided = bool(each and each.verdict and each.verdict.decision)
        return {
            **OF_THE_CODE_PAGE,
            "review": True, "differences": desk.list is not None and bool(desk.list.listed or desk.list.stances),
            "difference": each is not None, "decided": decided, "alike": desk.list is not None,
            **{name: decision in offered for decision, name in DECIDING.items()}, "decide union": wider in offered,
        }  # fmt: skip

    def step_focus(self, step: int) -> bool:
        """Give the focus to the next or previous pane; tell whether the page is in front."""
        if self.shown:
            step_focus(self.page.panes(), step)
        return self.shown

    def set_points(self, points: float) -> None:
        """Take over the size of the reading text."""
        if self._page is not None:
            self._page.article.text.set_reading_points(points)

    def show_keys(self) -> None:
        """Show the keys that are set now."""
        if self.showing is not None:
            self.showing.show_keys()

    def may_leave(self) -> bool:
        """Write the reason that is being typed; where that does not go, ask whether it may be lost."""
        if self._page is None or self.commands is None:
            return True
        self._page.dock.reason.field.keep()
        return not self.commands.unsaved_reasons or messages.confirm(self._window, NOT_WRITTEN, "Leave")

    def close(self) -> None:
        """Let go of the project."""
        self.sampling.close()
        if self._page is not None:
            self._page.dock.reason.field.keep()
            self._page.article.text.clear_article()
        if self.codes is not None:
            self.codes.close()
        if self.bulk is not None:
            self.bulk.close()
        if self.counts is not None:
            self.counts.close()
        if self.answering is not None:
            self.answering.close()
        if self.desk is not None:
            self._window.status.show_review(None)
            self.desk.close()
            self.desk.deleteLater()
        self.desk = self.showing = self.commands = self.codes = self.bulk = self.reports = self.counts = None
        self.answering = self.hiding = None

    def _begin(self, workspace: Workspace) -> None:
        from annotator.ui.settling.agreed_code import AgreedCode  # loaded with the first look at the page
        from annotator.ui.settling.answering import Answering
        from annotator.ui.settling.bulk_commands import BulkCommands
        from annotator.ui.settling.figures_commands import FiguresCommands
        from annotator.ui.settling.hiding import HidingCommands
        from annotator.ui.settling.report_commands import ReportCommands
        from annotator.ui.settling.review_desk import ReviewDesk
        from annotator.ui.settling.settling_commands import SettlingCommands
        from annotator.ui.settling.showing import Showing

        page, tell = self.page, self._window.tell
        self._workspace = workspace
        self.desk = ReviewDesk(workspace.desk, workspace)
        self.commands = SettlingCommands(page, self.desk, tell)
        self.codes = AgreedCode(self._window, page, self.desk, self.commands)
        self.bulk = BulkCommands(self._window, self.desk, tell)
        self.reports = ReportCommands(self._window, self.desk, tell)
        self.counts = FiguresCommands(page, self.desk, tell)
        self.answering = Answering(self._window, self.desk, workspace.learning.reviewed, tell)
        self.hiding = HidingCommands(self.desk, tell)
        self.showing = Showing(page, self.desk)
        self.showing.show_keys()
        for changed in (self.desk.compared, self.desk.settled, self.desk.moved):
            changed.connect(self._window.refresh)
        for told in (self.desk.compared, self.desk.round_changed):
            told.connect(self._say_status)
        for looked in (self.desk.moved, self.desk.settled):
            looked.connect(self._note_looking)
        workspace.session.saved.connect(self.commands.write_kept_reasons)
        self.desk.refused.connect(lambda sentence: tell(sentence, "problem"))

    def _connect(self, page: ReviewPage) -> None:
        text, dock, actions = page.article.text, page.dock, self._window.actions_
        text.set_reading_points(load_preferences().reading_points)
        actions.act_in("review", text)
        self._digits = DigitKeys(text, lambda key: actions.press(key, "review"))
        text.zoom_asked.connect(lambda step: self._do("larger_text" if step > 0 else "smaller_text"))
        text.passage_changed.connect(self._window.refresh)
        text.agreed_coding_chosen.connect(lambda _coding: text.setFocus())
        for chosen in (text.difference_chosen, page.differences.difference_chosen):
            chosen.connect(self._go_to)
        for leaving in (page.differences.text_wanted, dock.text_wanted):
            leaving.connect(text.setFocus)
        for listed in (page.differences.order_chosen, page.differences.filter_chosen):
            listed.connect(self._show_rank)
        page.band.pair_chosen.connect(lambda a, b: self._choose(a=a, b=b))
        page.band.unit_chosen.connect(lambda unit, threshold: self._choose(unit=unit, threshold=threshold))
        page.band.sub_codes_chosen.connect(lambda on: self._choose(sub_codes=on))
        page.band.everybody_chosen.connect(lambda on: self._choose(everybody=on))
        page.band.more_wanted.connect(self._show_more)
        page.band.hiding_wanted.connect(lambda: self._do("hide_coder_names"))
        page.more.pair_chosen.connect(lambda a, b: self._choose(a=a, b=b))
        page.agreement.code_chosen.connect(lambda code: self._go_first(code, ""))
        page.agreement.place_chosen.connect(self._go_first)
        dock.decided.connect(self._do)
        dock.reason_written.connect(self._keep_reason)
        dock.discuss_pressed.connect(lambda: self._do("discuss_difference"))
        dock.by_both_ticked.connect(lambda _on: self._do("decide_by_both"))
        dock.like_pressed.connect(lambda: self._do("settle_alike"))
        dock.next_wanted.connect(lambda: self._do("next_difference"))
        dock.example_wanted.connect(lambda kind: self._do(f"keep_as_{kind}_example"))

    def _do(self, action: str) -> None:
        self._window.commands.perform(BY_ID[action])
        if action != "write_reason":
            self.page.text.setFocus()

    def _choose(self, **choice: object) -> None:
        if self.desk is not None:
            self.desk.choose(**choice)

    def _show_more(self) -> None:
        if self.counts is not None:
            self.counts.show_more_measures()

    def _show_rank(self, _how: object) -> None:
        if self.showing is not None:
            self.showing.show_current()

    def _keep_reason(self, reason: str, key: str) -> None:
        if self.commands is not None:
            self.commands.keep_reason(key, reason)

    def _go_to(self, key: str) -> None:
        if self.desk is not None:
            self.desk.go_to(key)

    def _go_first(self, code: str, article: str) -> None:
        """Go to the first difference of a code, rather an open one; in one article where that is said."""
        if self.desk is None or self.desk.list is None:
            return
        found = [
            each for each in self.desk.list.ordered() if each.code == code and article in ("", each.article)
        ]  # fmt: skip
        first = next((each for each in found if each.state != "decided"), next(iter(found), None))
        if first is not None:
            self.desk.go_to(first.key)
            self.page.text.setFocus()

    def _say_status(self) -> None:
        from annotator.ui.settling.status_words import status_of

        self._window.status.show_review(status_of(self.desk) if self.desk is not None and self.shown else None)

    def _note_looking(self) -> None:
        """Remember that colleagues' codings were seen: of the article in front, and by the list of those not coded yet.

        Coding an article after seeing it is no blind pass, whether it is coded again or for the first time.
        """
        desk, workspace = self.desk, self._workspace
        if desk is None or workspace is None or desk.difference is None or desk.list is None:
            return
        me, readings = workspace.session.coder.id, desk.desk.readings
        listed = {each.article for each in (*desk.list.listed, *desk.list.stances)}
        begun = {one.article for one in readings.values() if one.coder == me and one.state != "new"}
        workspace.places.look(me, desk.difference.article, *sorted(listed - begun))

    def _undone(self, change_set: ChangeSet, sentence: str) -> bool:
        """Go to the difference that undo or redo was about, and name it there; tell whether it was about one."""
        verdict = next((one.record for one in change_set.changes if isinstance(one.record, Verdict)), None)
        desk = self.desk
        if desk is None or desk.list is None or self.commands is None:
            return False
        if verdict is None:
            return self._undone_in_scheme(change_set, sentence)
        ids = set(verdict.coding_ids)
        each = next((one for one in (*desk.list.listed, *desk.list.stances) if one.place.ids & ids), None)
        if each is None:  # what both coded alike is no difference: nowhere to go, but it is said
            self.commands.say(sentence, 0, 0, "")
            return True
        desk.go_to(each.key)
        self.commands.say(sentence, each.place.start, each.place.end, each.article)
        return True

    def _undone_in_scheme(self, change_set: ChangeSet, sentence: str) -> bool:
        """Stay at the difference and name there what was done to a code, or out of sight on the Code page."""
        each = self.desk.difference if self.desk is not None else None
        if each is None or self.commands is None:
            return False
        about_codes = all(isinstance(one.record, Code) for one in change_set.changes)
        place = (each.place.start, each.place.end, each.article) if about_codes else (0, 0, "")
        self.commands.say(sentence, *place)
        return True
