"""What an export says about itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from annotator import __version__
from annotator.exporting.article_text import LONGEST_CONTEXT
from annotator.exporting.errors import WrittenWithoutManifest
from annotator.exporting.own_fields import own_facts
from annotator.exporting.safe_file import replacing
from annotator.model.counting import counted
from annotator.model.errors import CannotWrite
from annotator.model.records import now

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotator.exporting.outgoing import OutgoingExtracts, Tally

PROGRAM = "Annotator"
OFFSETS = (
    "start and end count Unicode code points of the article's text from 0; end is the first one that no longer "
    "belongs to the passage. The text is UTF-8 with LF line ends. "
    "Python: text[start:end]; R: substr(text, start+1, end)."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The facts that travel beside an export. `lost` tells what the format cannot carry."""

    format: str
    made: str
    program: str = PROGRAM
    version: str = __version__
    project: Mapping[str, str]
    scheme_version: int
    filters: Mapping[str, Any]
    options: Mapping[str, Any]
    counts: Mapping[str, int]
    coders: Sequence[Mapping[str, str]]
    articles: Sequence[Mapping[str, str]]
    fields: Sequence[Mapping[str, str]] = ()
    offsets: str = OFFSETS
    marking: str = ""
    lost: Sequence[str] = ()
    notes: Sequence[str] = ()
    file: str = ""
    sha256: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        """Return the manifest as indented JSON. `beside` holds the SHA-256 of each file that belongs to the export."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2, default=str) + "\n"


def manifest_of(
    export: OutgoingExtracts, form: str, *, lost: Sequence[str] = (), notes: Sequence[str] = ()
) -> Manifest:
    """Return the manifest of what went out in the last pass of writing; the file's hash is still to be filled in."""
    source, options, names = export.source, export.options, export.names
    return Manifest(
        format=form,
        made=now(),
        project={"name": names.hidden(source.project_name), "id": source.project_id},
        scheme_version=source.scheme_version,
        filters=names.hidden_in(dict(options.filters)),
        options={name: getattr(options, name) for name in ("context", "anonymous", "safe_cells", "without_texts")},
        counts=_counts(export),
        coders=sorted(_coders(export), key=lambda coder: (coder["kind"] == "agreed", coder["name"])),
        articles=_articles(export),
        fields=own_facts(source.fields),
        marking=options.marking,
        lost=[*_left_out(export), *lost],
        notes=[*_general_notes(export, export.tally), *notes],
    )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def manifest_path(out: Path) -> Path:
    """Return where the manifest of an export lies."""
    return out.with_name(f"{out.name}.manifest.json")


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write the manifest beside the export. Raises WrittenWithoutManifest; the export itself stays."""
    beside = manifest_path(out)
    try:
        with replacing(beside) as (part,):
            part.write_text(manifest.as_json(), encoding="utf-8", newline="\n")
    except CannotWrite as error:
        message = f"{out.name} was written and is whole, but its manifest is missing. {error.sentence}"
        raise WrittenWithoutManifest(message) from error


def _counts(export: OutgoingExtracts) -> dict[str, int]:
    kinds = ("extracts", "articles", "coders", "codes")
    return {kind: _counted(getattr(export.tally, kind)) for kind in kinds} | {"memos": len(export.source.memos)}


def _counted(kind: int | dict[str, None]) -> int:
    return kind if isinstance(kind, int) else len(kind)


def _coders(export: OutgoingExtracts) -> list[dict[str, str]]:
    there = [coder for coder in export.source.coders if coder.id in export.tally.coders]
    return [{"name": export.names.name(coder), "kind": coder.kind} for coder in there]


def _articles(export: OutgoingExtracts) -> list[dict[str, str]]:
    there = [article for article in export.source.articles if article.id in export.tally.articles]
    return [{"id": article.id, "title": article.title, "text_sha256": article.text_sha256} for article in there]


def _left_out(export: OutgoingExtracts) -> list[str]:
    left_out = ["the project's history"]
    if export.options.without_texts:
        left_out.append(
            "the articles' texts: no quotes and no context, as chosen; links in memos keep the place only, but what "
            "was typed in a memo stays and may quote"
        )
    return left_out


def _general_notes(export: OutgoingExtracts, tally: Tally) -> list[str]:
    notes = []
    if export.options.anonymous:
        notes.append(
            "Coders are named A, B, ... in the order in which they joined. Their full names were replaced in memos "
            "too; nicknames and parts of a name were not looked for."
        )
    if export.options.context:
        notes.append(f"The context holds whole sentences, and at most {LONGEST_CONTEXT:,} characters on either side.")
    if export.source.memos:
        notes.append(
            f"The memos ({len(export.source.memos)}) are those on the project, and on the articles and codes that the "
            "filters leave, by the coders that they leave. A memo is Markdown; a link annotator:coding/ID or "
            "annotator:passage/ARTICLE?at=START-END in it leads to a passage."
        )
    if tally.lost:
        notes.append(
            f"{tally.lost} of the codings lost their place when the article's text was corrected (state: lost). The "
            "export carries their words as they were; start and end point at one character near where they stood."
        )
    notes += _speech_notes(export, tally)
    if tally.differing:
        notes.append(
            f"In {tally.differing} of the codings the quote stored with the coding differs from the article's text "
            f"(first: {tally.first_differing}). The export carries the article's text."
        )
    return notes


def _speech_notes(export: OutgoingExtracts, tally: Tally) -> list[str]:
    notes = []
    if tally.guessed:
        notes.append(
            f"{counted(tally.guessed, 'extract')} {'has' if tally.guessed == 1 else 'have'} a guessed speaker, left "
            "empty. Whoever confirms the guess in the project exports the name."
        )
    if left := export.source.left_aside():
        lie, were = ("lies", "was") if left == 1 else ("lie", "were")
        notes.append(
            f"{counted(left, 'coding')} {lie} wholly in what is set aside, such as a caption, and {were} left out."
        )
    return notes
