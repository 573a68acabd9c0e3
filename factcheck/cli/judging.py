"""What the commands that know baseline and decisions share: which files hold, and the states of a report's findings."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.report.view import Report
    from factcheck.review.identity import Seen
    from factcheck.review.standing import Standing
    from factcheck.settings import Settings

__all__ = [
    "baseline_option",
    "choose_paths",
    "decision_options",
    "find_baseline",
    "find_decisions",
    "identify_report",
    "judge_report",
    "read_day",
]

Function = TypeVar("Function", bound=Callable[..., Any])

baseline_option = click.option(
    "--baseline", metavar="FILE", help="The known findings.  [default: factcheck-baseline.jsonl beside the settings file, when it is there]"
)

_DECISION_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--decisions",
        metavar="FILE",
        help="What reviewers decided.  [default: factcheck-decisions.jsonl beside the settings file, when it is there]",
    ),
    click.option(
        "--today",
        metavar="DATE",
        envvar="FACTCHECK_TODAY",
        help="The day that says which decisions have expired (also: FACTCHECK_TODAY).  [default: today]",
    ),
)


def decision_options(function: Function) -> Function:
    """The options of commands that read decisions."""
    for option in reversed(_DECISION_OPTIONS):
        function = option(function)
    return function


def choose_paths(paths: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """The PATHs given, else those of the settings, as seen from the working folder. UsageError when there are none."""
    if paths:
        return tuple(paths)
    if not settings.paths:
        raise UsageError("no PATH given", hint='name a folder of articles, or write paths = ["..."] into factcheck.toml')
    return tuple(os.path.relpath(path) for path in settings.paths)


def _home(settings: Settings) -> Path:
    return Path(settings.file).parent if settings.file else Path()


def find_baseline(settings: Settings) -> tuple[Path, bool]:
    """Where the baseline stands, and whether it was named (then it must be there)."""
    from factcheck.review.baseline import BASELINE_NAME

    return (settings.baseline, True) if settings.baseline else (_home(settings) / BASELINE_NAME, False)


def find_decisions(settings: Settings) -> tuple[Path, bool]:
    """Where the decisions stand, and whether the command line named them (then they must be there)."""
    from factcheck.review.decisions import DECISIONS_NAME
    from factcheck.settings import COMMAND_LINE

    path = settings.decisions or _home(settings) / DECISIONS_NAME
    return path, settings.origin("decisions") == COMMAND_LINE


def read_day(given: str | None) -> date:
    """A day of the command line, today when none is given. UsageError when it is no day."""
    if not given:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{given!r} is not a day", hint="write it as 2031-03-06") from None


def identify_report(report: Report) -> list[Seen]:
    """The identities of a report's findings, in its order."""
    from factcheck.review.identity import identify_findings

    return identify_findings(report.ordered_findings(), report.claims, report.articles)


def judge_report(report: Report, settings: Settings, options: Mapping[str, Any]) -> tuple[Report, Standing]:
    """The report with its findings' states, and what else baseline and decisions say. `options`: no_baseline, today,
    and new_decisions (a file of decisions that is named need not be there yet)."""
    from factcheck.review.baseline import read_baseline
    from factcheck.review.decisions import read_decisions
    from factcheck.review.standing import Standing, judge_findings

    path, named = find_baseline(settings)
    known = None if options.get("no_baseline") or not (named or path.exists()) else read_baseline(path)
    place, needed = find_decisions(settings)
    decided = read_decisions(place, needed=needed and not options.get("new_decisions"))
    today = read_day(options.get("today"))
    if known is None and not decided:
        return report, Standing(report.findings, {})
    standing = judge_findings(
        report.findings,
        report.claims,
        report.articles,
        baseline=known,
        decisions=decided,
        today=today,
        rules=report.rule_names,
    )
    return replace(report, findings=standing.findings, decisions=standing.decisions), standing
