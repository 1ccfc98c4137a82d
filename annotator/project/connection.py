"""How the file is opened, and how SQLite's complaints become sentences."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlite_utils import Database

from annotator.model.errors import AnnotatorError, CannotOpen, CannotWrite, Refused
from annotator.project.file_system import is_local_disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 10.0
JOURNAL_PAUSE = 0.02  # seconds between two tries to choose the journal
HEADER = b"SQLite format 3\x00"


def connect(path: Path, *, read_only: bool = False, create: bool = False) -> Database:
    """Return a connection with our settings. `create` makes the file, else it must be there."""
    mode = "ro" if read_only else "rwc" if create else "rw"
    if read_only and not _beside(path, "-wal").exists() and (not _folder_is_writable(path) or _rests_in_wal(path)):
        mode = "ro&immutable=1"  # else reading would leave a journal beside the file
    if read_only and _beside(path, "-journal").exists():
        _take_back_half_commit(path)
    connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
    db = _with_settings(connection)
    if not read_only:
        db.execute("PRAGMA secure_delete = FAST")
    return db


def copy_in_memory(db: Database) -> Database:
    """Return a connection to a copy of the file in memory."""
    connection = sqlite3.connect(":memory:")
    db.conn.backup(connection)
    return _with_settings(connection)


def _with_settings(connection: sqlite3.Connection) -> Database:
    db = Database(connection, execute_plugins=False, recursive_triggers=False)
    for setting in ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        db.execute(f"PRAGMA {setting}")
    connection.create_function("casefold", 1, str.casefold, deterministic=True)
    return db


def _take_back_half_commit(path: Path) -> None:
    """Let SQLite take back what a killed program had begun to commit, which a reader may not do."""
    with suppress(sqlite3.OperationalError):  # it may not be written: reading will say what is wrong
        connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=rw", uri=True, timeout=BUSY_SECONDS)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()


@contextmanager
def made(path: Path) -> Iterator[Database]:
    """Give a new file to fill; what could not be filled is taken away again."""
    db = connect(path, create=True)
    try:
        yield db
    except BaseException:
        db.close()
        for file in (path, _beside(path, "-journal")):
            file.unlink(missing_ok=True)
        raise
    db.close()


def begin_journal(db: Database, path: Path) -> None:
    """Choose the journal by the disk; every commit is on the disk before it returns."""
    db.execute("PRAGMA synchronous = FULL")
    wanted = "WAL" if is_local_disk(path) else "DELETE"
    until = monotonic() + BUSY_SECONDS
    while str(db.execute("PRAGMA journal_mode").fetchone()[0]).upper() != wanted:
        try:
            db.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
        except sqlite3.OperationalError as error:  # somebody opens or closes it just now; SQLite does not wait then
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(JOURNAL_PAUSE)


@contextmanager
def alone(db: Database, path: Path) -> Iterator[None]:
    """Work without the write-ahead journal, which can be left only while nobody else has the file open."""
    db.execute("PRAGMA journal_mode = DELETE").fetchone()
    try:
        yield
    finally:
        with suppress(sqlite3.OperationalError):  # opened elsewhere just now: the other journal is as safe
            begin_journal(db, path)


def settle(db: Database) -> bool:
    """Bring what the write-ahead journal holds into the one file; tell whether all of it is there."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        row = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return row is None or row[0] == 0
    except sqlite3.OperationalError:
        return False
    finally:
        db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def close(db: Database, *, settled: bool) -> None:
    """Close; with `settled` the file is left whole and without a journal beside it, unless others have it open."""
    if settled:
        with suppress(sqlite3.Error):  # another window has it open: that one will settle the journal
            db.execute("PRAGMA busy_timeout = 0")
            db.execute("PRAGMA journal_mode = DELETE").fetchone()
    db.close()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into sentences about this project."""
    try:
        yield
    except sqlite3.Error as error:
        raise sentence_for(error, path) from error
    except UnicodeDecodeError as error:
        raise damaged(path, "it holds text that is no text") from error
    except OSError as error:
        message = f"{path.name} cannot be used: {error.strerror or error}. Nothing was changed."
        raise CannotOpen(message) from error


def sentence_for(error: sqlite3.Error, path: Path) -> AnnotatorError:
    """Return the sentence for an error of SQLite."""
    text = str(error)
    name = path.name
    if "locked" in text or "busy" in text:
        return CannotWrite(
            f"{name} is held by another program, so nothing was written. Close the other program, then try again."
        )
    if "readonly" in text or "read-only" in text:
        return CannotWrite(
            f"{name} cannot be written: the file or its folder is read-only. Nothing was changed. "
            "Copy the project to a folder of your own and open it there."
        )
    if "full" in text or "disk I/O" in text:
        return CannotWrite(
            f"{name} could not be written: the disk is full or does not answer ({text}). Nothing was changed. "
            "Make room, then do it again."
        )
    if "unable to open" in text:
        return CannotOpen(f"{name} cannot be opened here: the folder is missing or may not be written. Check the path.")
    if isinstance(error, sqlite3.IntegrityError):
        return Refused(
            f"This does not go with what {name} holds by now ({text}). Nothing was written. Look at it as it stands "
            "now, then try again."
        )
    if isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError):
        return CannotOpen(f"{name} does not answer as a project should ({text}). Run `annotator check` on it.")
    return damaged(path, text)


def damaged(path: Path, why: str) -> CannotOpen:
    """Return the sentence for a file that is damaged."""
    return CannotOpen(
        f"{path.name} is damaged ({why}). Nothing was changed. Work on a copy from your backup, and keep this file: "
        "much of it can often still be read."
    )


def _folder_is_writable(path: Path) -> bool:
    return os.access(path.resolve().parent, os.W_OK)


def _rests_in_wal(path: Path) -> bool:
    """Tell whether the header asks for a write-ahead journal: so a copy rests that was taken in mid-session."""
    with path.open("rb") as file:
        return file.read(20)[18:] == b"\x02\x02"


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
