"""`factcheck review`: decisions about findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.analysis import analysis_options, open_settings, run_analysis
from factcheck.cli.judging import baseline_option, choose_paths, decision_options, find_decisions, identify_report, judge_report, read_day

__all__ = ["command"]

Function = TypeVar("Function", bound=Callable[..., Any])


class _ReviewGroup(click.Group):
    """`factcheck review PATH...` is the review itself; `import` and `stats` are commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the hidden command in front of anything that names none."""
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the review itself, and the other commands."""
        self.commands["run"].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow."""
        return ["[OPTIONS]", "PATH...", "| import | stats"]


def reviewer_options(function: Function) -> Function:
    """Who decides, at which stage of the desk's review."""
    function = click.option(
        "--stage", metavar="NAME", default="", help="The desk's word for this step of its review, kept with the decision."
    )(function)
    return click.option("--reviewer", metavar="NAME", envvar="FACTCHECK_REVIEWER", help="Who decides.  [default: git's user.name]")(
        function
    )


@click.group("review", cls=_ReviewGroup)
def command() -> None:
    """Decide about findings, one key each, and keep the decisions.

    Shows what is not yet decided, side by side, and asks: c confirmed, d dismissed (with a note), n needs checking, f corrected;
    s next, b back, u undo, q quit. Decisions go to factcheck-decisions.jsonl at once, so a review goes on where it ended. `factcheck
    check` does not fail on what is confirmed or dismissed until a new value comes up.

    Where standard input is no terminal it is read line by line: a key, for d followed by the note.

    \b
    Examples:
      factcheck review articles/
      factcheck review articles/ --reviewer 贺砚秋 --until 2031-06-30
      factcheck review import decisions.csv articles/
      factcheck review stats

    \b
    Exit codes:
      0  done, or ended with q
      2  bad usage; no article was read; a malformed file
    """


@command.command("run", hidden=True)
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path())
@click.option("--all", "everything", is_flag=True, help="Also show what is decided, and findings of level info.")
@click.option("--new", "only_new", is_flag=True, help="Only what is new or changed.")
@click.option("--until", metavar="DATE", help="The last day on which the decisions count.")
@reviewer_options
@baseline_option
@decision_options
@analysis_options
def run(
    paths: tuple[str, ...], everything: bool, only_new: bool, until: str | None, reviewer: str | None, stage: str, **options: Any
) -> None:
    """Review the findings."""
    from factcheck.cli.analysis import find_incomplete
    from factcheck.cli.reviewing import Item, Session, open_input
    from factcheck.cli.streams import find_screen, print_error, print_text
    from factcheck.errors import FactcheckError
    from factcheck.model import Level, State
    from factcheck.report.terminal import render_finding
    from factcheck.report.view import FindingView, build_view

    settings = open_settings(options)
    last_day = read_day(until) if until else None
    paths = choose_paths(paths, settings)
    report, standing = judge_report(run_analysis(paths, settings), settings, {**options, "new_decisions": True})
    for error in report.errors:
        print_error("warning", str(error))
    if empty := find_incomplete(report, paths):
        raise FactcheckError(empty)
    view, screen = build_view(report, settings.lang), find_screen()

    def render(found: FindingView) -> str:
        return render_finding(found, view.messages, width=screen.width, colours=screen.colours, ruled=screen.ruled)

    items = []
    for seen, found in zip(identify_report(report), view.findings, strict=True):
        open_ = seen.finding.level is not Level.INFO and seen.finding.state not in (State.CONFIRMED, State.DISMISSED)
        if (everything or open_) and (not only_new or seen.finding.state in (State.NEW, State.CHANGED)):
            items.append(Item(seen, lambda found=found: render(found), standing.decisions.get(seen.finding.id)))  # type: ignore[misc]
    if not items:
        print_text(view.messages("review.nothing") + "\n")
        return
    path = find_decisions(settings)[0]
    session = Session(items, path, view.messages, reviewer or _find_reviewer(), stage, read_day(options.get("today")), last_day)
    print_text(view.messages("review.help") + "\n")
    decided = session.run(open_input(), print_text)
    print_text("\n" + view.messages("review.done", n=decided, path=path) + "\n")


@command.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path())
@reviewer_options
@decision_options
@analysis_options
def import_(file: Path, paths: tuple[str, ...], reviewer: str | None, stage: str, **options: Any) -> None:
    """Append decisions from a file: JSON Lines, a JSON list, or CSV with a header.

    Fields: fingerprint (or finding, the id shown by check: then give the PATHs too), verdict (confirmed, dismissed, needs-check,
    corrected), note (needed to dismiss), reviewer, stage, date, until. All lines are taken, or none. With PATHs a decision holds for
    the finding when it is repeated by another outlet, too; without, for that fingerprint only.

    \b
    Examples:
      factcheck review import decisions.jsonl
      factcheck review import desk.csv articles/

    \b
    Exit codes:
      0  imported
      2  a mistake in the file (path:line: what); bad usage
    """
    from dataclasses import replace

    from factcheck.cli.streams import print_text
    from factcheck.errors import FactcheckError
    from factcheck.review.decisions import add_decisions, parse_import
    from factcheck.review.storage import read_bytes

    settings = open_settings(options)
    data = read_bytes(file)
    if data is None:
        raise FactcheckError("no such file", where=str(file))
    seen = {}
    if paths:
        for one in identify_report(run_analysis(paths, settings)):
            seen.update({one.finding.id: one, one.identity.fingerprint: one})
    made = parse_import(data, str(file), seen, reviewer=reviewer or _find_reviewer(), day=read_day(options.get("today")))
    path = find_decisions(settings)[0]
    add_decisions(path, [replace(decision, stage=decision.stage or stage) for decision in made])
    print_text(f"{path}: {len(made)} added\n")


@command.command("stats")
@click.option("--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True, help="What to print.")
@click.option("--decisions", metavar="FILE", help="What reviewers decided.")
@click.option("--config", metavar="FILE", help="Settings file to use instead of the one found above the working folder.")
@click.option("--isolated", is_flag=True, help="Use no settings file.")
def stats(format_: str, **options: Any) -> None:
    """Count the decisions by rule, and print the precision of each.

    Precision: the share of settled findings that were confirmed or corrected. The latest decision on each finding counts, expired or not.

    \b
    Example:
      factcheck review stats

    \b
    Exit codes:
      0  printed
      2  no decisions, or a malformed file
    """
    from factcheck.cli.streams import print_bytes, print_text
    from factcheck.report.json import dump_json
    from factcheck.review.decisions import RuleStats, count_by_rule, read_decisions

    rows = count_by_rule(read_decisions(find_decisions(open_settings(options))[0], needed=True))
    if format_ == "json":
        listed = [{**{name: getattr(row, name) for name in _COUNTS}, "precision": row.precision} for row in rows]
        print_bytes(dump_json({"rules": listed}).encode())
        return
    total = RuleStats("all", *(sum(getattr(row, name) for row in rows) for name in _COUNTS[1:]))
    lines = [f"{'rule':<8}{'confirmed':>10}{'corrected':>10}{'dismissed':>10}{'open':>6}{'precision':>11}"]
    lines += [_tell(row) for row in [*rows, total]]
    print_text("".join(f"{line}\n" for line in lines))


_COUNTS = ("rule", "confirmed", "corrected", "dismissed", "open")


def _tell(row: Any) -> str:
    precision = "-" if row.precision is None else f"{row.precision:.2f}"
    return f"{row.rule or '?':<8}{row.confirmed:>10}{row.corrected:>10}{row.dismissed:>10}{row.open:>6}{precision:>11}"


def _find_reviewer() -> str:
    """git's user.name, else the name of the user, else ""."""
    import getpass

    name = _ask(["git", "config", "user.name"])
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _ask(arguments: Sequence[str]) -> str:
    import subprocess

    try:
        return subprocess.run(arguments, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
