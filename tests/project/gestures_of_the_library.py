"""What two coders can do with the articles as a library: groups, fields of one's own, several described at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from project.gestures_in_text import GesturesInText
from two_coders import picked

from annotator.model import edits

if TYPE_CHECKING:
    from annotator.model.records import Article, Field, Group

NUMBER = st.integers(0, 40)
NAMES = st.sampled_from(["Pilot", "Région", "pilot", " ", "Year one"])
KINDS = st.sampled_from(["text", "number", "date", "choice"])
VALUES = st.sampled_from(["", "north", "South", "-3.5", "2016-05-19", "in  between"])
CHOICES = st.sampled_from(["North\nSouth", "North\nEast", "South\nnorth\nSouth", ""])


class GesturesOfTheLibrary(GesturesInText):
    """Rules on groups and fields."""

    def some_articles(self, number: int) -> list[Article]:
        return self.project.articles()[: number % 3 + 1]

    @rule(name=NAMES, number=NUMBER, kind=KINDS, choices=CHOICES)
    def add_group_and_field(self, name: str, number: int, kind: Any, choices: str) -> None:
        self.do("add_group", lambda: edits.add_group(
            name=name, groups=self.project.groups(), coder=self.project.coder, articles=self.some_articles(number)
        ))  # fmt: skip
        self.do("add_field", lambda: edits.add_field(
            name=name, kind=kind, choices=choices, fields=self.project.fields(), coder=self.project.coder
        ))  # fmt: skip
        if number % 2:
            self.say_what_articles_are(number, number, "North" if kind == "choice" else "2016-05-19", name)

    @rule(number=NUMBER, some=NUMBER, name=NAMES, what=st.sampled_from(["rename", "in", "in", "out", "delete"]))
    def change_a_group(self, number: int, some: int, name: str, what: str) -> None:
        group: Group | None = picked(self.project.groups(), number)
        if group is None:
            return
        members, articles = self.project.memberships(), self.some_articles(some)
        if what in ("rename", "delete"):
            self.do("rename_group", lambda: edits.rename_group(group=group, name=name, groups=self.project.groups()))
        if what == "in":
            self.do("put_in_group", lambda: edits.put_in_group(group=group, articles=articles, memberships=members))
        elif what == "out":
            self.do("take_out_of_group", lambda: edits.take_out_of_group(
                group=group, articles=articles, memberships=members
            ))  # fmt: skip
        elif what == "delete":
            renamed = next(one for one in self.project.groups() if one.id == group.id)
            self.do("delete_group", lambda: edits.delete_group(group=renamed, memberships=members))

    @rule(number=NUMBER, name=NAMES, kind=KINDS, choices=CHOICES, delete=st.booleans())
    def change_a_field(self, number: int, name: str, kind: Any, choices: str, delete: bool) -> None:
        field: Field | None = picked(self.project.fields(), number)
        if field is None:
            return
        self.do("change_field", lambda: edits.change_field(
            field=field, name=name, kind=kind, choices=choices, fields=self.project.fields(),
            values=self.project.field_values(),
        ))  # fmt: skip
        if delete:
            changed = next(one for one in self.project.fields() if one.id == field.id)
            self.do("delete_field", lambda: edits.delete_field(field=changed, values=self.project.field_values()))

    @rule(number=NUMBER, some=NUMBER, value=VALUES, publication=st.sampled_from(["", "Sample briefings"]))
    def say_what_articles_are(self, number: int, some: int, value: str, publication: str) -> None:
        project, articles = self.project, self.some_articles(some)
        group, field = picked(project.groups(), number), picked(project.fields(), number)
        if field:
            self.do("set_value", lambda: edits.set_value(
                field=field, articles=articles, value=value, values=project.field_values()
            ))  # fmt: skip
        facts = {article.id: {"publication": publication, "published": "2016-05-19"} for article in articles}
        self.do("take_facts", lambda: edits.take_facts(articles=articles, facts=facts))
        said = edits.Description(
            facts={"publication": publication}, values={field.id: ""} if field else {},
            into=(group.id,) if group and number % 2 else (), out_of=(group.id,) if group and not number % 2 else (),
        )  # fmt: skip
        self.do("describe_articles", lambda: edits.describe_articles(
            articles=self.some_articles(some), said=said, groups=project.groups(), memberships=project.memberships(),
            fields=project.fields(), values=project.field_values(),
        ))  # fmt: skip
