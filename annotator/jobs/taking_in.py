"""How what was looked at before its import gets into the project: new articles and corrections as one gesture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.jobs.bringing_in import import_change_set
from annotator.model.changes import ChangeSet
from annotator.model.counting import counted
from annotator.model.edits.correcting import Correction, correct_text
from annotator.model.errors import Refused
from annotator.model.passage_speech import REPORTED
from annotator.model.records import Article, Coding, Quotation, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.jobs.incoming import Incoming
    from annotator.model.blocks import Block
    from annotator.model.edits.articles import NewArticle
    from annotator.project.project import Project

NOTHING_LEFT = "All these texts are in the project by now, so nothing was imported. Choose other files."


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a gesture of this kind brought: new articles, corrected ones, and what was found in the new ones.

    `aside` has the article of each line set aside, `doubtful` are everyone's codings whose place is not sure any more.
    """

    imported: tuple[Article, ...] = ()
    corrected: tuple[Article, ...] = ()
    aside: tuple[str, ...] = ()
    quotations: int = 0
    doubtful: tuple[Coding, ...] = ()


def outcome(
    project: Project, article: Article, text: str, original: bytes = b"", blocks: Sequence[Block] = ()
) -> Correction:
    """Return what another text, and what its file marks in it, would do to an article and everyone's codings in it.

    Raises Refused where it cannot be taken.
    """
    return correct_text(
        article=article, old_text=project.text(article.text_sha256), new_text=text, original=original,
        codings=project.codings(articles=[article.id]),
        found_in_text=[*project.zones(article.id), *project.quotations(article.id)],
        verdicts=project.verdicts(article.id),
        blocks=project.blocks(article.text_sha256), new_blocks=blocks,
    )  # fmt: skip


def take_in(project: Project, incoming: Sequence[Incoming]) -> ChangeSet:
    """Return the one gesture that imports and corrects as was chosen; texts that came in meanwhile are left out.

    Raises Refused where nothing is left, and where an article to be corrected is gone.
    """
    added = _new_ones(project, incoming)
    corrections = [_correction(project, one) for one in incoming if one.choice == "correct"]
    parts = [*([import_change_set(project, added)] if added else []), *(one.change_set for one in corrections)]
    if not parts:
        raise Refused(NOTHING_LEFT)
    corrected = f"correct {counted(len(corrections), 'article')}"
    label = parts[0].label if added else "Correct text"
    return ChangeSet(
        f"{label}, {corrected}" if added and corrections else label,
        tuple(change for part in parts for change in part.changes),
        tuple(text for part in parts for text in part.texts),
        carries_others=bool(corrections),
    )


def rows_of(incoming: Sequence[Incoming]) -> int:
    """Return about how many rows the gesture changes, so that a big one can be written beside the window."""
    chosen = [one.article for one in incoming if one.article is not None and one.choice != "leave out"]
    return sum(1 + len(article.zones) + len(article.quotations) for article in chosen)


def taken_in(change_set: ChangeSet) -> TakenIn:
    """Return what a gesture of `take_in` brought, as it was written."""
    changes = change_set.changes
    new = {change.after.id for change in changes if change.before is None and isinstance(change.after, Article)}
    inside = [change.after for change in changes if isinstance(change.after, Zone | Quotation)]
    own = [one for one in inside if one.article in new]
    aside = [one for one in own if isinstance(one, Zone) and one.state == "set aside"]
    codings = (change.after for change in changes if isinstance(change.after, Coding))
    return TakenIn(
        tuple(change.after for change in changes if isinstance(change.after, Article) and change.before is None),
        tuple(change.after for change in changes if isinstance(change.after, Article) and change.before is not None),
        tuple(zone.article for zone in aside),
        sum(isinstance(one, Quotation) and one.kind != REPORTED for one in own),
        tuple(coding for coding in codings if coding.place != "sure"),
    )


def _new_ones(project: Project, incoming: Sequence[Incoming]) -> list[NewArticle]:
    known = {article.text_sha256 for article in project.articles()}
    chosen = [one for one in incoming if one.article is not None and one.choice == "add"]
    return [one.article for one in chosen if one.article is not None and one.sha256 not in known]


def _correction(project: Project, one: Incoming) -> Correction:
    assert one.article is not None
    assert one.other_of is not None
    there = next((article for article in project.articles() if article.id == one.other_of.id), None)
    if there is None:
        message = f"“{one.other_of.title}” is no longer in the project, so nothing was imported. Add its text as new."
        raise Refused(message)
    return outcome(project, there, one.article.text, one.article.original, one.article.blocks)
