"""A memo changes when somebody types in it or takes a step back, and at no other key."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from journeys.analyst import Analyst

WALKING = ["J", "J", "K", "O", "N", "Ctrl+J", "Alt+Left"]
KEYS = [*WALKING, *"1234MMED[]", "Esc", "Esc", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Delete", "Ctrl+S", "Ctrl+Return"]
BACK_AND_FORTH = {"Ctrl+Z", "Ctrl+Y"}
ABOUT_MEMOS = {"Write memo", "Remove memo"}


def memos(ann: Analyst) -> dict[str, str]:
    """Return the memos of all codings, from the disk."""
    return {coding.id: coding.memo for coding in ann.project.codings()}


def test_undo_in_the_memo_takes_back_only_what_was_typed_since_one_came(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("kept")
    ann.press("Esc", "M", "Ctrl+Z", "Esc")
    assert list(memos(ann).values()) == ["kept"]
    assert "Remove memo" not in [step.label for step in ann.project.history()]


def test_undo_in_the_memo_after_saving_by_hand_is_typing_too(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("kept")
    ann.press("Ctrl+S", "Ctrl+Z", "Esc")
    shown = ann.window.page.codes.memo.editor.typed_text()
    assert list(memos(ann).values()) == [shown]


def test_what_is_shown_after_the_scheme_changed_is_what_is_stored(ann: Analyst) -> None:
    ann.press("J", "J", "1", "M")
    ann.type("first")
    ann.press("Esc")
    [coding] = ann.codings()
    ann.window.page.codes.memo.show_coding(None, "", editable=False)
    ann.workspace.desk.marks_reset.emit(ann.workspace.desk.all_marks())
    assert ann.window.page.codes.memo.editor.typed_text() == coding.memo == "first"


def test_no_key_changes_a_memo_in_which_nobody_typed(ann: Analyst) -> None:
    chance, before, steps, typed = random.Random(7), memos(ann), len(ann.project.history()), False
    editor = ann.window.page.codes.memo.editor
    for _ in range(400):
        if editor.hasFocus() and chance.random() < 0.4:
            ann.type(chance.choice(["a", "zz", "b c"]))
            key, typed = "letters", True
        else:
            key = chance.choice(KEYS)
            typed = typed or (editor.hasFocus() and (len(key) == 1 or key in {"Delete", *BACK_AND_FORTH}))
            ann.press(key)
        assert QApplication.activeModalWidget() is None
        new = {step.label for step in ann.project.history()[steps:]} & ABOUT_MEMOS
        assert typed or not new, f"{key} wrote {new}"
        now = memos(ann)
        changed = [coding for coding in now if coding in before and now[coding] != before[coding]]
        assert not changed or new or key in BACK_AND_FORTH, f"{key} changed a memo"
        before, steps, typed = now, len(ann.project.history()), typed and not new
    assert any(before.values()), "memos were written on the way"
