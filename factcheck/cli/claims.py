"""`factcheck claims`."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.analysis import analysis_options, open_settings, run_analysis

__all__ = ["command"]


@click.command("claims")
@click.argument("file")
@click.option("--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True, help="What to print.")
@analysis_options
@click.pass_context
def command(ctx: click.Context, /, file: str, format_: str, **options: Any) -> None:
    """List what one article claims: the words, what they are about, the value, who says so.

    \b
    Examples:
      factcheck claims articles/a.md
      factcheck claims articles/a.md --format json

    \b
    Exit codes:
      0  listed (an article may claim nothing: that is said on standard error)
      2  the file could not be read, or bad usage or settings
    """
    from factcheck.cli.listing import render_claims
    from factcheck.cli.streams import find_screen, print_bytes, print_error, print_text
    from factcheck.report.json import dump_json
    from factcheck.report.view import view_claims

    settings = open_settings(options)
    report = run_analysis([file], settings)
    if format_ == "json":
        document = report.to_dict()
        print_bytes(dump_json({key: document[key] for key in ("schema_version", "articles", "claims")}).encode())
    elif report.claims:
        screen = find_screen()
        print_text(render_claims(view_claims(report, settings.lang), settings.lang, width=screen.width, colours=screen.colours))
    for error in report.errors:
        print_error("error", str(error))
    if report.errors or not report.articles:
        if not report.errors:
            print_error("error", f"no article was read from {file}")
        ctx.exit(2)
    if not report.claims:
        print_error("note", f"no claim was found in {file}")
