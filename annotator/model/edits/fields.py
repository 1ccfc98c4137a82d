"""What is done with fields of one's own: added, changed, deleted, filled for one article or several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.counting import counted
from annotator.model.edits.groups import free_name, pair_id
from annotator.model.errors import Refused
from annotator.model.field_values import choices_of, in_good_order, misfit, renamed_choices
from annotator.model.records import Field, FieldValue, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Article, Coder, FieldKind, Record


def add_field(*, name: str, kind: FieldKind, choices: str = "", fields: Iterable[Field], coder: Coder) -> ChangeSet:
    """Add a field behind the others; `choices` one a line.

    Raises Refused for a name that is empty, too long or there already, and for a choice between fewer than two.
    """
    others = list(fields)
    position = max((other.position for other in others), default=-1) + 1
    field = Field(
        id=new_id(), name=free_name(name, "field", (other.name for other in others)), kind=kind,
        choices=_choices(kind, choices), position=position, coder=coder.id, created=now(),
    )  # fmt: skip
    return ChangeSet(f"Add field “{field.name}”", (Change(None, field),))


def change_field(
    *, field: Field, name: str, kind: FieldKind, choices: str = "", fields: Iterable[Field],
    values: Iterable[FieldValue],
) -> ChangeSet:  # fmt: skip
    """Change a field's name, kind or choices. A choice that got another name takes its values along.

    Raises Refused as `add_field`, and where values of articles would no longer fit.
    """
    free = free_name(name, "field", (other.name for other in fields if other.id != field.id))
    after = replace(field, name=free, kind=kind, choices=_choices(kind, choices))
    renamed = renamed_choices(field.choice_list, after.choice_list)
    own = [value for value in values if value.field == field.id]
    carried = [(one, replace(one, value=in_good_order(after, renamed.get(one.value, one.value)))) for one in own]
    if wrong := [new.value for _, new in carried if misfit(after, new.value)]:
        message = (
            f"{counted(len(wrong), 'article')} would hold “{wrong[0]}” and the like, which no longer fits "
            f"“{field.name}”, so it was not changed. Give them other values first."
        )
        raise Refused(message)
    pairs: list[Change] = [Change(field, after)] if after != field else []
    pairs += [Change(old, new) for old, new in carried if old != new]
    return ChangeSet(f"Change field “{after.name}”", tuple(pairs))


def delete_field(*, field: Field, values: Iterable[FieldValue]) -> ChangeSet:
    """Delete a field with all its values."""
    gone: list[Record] = [value for value in values if value.field == field.id]
    return ChangeSet(f"Delete field “{field.name}”", tuple(Change(one, None) for one in [*gone, field]))


def set_value(*, field: Field, articles: Sequence[Article], value: str, values: Iterable[FieldValue]) -> ChangeSet:
    """Give articles a value; an empty one takes it away.

    Raises Refused, in a sentence, when the value does not fit the kind of the field.
    """
    value = in_good_order(field, value)
    if problem := misfit(field, value):
        raise Refused(problem)
    there = {one.article: one for one in values if one.field == field.id}
    changes = (_change(field, article.id, value, there.get(article.id)) for article in articles)
    return ChangeSet(f"Set “{field.name}”", tuple(change for change in changes if change is not None))


def _change(field: Field, article: str, value: str, before: FieldValue | None) -> Change | None:
    if before is None:
        new = FieldValue(id=pair_id(field.id, article), article=article, field=field.id, value=value)
        return Change(None, new) if value else None
    if not value:
        return Change(before, None)
    return None if before.value == value else Change(before, replace(before, value=value))


def _choices(kind: FieldKind, choices: str) -> str:
    if kind != "choice":
        return ""
    found = choices_of(choices)
    if len(found) < 2:
        message = "A choice needs at least two choices, so nothing was changed. Write one a line."
        raise Refused(message)
    return "\n".join(found)
