"""`send` and `receive`: one coder's work to a colleague, and a colleague's into the project."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import json_option, print_json, print_line, say
from annotator.cli.opening import act, coder_option, named_coder, project_argument, reading, refuse_itself, writing
from annotator.cli.paths import ANY_FILE, NAMED_FILE
from annotator.jobs.naming import find_coder, find_file
from annotator.jobs.receiving import plan_receiving, write_received
from annotator.jobs.sending import send_work
from annotator.model.counting import counted
from annotator.model.errors import NotFound, Refused
from annotator.model.records import (
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
)
from annotator.model.scheme_tree import joined, name_paths

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.project.project import Project
    from annotator.reviewing.receiving import Received

_NAMES: dict[type[Record], str] = {
    Coding: "codings", Article: "articles", Code: "codes", Coder: "coders", Reading: "readings", Memo: "memos",
    Declined: "declined", Zone: "zones", Quotation: "quotations", Group: "groups", Membership: "memberships",
    Field: "fields", FieldValue: "values", Round: "rounds", Verdict: "verdicts", Answer: "answers", Person: "people",
}  # fmt: skip


@click.command()
@project_argument
@click.argument("out", type=NAMED_FILE)
@click.option("--coder", metavar="NAME", help="Whose work; else ANNOTATOR_CODER, else the preferences.")
@click.option("--without-texts", is_flag=True, help="Not there yet: a package needs the texts.")
@json_option
def send(project_path: Path, out: Path, coder: str | None, without_texts: bool, as_json: bool) -> None:
    """Write one coder's work to a small file for a colleague.

    It holds the scheme, the coder's codings, readings and notes, and the articles these are on with their texts.
    """
    if without_texts:
        message = (
            "A package without texts cannot be made yet, so nothing was written. Leave --without-texts out, or export "
            "the codings with `annotator export --without-texts`."
        )
        raise Refused(message)
    with reading(project_path) as project:
        refuse_itself(out, project_path)
        name = named_coder(coder)
        if name is None:
            message = "Nobody is named as the coder, so nothing was written. Say whose work is meant with --coder NAME."
            raise NotFound(message)
        sent = send_work(project, find_coder(project.coders(), name), out)
    if as_json:
        print_json(asdict(sent))
    told = f"{counted(sent.codings, 'coding')} on {counted(sent.articles, 'article')}"
    say(f"Wrote {told} to {out}, revision {sent.revision}.")


@click.command()
@project_argument
@click.argument("file", type=ANY_FILE)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@coder_option
@json_option
def receive(project_path: Path, file: Path, dry_run: bool, coder: str | None, as_json: bool) -> None:
    """Put a colleague's package or copy of the project into it.

    One step that `undo` takes back, after a backup beside the project. Receiving twice changes nothing.
    """
    with reading(project_path) as project:
        if not dry_run:
            act(project, coder)
        found = plan_receiving(project, find_file(file, outcome="nothing was received"))
        document = _document(project, found)
    backup = None if dry_run else _write(project_path, found, coder)
    if as_json:
        print_json(document)
    else:
        _print(document)
    say("Nothing was written." if dry_run else _done(found, backup))


def _write(project_path: Path, found: Received, coder: str | None) -> Path | None:
    """Put it into the project; where all of it is there the file is not opened for writing at all."""
    if found.nothing_new:
        return None
    with writing(project_path) as project:
        act(project, coder)
        return write_received(project, found).backup


def _done(found: Received, backup: Path | None) -> str:
    if not found.change_set.changes:
        return "All of it is here already."
    return f"Received. The project as it was before: {backup.name if backup else 'no backup'}."


def _document(project: Project, found: Received) -> dict[str, Any]:
    counts = {"new": found.new, "changed": found.changed, "same": found.same, "removed": found.removed}
    theirs = [one for change in found.change_set.changes if isinstance(one := change.after, Code)]
    paths = name_paths([*{one.id: one for one in (*project.codes(), *theirs)}.values()])
    return {
        **{what: {_NAMES[kind]: of.get(kind, 0) for kind in RECORD_TYPES} for what, of in counts.items()},
        "doubtful": [
            {
                "coding": one.coding.id, "article": one.coding.article, "code": joined(paths[one.coding.code]),
                "quote": one.coding.quote, "start": one.coding.start, "end": one.coding.end, "why": one.why,
            }
            for one in found.doubtful
        ],
        "refused": [
            {"kind": _NAMES[type(one.record)], "id": one.record.id, "why": one.why}
            for one in found.refused
        ],
        "brought_back": [
            {"kind": "codes", "id": one.id, "name": joined(paths[one.id])} if isinstance(one, Code)
            else {"kind": "articles", "id": one.id, "name": getattr(one, "title", "")}
            for one in found.brought_back
        ],
    }  # fmt: skip


def _print(document: dict[str, Any]) -> None:
    print_line("\t".join(("", "new", "changed", "same", "removed")))
    for kind in _NAMES.values():
        counts = [document[what][kind] for what in ("new", "changed", "same", "removed")]
        if any(counts):
            print_line("\t".join((kind, *map(str, counts))))
    for one in document["doubtful"]:
        say(f"Doubtful: “{one['quote']}” ({one['code']}): {one['why']}.")
    for one in document["refused"]:
        say(f"Left out, {one['kind']} {one['id']}: {one['why']}.")
    for one in document["brought_back"]:
        say(f"Brought back, since it is used there: {one['name']}.")
