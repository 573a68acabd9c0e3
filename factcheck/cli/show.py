"""`factcheck show`."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.analysis import analysis_options, open_settings, pick_finding, run_analysis

__all__ = ["command"]


@click.command("show")
@click.argument("finding")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@analysis_options
def command(finding: str, paths: tuple[str, ...], **options: Any) -> None:
    """Show one finding, its values side by side.

    FINDING is its number in the table of `factcheck check`, its id, or the beginning of its id. Give the same PATHs and
    options as to check. For every value: who gives it, when, on whose word, and the exact words in their sentence.

    \b
    Examples:
      factcheck show 1 articles/
      factcheck show 1 articles/ --lang en

    \b
    Exit codes:
      0  shown
      2  no such finding, or bad usage, settings or rule file
    """
    from factcheck.cli.streams import find_screen, print_text
    from factcheck.report.terminal import render_finding
    from factcheck.report.view import build_view

    settings = open_settings(options)
    view = build_view(run_analysis(paths, settings), settings.lang)
    screen = find_screen()
    found = pick_finding(view, finding)
    print_text(render_finding(found, view.messages, width=screen.width, colours=screen.colours, ruled=screen.ruled))
