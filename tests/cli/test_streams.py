"""Standard output and standard error as the system has them."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from factcheck.cli.streams import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Progress() as progress:
        progress("reading", 4, 4)
        progress("comparing", 0, 0)
    assert "reading 4/4" in screen.getvalue()
    assert "comparing" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("how", ["no terminal", "dumb", "quiet"])
def test_progress_is_silent_elsewhere(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO() if how == "no terminal" else _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "dumb" if how == "dumb" else "xterm")
    with Progress(quiet=how == "quiet") as progress:
        progress("reading", 4, 4)
    assert screen.getvalue() == ""


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
def test_a_reader_that_leaves_early_is_no_error() -> None:
    running = subprocess.Popen([sys.executable, "-m", "factcheck", "rules", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    told = running.stderr.read().decode()
    running.stderr.close()
    assert running.wait() in (0, 141)
    assert told == ""
