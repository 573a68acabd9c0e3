"""`factcheck diff`."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.analysis import FAIL_LEVELS

__all__ = ["command"]


@click.command("diff")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True, help="What to print.")
@click.option(
    "--fail-level",
    type=click.Choice(FAIL_LEVELS),
    default="warning",
    show_default=True,
    help="Exit 1 on new findings of this level or above.",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the lines.")
@click.pass_context
def command(ctx: click.Context, /, old: str, new: str, format_: str, fail_level: str, lang: str) -> None:
    """Tell what is different between two reports.

    OLD and NEW are JSON reports of `factcheck check`. A finding with another fingerprint but the same rule, subject and
    attribute has changed; its values that came and went are listed.

    \b
    Example:
      factcheck check articles/ -o json:today.json
      factcheck diff yesterday.json today.json

    \b
    Exit codes:
      0  no new or changed finding at or above --fail-level
      1  new or changed findings
      2  bad usage, or a file that is no report
    """
    from factcheck.cli.streams import print_bytes, print_text
    from factcheck.report.changes import compare_documents, read_document, render_changes
    from factcheck.report.json import dump_json
    from factcheck.report.messages import load_messages

    changes = compare_documents(read_document(Path(old)), read_document(Path(new)))
    if format_ == "json":
        print_bytes(dump_json(changes.as_dict()).encode("utf-8"))
    else:
        print_text(render_changes(changes, load_messages(lang)))
    failing = FAIL_LEVELS[: FAIL_LEVELS.index(fail_level) + 1] if fail_level != "never" else ()
    found = [*changes.new, *(change.new for change in changes.changed)]
    ctx.exit(1 if any(finding["level"] in failing for finding in found) else 0)
