"""The groups and own fields of the open project, and what each article has of them, kept in memory for the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.records import Field, FieldValue, Group, Membership
from annotator.ui.library.sections import LibraryFacts
from annotator.ui.session import MANY_CHANGES

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.ui.session import Session

KINDS = {Group, Membership, Field, FieldValue}


class LibraryKept(QObject):
    """Follows the session; read anew when something of it changed, since that is seldom."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = session.project
        self._read()
        session.changed.connect(self._follow)

    @property
    def facts(self) -> LibraryFacts:
        """The groups and fields, for the list of articles."""
        return LibraryFacts(tuple(self.groups), tuple(self.fields))

    def groups_of(self, article: str) -> tuple[str, ...]:
        """Return the ids of the groups in which an article is."""
        return self._groups_of.get(article, ())

    def values_of(self, article: str) -> tuple[tuple[str, str], ...]:
        """Return what an article has in its fields: pairs of a field's id and the value."""
        return self._values_of.get(article, ())

    def numbers_in_groups(self) -> dict[str, int]:
        """Return group id -> how many articles it holds."""
        counted = dict.fromkeys((group.id for group in self.groups), 0)
        for one in self.memberships:
            counted[one.group] += 1
        return counted

    def numbers_of_values(self) -> dict[str, int]:
        """Return field id -> how many articles have something in it."""
        counted = dict.fromkeys((field.id for field in self.fields), 0)
        for one in self.values:
            counted[one.field] += 1
        return counted

    def _read(self) -> None:
        project = self._project
        self.groups, self.fields = project.groups(), project.fields()
        self.memberships, self.values = project.memberships(), project.field_values()
        self._groups_of: dict[str, tuple[str, ...]] = {}
        for member in self.memberships:
            self._groups_of[member.article] = (*self._groups_of.get(member.article, ()), member.group)
        self._values_of: dict[str, tuple[tuple[str, str], ...]] = {}
        for value in self.values:
            pair = (value.field, value.value)
            self._values_of[value.article] = (*self._values_of.get(value.article, ()), pair)

    def _follow(self, change_set: ChangeSet) -> None:
        if len(change_set.changes) > MANY_CHANGES or KINDS & {type(change.record) for change in change_set.changes}:
            self._read()
            self.changed.emit()
