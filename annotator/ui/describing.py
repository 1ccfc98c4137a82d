"""How a code is described, renamed, recoloured, given a key, and made: all in one form beside the work."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from annotator.model import edits
from annotator.model.changes import ChangeSet
from annotator.model.progress import codings_before_definition
from annotator.model.records import Code, Memo, new_id, now
from annotator.model.scheme_tree import inherited_colour, next_position
from annotator.ui.dates import shown_moment
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.scheme.code_editor import CodeEditor
    from annotator.ui.scheme.definition_history import EarlierCoding, EarlierDefinition
    from annotator.ui.scheme_lock import SchemeLock
    from annotator.ui.workspace import Workspace


class Describing:
    """One form at a time. It follows what happens to its code; what was typed and not saved stays."""

    def __init__(self, workspace: Workspace, lock: SchemeLock) -> None:
        self._workspace = workspace
        self._desk, self._selection = workspace.desk, workspace.selection
        self._lock = lock
        self.editor: CodeEditor | None = None
        self._desk.session.changed.connect(self._follow)

    def describe_code(self) -> None:
        """Open the form for the current code."""
        self._describe("definition")

    def rename_code(self) -> None:
        """Open the form with the name chosen, ready to be typed over."""
        self._describe("name")

    def recolour_code(self) -> None:
        """Open the form at the colours."""
        self._describe("colour")

    def choose_key(self) -> None:
        """Open the form at the key."""
        self._describe("key")

    def new_code_below(self) -> None:
        """Open the form for a new code below the current one, in its hue."""
        code = self._desk.codes.get(self._selection.code or "")
        self._make(code.id if code is not None else None)

    def new_code_beside(self) -> None:
        """Open the form for a new code beside the current one; with none current for a new family."""
        code = self._desk.codes.get(self._selection.code or "")
        self._make(code.parent if code is not None else None)

    def set_key(self, code_id: str, key: int | None) -> None:
        """Give a code a key at once, or take its key from it."""
        code = self._desk.codes.get(code_id)
        if code is not None and not self._lock.refuses():
            self._desk.session.do(edits.set_key(code=code, key=key, codes=self._codes))

    def may_leave(self) -> bool:
        """Tell whether the form may go, asking where something typed would be lost."""
        return self.editor is None or self.editor.may_go()

    def close(self) -> None:
        """Take the form away."""
        if self.editor is not None:
            self.editor.saved()

    @property
    def _codes(self) -> list[Code]:
        return list(self._desk.codes.values())

    def _describe(self, field: str) -> None:
        code = self._desk.codes.get(self._selection.code or "")
        if code is None or self._lock.refuses():
            return
        same = self.editor is not None and not self.editor.new and self._shown() == code.id
        if not same and not self._open(new=False):
            return
        self._show(code)
        self._appear(field)

    def _make(self, parent: str | None) -> None:
        if self._lock.refuses() or not self._open(new=True):
            return
        code = Code(
            id=new_id(), name="", parent=parent, position=next_position(self._codes, parent),
            colour=inherited_colour(self._codes, parent), coder=self._desk.session.coder.id, created=now(),
        )  # fmt: skip
        self._show(code)
        self._appear("name")

    def _open(self, *, new: bool) -> bool:
        """Have a form, in place of the one that was there; tell whether that may go."""
        if not self.may_leave():
            return False
        self.close()
        from annotator.ui.scheme.code_editor import CodeEditor  # loaded when a code is first described

        editor = CodeEditor(new=new, parent=self._workspace.page.window())
        editor.save_wanted.connect(self._save)
        editor.passage_wanted.connect(self._go_to)
        editor.form.memo.link_wanted.connect(self._link)
        editor.finished.connect(self._closed)
        self.editor = editor
        return True

    def _appear(self, field: str) -> None:
        if self.editor is not None:
            self.editor.appear()
            self.editor.form.take_focus(field)

    def _link(self) -> None:
        """Put a link to the passage into the memo of the form."""
        if self.editor is not None:
            self._workspace.scheme.memos.linking.put_link(self.editor.form.memo.insert)

    def _closed(self) -> None:
        self.editor = None

    def _shown(self) -> str:
        return self.editor.code.id if self.editor is not None and self.editor.code is not None else ""

    def _show(self, code: Code) -> None:
        if self.editor is None:
            return
        above = " › ".join(self._desk.paths.get(code.parent or "", ()))
        memo = self._memo(code)
        self.editor.show_code(code, self._codes, above, memo.text if memo is not None else "")
        if not self.editor.new:
            self.editor.history.show_history(*self._history(code))

    def _history(self, code: Code) -> tuple[Sequence[EarlierDefinition], Sequence[EarlierCoding]]:
        from annotator.ui.scheme.definition_history import EarlierCoding, EarlierDefinition

        project, present = self._desk.session.project, datetime.now().astimezone()
        changes = project.definition_changes(code.id)
        earlier = [EarlierDefinition(shown_moment(each.time, present), in_words(each.before)) for each in changes]
        own = project.codings(codes=[code.id], coders=[self._desk.coder]) if changes else []
        before = codings_before_definition(changes, own, project.coded_in_step(code.id)) if own else []
        titles = {article.id: article.title for article in self._desk.articles.values()}
        return earlier[::-1], [EarlierCoding(each.id, titles.get(each.article, ""), each.quote) for each in before]

    def _memo(self, code: Code) -> Memo | None:
        memos = self._desk.session.project.memos("code", code.id)
        return next((memo for memo in memos if memo.coder == self._desk.coder), None)

    def _save(self, typed: dict[str, Any]) -> None:
        editor = self.editor
        if editor is None or editor.code is None or self._lock.refuses():
            return
        code = editor.code
        if written(self._desk.session, lambda: self._gesture(code, typed, new=editor.new), editor.show_problem):
            editor.saved()
            self._selection.set_code(code.id)

    def _gesture(self, code: Code, typed: dict[str, Any], *, new: bool) -> ChangeSet:
        """Return one gesture for all that was typed: the code, the key's former owner, the memo."""
        words = {field: value for field, value in typed.items() if field != "memo"}
        before = None if new else code
        revised = edits.revise_code(before=before, after=replace(code, **words), codes=self._codes)
        if "memo" not in typed:
            return revised
        note = edits.write_note(
            about="code", text=typed["memo"], coder=self._desk.session.coder, subject=code.id,
            existing=self._memo(code),
        )  # fmt: skip
        return ChangeSet(revised.label if revised else note.label, (*revised.changes, *note.changes))

    def _follow(self, change_set: ChangeSet) -> None:
        editor = self.editor
        if editor is None or editor.code is None or editor.new or not self._touches(change_set, editor.code):
            return
        code = self._desk.codes.get(editor.code.id)
        if code is not None:
            self._show(code)
        elif not editor.form.typed():
            editor.saved()

    def _touches(self, change_set: ChangeSet, code: Code) -> bool:
        records = [change.record for change in change_set.changes]
        return any(isinstance(record, Code | Memo) or getattr(record, "code", "") == code.id for record in records)

    def _go_to(self, coding_id: str) -> None:
        codings = self._desk.session.project.codings(coders=[self._desk.coder], codes=[self._shown()])
        coding = next((each for each in codings if each.id == coding_id), None)
        if coding is not None:
            self._workspace.open_unless_open(coding.article)
            self._workspace.walking.go_to(coding)


def in_words(code: Code) -> str:
    """Return definition, include and exclude rule as they are read one below the other."""
    parts = (("", code.definition), ("Include: ", code.include), ("Exclude: ", code.exclude))
    return "\n".join(f"{head}{text}" for head, text in parts if text) or "No definition."
