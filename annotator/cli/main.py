"""The `annotator` command: every job by name; without one, the window."""

from __future__ import annotations

import os
import sys

import click

from annotator import __version__
from annotator.cli.answers import IN_PART, NOTHING, say
from annotator.cli.articles import code, finish, import_
from annotator.cli.exports import export
from annotator.cli.listing import list_
from annotator.cli.projects import check, new, purge, redo, undo
from annotator.cli.schemes import scheme
from annotator.cli.setting_up import setup
from annotator.cli.window import demo, open_, picture
from annotator.exporting.errors import WrittenWithoutManifest
from annotator.log import log_unexpected
from annotator.model.errors import AnnotatorError

STOPPED = 130


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def commands(context: click.Context) -> None:
    """Code passages of articles by hand, review a colleague's coding, export the extracts."""
    if context.invoked_subcommand is None:
        context.invoke(open_)


for command in (
    new, import_, scheme, code, finish, list_, export, undo, redo, purge, check, picture, demo, open_, setup,
):  # fmt: skip
    commands.add_command(command)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit code: 0 done, 1 in part, 2 nothing done. No traceback reaches the terminal."""
    try:
        return int(commands.main(arguments, prog_name="annotator", standalone_mode=False) or 0)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        say("Stopped.")
        return STOPPED
    except click.ClickException as error:
        error.show()
        return NOTHING
    except WrittenWithoutManifest as error:
        say(error.sentence)
        return IN_PART
    except AnnotatorError as error:
        say(error.sentence)
        return NOTHING
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOTHING
    except Exception as error:
        file = log_unexpected(error)
        say(f"Something went wrong that should not have ({type(error).__name__}). What was saved is safe. See {file}.")
        return NOTHING
