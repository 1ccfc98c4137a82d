"""How somebody joins the project."""

from __future__ import annotations

from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import Refused
from annotator.model.records import Coder, CoderKind, new_id, now

LONGEST_NAME = 200


def add_coder(*, name: str, kind: CoderKind = "person") -> ChangeSet:
    """Add a coder by name; white space is collapsed.

    Raises Refused when the name is empty or longer than 200 characters.
    """
    shown = " ".join(name.split())
    if not shown:
        message = "A coder needs a name, so nobody was added. Type the name that shall stand beside the codings."
        raise Refused(message)
    if len(shown) > LONGEST_NAME:
        message = f"A coder's name may have {LONGEST_NAME} characters, this has {len(shown)}. Use a shorter one."
        raise Refused(message)
    coder = Coder(id=new_id(), name=shown, kind=kind, created=now())
    return ChangeSet(f"Add coder {shown}", (Change(None, coder),))
