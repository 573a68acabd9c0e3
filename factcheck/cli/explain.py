"""`factcheck explain`."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.analysis import analysis_options, open_settings, pick_finding, run_analysis

__all__ = ["command"]


@click.command("explain")
@click.argument("finding")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@analysis_options
def command(finding: str, paths: tuple[str, ...], **options: Any) -> None:
    """Tell why the claims of a finding were compared, and what came of it.

    FINDING is its number in the table of `factcheck check`, its id, or the beginning of its id. Give the same PATHs and
    options as to check. For every pair: the gates it passed (same subject, same attribute, same unit, same period ...)
    and the relation that was found, with its reason.

    \b
    Example:
      factcheck explain 1 articles/

    \b
    Exit codes:
      0  explained
      2  no such finding, or bad usage, settings or rule file
    """
    from factcheck.cli.streams import find_screen, print_text
    from factcheck.report.terminal import render_gates
    from factcheck.report.view import build_view

    settings = open_settings(options)
    view = build_view(run_analysis(paths, settings), settings.lang)
    screen = find_screen()
    print_text(render_gates(pick_finding(view, finding), view.messages, width=screen.width, colours=screen.colours))
