"""When the definition of a code was changed, and in which step codings took the code, out of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.progress import DefinitionChange, same_definition
from annotator.model.records import Code
from annotator.project.rows import from_json

if TYPE_CHECKING:
    from sqlite_utils import Database


def definition_changes(db: Database, code: str) -> list[DefinitionChange]:
    """Return each change of a code's definition, include or exclude rule, oldest first; undo and redo are such too."""
    rows = db.execute(
        'SELECT step.seq, step.time, "before", "after" FROM change JOIN step ON step.seq = change.step '
        "WHERE change.row = ? AND table_name = 'code' ORDER BY change.step, change.id",
        (code,),
    ).fetchall()
    found = []
    for seq, time, stored_before, stored_after in rows:
        before, after = from_json("code", stored_before), from_json("code", stored_after)
        if isinstance(before, Code) and isinstance(after, Code) and not same_definition(before, after):
            found.append(DefinitionChange(seq, time, before, after))
    return found


def coded_in_step(db: Database, code: str) -> dict[str, int]:
    """Return coding id -> seq of the step in which somebody gave it this code. Undo and redo decide nothing."""
    rows = db.execute(
        """SELECT coding.id, max(step.seq) FROM coding
        JOIN change ON change.row = coding.id JOIN step ON step.seq = change.step
        WHERE coding.code = ? AND change.table_name = 'coding' AND step.kind IN ('do', 'setup')
        AND json_extract(change."after", '$.code') = coding.code
        AND ifnull(json_extract(change."before", '$.code'), '') <> coding.code GROUP BY coding.id""",
        (code,),
    )
    return dict(rows.fetchall())
