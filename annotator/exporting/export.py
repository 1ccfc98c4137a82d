"""How a project's evidence becomes a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotator.exporting import extracts_csv, extracts_html, extracts_jsonl
from annotator.exporting.errors import NothingToExport
from annotator.exporting.manifest import sha256_of, write_manifest
from annotator.exporting.memos import check_memos, memos_path, write_memos
from annotator.exporting.outgoing import OutgoingExtracts
from annotator.exporting.safe_file import replacing
from annotator.model.counting import counted
from annotator.model.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.exporting.manifest import Manifest
    from annotator.exporting.options import ExportOptions
    from annotator.exporting.outgoing import Progress
    from annotator.exporting.source import ExportSource

Parts = tuple["Path", ...]


class Format(NamedTuple):
    """How one format is written to temporary files and compared with the project afterwards."""

    write: Callable[[Parts, OutgoingExtracts], Manifest]
    check: Callable[[Parts, OutgoingExtracts], None]


FORMATS = {
    "csv": Format(extracts_csv.write, extracts_csv.check),
    "jsonl": Format(extracts_jsonl.write, extracts_jsonl.check),
    "html": Format(extracts_html.write, extracts_html.check),
}
_ENDINGS = {"htm": "html"}


def export_extracts(
    out: Path,
    source: ExportSource,
    options: ExportOptions,
    *,
    format: str | None = None,  # noqa: A002 (the word of the command line)
    progress: Progress | None = None,
) -> Manifest:
    """Write the extracts to `out` and a manifest beside it; return the manifest.

    The file is compared with the project before it takes its name; until then an older one stays as it was.
    Raises NothingToExport, CannotWrite, ReadBackDiffers, WrittenWithoutManifest, and AnnotatorError for a format
    that is not known.
    """
    form = chosen_format(out, format)
    export = OutgoingExtracts(source, options, progress)
    _refuse_nothing(export)
    own, memos = _files(out, form, options), _memos_files(out, form, source)
    outs = (*own, *memos)
    with replacing(*outs) as parts:
        manifest = FORMATS[form].write(parts[: len(own)], export)
        FORMATS[form].check(parts[: len(own)], export)
        for part in parts[len(own) :]:
            write_memos(part, export, form)
            check_memos(part, export, form)
        first, *others = (sha256_of(part) for part in parts)
        beside = {path.name: digest for path, digest in zip(outs[1:], others, strict=True)}
        manifest = replace(manifest, file=out.name, sha256=first, beside=beside)
    write_manifest(out, manifest)
    return manifest


def chosen_format(out: Path, form: str | None = None) -> str:
    """Return the format by its name or by the file's ending. Raises AnnotatorError when it is not known."""
    asked = (form or out.suffix).lower().removeprefix(".")
    chosen = _ENDINGS.get(asked, asked)
    if chosen in FORMATS:
        return chosen
    what = f"The format {asked} is not known" if asked else f"{out.name} has no ending that tells the format"
    known = ", ".join(FORMATS)
    message = f"{what}, so nothing was written. Extracts go out as {known}: choose one as the file's ending or format."
    raise AnnotatorError(message)


def _files(out: Path, form: str, options: ExportOptions) -> tuple[Path, ...]:
    if form == "jsonl" and not options.without_texts:
        return out, extracts_jsonl.articles_path(out)
    return (out,)


def _memos_files(out: Path, form: str, source: ExportSource) -> tuple[Path, ...]:
    """Return the file for the memos on project, articles and codes; a page holds them itself."""
    return (memos_path(out, form),) if source.memos and form != "html" else ()


def _refuse_nothing(export: OutgoingExtracts) -> None:
    if next(export.source.extracts(), None) is None:
        if left := export.source.left_aside():
            message = (
                f"{counted(left, 'coding')} would go out, but all lie in what is set aside, so no file was written. "
                "Export with what is set aside, or bring it back first."
            )
            raise NothingToExport(message)
        message = "No coding is left to export, so no file was written. Code a passage first, or widen the filters."
        raise NothingToExport(message)
