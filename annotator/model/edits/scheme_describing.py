"""How one form with everything about a code becomes one gesture: words, colour and key together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.scheme import checked_name, recolour_code, set_key
from annotator.model.errors import Refused
from annotator.model.records import Code
from annotator.model.scheme_tree import sharing_colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_SHORT_NAME = 22  # characters, as margin, tree and lanes have room for


def revise_code(*, before: Code | None, after: Code, codes: Sequence[Code]) -> ChangeSet:
    """Make of a code what a form says of it, or add it where there is none `before`, as one gesture.

    A new colour goes on to the sub-codes that shared the old one; a key is taken from the code that had it.
    Raises Refused for a name that is empty, too long or taken, a label that is taken, a short name that is too long.
    """
    others = [code for code in codes if code.id != after.id]
    checked = replace(
        after,
        name=checked_name(after.name, others, after.parent),
        short_name=_checked_short_name(after.short_name),
        label=_checked_label(after.label, others),
    )
    recolour_code(code=checked, colour=checked.colour)
    altered = {change.record.id: change for change in set_key(code=checked, key=checked.key, codes=others).changes}
    shared = sharing_colour(before, [before, *others]) if before is not None else []
    for code in [one for one in shared if one.colour != checked.colour]:
        known = altered.get(code.id)
        present = known.after if known is not None and isinstance(known.after, Code) else code
        altered[code.id] = Change(code, replace(present, colour=checked.colour))
    own = () if checked == before else (Change(before, checked),)
    verb = "Add code" if before is None else "Describe code"
    return ChangeSet(f"{verb}: {checked.title}", (*altered.values(), *own))


def _checked_short_name(short_name: str) -> str:
    shown = " ".join(short_name.split())
    if len(shown) > LONGEST_SHORT_NAME:
        message = (
            f"A short name may have {LONGEST_SHORT_NAME} characters, not {len(shown)}, so nothing was changed. "
            "Shorten it, or leave it empty: then the name is shown."
        )
        raise Refused(message)
    return shown


def _checked_label(label: str, others: Iterable[Code]) -> str:
    shown = " ".join(label.split())
    for other in others:
        if shown and other.label.casefold() == shown.casefold():
            message = f"The label {shown} belongs to {other.name}, so nothing was changed. Choose another label."
            raise Refused(message)
    return shown
