"""`factcheck baseline`: the known findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.analysis import analysis_options, find_incomplete, open_settings, run_analysis
from factcheck.cli.judging import baseline_option, choose_paths, find_baseline, identify_report

if TYPE_CHECKING:
    from factcheck.report.view import Report
    from factcheck.review.baseline import Change, Entry
    from factcheck.settings import Settings

__all__ = ["command"]

Function = TypeVar("Function", bound=Callable[..., Any])

_paths = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path())
_partial = click.option("--allow-partial", is_flag=True, help="Go on though some files could not be read; what they say stays as it is.")
_gone = click.option("--gone", is_flag=True, help="Articles with an id of their own that were not read are deleted: drop what they said.")


@click.group("baseline")
def command() -> None:
    """Keep the known findings, so that a check fails only on new ones.

    The baseline is a text file, factcheck-baseline.jsonl, beside the settings file (or in the working folder): commit it. `factcheck check`
    reads it and never writes it.

    \b
    Examples:
      factcheck baseline create articles/
      factcheck baseline diff articles/
      factcheck baseline update articles/
      git config merge.factcheck.driver "factcheck baseline merge %O %A %B"

    \b
    Exit codes:
      0  done
      1  diff: the baseline is not up to date
      2  no baseline, or a malformed one; bad usage; an article could not be read
    """


@command.command("create")
@_paths
@baseline_option
@_partial
@analysis_options
def create(paths: tuple[str, ...], allow_partial: bool, **options: Any) -> None:
    """Write a baseline of all that is found now. Never overwrites one.

    \b
    Example:
      factcheck baseline create articles/

    \b
    Exit codes:
      0  written
      2  there is one already; bad usage;
         nothing was read, or not everything (unless --allow-partial)
    """
    from factcheck.cli.streams import print_text
    from factcheck.errors import FactcheckError
    from factcheck.review.baseline import create_baseline, read_sources

    settings = open_settings(options)
    path, _ = find_baseline(settings)
    if path.exists():
        raise FactcheckError("the baseline is there already", where=str(path), hint="factcheck baseline update brings it up to date")
    report = _run(paths, settings, allow_partial=allow_partial)
    known = create_baseline(path, identify_report(report), read_sources(report.articles, path, report.rule_names))
    print_text(f"{path}: {known} known\n")


@command.command("update")
@_paths
@baseline_option
@_partial
@_gone
@analysis_options
def update(paths: tuple[str, ...], allow_partial: bool, gone: bool, **options: Any) -> None:
    """Bring the baseline up to date, and print what is added (+), changed (~) and removed (-).

    A finding that was not found is removed only when its articles were read, or are no longer there, and its rule was asked.

    \b
    Example:
      factcheck baseline update articles/

    \b
    Exit codes:
      0  up to date
      2  no baseline, or a malformed one; bad usage;
         nothing was read, or not everything (unless --allow-partial)
    """
    _change(paths, options, allow_partial=allow_partial, gone=gone, prune_only=False)


@command.command("prune")
@_paths
@baseline_option
@_partial
@_gone
@analysis_options
def prune(paths: tuple[str, ...], allow_partial: bool, gone: bool, **options: Any) -> None:
    """Remove what is no longer found, and nothing else; print what is removed (-).

    Only for articles that were read or are no longer there: what another folder's articles say stays.

    \b
    Example:
      factcheck baseline prune articles/

    \b
    Exit codes:
      0  pruned
      2  no baseline, or a malformed one; bad usage;
         nothing was read, or not everything (unless --allow-partial)
    """
    _change(paths, options, allow_partial=allow_partial, gone=gone, prune_only=True)


@command.command("diff")
@_paths
@baseline_option
@_partial
@_gone
@analysis_options
@click.pass_context
def diff(ctx: click.Context, /, paths: tuple[str, ...], allow_partial: bool, gone: bool, **options: Any) -> None:
    """Print what update would add (+), change (~) and remove (-). Writes nothing.

    \b
    Example:
      factcheck baseline diff articles/

    \b
    Exit codes:
      0  the baseline is up to date
      1  it is not
      2  no baseline, or a malformed one; bad usage;
         nothing was read, or not everything (unless --allow-partial)
    """
    from factcheck.review.baseline import compare_baseline, read_baseline, read_sources

    settings = open_settings(options)
    path, _ = find_baseline(settings)
    known = read_baseline(path)
    report = _run(paths, settings, allow_partial=allow_partial)
    sources = read_sources(report.articles, path, report.rule_names)
    change = compare_baseline(known.entries, identify_report(report), sources, gone=gone)
    _tell_change(change)
    ctx.exit(1 if change.added or change.changed or change.removed else 0)


@command.command("show")
@baseline_option
@click.option("--config", metavar="FILE", help="Settings file to use instead of the one found above the working folder.")
@click.option("--isolated", is_flag=True, help="Use no settings file.")
def show(**options: Any) -> None:
    """Print what the baseline knows, one finding a line: rule, fact, values and who gives them, fingerprint.

    \b
    Example:
      factcheck baseline show

    \b
    Exit codes:
      0  shown
      2  no baseline, or a malformed one
    """
    from factcheck.cli.streams import print_text
    from factcheck.review.baseline import read_baseline

    known = read_baseline(find_baseline(open_settings(options))[0])
    print_text("".join(f"{line}\n" for line in sorted(_tell_entry(entry) for entry in known.entries.values())))


@command.command("merge")
@click.argument("base", metavar="BASE", type=click.Path(path_type=Path))
@click.argument("ours", metavar="OURS", type=click.Path(path_type=Path))
@click.argument("theirs", metavar="THEIRS", type=click.Path(path_type=Path))
def merge(base: Path, ours: Path, theirs: Path) -> None:
    """Merge two baselines that were one, into OURS: a merge driver for git.

    What one side added is added, what one side removed is removed; there are no conflicts. To have git use it:

    \b
    Example:
      git config merge.factcheck.driver "factcheck baseline merge %O %A %B"
      echo "factcheck-baseline.jsonl merge=factcheck" >> .gitattributes

    \b
    Exit codes:
      0  merged
      2  a file is missing or malformed; OURS is left as it was
    """
    from factcheck.errors import FactcheckError
    from factcheck.review.baseline import dump_baseline, merge_baselines, parse_baseline
    from factcheck.review.storage import read_bytes, rewrite_file

    def read(path: Path) -> Mapping[str, Entry]:
        data = read_bytes(path)
        if data is None:
            raise FactcheckError("no such file", where=str(path))
        return parse_baseline(data, str(path))

    merged = dump_baseline(merge_baselines(read(base), read(ours), read(theirs)).values())
    rewrite_file(ours, lambda _: merged)


def _run(paths: tuple[str, ...], settings: Settings, *, allow_partial: bool) -> Report:
    """The report, when it is complete enough to be kept; FactcheckError when it is not."""
    from factcheck.cli.streams import print_error
    from factcheck.errors import FactcheckError

    paths = choose_paths(paths, settings)
    report = run_analysis(paths, settings)
    if empty := find_incomplete(report, paths):
        raise FactcheckError(empty)
    for error in report.errors:
        print_error("warning" if allow_partial else "error", str(error))
    if report.errors and not allow_partial:
        raise FactcheckError("not everything could be read: nothing was written", hint="mend the files, or give --allow-partial")
    return report


def _change(paths: tuple[str, ...], options: Mapping[str, Any], *, allow_partial: bool, gone: bool, prune_only: bool) -> None:
    from factcheck.review.baseline import change_baseline, read_baseline, read_sources

    settings = open_settings(options)
    path, _ = find_baseline(settings)
    read_baseline(path)  # before the long work: it is there and in order
    report = _run(paths, settings, allow_partial=allow_partial)
    sources = read_sources(report.articles, path, report.rule_names)
    _tell_change(change_baseline(path, identify_report(report), sources, prune_only=prune_only, gone=gone), prune_only=prune_only)


def _tell_change(change: Change, *, prune_only: bool = False) -> None:
    """What is added, changed and removed, line by line, and the sums."""
    from factcheck.cli.streams import print_text

    lines = [] if prune_only else [f"+ {_tell_entry(entry)}" for entry in change.added]
    for before, after in () if prune_only else change.changed:
        lines += [f"~ {_tell_entry(before)}", f"  now: {_tell_entry(after)}"]
    lines += [f"- {_tell_entry(entry)}" for entry in change.removed]
    counts = f"{len(change.removed)} removed" if prune_only else _tell_counts(change)
    if change.unread:
        counts += (
            f"; {len(change.unread)} not found, but not all of their articles were read (or their rule was not asked): left as they are"
        )
    print_text("".join(f"{line}\n" for line in [*lines, counts]))


def _tell_counts(change: Change) -> str:
    return f"{len(change.added)} added, {len(change.changed)} changed, {len(change.removed)} removed, {len(change.kept)} as before"


def _tell_entry(entry: Entry) -> str:
    from factcheck.report.text import flatten_text

    identity = entry.identity
    by_value: dict[str, list[str]] = {}
    for outlet, value in identity.pairs:
        by_value.setdefault(value, []).append(outlet or "?")
    values = " | ".join(f"{value} ({_join(outlets)})" for value, outlets in sorted(by_value.items()))
    return flatten_text(
        f"{identity.rule} {'/'.join(identity.subjects) or '-'} {'/'.join(identity.attributes) or '-'}: {values} {entry.fingerprint}"
    )


def _join(names: Iterable[str]) -> str:
    return ", ".join(names)
