"""How a command answers: one JSON document or plain lines on stdout, messages on stderr, an exit code."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

import click

DONE, IN_PART, NOTHING = 0, 1, 2
PROGRESS_AFTER_SECONDS = 1.0

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def say(sentence: str) -> None:
    """Print a message for the person, on stderr."""
    _put(sentence, on_stderr=True)


def print_line(line: str) -> None:
    """Print a line of what was asked for, on stdout."""
    _put(line, on_stderr=False)


def print_json(document: object) -> None:
    """Print one JSON document on stdout: UTF-8, or plain ASCII where the terminal has another encoding."""
    _put(json.dumps(document, ensure_ascii=not _prints_utf8(), indent=2), on_stderr=False)


def _prints_utf8() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"


def _put(line: str, *, on_stderr: bool) -> None:
    """Print a line; whoever stopped reading (`| head`) does not make the work fail."""
    try:
        click.echo(line, err=on_stderr)
    except BrokenPipeError:
        stream = sys.stderr if on_stderr else sys.stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def leave(code: int) -> NoReturn:
    """End the command with an exit code."""
    raise click.exceptions.Exit(code)


def answer(document: dict[str, Any], *, as_json: bool, failed: list[dict[str, Any]], done: bool) -> None:
    """Print what failed on stderr and the document as JSON when asked; leave with the code that fits.

    `done` tells whether anything was done, or nothing was left to do.
    """
    for failure in failed:
        say(_failure_line(failure))
    if as_json:
        print_json(document)
    if failed:
        leave(IN_PART if done else NOTHING)


def _failure_line(failure: dict[str, Any]) -> str:
    why = str(failure["why"])
    where = Path(str(failure["file"])).name if "file" in failure else f"Row {failure.get('row')}"
    return why if where in why else f"{where}: {why}"


def or_null(text: str) -> str | None:
    """Return the text, or null when it is unknown."""
    return text or None


class Progress:
    """A progress line on a terminal, for work that takes longer than a second."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Say how far the work is."""
        if sys.stderr is None or not sys.stderr.isatty() or time.monotonic() - self._began < PROGRESS_AFTER_SECONDS:
            return
        self._shown = True
        share = done / total if total else 1.0
        bar = "=" * round(share * 30)
        click.echo(f"\r{self._what} [{bar:<30}] {done:,} of {total:,}", err=True, nl=False)

    def finish(self) -> None:
        """End the line, when there is one."""
        if self._shown:
            click.echo(err=True)
