"""`send`: one coder's work in a file for a colleague."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from annotator.cli.answers import json_option, print_json, say
from annotator.cli.opening import named_coder, project_argument, reading, refuse_itself
from annotator.cli.paths import NAMED_FILE
from annotator.jobs.naming import find_coder
from annotator.jobs.sending import send_work
from annotator.model.counting import counted
from annotator.model.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@project_argument
@click.argument("out", type=NAMED_FILE)
@click.option("--coder", metavar="NAME", help="Whose work; else ANNOTATOR_CODER, else the preferences.")
@click.option("--without-texts", is_flag=True, help="No sentence of an article: the receiver has the same articles.")
@json_option
def send(project_path: Path, out: Path, coder: str | None, without_texts: bool, as_json: bool) -> None:
    """Write one coder's work to a small file for a colleague.

    It holds the scheme, the coder's codings, readings and notes, and the articles these are on with their texts. An
    older package of the coder that lies at OUT is written anew; anything else that is there is refused.
    """
    with reading(project_path) as project:
        refuse_itself(out, project_path)
        name = named_coder(coder)
        if name is None:
            message = "Nobody is named as the coder, so nothing was written. Say whose work is meant with --coder NAME."
            raise NotFound(message)
        sent = send_work(project, find_coder(project.coders(), name), out, with_texts=not without_texts)
    if as_json:
        print_json(asdict(sent))
    told = f"{counted(sent.codings, 'coding')} on {counted(sent.articles, 'article')}"
    say(f"Wrote {told} to {out}{', without texts' if without_texts else ''}, revision {sent.revision}.")
