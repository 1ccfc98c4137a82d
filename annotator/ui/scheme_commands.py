"""What is done to the scheme as a tree: codes moved, merged, split, deleted; the scheme locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.model import edits
from annotator.model.errors import AnnotatorError
from annotator.model.scheme_tree import below
from annotator.ui import messages
from annotator.ui.extracts.tick_tree import Choice
from annotator.ui.scheme.code_finder import CodeFinder
from annotator.ui.scheme.code_menu import code_menu
from annotator.ui.scheme.moving import SPOTS, Spot, landing
from annotator.ui.scheme.split_choice import SplitChoice, unseen_words
from annotator.ui.scheme.what_goes_along import by_coder, delete_question, merge_question
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Code, Coding
    from annotator.ui.describing import Describing
    from annotator.ui.scheme_lock import SchemeLock
    from annotator.ui.workspace import Workspace


class SchemeCommands:
    """The verbs act on the current code. Those that take codings along ask once, and are taken back in one step."""

    def __init__(
        self, workspace: Workspace, lock: SchemeLock, describing: Describing, tell: Callable[[str], None]
    ) -> None:
        self._workspace = workspace
        self._page, self._desk, self._selection = workspace.page, workspace.desk, workspace.selection
        self._lock = lock
        self._describing = describing
        self._tell = tell
        self._there = False
        self._finder: CodeFinder | None = None
        self._merging = ""
        self._focus: QWidget | None = None
        self.split: SplitChoice | None = None
        self._desk.session.changed.connect(self._follow)
        self._selection.code_changed.connect(self._code_changed)

    @property
    def code(self) -> Code | None:
        """The current code."""
        return self._desk.codes.get(self._selection.code or "")

    # moving

    def move_code_up(self) -> None:
        """Move the current code above the one before it."""
        self._step(-1, "above", "It is the first one already.")

    def move_code_down(self) -> None:
        """Move the current code below the one after it."""
        self._step(1, "below", "It is the last one already.")

    def move_code_in(self) -> None:
        """Move the current code below the one before it, as its last sub-code."""
        self._step(-1, "on", "There is no code before it to go below.")

    def move_code_out(self) -> None:
        """Move the current code out of its family, right after that."""
        code = self.code
        if code is not None and code.parent is not None:
            self.move_code(code.id, code.parent, "below")
        elif code is not None and not self._lock.refuses():
            self._tell("It is at the top already.")

    def move_code(self, code_id: str, target_id: str, spot: str) -> None:
        """Move a code above, on or below another one."""
        code = self._desk.codes.get(code_id)
        if code is None or spot not in SPOTS or self._lock.refuses():
            return
        place = landing(self._codes, code_id, target_id, spot)
        if place is not None:
            parent, position = place
            self._do(lambda: edits.move_code(code=code, parent=parent, position=position, codes=self._codes))
            self._selection.set_code(code_id)

    # merging, splitting, deleting

    def merge_code(self) -> None:
        """Choose the code into which the current one is merged."""
        code = self.code
        if code is None or self._lock.refuses():
            return
        gone = {code.id, *(other.id for other in below(code, self._codes))}
        others = [other for other in self._codes if other.id not in gone]
        finder = self._merge_finder()
        self._merging, self._focus = code.id, QApplication.focusWidget()
        finder.choose_only("Merge into which code?", "merge into it")
        area = self._page.codes.tree.row_area(code.id)
        finder.open_for(area, others, self._desk.lines_of_paths(), (), "", None)

    def split_code(self) -> None:
        """Choose which codings of the current code go to a new one."""
        code = self.code
        if code is None or self._lock.refuses():
            return
        self._workspace.flush()
        codings = self._codings(code)
        if not codings:
            self._tell(f"{code.title} has no codings, so there is nothing to split.")
            return
        in_sight = self._workspace.colleagues.in_sight(codings)
        unseen = len(codings) - len(in_sight)
        if not in_sight:
            self._tell(f"There is nothing of {code.title} to split. {unseen_words(unseen)}")
            return
        self._close_split()
        sheet = SplitChoice(code, self._choices(in_sight), self._page.window(), unseen=unseen)
        sheet.split_wanted.connect(self._split)
        sheet.finished.connect(self._split_closed)
        self.split = sheet
        sheet.appear()
        sheet.name.setFocus()

    def delete_code(self) -> None:
        """Delete the current code, its sub-codes, and everyone's codings of them, after a question."""
        code = self.code
        if code is None or self._lock.refuses():
            return
        self._workspace.flush()
        gone = [code, *below(code, self._codes)]
        ids, codes = [other.id for other in gone], self._codes
        numbers = self._desk.session.project.counts_by_coder(codes=ids, with_aside=True)
        memos = [memo for memo in self._desk.session.project.memos("code") if memo.subject in ids]
        question = delete_question(code, by_coder(numbers, self._names()), len(gone) - 1, len(memos))
        if messages.confirm(self._window, question, "Delete"):
            self._desk.session.make(
                lambda project: edits.delete_code(
                    code=code, codes=codes, codings=project.codings(codes=ids), memos=memos, declined=project.declined()
                ),
                sum(numbers.values()), f"Delete code {code.title}",
            )  # fmt: skip

    def lock_scheme(self) -> None:
        """Lock the scheme on this computer, or open it again."""
        self._lock.turn()

    # menu

    def open_menu(self, code_id: str, at: QPoint) -> None:
        """Open the menu of a code, or that of the tree where there is none."""
        code = self._desk.codes.get(code_id)
        self._workspace.state_changed.emit()
        menu = code_menu(
            self._page.codes.tree, code, self._desk.code_of_key, self._describing.set_key, self._lock.locked
        )
        menu.popup(at)

    def verb(self, name: str) -> None:
        """Do what a key in the tree says."""
        owner = self._describing if hasattr(self._describing, name) else self
        getattr(owner, name)()

    def close(self) -> None:
        """Take finder and windows away."""
        self._close_split()
        if self._finder is not None:
            self._finder.deleteLater()

    @property
    def _codes(self) -> list[Code]:
        return list(self._desk.codes.values())

    @property
    def _window(self) -> QWidget:
        return self._page.window()

    def _step(self, step: int, spot: Spot, sentence: str) -> None:
        code = self.code
        if code is None or self._lock.refuses():
            return
        beside = self._page.codes.tree.neighbour(code.id, step)
        if beside is None:
            self._tell(sentence)
        else:
            self.move_code(code.id, beside, spot)

    def _merge_finder(self) -> CodeFinder:
        if self._finder is None:
            self._finder = CodeFinder(self._window)
            self._finder.setObjectName("mergeFinder")
            self._finder.chosen.connect(self._merge_into)
            self._finder.closed.connect(self._give_focus_back)
        return self._finder

    def _give_focus_back(self) -> None:
        (self._focus or self._page.view).setFocus()

    def _merge_into(self, target_id: str, _stay: bool = False) -> None:
        code, into = self._desk.codes.get(self._merging), self._desk.codes.get(target_id)
        if code is None or into is None or self._lock.refuses():
            return
        if self._finder is not None:
            self._finder.close_finder()
        self._workspace.flush()
        project, codes = self._desk.session.project, self._codes
        numbers = project.counts_by_coder(codes=[code.id], with_aside=True)
        sub_codes = sum(other.parent == code.id for other in codes)
        question = merge_question(code, into, by_coder(numbers, self._names()), sub_codes)
        memos = project.memos("code", code.id)
        if messages.confirm(self._window, question, "Merge") and self._desk.session.make(
            lambda project: edits.merge_codes(
                code=code, into=into, codes=codes, codings=project.codings(codes=[code.id, into.id]), memos=memos,
                declined=project.declined(),
            ),
            sum(numbers.values()), f"Merge {code.title} into {into.title}",
        ):  # fmt: skip
            self._selection.set_code(into.id)

    def _split(self, name: str, chosen: list[str]) -> None:
        sheet = self.split
        if sheet is None or self._lock.refuses():
            return
        code = self._desk.codes.get(sheet.code.id, sheet.code)
        ids = set(chosen)
        codings = [coding for coding in self._codings(code) if coding.id in ids]
        coder = self._desk.session.coder
        if written(
            self._desk.session,
            lambda: edits.split_code(code=code, name=name, codes=self._codes, codings=codings, coder=coder),
            sheet.show_problem,
        ):
            self._close_split()

    def _close_split(self) -> None:
        if self.split is not None:
            self.split.done(0)

    def _split_closed(self) -> None:
        self.split = None

    def _choices(self, codings: list[Coding]) -> list[Choice]:
        names, articles = self._names(), self._desk.articles
        choices: list[Choice] = []
        for article in dict.fromkeys(coding.article for coding in codings):
            choices.append(Choice(article, articles[article].title if article in articles else "Article"))
            choices += [
                Choice(coding.id, f"{names.get(coding.coder, '')}: “{' '.join(coding.quote.split())}”", article)
                for coding in codings if coding.article == article
            ]  # fmt: skip
        return choices

    def _codings(self, code: Code) -> list[Coding]:
        """Return everyone's codings of a code: they go along with what is done to the scheme."""
        return self._desk.session.project.codings(codes=[code.id])

    def _names(self) -> dict[str, str]:
        return {coder.id: coder.name for coder in self._desk.session.project.coders()}

    def _do(self, make: Callable[[], ChangeSet]) -> bool:
        try:
            change_set = make()
        except AnnotatorError as error:
            self._tell(error.sentence)
            return False
        return self._desk.session.do(change_set) is not None

    def _follow(self) -> None:
        if self.code is None:
            self._selection.set_code(None)
        if self.split is not None and self.split.code.id not in self._desk.codes:
            self._close_split()

    def _code_changed(self) -> None:
        there = self.code is not None
        if there != self._there:
            self._there = there
            self._workspace.state_changed.emit()
