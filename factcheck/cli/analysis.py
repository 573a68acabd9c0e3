"""What the commands that run an analysis share: their options, how settings and options combine, and how a result is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.model import Finding
    from factcheck.report.view import FindingView, Report, ReportView
    from factcheck.settings import Settings

__all__ = ["FAIL_LEVELS", "analysis_options", "find_incomplete", "open_settings", "pick_finding", "run_analysis"]

FAIL_LEVELS = ("error", "warning", "info", "never")

Function = TypeVar("Function", bound=Callable[..., Any])

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--rules", "rules", multiple=True, metavar="DIR", help="Also use the rule files of this folder; may be repeated."),
    click.option("--select", multiple=True, metavar="RULE", help="Only these rules (an id or its beginning: FC2); may be repeated."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules; may be repeated."),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out files that match (as in .gitignore); may be repeated."),
    click.option("--backend", metavar="NAME", help="What reads the text: auto, fast, ... (see factcheck doctor)."),
    click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of messages and headings.  [default: zh]"),
    click.option("--config", metavar="FILE", help="Settings file to use instead of the one found above the working folder."),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
)


def analysis_options(function: Function) -> Function:
    """The options every command that runs an analysis takes."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def open_settings(options: Mapping[str, Any]) -> Settings:
    """The settings in force: options of the command line over a settings file over the defaults. ConfigError when one is wrong."""
    from factcheck.settings import load_settings

    config = Path(options["config"]) if options.get("config") else None
    if config is not None and options.get("isolated"):
        raise UsageError("--config and --isolated exclude each other", hint="give one of them")
    given = {
        name: options[name]
        for name in ("rules", "select", "ignore", "exclude", "backend", "lang", "fail_level", "baseline", "decisions")
        if options.get(name)
    }
    return load_settings(config, isolated=bool(options.get("isolated")), options=given)


def run_analysis(paths: Sequence[str], settings: Settings) -> Report:
    """Read, compare and judge; progress goes to standard error when that is a terminal."""
    from factcheck.cli.streams import Progress
    from factcheck.engine.check import run_check

    with Progress() as progress:
        return run_check(paths, settings, progress=progress)


def find_incomplete(report: Report, paths: Sequence[str]) -> str:
    """Why the result says nothing ("" when it says something): a run that read nothing, or found nothing to compare, is not a green one."""
    where = " ".join(paths)
    if not report.articles:
        return f"no article was read from {where} (give .txt, .md, .html, .jsonl, .docx or .pdf files, or folders of them)"
    if not report.claims:
        return f"no claim was found in {len(report.articles)} article(s) of {where} (is it Chinese news text? try: factcheck mentions FILE)"
    return ""


def pick_finding(view: ReportView, wanted: str) -> FindingView:
    """The finding that `wanted` names: its id or fingerprint (or an unambiguous beginning), or its number in the table.

    UsageError when it names none or several.
    """
    if not view.findings:
        raise UsageError(f"there is no finding {wanted!r}: nothing was found", hint="run factcheck check on the same paths")
    for found in view.findings:
        if wanted in (found.finding.id, found.finding.fingerprint):
            return found
    if wanted.isdecimal() and 1 <= int(wanted) <= len(view.findings):
        return view.findings[int(wanted) - 1]
    begun = [found for found in view.findings if wanted and _names(found.finding, wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UsageError(
            f"{wanted!r} may be any of {len(begun)} findings", hint="give more of the id: " + ", ".join(f.finding.id for f in begun[:5])
        )
    raise UsageError(
        f"there is no finding {wanted!r}", hint=f"give a number from 1 to {len(view.findings)} or an id, as factcheck check shows them"
    )


def _names(finding: Finding, beginning: str) -> bool:
    return finding.id.startswith(beginning) or finding.fingerprint.startswith(beginning)
