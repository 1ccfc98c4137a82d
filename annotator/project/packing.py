"""How rows become a project file of their own: what one coder's work is sent in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.changes import ChangeSet
from annotator.project import connection, history, revisions, schema, taking_back, writing
from annotator.project.opening import WITHOUT_TEXTS
from annotator.project.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_package(path: Path, about: Mapping[str, str], content: ChangeSet, coder: str) -> None:
    """Write a whole, sound project file with these rows, texts and revisions, its history one step by the coder.

    The file may be there already, empty. Raises CannotWrite.
    """
    with connection.told(path), connection.made(path) as db:
        if WITHOUT_TEXTS.items() <= about.items():
            db.execute("PRAGMA foreign_keys = OFF")
        schema.make_schema(db)
        with db.atomic():
            db.table("about").insert_all({"key": key, "value": value} for key, value in about.items())
            writing.store_texts(db, content.texts)
            writing.apply(db, content.changes, Pace())
            taking_back.check_references(db, content.changes)
            history.write_step(db, ChangeSet(content.label, content.changes), coder, "setup", None)
            revisions.take(db, content.revisions or (), None)
