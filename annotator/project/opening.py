"""Whether a file is a project that may be opened: whole, ours, not newer, with nothing foreign in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from annotator.model.errors import CannotOpen, CannotWrite
from annotator.project.connection import HEADER, copy_in_memory, damaged, settle
from annotator.project.extract_view import EXTRACT_VIEW
from annotator.project.schema import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    expected_schema,
    make_schema,
    schema_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlite_utils import Database

WITHOUT_TEXTS = {"texts": "left out"}  # a fact about the file: then articles in it have only the hash of their text
EXTRACT = ("view", "extract")  # made anew on opening; nothing here reads it, so a changed one is never run
QUICK_CHECK_BYTES = 16_000_000  # above this, `check` looks, so that large projects open at once


def check_header(path: Path) -> None:
    """Refuse what is no project, before SQLite touches it.

    Raises CannotOpen.
    """
    try:
        if not path.exists():
            message = f"There is no project at {path}. Check the name, or make one with `annotator new`."
            raise CannotOpen(message)
        if not path.is_file():
            what = "a folder" if path.is_dir() else "no file"
            message = f"{path.name} is {what}, not a project. Choose the .annotator file itself."
            raise CannotOpen(message)
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}. Nothing was changed. Ask for access to it."
        raise CannotOpen(message) from error
    if not head.startswith(HEADER):
        message = f"{path.name} is no Annotator project, whatever its name. Nothing was changed. Choose another file."
        raise CannotOpen(message)
    if len(head) < 100:
        raise damaged(path, "the file is cut short")


def check_place(path: Path) -> None:
    """Refuse to make a project where something is already, or where no folder is.

    Raises CannotWrite.
    """
    if path.exists():
        message = f"{path.name} is there already, so nothing was made. Choose another name, or open that one."
        raise CannotWrite(message)
    if not path.parent.is_dir():
        message = f"The folder {path.parent} is not there, so no project was made. Make the folder first."
        raise CannotWrite(message)


def check_content(db: Database, path: Path, *, quickly: bool = False) -> None:
    """Refuse another program's database, a newer file, a damaged one, and anything foreign in the schema.

    `quickly` leaves the look for damage to the caller.

    Raises CannotOpen.
    """
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        message = f"{path.name} is a database of another program. Nothing was changed. Choose a file made by Annotator."
        raise CannotOpen(message)
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        message = (
            f"{path.name} was made by a newer Annotator (file version {version}; this program knows {SCHEMA_VERSION}). "
            "Nothing was changed. Install the newer Annotator to open it."
        )
        raise CannotOpen(message)
    if version < 1:
        raise damaged(path, f"no Annotator ever wrote a file version {version}")
    _refuse_foreign(db, path, version)
    if not quickly and missing_facts(db):
        raise damaged(path, f"it does not say its own {missing_facts(db)[0]}")
    if not quickly and path.stat().st_size <= QUICK_CHECK_BYTES:
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise damaged(path, str(found).splitlines()[-1])
        dangling = next(dangling_rows(db), None)
        if dangling is not None:
            raise damaged(path, f"a {dangling[0]} names a {dangling[2]} that is not there")


def dangling_rows(db: Database) -> Iterator[tuple[str, int, str]]:
    """Yield (table, row, table pointed at) of what points at nothing; a package may come without its texts."""
    without_texts = came_without_texts(db)
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        if parent != "text" or not without_texts:
            yield table, row, parent


def came_without_texts(db: Database) -> bool:
    """Tell whether the articles' texts were left out when the file was made."""
    return WITHOUT_TEXTS.items() <= dict(db.execute("SELECT key, value FROM about").fetchall()).items()


def missing_facts(db: Database) -> list[str]:
    """Return which of the facts that a project says about itself are missing."""
    there = {key for (key,) in db.execute("SELECT key FROM about WHERE value <> ''")}
    return [key for key in ("id", "name", "created") if key not in there]


def migrate(db: Database, path: Path) -> None:
    """Bring an older file up to date, a backup copy beside it first."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version == SCHEMA_VERSION:
        return
    backup = path.with_name(f"{path.stem} before version {SCHEMA_VERSION}{path.suffix}")
    if not backup.exists():
        settle(db)  # what a crash left in the journal belongs to the copy
        shutil.copy2(path, backup)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("DROP VIEW IF EXISTS extract")
    make_schema(db)
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    db.execute("PRAGMA foreign_keys = ON")
    if broken is not None:
        raise damaged(path, f"a row of {broken[0]} points nowhere; {backup.name} is the file as it was")
    _refuse_foreign(db, path, SCHEMA_VERSION)


def renew_view(db: Database) -> None:
    """Make the view of extracts anew where it is not ours to the letter: by a stranger, or by another version."""
    row = db.execute("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = 'extract'").fetchone()
    if row is None or row[0].split() != EXTRACT_VIEW.split():
        with db.atomic():
            db.execute("DROP VIEW IF EXISTS extract")
            db.execute(EXTRACT_VIEW)


def in_present_form(db: Database) -> Database:
    """Return the connection; for an older file, which is only read, one to a copy in memory brought up to date."""
    if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
        return db
    copy = copy_in_memory(db)
    db.close()
    copy.execute("DROP VIEW IF EXISTS extract")
    make_schema(copy)
    return copy


def _refuse_foreign(db: Database, path: Path, version: int) -> None:
    expected = expected_schema(version)
    found = schema_of(db)
    foreign = sorted(f"{kind} {name}" for kind, name, _ in found - expected if (kind, name) != EXTRACT)
    missing = sorted(f"{kind} {name}" for kind, name, _ in expected - found if (kind, name) != EXTRACT)
    if foreign:
        message = (
            f"{path.name} holds something that is not ours ({', '.join(foreign[:3])}), so it was not opened. "
            "Nothing in it was run. Ask whoever sent it for the project as Annotator saved it."
        )
        raise CannotOpen(message)
    if missing:
        raise damaged(path, f"{', '.join(missing[:3])} is missing")
