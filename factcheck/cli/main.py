"""The command line: a group whose commands are imported when they are run, and the one place where errors become lines and exit codes."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from factcheck import __version__
from factcheck.errors import FactcheckError

__all__ = ["command", "main"]

#: Every command, the module that has it as `command`, and its line in `factcheck --help` (written here so that help imports none of them).
COMMANDS: dict[str, tuple[str, str]] = {
    "baseline": ("factcheck.cli.baseline", "Keep the known findings, so that a check fails only on new ones."),
    "check": ("factcheck.cli.check", "Report where the articles of a folder contradict each other."),
    "claims": ("factcheck.cli.claims", "List what one article claims."),
    "completion": ("factcheck.cli.completion", "Print a script for completion in bash, zsh or fish."),
    "config": ("factcheck.cli.config", "Show the settings in force and where each came from."),
    "diff": ("factcheck.cli.diff", "Tell what is different between two JSON reports."),
    "doctor": ("factcheck.cli.doctor", "Say what reads the text here, and what could be installed."),
    "explain": ("factcheck.cli.explain", "Tell why the claims of a finding were compared."),
    "init": ("factcheck.cli.init", "Write settings, and a baseline of what is found now."),
    "mentions": ("factcheck.cli.mentions", "Show the figures and times read in a text."),
    "review": ("factcheck.cli.review", "Decide about findings, one key each, and keep the decisions."),
    "rules": ("factcheck.cli.rules", "List, explain, lint and test the rules."),
    "show": ("factcheck.cli.show", "Show one finding, its values side by side."),
    "version": ("factcheck.cli.version", "Print the version."),
}

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

EPILOG = """\b
Examples:
  factcheck check articles/                    a table of what disagrees
  factcheck check articles/ --format json      the same for programs
  factcheck check articles/ -o markdown:reports/today.md
  factcheck show 1 articles/                   finding 1, side by side

\b
Exit codes of check:
  0  nothing new at or above --fail-level
  1  new findings
  2  bad usage, settings or rule file, or not everything could be read
"""


class _ReaderLeft(Exception):
    """Standard output is a pipe that nobody reads any more."""


class CommandGroup(click.Group):
    """The top of the command line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands by name."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command when it is asked for."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when one is mistyped."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"one of {', '.join(sorted(COMMANDS))}"
            raise click.UsageError(f"no such command {name!r} ({hint})", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Click would end with 1 when the reader has left, which here means new findings."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _ReaderLeft from None

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run and exit. Never a traceback unless --debug (or FACTCHECK_DEBUG) asks for it."""
        extra["standalone_mode"] = False
        given = list(args) if args is not None else sys.argv[1:]
        debug = "--debug" in given or bool(os.environ.get("FACTCHECK_DEBUG"))
        # It may stand before or after the command's name.
        given = [word for word in given if word != "--debug"]
        try:
            code = super().main(given, prog_name or "factcheck", **extra)
            sys.stdout.flush()
        except FactcheckError as error:
            _fail(describe_error(error), error.exit_code, error, debug)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(2)
        except click.ClickException as error:
            _fail(_describe_usage(error), 2, error, debug)
        except (click.Abort, KeyboardInterrupt) as error:
            _fail(["interrupted"], 130, error, debug)
        except (BrokenPipeError, _ReaderLeft):
            # The reader (head, less) has left: nothing more to say, and nothing for Python to complain of at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(141)
        except Exception as error:
            told = " ".join(str(error).split())[:300]
            hint = "run it again with --debug and report the traceback"
            _fail([f"unexpected {type(error).__name__}: {told} ({hint})"], 2, error, debug)
        sys.exit(code if isinstance(code, int) else 0)


def describe_error(error: FactcheckError) -> list[str]:
    """What is wrong, one line a problem."""
    problems: tuple[str, ...] = getattr(error, "problems", ())
    return list(problems) or [str(error)]


def _describe_usage(error: click.ClickException) -> list[str]:
    told = " ".join(error.format_message().split())
    ctx = getattr(error, "ctx", None)
    return [f"{told} (see '{ctx.command_path} --help')" if ctx else told]


def _fail(lines: Sequence[str], code: int, error: BaseException, debug: bool) -> NoReturn:
    from factcheck.report.text import flatten_text

    if debug:
        import traceback

        traceback.print_exception(error)
    for line in lines:
        click.echo(f"factcheck: error: {flatten_text(line)}", err=True)
    sys.exit(code)


@click.group("factcheck", cls=CommandGroup, epilog=EPILOG, context_settings=CONTEXT)
@click.version_option(__version__, "--version", message="factcheck %(version)s", help="Print the version and exit.")
@click.option("--debug", is_flag=True, help="Print the traceback of an error.")
def command(debug: bool) -> None:
    """Find what several Chinese news articles about one affair disagree on, and show both sides in their own words.

    Works offline on .txt, .md, .html, .jsonl, .docx and .pdf files, in simplified and traditional Chinese. It never decides who is right.
    """


def main() -> None:
    """The `factcheck` program."""
    command.main()
