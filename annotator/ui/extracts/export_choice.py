"""What the analyst decided about an export: which extracts, in which form, where to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from annotator.model.counting import counted

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.extracts import ExtractFilter

Form = Literal["csv", "jsonl", "html"]


class FormText(NamedTuple):
    """How a format is called, what it is good for, and how the file dialog calls it."""

    name: str
    about: str
    kind: str


FORMS: dict[Form, FormText] = {
    "csv": FormText("CSV table", "One row an extract, for a spreadsheet or statistics.", "CSV table (*.csv)"),
    "jsonl": FormText("JSONL", "One line an extract, for other programs.", "JSON lines (*.jsonl)"),
    "html": FormText("HTML", "A page to read, print or paste from, by code.", "Web page (*.html)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """The decision. `context` is the number of sentences on either side of each passage."""

    out: Path
    format: Form
    filter: ExtractFilter
    context: int = 0
    anonymous: bool = False
    safe_cells: bool = False
    without_texts: bool = False
    marking: str = ""


def with_ending(path: Path, form: Form) -> Path:
    """Return the path with the ending of the form in place of another form's; a foreign ending stays."""
    known = {f".{each}" for each in FORMS}
    return path.with_suffix(f".{form}") if path.suffix.lower() in known else path.with_name(f"{path.name}.{form}")


def what_goes(extracts: int, coders: int, articles: int) -> str:
    """Return the sentence that says how much goes: `112 extracts, 2 coders, 5 articles`."""
    return ", ".join((counted(extracts, "extract"), counted(coders, "coder"), counted(articles, "article")))
