"""The `annotator` command: every job by name; without one, the window."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper

import click

from annotator import __version__
from annotator.cli.answers import IN_PART, NOTHING, say
from annotator.exporting.errors import WrittenWithoutManifest
from annotator.model.errors import AnnotatorError

STOPPED = 130
COMMANDS = {
    "open": ("window", "open_"), "demo": ("window", "demo"), "setup": ("setting_up", "setup"),
    "new": ("projects", "new"), "import": ("articles", "import_"), "scheme": ("schemes", "scheme"),
    "code": ("articles", "code"), "finish": ("articles", "finish"), "list": ("listing", "list_"),
    "export": ("exports", "export"), "compare": ("comparing", "compare"),
    "send": ("sending", "send"), "receive": ("receiving", "receive"),
    "undo": ("projects", "undo"), "redo": ("projects", "redo"),
    "purge": ("projects", "purge"), "check": ("projects", "check"), "picture": ("window", "picture"),
}  # fmt: skip


class CommandsByName(click.Group):
    """Commands whose module is imported when they are called, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the work goes."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"annotator.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; an unknown one is answered with the nearest, a file with `open`."""
        name = args[0]
        if name not in COMMANDS and os.path.exists(name):
            ctx.fail(f"“{name}” is a file, not a command. To open it in the window: annotator open {name}")
        if name not in COMMANDS and (near := get_close_matches(name, COMMANDS)):
            ctx.fail(f"There is no command “{name}”. Nearest: {', '.join(near)}.")
        return super().resolve_command(ctx, args)


@click.group(
    cls=CommandsByName, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def commands(context: click.Context) -> None:
    """Code passages of articles by hand, review a colleague's coding, export the extracts.

    Without a command the window opens. Who codes: --coder NAME, else the variable ANNOTATOR_CODER, else the name
    in the preferences. Exit code: 0 done, 1 done in part, 2 nothing done.
    """
    if context.invoked_subcommand is None:
        from annotator.cli.window import open_

        context.invoke(open_)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit code: 0 done, 1 in part, 2 nothing done. No traceback reaches the terminal."""
    _print_whatever_the_terminal_can()
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
    except Exception as error:
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    from annotator.log import log_unexpected

    file = log_unexpected(error)
    say(f"Something went wrong that should not have ({type(error).__name__}). What was saved is safe. See {file}.")
    return NOTHING


def _print_whatever_the_terminal_can() -> None:
    """Write a character that the terminal's encoding lacks as its number, rather than fail after the work is done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
