"""Which files under the given paths are articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pathspec

from factcheck.errors import ReadError

__all__ = ["IGNORE_FILE", "SUFFIXES", "find_files"]

SUFFIXES = (".docx", ".htm", ".html", ".jsonl", ".md", ".pdf", ".txt")
"""Names of article files end so (compared without case)."""

IGNORE_FILE = ".factcheckignore"
"""A file of this name in a folder holds gitignore patterns for what lies below it."""

_DEFAULT_IGNORE = (".*", "~$*", "__pycache__/", "node_modules/", "factcheck-baseline.jsonl", "factcheck-decisions.jsonl")


def find_files(paths: Iterable[str | Path], *, ignore: Sequence[str] = ()) -> tuple[list[Path], list[ReadError]]:
    """The article files under `paths`, each once, folders walked in the order of their names, and an error for each path that is missing.

    `ignore` holds gitignore patterns, read relative to each given folder, on top of dot-files, locks of Word, caches and every
    `.factcheckignore`.
    A file that is named itself is always taken, unless its format is none that can be read (an error).
    """
    found: dict[Path, None] = {}
    errors: list[ReadError] = []
    for path in map(Path, paths):
        try:
            if path.is_dir():
                specs = [(path, pathspec.GitIgnoreSpec.from_lines([*_DEFAULT_IGNORE, *ignore]))]
                for file in _walk(path, specs, errors):
                    found.setdefault(file)
            elif not path.exists():
                errors.append(ReadError("no such file or folder", where=path.as_posix(), hint="check the path"))
            elif path.suffix.lower() not in SUFFIXES:
                known = ", ".join(SUFFIXES)
                errors.append(
                    ReadError(
                        f"not a format that can be read: {path.suffix or 'no suffix'}", where=path.as_posix(), hint=f"use one of {known}"
                    )
                )
            else:
                found.setdefault(path)
        except OSError as error:
            errors.append(_unreadable(path, error))
    return sorted(found, key=lambda file: file.parts), errors


def _unreadable(path: Path, error: OSError) -> ReadError:
    return ReadError(f"cannot be read: {error.strerror or error}", where=path.as_posix(), hint="check the permissions")


def _walk(folder: Path, specs: list[tuple[Path, pathspec.GitIgnoreSpec]], errors: list[ReadError]) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        errors.append(_unreadable(folder, error))
        return
    if any(entry.name == IGNORE_FILE for entry in entries):
        try:
            lines = (folder / IGNORE_FILE).read_text("utf-8-sig").splitlines()
            specs = [*specs, (folder, pathspec.GitIgnoreSpec.from_lines(lines))]
        except (OSError, ValueError) as error:
            errors.append(
                ReadError(f"cannot be read: {error}", where=(folder / IGNORE_FILE).as_posix(), hint="write it in UTF-8, one pattern a line")
            )
    for entry in entries:
        path = folder / entry.name
        is_folder = entry.is_dir()
        if any(spec.match_file(path.relative_to(root).as_posix() + ("/" if is_folder else "")) for root, spec in specs):
            continue
        if is_folder:
            if not entry.is_symlink():
                yield from _walk(path, specs, errors)
        elif path.suffix.lower() in SUFFIXES:
            yield path
