"""What happens to everyone's codings when the text of an article is corrected.

Every coding is placed anew. Where nothing can be said about its place it is kept as lost: with its old words, pointing
at one character near where they stood. It is never deleted, and its place is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.model.anchors import Carried, carry, find_quote, map_passages
from annotator.model.blocks import Block, kept_blocks, moved_blocks
from annotator.model.canonical import canonical, text_sha256
from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.correcting_found import FoundMoved, found_moved, verdicts_moved
from annotator.model.edits.shaping import placed
from annotator.model.errors import Refused
from annotator.model.passages import checked_passage, snap_to_graphemes
from annotator.model.records import Article, Coding, Place, Text, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.anchors import How
    from annotator.model.records import Quotation, Verdict, Zone


@dataclass(frozen=True, slots=True)
class Replaced:
    """A coding before and after the correction, and in what way its place was found."""

    before: Coding
    after: Coding
    how: How


@dataclass(frozen=True, slots=True)
class Correction:
    """The gesture, and what it does to the codings: `unchanged` ones keep place and words.

    `moved` have a sure place, `doubtful` want a look, `lost` have no place any more. `found` is what becomes of zones
    and quotations.
    """

    change_set: ChangeSet
    unchanged: tuple[Coding, ...] = ()
    moved: tuple[Replaced, ...] = ()
    doubtful: tuple[Replaced, ...] = ()
    lost: tuple[Replaced, ...] = ()
    found: FoundMoved = field(default_factory=FoundMoved)


def correct_text(
    *,
    article: Article,
    old_text: str,
    new_text: str,
    codings: Iterable[Coding],
    original: bytes = b"",
    found_in_text: Iterable[Zone | Quotation] = (),
    verdicts: Iterable[Verdict] = (),
    blocks: Iterable[Block] = (),
    new_blocks: Iterable[Block] = (),
) -> Correction:
    """Give an article another text and place everyone's codings, zones, quotations and verdicts in it, as one gesture.

    `original` are the bytes the new text was read from, `new_blocks` what they mark; where they mark nothing, the
    `blocks` of the old text are carried over. Codings that were lost before are looked for again; what was
    doubtful stays so until somebody confirms it.
    Raises Refused for a text without words, and when the article's text is no longer `old_text`.
    """
    new_text = canonical(new_text)
    _check(article, old_text, new_text)
    own = [coding for coding in codings if coding.article == article.id]
    beside = [one for one in found_in_text if one.article == article.id]
    if new_text == old_text:
        return Correction(ChangeSet("Correct text", ()), unchanged=tuple(own))
    after = replace(article, text_sha256=text_sha256(new_text))
    standing = [coding for coding in own if coding.place != "lost"]
    filed = [one for one in verdicts if one.article == article.id]
    moved_by = map_passages(old_text, new_text)
    places = carry(old_text, new_text, [(one.start, one.end) for one in (*standing, *beside, *filed)], moved_by)
    replaced = _without_doubles(_all_placed(own, standing, places, new_text))
    at = len(standing) + len(beside)
    found = found_moved(beside, places[len(standing) : at], old_text, new_text)
    moved = [Change(one.before, one.after) for one in replaced if one.before != one.after]
    marked = kept_blocks(new_blocks) or moved_blocks(blocks, moved_by, old_text, new_text)
    text = Text(sha256=after.text_sha256, body=new_text, original=original, blocks=marked)
    changes = (Change(article, after), *moved, *found.changes, *verdicts_moved(filed, places[at:], new_text))
    gesture = ChangeSet("Correct text", changes, (text,), carries_others=True)
    return Correction(gesture, *_sorted_out(replaced), found=found)


def confirm_place(*, coding: Coding, text: str) -> ChangeSet:
    """Say that a doubtful coding is where it belongs.

    Raises Refused for a lost one: it has no place to confirm.
    """
    if coding.place == "lost":
        message = "This coding has lost its passage, so there is nothing to confirm. Move its ends to where it belongs."
        raise Refused(message)
    if coding.place == "sure":
        return ChangeSet("Confirm passage", ())
    return ChangeSet("Confirm passage", (Change(coding, placed(coding, text, coding.start, coding.end)),))


def _check(article: Article, old_text: str, new_text: str) -> None:
    if article.text_sha256 != text_sha256(old_text):
        message = "The text was corrected meanwhile, so this correction was not made. Look at it as it stands now."
        raise Refused(message)
    if not new_text.strip():
        message = "The corrected text is empty, so the article keeps the one it has. Remove the article instead."
        raise Refused(message)


def _all_placed(
    codings: Sequence[Coding], standing: Sequence[Coding], carried: Sequence[Carried], new_text: str
) -> list[Replaced]:
    """Place the codings; `carried` begins with the places of those that are `standing`, in their order."""
    places = {coding.id: found for coding, found in zip(standing, carried, strict=False)}
    found = {coding.id: places.get(coding.id) or _looked_for(coding, new_text) for coding in codings}
    return [_placed_anew(coding, found[coding.id], new_text) for coding in codings]


def _looked_for(coding: Coding, text: str) -> Carried:
    found = find_quote(text, coding.quote, coding.start, coding.before, coding.after)
    return found or Carried(coding.start, coding.start, 0.0, "lost")


def _placed_anew(coding: Coding, found: Carried, text: str) -> Replaced:
    if found.lost or not text[found.start : found.end].strip():
        return Replaced(coding, _lost(coding, found.start, text), "lost")
    place: Place = "sure" if found.sure and coding.place != "doubtful" else "doubtful"
    after = replace(placed(coding, text, *checked_passage(text, found.start, found.end)), place=place)
    return Replaced(coding, _same_but_for_time(coding, after), found.how)


def _lost(coding: Coding, at: int, text: str) -> Coding:
    at = min(max(0, at), len(text) - 1)
    start, end = snap_to_graphemes(text, at, at + 1)
    return _same_but_for_time(coding, replace(coding, start=start, end=end, place="lost", modified=now()))


def _same_but_for_time(before: Coding, after: Coding) -> Coding:
    return before if replace(after, modified=before.modified) == before else after


def _without_doubles(replaced: Sequence[Replaced]) -> list[Replaced]:
    """Mark what, with other words, came to lie on another coding of its code and coder as doubtful."""
    taken = {_key(one.after): _key(one.before) for one in replaced if one.before.quote == one.after.quote}
    kept = []
    for one in replaced:
        came_from = taken.setdefault(_key(one.after), _key(one.before))
        doubled = one.before.quote != one.after.quote and came_from != _key(one.before)
        kept.append(replace(one, after=replace(one.after, place="doubtful")) if doubled else one)
    return kept


def _key(coding: Coding) -> tuple[str, str, bool, int, int]:
    return coding.code, coding.coder, coding.place == "lost", coding.start, coding.end


def _sorted_out(
    replaced: Sequence[Replaced],
) -> tuple[tuple[Coding, ...], tuple[Replaced, ...], tuple[Replaced, ...], tuple[Replaced, ...]]:
    unchanged, moved = [], []
    for one in replaced:
        if one.after.place == "sure":
            still = one.before == replace(one.after, before=one.before.before, after=one.before.after,
                                          modified=one.before.modified)  # fmt: skip
            unchanged.append(one.after) if still else moved.append(one)
    doubtful = tuple(one for one in replaced if one.after.place == "doubtful")
    return tuple(unchanged), tuple(moved), doubtful, tuple(one for one in replaced if one.after.place == "lost")
