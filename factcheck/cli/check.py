"""`factcheck check`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.analysis import FAIL_LEVELS, analysis_options, find_incomplete, open_settings, run_analysis
from factcheck.cli.focus import focus_options, focus_report
from factcheck.cli.judging import baseline_option, choose_paths, decision_options, judge_report
from factcheck.report.outputs import FILE_FORMATS, TEXT_FORMATS

if TYPE_CHECKING:
    from factcheck.report.view import Report
    from factcheck.review.standing import Standing

__all__ = ["command"]


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(TEXT_FORMATS),
    default="terminal",
    show_default=True,
    metavar="FORMAT",
    help=f"What to print: {', '.join(TEXT_FORMATS)}.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT:PATH",
    help=f"Also write a file; may be repeated. FORMAT: one of those, or {', '.join(FILE_FORMATS[len(TEXT_FORMATS) :])}.",
)
@click.option("--by-article", metavar="DIR", help="Also write a review sheet (审核单) for each article into this folder.")
@click.option(
    "--sheet-format", type=click.Choice(["markdown", "docx"]), default="markdown", show_default=True, help="Format of the sheets."
)
@click.option("-v", "--verbose", is_flag=True, help="Print the evidence of every finding under the table.")
@click.option("--all-relations", is_flag=True, help="Put incomparable pairs into the JSON too.")
@click.option("--fail-level", type=click.Choice(FAIL_LEVELS), help="Exit 1 on new findings of this level or above.  [default: warning]")
@click.option("--allow-partial", is_flag=True, help="Do not exit 2 because some files could not be read.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 in place of 1: report, do not fail. What is 2 stays 2.")
@baseline_option
@click.option("--no-baseline", is_flag=True, help="Compare with no baseline, though there is one.")
@click.option("--fail-on-stale", is_flag=True, help="Exit 1 when the baseline knows findings that are no longer there.")
@decision_options
@click.option(
    "--fail-on-undecided", is_flag=True, help="Exit 1 on findings at or above --fail-level that nobody has confirmed or dismissed."
)
@focus_options
@analysis_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    format_: str,
    outputs: tuple[str, ...],
    by_article: str | None,
    sheet_format: str,
    verbose: bool,
    all_relations: bool,
    fail_level: str | None,
    allow_partial: bool,
    exit_zero: bool,
    fail_on_stale: bool,
    fail_on_undecided: bool,
    **options: Any,
) -> None:
    """Report where articles contradict each other.

    PATH is an article (.txt, .md, .html, .jsonl, .docx, .pdf) or a folder of them. Prints a table of the facts on which they
    disagree: what each value is and which outlet gives it. Nothing but the report goes to standard output.

    A finding that the baseline knows, or that a reviewer has confirmed or dismissed, does not fail the check; a new one does, and a known
    one with a new value. Without PATH the paths of the settings file are checked.

    \b
    Examples:
      factcheck check articles/
      factcheck check articles/ --verbose --lang en
      factcheck check articles/ --format json > report.json
      factcheck check articles/ -o html:reports/today.html -o xlsx:today.xlsx
      factcheck check articles/ --by-article reports/sheets
      factcheck check articles/ --select FC2 --fail-level error
      factcheck check articles/ --focus-since origin/main -o sarif:out.sarif

    \b
    Exit codes:
      0  nothing new at or above --fail-level
      1  new or changed findings at or above --fail-level
      2  bad usage, settings or rule file; or the check is not complete: a file
         could not be read (unless --allow-partial), no article was read, no
         claim was found
    """
    from factcheck.report.outputs import parse_outputs, write_outputs

    settings = open_settings({**options, "fail_level": fail_level})
    wanted = parse_outputs(outputs)
    paths = choose_paths(paths, settings)
    report, standing = judge_report(run_analysis(paths, settings), settings, options)
    report = focus_report(report, options)
    write_outputs(report, wanted, lang=settings.lang, incomparable=all_relations)
    if by_article:
        from factcheck.report.sheets import write_sheets

        write_sheets(report, Path(by_article), format=sheet_format, lang=settings.lang)
    _print_report(report, format_, settings.lang, verbose=verbose, all_relations=all_relations)
    if _tell_problems(report, paths, allow_partial=allow_partial):
        ctx.exit(2)
    failed = _tell_standing(report, standing, settings.fail_level, stale=fail_on_stale, undecided=fail_on_undecided)
    ctx.exit(1 if failed and not exit_zero else 0)


def _tell_standing(report: Report, standing: Standing, fail_level: str, *, stale: bool, undecided: bool) -> bool:
    """Say on standard error what the baseline knows and the run did not find; whether the check fails."""
    from factcheck.cli.streams import print_error
    from factcheck.report.verdict import count_new, count_undecided

    failed = bool(count_new(report.findings, fail_level))
    if n := len(standing.stale):
        told = (
            f"{n} known finding{'s are' if n > 1 else ' is'} no longer there (factcheck baseline prune removes {'them' if n > 1 else 'it'})"
        )
        print_error("error" if stale else "note", told)
        failed |= stale
    if undecided and (n := count_undecided(report.findings, fail_level)):
        print_error("error", f"{n} finding{'s are' if n > 1 else ' is'} undecided (factcheck review decides)")
        failed = True
    return failed


def _print_report(report: Report, format_: str, lang: str, *, verbose: bool, all_relations: bool) -> None:
    from factcheck.cli.streams import find_screen, print_bytes, print_text
    from factcheck.report.outputs import render_report
    from factcheck.report.showing import show_in
    from factcheck.report.view import build_view

    if format_ == "terminal":
        from factcheck.report.terminal import render_terminal

        screen = find_screen()
        # What could not be read is told on standard error.
        view = replace(build_view(show_in(report, "report"), lang), errors=())
        print_text(render_terminal(view, width=screen.width, colours=screen.colours, verbose=verbose, ruled=screen.ruled))
        return
    print_bytes(render_report(report, format_, lang=lang, incomparable=all_relations).encode("utf-8", errors="backslashreplace"))


def _tell_problems(report: Report, paths: tuple[str, ...], *, allow_partial: bool) -> bool:
    """Say on standard error what could not be read; whether that makes the check incomplete."""
    from factcheck.cli.streams import print_error

    for error in report.errors:
        print_error("warning" if allow_partial else "error", str(error))
    empty = find_incomplete(report, paths)
    if empty:
        print_error("error", empty)
    return bool(empty) or (bool(report.errors) and not allow_partial)
