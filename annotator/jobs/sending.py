"""One coder's work as a small file for a colleague."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.exporting.safe_file import replacing
from annotator.model.changes import Change, ChangeSet
from annotator.model.pointing import targets
from annotator.model.records import (
    RECORD_TYPES,
    Answer,
    Article,
    Code,
    Coder,
    Coding,
    Declined,
    Field,
    FieldValue,
    Group,
    Membership,
    Memo,
    Quotation,
    Reading,
    Record,
    Round,
    Verdict,
    Zone,
    now,
)
from annotator.model.revisions import NEVER_WRITTEN_AGAIN
from annotator.project.packing import write_package

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.revisions import Revision, RowKey
    from annotator.project.project import Project

Records = dict[type[Record], dict[str, Record]]
_SHARED: tuple[type[Record], ...] = (Code, Group, Field, Round)
_OWN: tuple[type[Record], ...] = (Coding, Reading, Memo, Declined, Verdict, Answer)
_OF_ARTICLES: tuple[type[Record], ...] = (Zone, Quotation, Membership, FieldValue)


@dataclass(frozen=True, slots=True)
class Sent:
    """What is in a package, and its revision: how often the coder had acted."""

    codings: int
    articles: int
    codes: int
    revision: int


def send_work(project: Project, coder: Coder, out: Path) -> Sent:
    """Write a coder's codings, readings and notes with the scheme and the articles they are on.

    Raises CannotWrite when the file cannot be written, or is a project already.
    """
    records, known = project.all_records(), project.revisions()
    packed = _packed(records, coder)
    revision = known.get((Coder, coder.id), NEVER_WRITTEN_AGAIN).number
    texts = dict.fromkeys(one.text_sha256 for one in packed[Article].values() if isinstance(one, Article))
    content = ChangeSet(
        f"Pack the work of {coder.name}",
        tuple(Change(None, one) for kind in RECORD_TYPES for one in packed[kind].values()),
        tuple(project.whole_text(sha256) for sha256 in texts), carries_others=True,
        revisions=_revisions(known, packed, coder),
    )  # fmt: skip
    about = {"id": project.id, "name": project.name, "created": now(), "package": coder.id, "revision": str(revision)}
    with replacing(out) as (part,):
        write_package(part, about, content, coder.id)
    return Sent(len(packed[Coding]), len(packed[Article]), len(packed[Code]), revision)


def _packed(records: Records, coder: Coder) -> Records:
    """Return the coder's rows, the scheme, groups and fields, what belongs to the articles, and all they point at."""
    packed: Records = {kind: {} for kind in RECORD_TYPES}
    packed[Coder][coder.id] = records[Coder][coder.id]
    for kind in _SHARED:
        packed[kind] = dict(records[kind])
    for kind in _OWN:
        packed[kind] = {row: one for row, one in records[kind].items() if _is_theirs(one, coder)}
    _add_targets(packed, records)
    for kind in _OF_ARTICLES:
        packed[kind] = {row: one for row, one in records[kind].items() if _article_of(one) in packed[Article]}
    _add_targets(packed, records)
    return packed


def _add_targets(packed: Records, records: Records) -> None:
    look = [one for found in packed.values() for one in found.values()]
    while look:
        for kind, row in targets(look.pop()):
            if row not in packed[kind]:
                packed[kind][row] = records[kind][row]
                look.append(records[kind][row])


def _revisions(known: dict[RowKey, Revision], packed: Records, coder: Coder) -> tuple[tuple[RowKey, Revision], ...]:
    """Return the revisions of what is packed, and of what was removed: the coder's own, and what everybody shares.

    How often other coders have acted is left out, since their work is; so is what a removed article was.
    """
    return tuple(
        (key, replace(one, kept=None) if isinstance(one.kept, Article) else one)
        for key, one in known.items()
        if (key[1] in packed[key[0]] and not (key[0] is Coder and key[1] != coder.id))
        or one.same_as
        or (one.kept is not None and _travels(one.kept, packed, coder))
    )


def _travels(gone: Record, packed: Records, coder: Coder) -> bool:
    if type(gone) in _OWN:
        return _is_theirs(gone, coder)
    return type(gone) not in _OF_ARTICLES or _article_of(gone) in packed[Article]


def _is_theirs(one: Record, coder: Coder) -> bool:
    return isinstance(one, Coding | Reading | Memo | Declined | Verdict | Answer) and one.coder == coder.id


def _article_of(one: Record) -> str | None:
    return one.article if isinstance(one, Zone | Quotation | Membership | FieldValue) else None
