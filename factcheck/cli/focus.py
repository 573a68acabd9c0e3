"""Which articles a change is about: what is reported is narrowed to them, what is read never is."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.model import Article
    from factcheck.report.view import Report

__all__ = ["focus_options", "focus_report", "is_focused"]

Function = TypeVar("Function", bound=Callable[..., Any])

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--focus", multiple=True, metavar="PATH", help="Report only findings that touch this file or folder; may be repeated."),
    click.option("--focus-staged", is_flag=True, help="Report only findings that touch articles staged in git."),
    click.option("--focus-since", metavar="REV", help="Report only findings that touch articles changed since this revision of git."),
)


def focus_options(function: Function) -> Function:
    """--focus, --focus-staged, --focus-since."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def is_focused(options: Mapping[str, Any]) -> bool:
    """Whether any of the options is given."""
    return bool(options.get("focus") or options.get("focus_staged") or options.get("focus_since"))


def focus_report(report: Report, options: Mapping[str, Any]) -> Report:
    """The report with the findings that touch the articles in focus, and these articles' ids as its `focus`.

    UsageError when a path of --focus holds none of the articles read, or git does not know the revision. Git naming no article is fine:
    then nothing that is checked was changed.
    """
    if not is_focused(options):
        return report
    chosen: set[str] = set()
    for path in options.get("focus") or ():
        inside = _articles_in([Path(path)], report.articles)
        if not inside and not any(error.where and _lies_in(Path(error.where), Path(path)) for error in report.errors):
            raise UsageError(
                "no article read lies in what is focused on", where=path, hint="give it, or a folder that holds it, as a PATH too"
            )
        chosen |= inside
    changed: list[Path] = []
    if options.get("focus_staged"):
        changed += _ask_git(["diff", "--cached", "--name-only", "-z", "--diff-filter=d"])
    if revision := options.get("focus_since"):
        changed += _changed_since(revision)
    chosen |= _articles_in(changed, report.articles)
    article_of = {claim.id: claim.article for claim in report.claims}
    touching = tuple(f for f in report.findings if any(article_of.get(claim) in chosen for claim in f.claim_ids()))
    if not chosen:
        from factcheck.cli.streams import print_error

        print_error("note", "none of the articles read is in focus: nothing is reported")
    return replace(report, findings=touching, focus=tuple(sorted(chosen)))


def _articles_in(paths: Iterable[Path], articles: Sequence[Article]) -> set[str]:
    roots = {Path(os.path.realpath(path)) for path in paths}
    chosen = set()
    for article in articles:
        file = Path(os.path.realpath(article.path)) if article.path else None
        if file is not None and not roots.isdisjoint((file, *file.parents)):
            chosen.add(article.id)
    return chosen


def _lies_in(file: Path, folder: Path) -> bool:
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))


def _changed_since(revision: str) -> list[Path]:
    """Files that differ from where the work left `revision` (the merge base), committed or not, and new ones that are not ignored."""
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is not a revision", hint="such as origin/main, HEAD~1 or a commit")
    try:
        base = _run_git(["merge-base", "--", revision, "HEAD"]).strip()
    except UsageError as error:
        hint = "in CI fetch the history too (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"
        raise UsageError(f"git finds no common ancestor of {revision!r} and HEAD: {error.message}", hint=hint) from None
    changed = _ask_git(["diff", "--name-only", "-z", "--diff-filter=d", base, "--"])
    return changed + _ask_git(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"])


def _ask_git(arguments: Sequence[str]) -> list[Path]:
    """The files git names, as paths that exist from the working folder."""
    top = Path(_run_git(["rev-parse", "--show-toplevel"]).removesuffix("\n"))
    return [top / name for name in _run_git(arguments).split("\0") if name]


def _run_git(arguments: Sequence[str]) -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror or error}", hint="install git, or use --focus PATH") from None
    if done.returncode:
        told = " ".join(os.fsdecode(done.stderr).split())[:300] or "no answer"
        raise UsageError(f"git: {told}", hint="run it inside the repository, or use --focus PATH")
    return os.fsdecode(done.stdout)
