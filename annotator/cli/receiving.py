"""`receive`: a colleague's work into the project, as it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.answers import json_option, print_json, print_line, say
from annotator.cli.deciding import choices_of
from annotator.cli.opening import act, coder_option, project_argument, reading, writing
from annotator.cli.paths import ANY_FILE
from annotator.jobs.naming import find_file
from annotator.jobs.received_listed import Sight, listed
from annotator.jobs.received_words import key_of
from annotator.jobs.receiving import look_at, write_received
from annotator.model.errors import NotFound
from annotator.model.records import RECORD_TYPES, Article, Code, Coder
from annotator.reviewing.choices import Choices

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotator.cli.deciding import Options
    from annotator.jobs.receiving import Looked
    from annotator.project.project import Project
    from annotator.reviewing.questions import Question
    from annotator.reviewing.receiving import Received


@click.command()
@project_argument
@click.argument("file", type=ANY_FILE)
@click.option("--dry-run", is_flag=True, help="Only list what would change.")
@click.option("--bring-back", multiple=True, metavar="CODE", help="A code deleted here and used there: it comes back.")
@click.option("--map", "mapped", multiple=True, metavar="CODE=CODE", help="Another code in place of a deleted one.")
@click.option("--leave-out", multiple=True, metavar="CODE", help="What is on a deleted code does not come in.")
@click.option("--theirs/--ours", "theirs", default=None, help="Whose words of codes and articles count, if both have.")
@click.option("--same-person", multiple=True, metavar="THEIRS=OURS", help="Two coders, by name or id, who are one.")
@coder_option
@json_option
def receive(
    project_path: Path, file: Path, dry_run: bool, coder: str | None, as_json: bool, **said: Unpack[Options]
) -> None:
    """Put a colleague's package or copy of the project into it.

    One step that `undo` takes back, after a backup beside the project. Receiving twice changes nothing.
    """
    with reading(project_path) as project:
        _act(project, coder, needed=not dry_run or coder is not None)
        there = find_file(file, outcome="nothing was received")
        looked = look_at(project, there)
        choices = choices_of(project, looked, **said)
        if choices != Choices():
            looked = look_at(project, there, choices)
    backup = None if dry_run else _write(project_path, looked.found, coder)
    if as_json:
        print_json(_document(looked))
    else:
        _print(looked, with_rows=dry_run)
    say("Nothing was written." if dry_run else _done(looked.found, backup))


def _act(project: Project, coder: str | None, *, needed: bool) -> None:
    """Act as whoever receives; for a look nobody needs to."""
    try:
        act(project, coder)
    except NotFound:
        if needed:
            raise


def _write(project_path: Path, found: Received, coder: str | None) -> Path | None:
    """Put it into the project; where all of it is there the file is not opened for writing at all."""
    if found.nothing_new:
        return None
    with writing(project_path) as project:
        act(project, coder)
        return write_received(project, found).backup


def _done(found: Received, backup: Path | None) -> str:
    if not found.change_set.changes:
        return "All of it is here already. Nothing new."
    return f"Received. The project as it was before: {backup.name if backup else 'no backup'}."


def _document(looked: Looked) -> dict[str, Any]:
    found, names = looked.found, looked.names
    counts = {"new": found.new, "changed": found.changed, "same": found.same, "removed": found.removed}
    return {
        **{what: {key_of(kind): of.get(kind, 0) for kind in RECORD_TYPES} for what, of in counts.items()},
        "doubtful": [
            {
                "coding": one.coding.id, "article": one.coding.article, "code": names.path(one.coding.code),
                "quote": one.coding.quote, "start": one.coding.start, "end": one.coding.end, "why": one.why,
            }
            for one in found.doubtful
        ],
        "refused": [{"kind": key_of(type(one.record)), "id": one.record.id, "why": one.why} for one in found.refused],
        "brought_back": [
            {"kind": "codes", "id": one.id, "name": names.path(one.id)} if isinstance(one, Code)
            else {"kind": "articles", "id": one.id, "name": names.article(one.id)}
            for one in found.brought_back
        ],
        "to_decide": [_question(one, looked) for one in found.questions],
    }  # fmt: skip


def _question(one: Question, looked: Looked) -> dict[str, Any]:
    here, there = looked.sides[one.key]
    return {
        "what": one.kind, "id": one.key[1], "name": _name(one, looked), "codings": one.codings, "default": one.default,
        "here": here or None, "there": there or None,
    }  # fmt: skip


def _name(one: Question, looked: Looked) -> str:
    name = {Code: looked.names.path, Article: looked.names.article, Coder: looked.names.coder}[one.key[0]]
    return name(one.key[1])


def _print(looked: Looked, *, with_rows: bool) -> None:
    found = looked.found
    print_line("\t".join(("", "new", "changed", "same", "removed")))
    for kind in RECORD_TYPES:
        counts = [of.get(kind, 0) for of in (found.new, found.changed, found.same, found.removed)]
        if any(counts):
            print_line("\t".join((key_of(kind), *map(str, counts))))
    if with_rows:
        _print_rows(looked)
    for one in found.questions:
        say(f"To decide, {one.kind}: {_name(one, looked)} ({one.default}, unless you say otherwise).")
    for doubt in found.doubtful:
        say(f"Doubtful: “{doubt.before.quote}” ({looked.names.path(doubt.coding.code)}): {doubt.why}.")
    for refusal in found.refused:
        say(f"Left out, {key_of(type(refusal.record))} {refusal.record.id}: {refusal.why}.")
    for record in found.brought_back:
        name = looked.names.path(record.id) if isinstance(record, Code) else looked.names.article(record.id)
        say(f"Brought back, since it is used there: {name}.")


def _print_rows(looked: Looked) -> None:
    """Print each row that would change; on the command line nothing is hidden."""
    for kind in listed(looked.found, Sight(looked.names, "", (), hiding=False)):
        for rows in kind.states:
            for number in range(rows.count if rows.state != "here already" else 0):
                words = rows.row(number)
                cells = (rows.state, kind.title, words.what, words.code, words.article, words.coder, words.note)
                print_line("\t".join(" ".join(cell.split()) for cell in cells))
