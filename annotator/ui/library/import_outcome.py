"""What taking a text as a correction would do: a sentence, and passage by passage what would move or be lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.jobs.taking_in import outcome
from annotator.model.errors import AnnotatorError
from annotator.ui.finding.correction_words import line_of_moved, lines_of, lines_of_speaker, summary
from annotator.ui.finding.moved_list import MovedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.jobs.incoming import Incoming
    from annotator.model.edits.correcting import Correction
    from annotator.model.records import Code
    from annotator.ui.session import Session


@dataclass(frozen=True, slots=True)
class CorrectionTold:
    """One's own passages only: of colleagues' work the sentence says how many. Nothing where nothing is corrected."""

    sentence: str = ""
    head: str = ""
    rows: tuple[MovedRow, ...] = ()


def correction_told(session: Session, one: Incoming) -> CorrectionTold:
    """Return what correcting with a text would do to everyone's codings."""
    if one.article is None or one.other_of is None:
        return CorrectionTold()
    project, own = session.project, session.coder.id
    names = {coder.id: coder.name for coder in project.coders()}
    try:
        done = outcome(project, one.other_of, one.article.text)
    except AnnotatorError as error:
        return CorrectionTold(error.sentence)
    rows = tuple(_rows(done, own, {code.id: code for code in project.codes()}))
    return CorrectionTold(summary(done, names, own), _head(done, own), rows)


def _rows(done: Correction, own: str, codes: Mapping[str, Code]) -> Iterator[MovedRow]:
    """Give what wants a look first: what is lost, then what is doubtful, then what is sure."""
    for one in (*done.lost, *done.doubtful, *done.moved):
        if one.before.coder == own:
            place = (one.after.start, one.after.end)
            same = one.after.place == "sure" and one.before.quote == one.after.quote
            words = line_of_moved(one, codes) if same else lines_of(one, codes)
            yield MovedRow(words, None if one.after.place == "lost" else place)
    yield from (MovedRow(lines_of_speaker(speaker)) for speaker in done.found.speakers)


def _head(done: Correction, own: str) -> str:
    parts = ((done.lost, "lost"), (done.doubtful, "doubtful"), (done.moved, "sure"))
    told = [(sum(one.before.coder == own for one in some), how) for some, how in parts]
    said = ", ".join(f"{number:,} {how}" for number, how in told if number)
    return f"Your passages: {said}" if said else "Speakers that want a look"
