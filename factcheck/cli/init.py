"""`factcheck init`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click

from factcheck.cli.analysis import analysis_options, find_incomplete, open_settings, run_analysis
from factcheck.cli.judging import identify_report

__all__ = ["command"]

CONFIG_NAME = "factcheck.toml"

_CONFIG = """\
# Settings of factcheck; `factcheck config show --origin` tells what is in force. Paths are relative to this file.

# What is checked when a command is given no PATH.
paths = [{paths}]

# Language of reports: zh or en.
lang = "{lang}"

# What makes a check fail: error, warning, info or never.
fail_level = "warning"
{baseline}
# What reviewers decided (factcheck review).
decisions = "factcheck-decisions.jsonl"

# Files left out, as in .gitignore.
# exclude = ["archive/"]

# The desk's own names: what is called how else.
# [aliases]
# "东海能源" = ["东海能源集团", "东能"]

# Outlets that are one, have one owner, or print one agency: no independent sources.
# [outlets."新岸日报"]
# names = ["新岸网"]
# owner = "新岸集团"
# agency = "新岸社"
"""
_BASELINE = """
# The findings that are known: a check fails on new ones only (factcheck baseline).
baseline = "factcheck-baseline.jsonl"
"""


@click.command("init")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--no-baseline", is_flag=True, help="Write no baseline: what is found now is new.")
@click.option("--allow-partial", is_flag=True, help="Go on though some files could not be read.")
@analysis_options
def command(paths: tuple[str, ...], no_baseline: bool, allow_partial: bool, **options: Any) -> None:
    """Start in a repository: write factcheck.toml, and a baseline of what is found now.

    PATH is what is to be checked from now on: an article or a folder of them. Nothing that is there is overwritten: with a settings file in
    this folder, init stops; with a baseline, too.

    \b
    Examples:
      factcheck init articles/
      factcheck init articles/ --no-baseline

    \b
    Exit codes:
      0  written
      2  there is a settings file or a baseline already;
         nothing was read, or not everything (unless --allow-partial)
    """
    from factcheck.cli.streams import print_error, print_text
    from factcheck.errors import FactcheckError
    from factcheck.review.baseline import BASELINE_NAME, create_baseline, read_sources
    from factcheck.review.storage import rewrite_file
    from factcheck.settings import find_settings_file

    config, baseline = Path(CONFIG_NAME), Path(BASELINE_NAME)
    held = find_settings_file(Path())
    if held is not None and held.parent == Path().resolve():
        raise FactcheckError(
            "there are settings already", where=str(held), hint="edit them, and make a baseline: factcheck baseline create"
        )
    if baseline.exists() and not no_baseline:
        raise FactcheckError("there is a baseline already", where=str(baseline), hint="give --no-baseline to keep it as it is")
    settings = open_settings(options)
    report = run_analysis(paths, settings)
    if empty := find_incomplete(report, paths):
        raise FactcheckError(empty)
    for error in report.errors:
        print_error("warning" if allow_partial else "error", str(error))
    if report.errors and not allow_partial:
        raise FactcheckError("not everything could be read: nothing was written", hint="mend the files, or give --allow-partial")
    if not no_baseline:
        known = create_baseline(baseline, identify_report(report), read_sources(report.articles, baseline, report.rule_names))
        print_text(f"{baseline}: {known} known\n")
    kept = not no_baseline or baseline.exists()
    told = ", ".join(json.dumps(os.path.normpath(path).replace(os.sep, "/"), ensure_ascii=False) for path in paths)
    text = _CONFIG.format(paths=told, lang=settings.lang, baseline=_BASELINE if kept else "")

    def write(before: bytes | None) -> bytes:
        if before is not None:
            raise FactcheckError("there are settings already", where=str(config), hint="another process wrote them")
        return text.encode("utf-8", "surrogateescape")

    rewrite_file(config, write)
    print_text(f"{config}: written\n")
    print_text("next: factcheck check; commit both files. Recipes for pipelines: .github/actions/factcheck/README.md of factcheck\n")
