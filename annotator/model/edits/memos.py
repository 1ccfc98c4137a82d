"""What is done to memos on the project, an article or a code."""

from __future__ import annotations

from dataclasses import replace

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Coder, Memo, MemoAbout, new_id, now


def write_note(
    *, about: MemoAbout, text: str, coder: Coder, subject: str | None = None, existing: Memo | None = None
) -> ChangeSet:
    """Write, alter or (empty text) remove one's memo on a thing. `subject` is its id, none for the project."""
    label = f"Write memo on the {about}"
    if existing is None:
        if not text:
            return ChangeSet(label, ())
        made = now()
        memo = Memo(id=new_id(), about=about, subject=subject, coder=coder.id, text=text, created=made, modified=made)
        return ChangeSet(label, (Change(None, memo),))
    if not text:
        return ChangeSet(f"Remove memo on the {about}", (Change(existing, None),))
    return ChangeSet(label, (Change(existing, replace(existing, text=text, modified=now())),))
