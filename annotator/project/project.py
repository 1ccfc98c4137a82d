"""The door to a project file: what is done goes in as change sets, records come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from annotator.model.changes import ChangeSet, Done, Step, StepKind
from annotator.model.edits.coders import add_coder
from annotator.model.errors import CannotOpen, CannotWrite, Refused
from annotator.model.records import Article, Coder, new_id, now
from annotator.project import connection, history, opening, revisions, schema, taking_back, writing
from annotator.project.pace import Pace
from annotator.project.purging import Purged, purge_rows, sweep
from annotator.project.reads import ProjectReads

if TYPE_CHECKING:
    from types import TracebackType

    from sqlite_utils import Database

Listener = Callable[[ChangeSet], None]


class Project(ProjectReads):
    """An open `.annotator` file. All reading and writing goes through here.

    Errors are AnnotatorError with a sentence; after one, file, history and views are as they were.
    """

    def __init__(self, path: Path, db: Database, *, read_only: bool) -> None:
        super().__init__(path, db)
        self.read_only = read_only
        self.scheme_locked = False  # on this computer: then nothing that changes codes is written
        self.coder: Coder | None = None
        self._listeners: list[Listener] = []
        self._about = dict(db.execute("SELECT key, value FROM about").fetchall())
        self._data_version = self._present_version()  # first, so that nothing written in between is missed
        self._seen_seq = history.last_seq(db)

    @classmethod
    def create(cls, path: Path, name: str = "") -> Self:
        """Make a new project file; the name falls back to the file's.

        Raises CannotWrite when the file is there already or the folder cannot be written.
        """
        path = Path(path)
        rows = {"id": new_id(), "name": name or path.stem, "created": now()}
        try:
            with connection.told(path):
                opening.check_place(path)
                with connection.made(path) as db:
                    schema.make_schema(db)
                    db.table("about").insert_all({"key": key, "value": value} for key, value in rows.items())
        except CannotOpen as error:
            raise CannotWrite(error.sentence) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a project file.

        Raises CannotOpen for what is missing, damaged, newer, or no project; CannotWrite when it is read-only.
        """
        path = Path(path)
        opening.check_header(path)
        with connection.told(path):
            db = connection.connect(path, read_only=read_only)
            try:
                opening.check_content(db, path)
                if not read_only:
                    connection.begin_journal(db, path)
                    opening.migrate(db, path)
                    opening.renew_view(db)
                return cls(path, opening.in_present_form(db), read_only=read_only)
            except BaseException:
                db.close()
                raise

    def close(self) -> None:
        """Close the file and leave it whole, without a journal beside it."""
        connection.close(self._db, settled=not self.read_only)

    @property
    def id(self) -> str:
        """The project's own id."""
        return str(self._about["id"])

    @property
    def name(self) -> str:
        """The project's name."""
        return str(self._about["name"])

    def act_as(self, coder: Coder) -> None:
        """Say who acts from now on; of two coders who are one person it is the one who stands for both."""
        self.coder = self.standing_coder(coder)

    def join(self, name: str) -> tuple[Coder, bool]:
        """Act as the person with this name, added to the project when new; return the coder and whether new.

        Raises Refused for a name that is empty or too long.
        """
        change_set = add_coder(name=name)
        coder = change_set.changes[0].after
        assert isinstance(coder, Coder)
        known = next((other for other in self.coders() if other.name.casefold() == coder.name.casefold()), None)
        acted = self.coder
        self.act_as(known or coder)
        if known is None:
            try:
                self.do(change_set, kind="setup")
            except BaseException:
                self.coder = acted
                raise
        return self.coder or coder, known is None

    def on_change(self, listener: Listener) -> None:
        """Have a function called once after each gesture that is on the disk."""
        self._listeners.append(listener)

    # doing

    def do(self, change_set: ChangeSet, *, kind: StepKind = "do", pace: Pace | None = None) -> Done:
        """Apply a gesture and write it to the history: all of it or nothing. It is on the disk when this returns.

        Raises Refused for a colleague's row, a locked scheme, a row changed meanwhile; Stopped when `pace` was told to.
        """
        coder, pace = self._acting(), pace or Pace()
        pace.begin(3 * len(change_set.changes))
        writing.check_writers(change_set, coder)
        with self._transaction():
            if stale := writing.conflicts(self._db, change_set.changes, pace):
                raise Refused(taking_back.changed_meanwhile(self._db, stale[0]))
            step = self._apply(change_set, kind, None, pace)
        return self.announce(Done(step, change_set))

    def undo(self, pace: Pace | None = None) -> Done:
        """Take back the acting coder's last gesture.

        Raises Refused when there is none, or when somebody built on it; Stopped when `pace` was told to.
        """
        return self._take_back(history.step_to_undo, "undo", pace or Pace())

    def redo(self, pace: Pace | None = None) -> Done:
        """Do again what the last undo took back.

        Raises Refused when there is none, or when a row has changed meanwhile; Stopped when `pace` was told to.
        """
        return self._take_back(history.step_to_redo, "redo", pace or Pace())

    def undo_label(self) -> str | None:
        """Return what undo would take back, by name."""
        step = self.step_to_undo()
        return taking_back.gesture_label(step) if step else None

    def redo_label(self) -> str | None:
        """Return what redo would do again, by name."""
        step = self.step_to_redo()
        return taking_back.gesture_label(step) if step else None

    def step_to_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._found(history.step_to_undo)

    def step_to_redo(self) -> Step | None:
        """Return the step that redo would take back."""
        return self._found(history.step_to_redo)

    def _found(self, find: Callable[[Database, str], Step | None]) -> Step | None:
        coder = self.coder
        return None if coder is None else self._read(lambda db: find(db, coder.id))

    def _take_back(self, find: Callable[[Database, str], Step | None], kind: StepKind, pace: Pace) -> Done:
        coder = self._acting()
        with self._transaction():
            step = find(self._db, coder.id)
            if step is None:
                message = f"There is nothing left to {kind} for {coder.name}."
                raise Refused(message)
            pace.begin(4 * step.changes)
            inverse = taking_back.checked_inverse(self._db, step, kind, pace)
            done = Done(self._apply(inverse, kind, step.id, pace), inverse)
        return self.announce(done)

    def _apply(self, change_set: ChangeSet, kind: StepKind, undoes: str | None, pace: Pace) -> Step:
        if self.scheme_locked:
            writing.check_scheme(change_set)
        writing.store_texts(self._db, change_set.texts)
        writing.apply(self._db, change_set.changes, pace)
        taking_back.check_references(self._db, change_set.changes)
        step = history.write_step(self._db, change_set, self._acting().id, kind, undoes, pace)
        revisions.follow(self._db, change_set, step)
        return step

    def announce(self, done: Done) -> Done:
        """Tell the listeners what was written, here or over another connection of this program."""
        if done.step.seq == self._seen_seq + 1:
            self._seen_seq = done.step.seq
            self._tell(done.change_set)
        else:  # another window wrote just before: both are told, in the order of the history
            self._tell_new_steps()
        return done

    def _tell(self, change_set: ChangeSet) -> None:
        for listener in self._listeners:
            listener(change_set)

    def _acting(self) -> Coder:
        if self.coder is None:
            message = "Nobody is named as the coder, so nothing was written. Say who you are first."
            raise Refused(message)
        if self.read_only:
            message = f"{self.path.name} is open for reading only, so nothing was written. Open it for coding first."
            raise CannotWrite(message)
        return self.coder

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with connection.told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.conn.execute("COMMIT")
            except BaseException:
                if self._db.conn.in_transaction:
                    self._db.conn.execute("ROLLBACK")
                raise

    # following others

    def follow(self) -> ChangeSet | None:
        """Look whether another window or command wrote to the file; if so tell the listeners what."""
        with connection.told(self.path):
            version = self._present_version()
            if version == self._data_version:
                return None
            self._data_version = version
        return self._tell_new_steps()

    def _tell_new_steps(self) -> ChangeSet | None:
        with connection.told(self.path):
            steps = history.steps(self._db, after=self._seen_seq)
            changes = tuple(change for step in steps for change in history.changes_of(self._db, step))
        if not steps:
            return None
        self._seen_seq = steps[-1].seq
        change_set = ChangeSet(steps[-1].label, changes)
        self._tell(change_set)
        return change_set

    def purge(self, article: Article) -> Purged:
        """Take an article out of the file, its history and its search for good. This cannot be undone.

        Raises CannotWrite when somebody else has the project open.
        """
        coder = self._acting()
        with connection.told(self.path), connection.alone(self._db, self.path):
            with self._transaction():
                purged = purge_rows(self._db, article, coder)
            sweep(self._db)
        return purged

    def settle(self) -> bool:
        """Bring everything into the one file, so that a copy of it is whole; tell whether that went."""
        return connection.settle(self._db)

    @property
    def package_of(self) -> str | None:
        """The id of the coder whose work was packed into this file; none in a whole project."""
        return self._about.get("package")

    @property
    def has_texts(self) -> bool:
        """Whether the articles' texts are in the file: a package may have been sent without."""
        return not opening.WITHOUT_TEXTS.items() <= self._about.items()

    def back_up(self, backup: Path) -> None:
        """Write the file as it is on the disk to another place, where nothing is yet."""
        with connection.told(backup), connection.made(backup) as db:
            self._db.conn.backup(db.conn)
            db.execute("PRAGMA journal_mode = DELETE").fetchone()

    def _present_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
