"""`scheme import` and `scheme export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.answers import json_option, print_json, say
from annotator.cli.opening import act, coder_option, project_argument, reading, writing
from annotator.cli.paths import ANY_FILE, NAMED_FILE
from annotator.exporting.scheme_csv import write_scheme_csv
from annotator.importing.scheme_csv import SchemeFile, read_scheme
from annotator.jobs.naming import find_file
from annotator.model.counting import counted
from annotator.model.edits import SchemeMerge, import_scheme
from annotator.model.errors import CannotRead, Refused
from annotator.model.scheme_tree import joined

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.project.project import Project


@click.group()
def scheme() -> None:
    """Read or write the scheme of codes."""


@scheme.command("import")
@project_argument
@click.argument("file", type=ANY_FILE)
@click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")
@coder_option
@json_option
def import_(project_path: Path, file: Path, dry_run: bool, coder: str | None, as_json: bool) -> None:
    """Merge a scheme (csv) into the project by path; nothing is deleted."""
    find_file(file)
    if file.suffix.lower() != ".csv":
        message = f"{file.name} is of a kind that is not read as a scheme, so nothing was changed. Save it as .csv."
        raise CannotRead(message)
    read = read_scheme(file)
    with (reading if dry_run else writing)(project_path) as project:
        act(project, coder)
        merge = take_scheme(project, read)
        if merge.change_set and not dry_run:
            project.do(merge.change_set)
    for note in read.notes:
        say(note)
    if as_json:
        print_json(
            {
                "new": [joined(path) for path in merge.new],
                "changed": [joined(path) for path in merge.changed],
                "same": [joined(path) for path in merge.same],
                "failed": [],
            }
        )
    counts = f"{len(merge.new):,} new, {len(merge.changed):,} changed, {len(merge.same):,} the same"
    say(f"Nothing was changed yet. Codes: {counts}." if dry_run else f"Codes: {counts}.")


@scheme.command("export")
@project_argument
@click.argument("out", type=NAMED_FILE)
@json_option
def export(project_path: Path, out: Path, as_json: bool) -> None:
    """Write the scheme (csv)."""
    with reading(project_path) as project:
        codes = project.codes()
    write_scheme_csv(out, codes)
    if as_json:
        print_json({"file": str(out), "codes": len(codes)})
    say(f"Wrote {counted(len(codes), 'code')} to {out}.")


def take_scheme(project: Project, file: SchemeFile) -> SchemeMerge:
    """Return what merging a scheme file into the project would do.

    Raises Refused without an acting coder.
    """
    if project.coder is None:
        message = "Nobody is named as the coder, so nothing was changed. Say who you are with --coder NAME."
        raise Refused(message)
    return import_scheme(rows=file.rows, codes=project.codes(), coder=project.coder, has_keys=file.has_keys)
