"""The groups and own fields of the open project, and what each article has of them, kept in memory for the list."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.records import Field, FieldValue, Group, Membership
from annotator.ui.library.sections import LibraryFacts
from annotator.ui.session import MANY_CHANGES

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.ui.session import Session

KINDS = {Group, Membership, Field, FieldValue}
OfArticles = dict[str, dict[str, Membership | FieldValue]]


class LibraryKept(QObject):
    """Follows the session. `changed` has the articles of which something changed; none of them named means all."""

    changed = Signal(list)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = session.project
        self._read()
        session.changed.connect(self._follow)

    @property
    def facts(self) -> LibraryFacts:
        """The groups and fields, for the list of articles."""
        return LibraryFacts(tuple(self.groups), tuple(self.fields))

    @property
    def memberships(self) -> list[Membership]:
        """Which articles are in which groups, in the order they were put in."""
        found = [one for rows in self._rows.values() for one in rows.values() if isinstance(one, Membership)]
        return sorted(found, key=lambda one: (one.position, one.id))

    @property
    def values(self) -> list[FieldValue]:
        """What articles have in the fields."""
        found = [one for rows in self._rows.values() for one in rows.values() if isinstance(one, FieldValue)]
        return sorted(found, key=lambda one: (one.field, one.id))

    def groups_of(self, article: str) -> tuple[str, ...]:
        """Return the ids of the groups in which an article is."""
        rows = self._rows.get(article)
        return tuple(one.group for one in rows.values() if isinstance(one, Membership)) if rows else ()

    def values_of(self, article: str) -> tuple[tuple[str, str], ...]:
        """Return what an article has in its fields: pairs of a field's id and the value."""
        rows = self._rows.get(article)
        return tuple((one.field, one.value) for one in rows.values() if isinstance(one, FieldValue)) if rows else ()

    def numbers_in_groups(self) -> dict[str, int]:
        """Return group id -> how many articles it holds."""
        counted = Counter(one.group for one in self.memberships)
        return {group.id: counted[group.id] for group in self.groups}

    def numbers_of_values(self) -> dict[str, int]:
        """Return field id -> how many articles have something in it."""
        counted = Counter(one.field for one in self.values)
        return {field.id: counted[field.id] for field in self.fields}

    def _read(self) -> None:
        self._read_facts()
        self._rows: OfArticles = {}
        rows: list[Membership | FieldValue] = [*self._project.memberships(), *self._project.field_values()]
        for one in rows:
            self._rows.setdefault(one.article, {})[one.id] = one

    def _read_facts(self) -> None:
        self.groups, self.fields = self._project.groups(), self._project.fields()

    def _follow(self, change_set: ChangeSet) -> None:
        kinds = {type(change.record) for change in change_set.changes}
        if len(change_set.changes) > MANY_CHANGES:
            self._read()
            self.changed.emit([])
        elif KINDS & kinds:
            touched = self._take(change_set)
            if {Group, Field} & kinds:
                self._read_facts()
                touched = []
            self.changed.emit(touched)

    def _take(self, change_set: ChangeSet) -> list[str]:
        """Take over the rows that changed; return their articles."""
        touched: dict[str, None] = {}
        for change in change_set.changes:
            one = change.record
            if isinstance(one, Membership | FieldValue):
                touched[one.article] = None
                rows = self._rows.setdefault(one.article, {})
                if isinstance(change.after, Membership | FieldValue):
                    rows[one.id] = change.after
                else:
                    rows.pop(one.id, None)
        return list(touched)
