"""How a code that came to mean two things is split in two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.scheme import checked_name
from annotator.model.errors import Refused
from annotator.model.records import Code, Coder, Coding, new_id, now

if TYPE_CHECKING:
    from collections.abc import Sequence


def split_code(*, code: Code, name: str, codes: Sequence[Code], codings: Sequence[Coding], coder: Coder) -> ChangeSet:
    """Make a new code right after `code`, in its colour, and give it the chosen codings, everyone's.

    The new code has no definition yet. Codings of other codes among the chosen ones stay as they are.
    Raises Refused when no coding of the code is chosen, and for a name that is empty, too long or taken.
    """
    chosen = [coding for coding in codings if coding.code == code.id]
    if not chosen:
        message = f"No coding of {code.title} is chosen, so it was not split. Choose those that go to the new code."
        raise Refused(message)
    new = Code(
        id=new_id(), name=checked_name(name, codes, code.parent), parent=code.parent, position=code.position + 1,
        colour=code.colour, codable=code.codable, coder=coder.id, created=now(),
    )  # fmt: skip
    changes = _room_made(code, new, codes)
    time = now()
    changes += [Change(coding, replace(coding, code=new.id, modified=time)) for coding in chosen]
    return ChangeSet(f"Split code: {code.title}", tuple(changes), carries_others=True)


def _room_made(code: Code, new: Code, codes: Sequence[Code]) -> list[Change]:
    """Return the new code and its brothers and sisters as they follow each other with it among them."""
    row = [other for other in codes if other.parent == code.parent]
    row.sort(key=lambda other: (other.position, other.created, other.id))
    row.insert([other.id for other in row].index(code.id) + 1, new)
    changes = []
    for position, other in enumerate(row):
        after = replace(other, position=position)
        if other is new:
            changes.append(Change(None, after))
        elif after != other:
            changes.append(Change(other, after))
    return changes
