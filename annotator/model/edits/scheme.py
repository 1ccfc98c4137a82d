"""What is done to the scheme: codes added, described, moved, merged, deleted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.shaping import with_remarks_of
from annotator.model.errors import Refused
from annotator.model.records import Code, Coder, Coding, Declined, Memo, new_id, now
from annotator.model.scheme_tree import below, inherited_colour, next_position, sharing_colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_NAME = 500
_COLOUR = re.compile("#[0-9a-f]{6}")


def add_code(
    *, name: str, codes: Sequence[Code], coder: Coder, parent: str | None = None, definition: str = ""
) -> ChangeSet:
    """Add a code as the last below its parent, in its family's hue.

    Raises Refused when the name is empty, too long, or there already under that parent.
    """
    code = Code(
        id=new_id(), name=checked_name(name, codes, parent), parent=parent, position=next_position(codes, parent),
        colour=inherited_colour(codes, parent), definition=definition, coder=coder.id, created=now(),
    )  # fmt: skip
    return ChangeSet(f"Add code: {code.title}", (Change(None, code),))


def rename_code(*, code: Code, name: str, codes: Sequence[Code], short_name: str = "") -> ChangeSet:
    """Give a code another name; its label stays.

    Raises Refused as `add_code` does.
    """
    others = [other for other in codes if other.id != code.id]
    after = replace(code, name=checked_name(name, others, code.parent), short_name=short_name)
    return _altered(f"Rename code: {after.title}", code, after)


def describe_code(
    *,
    code: Code,
    definition: str | None = None,
    include: str | None = None,
    exclude: str | None = None,
    examples: str | None = None,
) -> ChangeSet:
    """Set what is given of definition, include, exclude and examples."""
    given = {"definition": definition, "include": include, "exclude": exclude, "examples": examples}
    filled: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    after = replace(code, **filled)
    return _altered(f"Describe code: {code.title}", code, after)


def recolour_code(*, code: Code, colour: str) -> ChangeSet:
    """Give a code another colour, `#rrggbb`.

    Raises Refused for what is no colour.
    """
    if not _COLOUR.fullmatch(colour.lower()):
        message = f"“{colour}” is no colour, so the code keeps its own. Write it as #rrggbb."
        raise Refused(message)
    return _altered(f"Recolour code: {code.title}", code, replace(code, colour=colour.lower()))


def set_key(*, code: Code, key: int | None, codes: Sequence[Code]) -> ChangeSet:
    """Give a code one of the keys 1 to 9, taken from the code that had it.

    Raises Refused for any other key.
    """
    if key is not None and not 1 <= key <= 9:
        message = f"{key} is no key for a code. Use 1 to 9."
        raise Refused(message)
    changes = [
        Change(other, replace(other, key=None))
        for other in codes
        if key is not None and other.key == key and other.id != code.id
    ]
    if code.key != key:
        changes.append(Change(code, replace(code, key=key)))
    return ChangeSet(f"Key {key or 'none'} for {code.title}", tuple(changes))


def move_code(*, code: Code, parent: str | None, position: int, codes: Sequence[Code]) -> ChangeSet:
    """Hang a code, with all below it, under another parent (or none) at a place from 0; the others make room.

    What had its parent's colour takes that of the new parent.
    Raises Refused when the parent lies below the code, or has a code of that name.
    """
    if parent == code.id or any(other.id == parent for other in below(code, codes)):
        message = f"{code.title} cannot go below itself, so it stays where it is. Choose a parent outside it."
        raise Refused(message)
    others = [other for other in codes if other.id != code.id]
    checked_name(code.name, others, parent)
    row = sorted((other for other in others if other.parent == parent), key=lambda other: other.position)
    before = {other.id: other for other in codes}
    recoloured = _in_new_family(code, before, parent)
    row.insert(max(0, min(position, len(row))), replace(recoloured.pop(code.id, code), parent=parent))
    changes = [Change(before[one.id], one) for one in recoloured.values()]
    changes += [
        Change(before[other.id], replace(other, position=place))
        for place, other in enumerate(row)
        if replace(other, position=place) != before[other.id]
    ]
    return ChangeSet(f"Move code: {code.title}", tuple(changes))


def _in_new_family(code: Code, codes: Mapping[str, Code], parent: str | None) -> dict[str, Code]:
    """Return a code and those below that share its hue in the hue of a new parent, if they had that of the old one."""
    old, new = codes.get(code.parent or ""), codes.get(parent or "")
    if old is None or new is None or not old.colour == code.colour != new.colour:
        return {}
    return {one.id: replace(one, colour=new.colour) for one in (code, *sharing_colour(code, codes.values()))}


def merge_codes(
    *,
    code: Code,
    into: Code,
    codes: Sequence[Code],
    codings: Iterable[Coding],
    memos: Iterable[Memo] = (),
    declined: Iterable[Declined] = (),
) -> ChangeSet:
    """Give all codings of a code, everyone's, to another code, and remove it. Its sub-codes move below the other.

    `codings` are those of both codes. A passage that one coder had coded with both keeps the one coding.
    Raises Refused when the other lies below the code or is the same.
    """
    if code.id == into.id or any(other.id == into.id for other in below(code, codes)):
        message = f"{code.title} cannot be merged into itself or what lies below it. Choose another code."
        raise Refused(message)
    changes = _codings_moved(list(codings), code, into)
    position = next_position(codes, into.id)
    for number, child in enumerate(other for other in codes if other.parent == code.id):
        changes.append(Change(child, replace(child, parent=into.id, position=position + number)))
    changes += [Change(memo, replace(memo, subject=into.id)) for memo in memos if memo.subject == code.id]
    changes += [Change(one, replace(one, code=into.id)) for one in declined if one.code == code.id]
    changes.append(Change(code, None))
    return ChangeSet(f"Merge {code.title} into {into.title}", tuple(changes), carries_others=True)


def delete_code(
    *,
    code: Code,
    codes: Sequence[Code],
    codings: Iterable[Coding],
    memos: Iterable[Memo] = (),
    declined: Iterable[Declined] = (),
) -> ChangeSet:
    """Delete a code with all below it and everyone's codings of them. `codings` are those of all these codes."""
    gone = [code, *below(code, codes)]
    ids = {other.id for other in gone}
    changes = [Change(coding, None) for coding in codings if coding.code in ids]
    changes += [Change(memo, None) for memo in memos if memo.subject in ids]
    changes += [Change(one, None) for one in declined if one.code in ids]
    changes += [Change(other, None) for other in reversed(gone)]
    return ChangeSet(f"Delete code: {code.title}", tuple(changes), carries_others=True)


def checked_name(name: str, codes: Iterable[Code], parent: str | None) -> str:
    """Return the name with white space collapsed.

    Raises Refused when it is empty, too long, or there already under that parent (without regard to case).
    """
    shown = " ".join(name.split())
    if not shown:
        message = "A code needs a name, so nothing was changed. Type one."
        raise Refused(message)
    if len(shown) > LONGEST_NAME:
        message = f"A code's name may have {LONGEST_NAME} characters, not {len(shown)}. Put the rest in the definition."
        raise Refused(message)
    if any(code.parent == parent and code.name.casefold() == shown.casefold() for code in codes):
        message = f"There is a code “{shown}” in that place already; nothing was changed. Use that one or another name."
        raise Refused(message)
    return shown


def _codings_moved(codings: Sequence[Coding], code: Code, into: Code) -> list[Change]:
    """Move the codings of a code to another; of two that become the same one stays, with both memos."""
    kept = {_place(coding): coding for coding in codings if coding.code == into.id}
    before = {coding.id: coding for coding in codings}
    for coding in codings:
        if coding.code == code.id:
            moved = replace(coding, code=into.id, modified=now())
            twin = kept.get(_place(moved))
            kept[_place(moved)] = moved if twin is None else with_remarks_of(twin, coding)
    after = {coding.id: coding for coding in codings if coding.code == into.id}
    after.update((coding.id, coding) for coding in kept.values())
    return [Change(coding, after.get(key)) for key, coding in before.items() if after.get(key) != coding]


def _place(coding: Coding) -> tuple[str, str, int, int]:
    return coding.article, coding.coder, coding.start, coding.end


def _altered(label: str, before: Code, after: Code) -> ChangeSet:
    return ChangeSet(label, () if before == after else (Change(before, after),))
