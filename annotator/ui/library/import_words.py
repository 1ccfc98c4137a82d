"""What is said of the files that shall come in, and of what came of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.passage_speech import REPORTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.jobs.incoming import Incoming
    from annotator.jobs.taking_in import TakenIn
    from annotator.model.edits.articles import NewArticle
    from annotator.model.records import Quotation

NAMES_SHOWN = 4
FILES_SHOWN = 3


def in_marks(article: NewArticle) -> list[Quotation]:
    """Return the quotations that stand in marks; reported speech is only suggested."""
    return [one for one in article.quotations if one.kind != REPORTED]


def sentence(words: str) -> str:
    """Return words with a capital at their beginning."""
    return f"{words[:1].upper()}{words[1:]}"


def aside_in(article: NewArticle) -> int:
    """Return how many lines of an article are set aside."""
    return sum(zone.state == "set aside" for zone in article.zones)


def found_in(aside: int, quotations: int) -> str:
    """Return `3 lines set aside, 13 quotations`; empty where nothing was found."""
    parts = [f"{counted(aside, 'line')} set aside"] if aside else []
    return ", ".join([*parts, *([counted(quotations, "quotation")] if quotations else [])])


def row_line(one: Incoming) -> str:
    """Return the second line of a file in the list: its state, and what shall become of it."""
    if one.table is not None:
        return "Choose the column with the text" if _no_text(one) else f"Table: {counted(len(one.table.rows), 'row')}"
    if one.state == "failed":
        why = one.why.removeprefix(f"{one.file} ")
        return f"Cannot be read: {why if why == one.why else f'it {why}'}"
    if one.article is None:
        return f"{sentence(one.why)}, skipped"
    if one.choice == "leave out":
        return "Left out"
    if one.other_of is not None:
        return f"{'Corrects' if one.choice == 'correct' else 'New, another text of'} “{one.other_of.title}”"
    doubt = "Encoding is a guess · " if one.guessed_encoding else ""
    found = found_in(aside_in(one.article), len(in_marks(one.article)))
    return f"{doubt}{found or 'Ready'}"


def _no_text(one: Incoming) -> bool:
    return one.mapping is None or one.mapping.text is None


def why_not(one: Incoming) -> str:
    """Return in a whole sentence why a text cannot come in."""
    return one.why if one.state == "failed" else f"{sentence(one.why)}, so it is skipped."


def speakers_line(article: NewArticle) -> str:
    """Return how many quotations and speakers were found, the most quoted first."""
    quotations = in_marks(article)
    if not quotations:
        return "No quotations found"
    said = Counter(one.speaker for one in quotations if one.speaker and one.grade in ("sure", "likely"))
    names = [f"{name} ({number:,})" for name, number in said.most_common(NAMES_SHOWN)]
    more = [f"{len(said) - NAMES_SHOWN:,} more"] if len(said) > NAMES_SHOWN else []
    told_names = f": {', '.join([*names, *more])}" if names else ""
    speakers = counted(len(said), "speaker") if said else "no speaker known"
    return f"{counted(len(quotations), 'quotation')}, {speakers}{told_names}"


def what_will_come(rows: Sequence[Incoming]) -> str:
    """Return what the main button would do, in one sentence."""
    choices = Counter(one.choice for one in rows if one.article is not None)
    states = Counter(one.state for one in rows)
    texts = len(rows) - states["table"]
    parts = (
        (choices["add"], "to import"), (choices["correct"], "as a correction"), (choices["leave out"], "left out"),
        (states["same"], "there already"), (states["failed"], "could not be read"),
    )  # fmt: skip
    said = [f"{number:,} {what}" for number, what in parts if number]
    return f"{counted(texts, 'text')}: {', '.join(said)}." if texts else ""


def button_text(rows: Iterable[Incoming]) -> str:
    """Return what the main button says."""
    choices = Counter(one.choice for one in rows if one.article is not None)
    if choices["add"]:
        corrected = f", correct {choices['correct']:,}" if choices["correct"] else ""
        return f"Import {counted(choices['add'], 'article')}{corrected}"
    return f"Correct {counted(choices['correct'], 'article')}" if choices["correct"] else "Import"


def told(done: TakenIn, rows: Sequence[Incoming]) -> str:
    """Return what came of an import, in sentences."""
    found = found_in(len(done.aside), done.quotations)
    after = f": {found}." if found else "."
    parts = []
    if len(done.imported) == 1:
        parts.append(f"Imported “{done.imported[0].title}”{after}")
    elif done.imported:
        parts.append(f"{len(done.imported):,} articles imported{after}")
    if done.corrected:
        parts.append(f"{counted(len(done.corrected), 'article')} corrected, {_moved(len(done.doubtful))}.")
    return " ".join([*parts, *left_out_told(rows)])


def _moved(doubtful: int) -> str:
    if not doubtful:
        return "codings moved along"
    return f"{counted(doubtful, 'coding')} {'wants' if doubtful == 1 else 'want'} a look, the others moved along"


def left_out_told(rows: Sequence[Incoming]) -> list[str]:
    """Return the sentences about what did not come in, and what the readers had to say of what did."""
    same = [one for one in rows if one.state == "same"]
    failed = [one.why for one in rows if one.state == "failed"]
    parts = []
    if len(same) == 1:
        parts.append(f"{same[0].file or 'The pasted text'} was skipped: {same[0].why}.")
    elif same:
        parts.append(f"{len(same):,} skipped: their text is in the project already.")
    notes = [note for one in rows if one.read is not None and one.choice != "leave out" for note in one.read.notes]
    parts += notes[:FILES_SHOWN]
    parts += failed[:FILES_SHOWN]
    if len(failed) > FILES_SHOWN:
        parts.append(f"And {len(failed) - FILES_SHOWN:,} more could not be read.")
    return parts


def left_out_lines(rows: Iterable[Incoming]) -> list[str]:
    """Return one line for each file that did not come in: which, and why."""
    lines = []
    for one in rows:
        if one.state == "failed":
            lines.append(one.why)
        elif one.state == "same":
            lines.append(f"{one.file or one.path} was skipped: {one.why}.")
        elif one.choice == "leave out" and one.table is None:
            lines.append(f"{one.file or one.title} was left out by choice.")
    return lines
