"""Standard output and standard error: what is printed, in which encoding and width, and the progress line."""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import dataclass

import click

__all__ = ["Progress", "Screen", "find_screen", "print_bytes", "print_error", "print_text"]


@dataclass(frozen=True, slots=True)
class Screen:
    """What standard output can show.

    `width` in cells, `colours` a rich colour system (None for plain text), `ruled` whether box characters are one cell wide there.
    """

    width: int
    colours: str | None
    ruled: bool


def find_screen() -> Screen:
    """Measure standard output. 80 columns where it is no terminal; COLUMNS, NO_COLOR, FORCE_COLOR and TERM are honoured."""
    from rich.console import Console

    console = Console(file=sys.stdout)
    width = shutil.get_terminal_size((80, 24)).columns
    colours = console.color_system if not console.no_color else None
    return Screen(max(24, min(width, 160)), colours, (sys.stdout.encoding or "utf-8").lower().replace("-", "").startswith("utf"))


def print_text(text: str) -> None:
    """Print for a person: in the encoding of standard output, what it cannot show as a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    print_bytes(text.encode(encoding, errors="replace"))


def print_bytes(data: bytes) -> None:
    """Print exactly these bytes (a report for programs is UTF-8 with line feeds on every system)."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_error(kind: str, text: str) -> None:
    """One line on standard error: `factcheck: kind: text`."""
    from factcheck.report.text import flatten_text

    click.echo(f"factcheck: {kind}: {flatten_text(text)}", err=True)


class Progress:
    """A line on standard error that says how far the work is; silent unless standard error is a terminal.

    Call it with the stage, how much is done and how much there is (0: not known). As a context manager it wipes its line at the end.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._on = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._last = 0.0
        self._shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say where the work stands; at most ten times a second."""
        now = time.monotonic()
        if not self._on or (now - self._last < 0.1 and done < total):
            return
        self._last, self._shown = now, True
        sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}" if total else f"\r\x1b[K{stage}")
        sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
