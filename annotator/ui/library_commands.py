"""How the articles are gathered and told apart: groups, own fields, and how the list of them is arranged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.counting import counted
from annotator.preferences import Arrangement, load_preferences, save_preferences
from annotator.ui import messages
from annotator.ui.library.fields_window import FieldsWindow
from annotator.ui.library.group_menu import GroupChoice
from annotator.ui.library.groups_window import GroupsWindow
from annotator.ui.library.sections import GROUP, parted
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Article, Field, FieldKind, Group
    from annotator.ui.library.article_list import ArticleList
    from annotator.ui.workspace import Workspace


class LibraryCommands:
    """Made with the open project, and closed with it."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._tell = workspace, tell
        self._desk, self._session, self._list = workspace.desk, workspace.session, workspace.page.articles
        self.kept = self._desk.library
        self.groups: GroupsWindow | None = None
        self.fields: FieldsWindow | None = None
        self.choice = GroupChoice()
        self._connections = (
            (self._list.arranged, self._remember),
            (self._list.view.articles_dropped, self._dropped),
            (self._list.head.menu.groups_wanted, self.group_articles),
            (self._list.head.menu.fields_wanted, self.own_fields),
            (self.choice.turned, self.put),
            (self.choice.new_wanted, self._new_group),
            (self.kept.changed, self._show),
        )
        for signal, slot in self._connections:
            signal.connect(slot)
        kept = load_preferences().arranged.get(self._session.project.id, Arrangement())
        self._list.take_arrangement(kept)

    # what the menus call

    def group_articles(self) -> None:
        """Open the window with the groups."""
        self._open_groups([])

    def own_fields(self) -> None:
        """Open the window with the own fields."""
        if self.fields is None:
            self.fields = window = FieldsWindow(self._workspace.page.window())
            window.add_wanted.connect(self._add_field)
            window.change_wanted.connect(self._change_field)
            window.delete_wanted.connect(self._delete_field)
            window.finished.connect(self._fields_closed)
            self._show()
        self.fields.appear()

    def arrange_articles(self) -> None:
        """Open the menu of order and headings."""
        self._unfolded().head.sort_button.showMenu()

    def filter_articles(self) -> None:
        """Open the menu of what the articles are filtered by."""
        self._unfolded().pick_button.showMenu()

    def put(self, group_id: str, article_ids: Sequence[str], into: bool = True) -> None:
        """Put articles into a group, or take them out."""
        group, articles = self._group(group_id), self._articles(article_ids)
        if group is None:
            return
        verb = edits.put_in_group if into else edits.take_out_of_group
        change_set = verb(group=group, articles=articles, memberships=self.kept.memberships)
        if not change_set:
            self._tell(f"Already in “{group.name}”; nothing was changed.")
        elif self._session.do(change_set) is not None:
            where = "are in" if into else "are no longer in"
            where = where if len(change_set.changes) > 1 else where.replace("are", "is")
            self._tell(f"{counted(len(change_set.changes), 'article')} {where} “{group.name}”.")

    def fill_menu(self, menu: QMenu, articles: Sequence[str]) -> None:
        """Offer the groups for these articles."""
        self.choice.fill(menu, self.kept.groups, self.inside(articles), articles)

    def inside(self, articles: Sequence[str]) -> dict[str, bool | None]:
        """Return whether these articles are in each group, None where some are."""
        number = {group.id: 0 for group in self.kept.groups}
        for article in articles:
            for group in self.kept.groups_of(article):
                number[group] += 1
        return {
            group: found == len(articles) if found in (0, len(articles)) else None for group, found in number.items()
        }

    def values(self, articles: Sequence[str]) -> dict[str, str | None]:
        """Return what these articles have in each own field, None where they differ."""
        of_each = [dict(self.kept.values_of(article)) for article in articles]
        found = {field.id: {values.get(field.id, "") for values in of_each} for field in self.kept.fields}
        return {field: values.pop() if len(values) == 1 else None for field, values in found.items()}

    def may_leave(self) -> bool:
        """Tell whether the windows may go, asking where something typed would be lost."""
        return self.fields is None or self.fields.may_go()

    def close(self) -> None:
        """Take the windows away and hear the list no longer."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        for window in (self.groups, self.fields):
            if window is not None:
                window.done(0)

    # groups

    def _open_groups(self, articles: Sequence[str]) -> None:
        if self.groups is None:
            self.groups = window = GroupsWindow(self._workspace.page.window())
            window.add_wanted.connect(self._add_group)
            window.rename_wanted.connect(self._rename_group)
            window.delete_wanted.connect(self._delete_group)
            window.finished.connect(self._groups_closed)
            self._show()
        self.groups.begin_with(articles)
        self.groups.appear()

    def _new_group(self, articles: list[str]) -> None:
        self._open_groups(articles)

    def _add_group(self, name: str, articles: list[str]) -> None:
        window = self.groups
        make = partial(
            edits.add_group, name=name, groups=self.kept.groups, coder=self._session.coder,
            articles=self._articles(articles),
        )  # fmt: skip
        if window is not None and written(self._session, make, window.show_problem):
            window.added()

    def _rename_group(self, group_id: str, name: str) -> None:
        window, group = self.groups, self._group(group_id)
        if window is not None and group is not None:
            make = partial(edits.rename_group, group=group, name=name, groups=self.kept.groups)
            if written(self._session, make, window.show_problem):
                window.added()

    def _delete_group(self, group_id: str) -> None:
        group = self._group(group_id)
        if group is None:
            return
        number = counted(self.kept.numbers_in_groups()[group_id], "article")
        question = f"Delete the group “{group.name}”: {number} in it stay in the project. Undo brings the group back."
        if messages.confirm(self.groups, question, "Delete"):
            self._session.do(edits.delete_group(group=group, memberships=self.kept.memberships))

    # fields

    def _add_field(self, name: str, kind: FieldKind, choices: str) -> None:
        make = partial(
            edits.add_field, name=name, kind=kind, choices=choices, fields=self.kept.fields, coder=self._session.coder
        )
        if self._on_fields(make) and self.fields is not None:
            self.fields.begin_anew()

    def _change_field(self, field_id: str, name: str, kind: FieldKind, choices: str) -> None:
        if (field := self._field(field_id)) is not None:
            self._on_fields(partial(
                edits.change_field, field=field, name=name, kind=kind, choices=choices, fields=self.kept.fields,
                values=self.kept.values,
            ))  # fmt: skip

    def _delete_field(self, field_id: str) -> None:
        if (field := self._field(field_id)) is None:
            return
        number = counted(self.kept.numbers_of_values()[field_id], "value")
        question = f"Delete the field “{field.name}”: {number} of articles go with it. Undo brings everything back."
        if messages.confirm(self.fields, question, "Delete"):
            self._on_fields(partial(edits.delete_field, field=field, values=self.kept.values))

    def _on_fields(self, make: Callable[[], ChangeSet]) -> bool:
        return self.fields is not None and written(self._session, make, self.fields.show_problem)

    # the list

    def _dropped(self, articles: list[str], key: str) -> None:
        kind, value = parted(key)
        if kind == GROUP:
            self.put(value, articles)
        elif (field := self._field(kind.partition("/")[2])) is not None:
            change_set = edits.set_value(
                field=field, articles=self._articles(articles), value=value, values=self.kept.values
            )
            if self._session.do(change_set) is not None:
                self._tell(f"{field.name} is “{value}” in {counted(len(change_set.changes), 'article')}.")

    def _remember(self) -> None:
        arranged = self._list.arrangement()
        save_preferences(load_preferences().with_arrangement(self._session.project.id, arranged))

    def _unfolded(self) -> ArticleList:
        if self._list.compact:
            self._list.unfold_wanted.emit()
        return self._list

    def _show(self, _touched: Sequence[str] = ()) -> None:
        if self.groups is not None:
            self.groups.show_groups(self.kept.groups, self.kept.numbers_in_groups())
        if self.fields is not None:
            self.fields.show_fields(self.kept.fields, self.kept.numbers_of_values())

    def _groups_closed(self, _result: int) -> None:
        self.groups = None

    def _fields_closed(self, _result: int) -> None:
        self.fields = None

    def _group(self, group_id: str) -> Group | None:
        return next((group for group in self.kept.groups if group.id == group_id), None)

    def _field(self, field_id: str) -> Field | None:
        return next((field for field in self.kept.fields if field.id == field_id), None)

    def _articles(self, ids: Sequence[str]) -> list[Article]:
        return [self._desk.articles[one] for one in ids if one in self._desk.articles]
