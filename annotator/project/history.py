"""What was done, by whom: written with each gesture, walked for undo and redo, replayed for the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet, Step, StepKind
from annotator.model.records import Record, new_id, now
from annotator.project.pace import Pace
from annotator.project.rows import from_json, table_of, to_json
from annotator.project.schema import HISTORY_FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

_STEP = """SELECT seq, id, time, coder, label, undoes, kind,
    (SELECT count(*) FROM change WHERE change.step = step.seq) FROM step"""


def write_step(
    db: Database,
    change_set: ChangeSet,
    coder: str,
    kind: StepKind,
    undoes: str | None,
    pace: Pace | None = None,
) -> Step:
    """Append a gesture to the history, inside the transaction that applies it."""
    step_id, time = new_id(), now()
    cursor = db.execute(
        "INSERT INTO step (id, time, coder, label, undoes, kind, format) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (step_id, time, coder, change_set.label, undoes, kind, HISTORY_FORMAT),
    )
    seq = int(cursor.lastrowid or 0)
    db.conn.executemany(
        'INSERT INTO change (step, table_name, row, "before", "after") VALUES (?, ?, ?, ?, ?)',
        (
            (seq, table_of(change.record), change.record.id, to_json(change.before), to_json(change.after))
            for change in (pace or Pace()).each(change_set.changes)
        ),
    )
    return Step(
        seq=seq, id=step_id, time=time, coder=coder, label=change_set.label, undoes=undoes, kind=kind,
        changes=len(change_set.changes),
    )  # fmt: skip


def steps(db: Database, *, coder: str | None = None, after: int = 0) -> list[Step]:
    """Return the steps after a seq, oldest first, of one coder or of all."""
    where = " WHERE seq > ?"
    values: list[int | str] = [after]
    if coder is not None:
        where, values = where + " AND coder = ?", [*values, coder]
    return [_step(row) for row in db.execute(f"{_STEP}{where} ORDER BY seq", values)]


def last_seq(db: Database) -> int:
    """Return the seq of the newest step, 0 in a new project."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM step").fetchone()[0])


def changes_of(db: Database, step: Step, pace: Pace | None = None) -> tuple[Change, ...]:
    """Return what a step changed, in its order."""
    rows = db.execute('SELECT table_name, "before", "after" FROM change WHERE step = ? ORDER BY id', (step.seq,))
    paced = (pace or Pace()).each(rows.fetchall())
    return tuple(Change(from_json(table, before), from_json(table, after)) for table, before, after in paced)


def step_to_undo(db: Database, coder: str) -> Step | None:
    """Return the coder's last gesture that stands: later ones were all taken back."""
    taken_back = 0
    for seq, kind in _backwards(db, coder):
        if kind == "undo":
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return _step_at(db, seq)
    return None


def step_to_redo(db: Database, coder: str) -> Step | None:
    """Return the coder's last undo that nothing followed."""
    redone = 0
    for seq, kind in _backwards(db, coder):
        if kind == "do":
            return None
        if kind == "redo":
            redone += 1
        elif redone:
            redone -= 1
        else:
            return _step_at(db, seq)
    return None


def later_step(db: Database, table: str, row: str, after: int) -> Step | None:
    """Return the newest step after a seq that touched a row."""
    found = db.execute(
        "SELECT max(step) FROM change WHERE row = ? AND table_name = ? AND step > ?", (row, table, after)
    ).fetchone()[0]
    return None if found is None else _step_at(db, int(found))


def replayed(db: Database, misfits: list[int]) -> dict[tuple[str, str], Record]:
    """Return the state that the history leads to: (table, row) -> record. For `check`.

    `misfits` takes the seq of each step that found a row other than the steps before it had left it.
    """
    state: dict[tuple[str, str], Record] = {}
    sql = 'SELECT step, table_name, row, "before", "after" FROM change ORDER BY step, id'
    for seq, table, row, before, after in db.execute(sql):
        if from_json(table, before) != state.get((table, row)):
            misfits.append(seq)
        record = from_json(table, after)
        if record is None:
            state.pop((table, row), None)
        else:
            state[table, row] = record
    return state


def _backwards(db: Database, coder: str) -> Iterator[tuple[int, StepKind]]:
    cursor = db.execute("SELECT seq, kind FROM step WHERE coder = ? AND kind <> 'setup' ORDER BY seq DESC", (coder,))
    yield from cursor


def _step_at(db: Database, seq: int) -> Step:
    return _step(db.execute(f"{_STEP} WHERE seq = ?", (seq,)).fetchone())


def _step(row: tuple[int, str, str, str, str, str | None, StepKind, int]) -> Step:
    seq, step_id, time, coder, label, undoes, kind, changes = row
    return Step(seq=seq, id=step_id, time=time, coder=coder, label=label, undoes=undoes, kind=kind, changes=changes)
