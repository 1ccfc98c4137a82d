"""One coder's work as a small file for a colleague."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.exporting.safe_file import replacing
from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import AnnotatorError, Refused
from annotator.model.pointing import targets
from annotator.model.records import (
    AGREED_ID,
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
    Person,
    Quotation,
    Reading,
    Record,
    Round,
    Verdict,
    Zone,
    now,
)
from annotator.model.revisions import NEVER_WRITTEN_AGAIN
from annotator.project.opening import WITHOUT_TEXTS
from annotator.project.packing import write_package
from annotator.project.project import Project
from annotator.reviewing.without_texts import without_quotes

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.revisions import Revision, RowKey

Records = dict[type[Record], dict[str, Record]]
_SHARED: tuple[type[Record], ...] = (Code, Group, Field, Round)
_OWN: tuple[type[Record], ...] = (Coding, Reading, Memo, Declined, Verdict, Answer)
_OF_ARTICLES: tuple[type[Record], ...] = (Zone, Quotation, Person, Membership, FieldValue)


@dataclass(frozen=True, slots=True)
class Sent:
    """What is in a package, and its revision: how often the coder had acted."""

    codings: int
    articles: int
    codes: int
    revision: int


def send_work(project: Project, coder: Coder, out: Path, *, with_texts: bool = True) -> Sent:
    """Write a coder's codings, readings and notes with the scheme and the articles they are on.

    Without texts no sentence of an article goes along: who receives it has the same articles. A package that the coder
    sent before is written anew.

    Raises CannotWrite when the file cannot be written, or is a project already; Refused when a newer package of the
    coder lies there.
    """
    packed, revision, known = _of(project, coder)
    revisions = _revisions(known, packed, coder)
    if not with_texts:
        packed = {kind: {row: without_quotes(one) for row, one in rows.items()} for kind, rows in packed.items()}
        revisions = tuple((key, replace(one, kept=one.kept and without_quotes(one.kept))) for key, one in revisions)
    hashes = dict.fromkeys(one.text_sha256 for one in packed[Article].values() if isinstance(one, Article))
    content = ChangeSet(
        f"Pack the work of {coder.name}",
        tuple(Change(None, one) for kind in RECORD_TYPES for one in packed[kind].values()),
        tuple(project.whole_text(sha256) for sha256 in hashes) if with_texts else (), carries_others=True,
        revisions=revisions,
    )  # fmt: skip
    about = {"id": project.id, "name": project.name, "created": now(), "package": coder.id, "revision": str(revision)}
    with replacing(out, may_go=lambda file: _is_older_package(file, project, coder, revision)) as (part,):
        write_package(part, about if with_texts else {**about, **WITHOUT_TEXTS}, content, coder.id)
    return _sent(packed, coder, revision)


def what_would_go(project: Project, coder: Coder) -> Sent:
    """Return what would be in a package now."""
    packed, revision, _ = _of(project, coder)
    return _sent(packed, coder, revision)


def package_name(project: Project, coder: Coder) -> str:
    """Return how the file of a coder's package is called, in any file system."""
    name = "".join("-" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in coder.name).strip(" .")
    return f"{project.path.stem} from {name[:60] or 'a coder'}.annotator"


def _of(project: Project, coder: Coder) -> tuple[Records, int, dict[RowKey, Revision]]:
    known = project.revisions()
    revision = known.get((Coder, coder.id), NEVER_WRITTEN_AGAIN).number
    return _packed(project.all_records(), coder), revision, known


def _sent(packed: Records, coder: Coder, revision: int) -> Sent:
    own = sum(1 for one in packed[Coding].values() if isinstance(one, Coding) and one.coder == coder.id)
    return Sent(own, len(packed[Article]), len(packed[Code]), revision)


def _is_older_package(file: Path, project: Project, coder: Coder, revision: int) -> bool:
    """Tell whether a database is what the coder sent of this project before.

    Raises Refused when it is newer than what would be written.
    """
    try:
        with Project.open(file, read_only=True) as there:
            if there.id != project.id or there.package_of != coder.id:
                return False
            known = there.revisions().get((Coder, coder.id), NEVER_WRITTEN_AGAIN).number
    except AnnotatorError:
        return False
    if known > revision:
        message = (
            f"{file.name} holds later work of {coder.name} (revision {known}; here is {revision}), so it was left as "
            "it was. Receive it first, or give another name."
        )
        raise Refused(message)
    return True


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
    """Tell whether a row goes with a coder's work: it is the coder's, or was agreed."""
    if isinstance(one, Coding) and one.coder == AGREED_ID:
        return True
    return isinstance(one, Coding | Reading | Memo | Declined | Verdict | Answer) and one.coder == coder.id


def _article_of(one: Record) -> str | None:
    return one.article if isinstance(one, Zone | Quotation | Person | Membership | FieldValue) else None
