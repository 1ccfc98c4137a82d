"""When colleagues' codings are shown: by a deliberate act, and where that ends blindness only after a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model import edits
from annotator.model.edits.looking import after_looking
from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Article, Coding
    from annotator.ui.actions import Action
    from annotator.ui.desk import Desk
    from annotator.ui.places import Places
    from annotator.ui.selection import Selection

NOBODY = "Nobody else codes in this project yet, so there are no colleagues' codings to show."
BLIND = (
    "You have not finished this article. Once you see what colleagues coded here, your own coding of it is no longer "
    "blind: it is marked as seen, and agreement is not computed from it. Press again to see it all the same."
)
STILL_HIDDEN = "Colleagues' codings stay hidden here, since you have not finished this article."
THEIRS = (
    "{title} is by {name}, so it stays as it is. {{agree_with_coding}} agrees, {{disagree_with_coding}} disagrees, "
    "{{write_memo}} comments; {{widen}} and a key code its passage yourself; Review settles differences."
)


class Colleagues(QObject):
    """Shows them article by article; while they are hidden nothing of them is read."""

    changed = Signal()

    def __init__(self, desk: Desk, selection: Selection, places: Places, tell: Callable[..., None]) -> None:
        super().__init__(desk)
        self._desk, self._selection, self._places = desk, selection, places
        self._tell = tell
        self._wanted, self._asked, self._told = False, "", False
        self.comment: Callable[[], object] = bool
        desk.colleagues_in = self._shown_in
        desk.session.complete = self._complete
        desk.article_opened.connect(self._opened)
        desk.reading_changed.connect(self._reading_changed)
        desk.marks_reset.connect(self._note)

    @property
    def shown(self) -> bool:
        """Whether colleagues' codings are shown in the open article."""
        return bool(self._desk.shown)

    def show_colleagues(self) -> None:
        """Show colleagues' codings, or hide them; an article that is not finished asks for the act twice."""
        article = self._desk.article
        if article is None:
            return
        if self.shown:
            self._show(False)
        elif not self._desk.colleagues:
            self._tell(NOBODY)
        elif self._may_see(article.id):
            self._show(True)
        elif self._asked == article.id:
            self._look(article)
        else:
            self._asked = article.id
            self._tell(BLIND, actions=(("Show them", self.show_colleagues),), closed=self._take_back_question)

    def hinder(self, action: Action) -> bool:
        """Refuse an action that would change a colleague's coding; any other one takes the question back.

        What writes a memo on one's own coding comments on a colleague's.
        """
        if action.id != "show_colleagues":
            self._take_back_question()
        if action.id == "write_memo" and self._selection.coding in self._desk.others.by_id:
            self.comment()
            return True
        return action.needs == "coding" and self.refuse()

    def refuse(self) -> bool:
        """Refuse to change a colleague's coding; tell whether the current one is that."""
        theirs = self._desk.others.by_id.get(self._selection.coding or "")
        if theirs is None:
            return False
        title = self._desk.codes[theirs.code].title
        self._tell(with_keys(THEIRS.format(title=title, name=self._desk.coder_name(theirs))))
        return True

    def in_sight(self, codings: Sequence[Coding]) -> list[Coding]:
        """Return one's own of these codings, and the colleagues' where one may see them; remember that look."""
        me = self._desk.coder
        theirs = {coding.article for coding in codings if coding.coder != me and self._may_see(coding.article)}
        self._places.look(me, *sorted(theirs))
        return [coding for coding in codings if coding.coder == me or coding.article in theirs]

    def _take_back_question(self) -> None:
        self._asked = ""

    def _may_see(self, article: str) -> bool:
        reading = self._desk.readings.get(article)
        return reading is not None and (reading.seen or reading.state == "finished")

    def _shown_in(self, article: str) -> Sequence[str]:
        return [coder.id for coder in self._desk.colleagues] if self._wanted and self._may_see(article) else ()

    def _show(self, wanted: bool) -> None:
        self._wanted, self._asked, self._told = wanted, "", False
        self._desk.show_colleagues()

    def _look(self, article: Article) -> None:
        desk = self._desk
        seen = edits.look_at_others(article=article, readings=list(desk.readings.values()), coder=desk.session.coder)
        if desk.session.do(seen) is not None:
            self._show(True)

    def _opened(self) -> None:
        self._asked = ""
        self._note()
        article = self._desk.article
        if article is not None and self._wanted and not self.shown and not self._told:
            self._told = True
            self._tell(STILL_HIDDEN)

    def _reading_changed(self, article: str) -> None:
        """Hide them where the act that showed them was taken back; finishing alone shows nothing."""
        if self.shown and self._desk.article is not None and article == self._desk.article.id:
            self._desk.show_colleagues()

    def _note(self) -> None:
        if self.shown and self._desk.article is not None:
            self._places.look(self._desk.coder, self._desk.article.id)
        self.changed.emit()

    def _complete(self, change_set: ChangeSet) -> ChangeSet:
        desk = self._desk
        looked = self._places.looked(desk.coder)
        return after_looking(
            change_set=change_set, looked=looked, readings=list(desk.readings.values()), coder=desk.session.coder
        )
