"""Files that several processes rewrite: nothing is lost, and a kill leaves no half file."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import FactcheckError
from factcheck.review import storage
from factcheck.review.baseline import read_baseline
from factcheck.review.decisions import read_decisions
from factcheck.review.storage import lock_beside, rewrite_file

ROOT = Path(factcheck.__file__).parent.parent
HELPERS = Path(__file__).parent

#: Each adds its own entries to one baseline and its own decisions to one file, one at a time, and prints a line after each.
WORKER = """
import sys
from datetime import date
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from kept_by_hand import claim, seen
from factcheck.review.baseline import change_baseline, read_sources
from factcheck.review.decisions import Decision, Verdict, add_decisions
folder, worker, rounds = Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
baseline = folder / "factcheck-baseline.jsonl"
for number in range(rounds):
    one = seen([claim("甲报", worker * 10000 + number)], [claim("乙报", worker * 10000 + number + 5000)])
    change_baseline(baseline, [one], read_sources([], baseline))
    made = Decision(one.identity.fingerprint, Verdict.CONFIRMED, "x" * 200, made=date(2031, 3, 1), identity=one.identity)
    add_decisions(folder / "factcheck-decisions.jsonl", [made])
    print(number, flush=True)
"""


def start(folder: Path, worker: int, rounds: int) -> subprocess.Popen[bytes]:
    arguments = [sys.executable, "-c", WORKER, str(HELPERS), str(folder), str(worker), str(rounds)]
    return subprocess.Popen(arguments, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with an empty baseline."""
    (tmp_path / "factcheck-baseline.jsonl").write_bytes(b"")
    return tmp_path


def test_processes_that_write_at_once_lose_nothing(kept: Path) -> None:
    workers = [start(kept, number, 12) for number in range(4)]
    assert [worker.wait(60) for worker in workers] == [0] * 4
    for worker in workers:
        assert worker.stdout is not None
        worker.stdout.close()
    # Nobody read the articles of the others' entries: they must stay.
    assert len(read_baseline(kept / "factcheck-baseline.jsonl").entries) == 48
    assert len(read_decisions(kept / "factcheck-decisions.jsonl")) == 48
    assert sorted(os.listdir(kept)) == ["factcheck-baseline.jsonl", "factcheck-decisions.jsonl"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_kill_at_any_moment_leaves_whole_files(kept: Path) -> None:
    chance = random.Random(7)
    done = 0
    for worker in range(8):
        process = start(kept, worker, 10_000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.15)
        process.kill()
        said = len(process.stdout.read().splitlines()) + 1
        process.wait(60)
        process.stdout.close()
        done += said
        decisions = read_decisions(kept / "factcheck-decisions.jsonl")
        # Everything that was reported as written is there; at most the one in progress is there too.
        assert done <= len(decisions) <= done + 1
        done = len(decisions)
        assert (kept / "factcheck-decisions.jsonl").read_bytes().endswith(b"\n")
        read_baseline(kept / "factcheck-baseline.jsonl")
    # What a kill left beside the files, if anything, the next writer takes away.
    rewrite_file(kept / "factcheck-baseline.jsonl", lambda before: (before or b"") + b"\n")
    rewrite_file(kept / "factcheck-decisions.jsonl", lambda before: (before or b"") + b"\n")
    assert sorted(os.listdir(kept)) == ["factcheck-baseline.jsonl", "factcheck-decisions.jsonl"]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "_fill", fail)
    with pytest.raises(FactcheckError, match="No space left"):
        rewrite_file(path, lambda _: b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["f"]


def test_the_plain_way_where_a_file_needs_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    path = tmp_path / "f"
    rewrite_file(path, lambda before: b"new" if before is None else None)
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["f"]


def test_links_and_permissions_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    rewrite_file(link, lambda _: b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_the_same_bytes_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"same")
    before = path.stat()
    rewrite_file(path, lambda data: data)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_lock_that_is_held_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "LOCK_SECONDS", 0.05)
    path = tmp_path / "f"
    with lock_beside(path), pytest.raises(FactcheckError, match="another process is writing"):
        rewrite_file(path, lambda _: b"x")
    rewrite_file(path, lambda _: b"x")
    assert path.read_bytes() == b"x"
