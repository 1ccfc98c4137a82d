"""What there is to decide when two copies are put together; each has an answer that stands if nobody says otherwise."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Literal

from annotator.model.pointing import targets
from annotator.model.records import Article, Code, Coder, Coding
from annotator.reviewing.choices import BRING_BACK, OURS, THEIRS, TWO_PEOPLE
from annotator.reviewing.copies import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model.records import Record
    from annotator.model.revisions import RowKey
    from annotator.reviewing.copies import Copy, Version

QuestionKind = Literal["code gone", "code differs", "text differs", "same name"]
_LISTED_BY_REVISION = {"position", "key", "coder", "created"}  # of a code: not worth a question


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide: the row it is about as it is here and there, and how many codings hang on it.

    `default` is what happens by itself. `both`: both sides have changed it.
    """

    kind: QuestionKind
    key: RowKey
    ours: Record | None
    theirs: Record | None
    default: str
    codings: int = 0
    both: bool = False


def questions(
    ours: Copy, our_rows: dict[RowKey, Version], theirs: Copy, their_rows: dict[RowKey, Version]
) -> list[Question]:
    """Return what there is to decide before the two are put together, in the order of the kinds."""
    gone = _codes_gone(ours, our_rows, their_rows)
    differing = list(_differing(ours, our_rows, theirs, their_rows))
    used, codings = _uses(our_rows, their_rows, {one.key for one in gone}, {one.key for one in (*gone, *differing)})
    return [
        *(replace(one, codings=codings[one.key]) for one in gone if one.key in used),
        *(replace(one, codings=codings[one.key]) for one in differing),
        *_same_names(ours, their_rows),
    ]


def _codes_gone(ours: Copy, our_rows: dict[RowKey, Version], their_rows: dict[RowKey, Version]) -> list[Question]:
    """Return the codes that were deleted here and still stand there."""
    return [
        Question("code gone", key, None, one.record, BRING_BACK)
        for key, one in their_rows.items()
        if key[0] is Code
        and key[1] not in ours.records[Code]
        and (mine := our_rows.get(key)) is not None
        and one.record is not None
        and (both := joined(mine, one)).number <= both.gone
    ]


def _differing(
    ours: Copy, our_rows: dict[RowKey, Version], theirs: Copy, their_rows: dict[RowKey, Version]
) -> Iterator[Question]:
    for kind in (Code, Article):
        for key in [(kind, row) for row in theirs.records[kind]]:
            mine, other = our_rows.get(key), their_rows.get(key)
            if mine is None or other is None or key[1] not in ours.records[kind]:
                continue
            if _same_words(mine.record, other.record) or other.record in ours.past(key):
                continue  # what they have is what was here before
            side = OURS if joined(mine, other).record == mine.record else THEIRS
            both = mine.record not in theirs.past(key) and mine.number > 1
            yield Question("code differs" if kind is Code else "text differs", key, mine.record, other.record, side,
                           both=both)  # fmt: skip


def _same_words(one: Record | None, other: Record | None) -> bool:
    if isinstance(one, Article) and isinstance(other, Article):
        return one.text_sha256 == other.text_sha256
    if isinstance(one, Code) and isinstance(other, Code):
        return not differing_fields(one, other)
    return True


def differing_fields(one: Code, other: Code) -> list[str]:
    """Return the names of the fields in which two versions of a code say something else."""
    names = (field.name for field in fields(Code) if field.name not in _LISTED_BY_REVISION)
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def _uses(
    ours: dict[RowKey, Version], theirs: dict[RowKey, Version], gone: set[RowKey], asked: set[RowKey]
) -> tuple[set[RowKey], Counter[RowKey]]:
    """Return which rows are used by what counts of theirs, and how many codings hang on each.

    A deleted code is not used by a deleted one below it.
    """
    used: set[RowKey] = set()
    codings: Counter[RowKey] = Counter()
    for own, version in theirs.items() if asked else ():
        one = joined(version, ours.get(own))
        if one.record is None or one.number <= one.gone or own in gone:
            continue
        for key in targets(one.record):
            if key in asked:
                used.add(key)
                codings[key] += isinstance(one.record, Coding)
    return used, codings


def _same_names(ours: Copy, their_rows: dict[RowKey, Version]) -> Iterator[Question]:
    known: dict[str, Coder] = {
        one.name.casefold(): one for one in ours.records[Coder].values() if isinstance(one, Coder)
    }
    for key, version in their_rows.items():
        one = version.record
        if isinstance(one, Coder) and one.id not in ours.records[Coder] and version.number > version.gone:
            namesake = known.get(one.name.casefold())
            if namesake is not None and namesake.kind == one.kind == "person":
                yield Question("same name", key, namesake, one, TWO_PEOPLE)
