"""A desk in a temporary folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from desk import ENVIRONMENT, Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "FACTCHECK_DEBUG", "FACTCHECK_TODAY", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    root = tmp_path / "desk"
    root.mkdir()
    made = Desk(root, monkeypatch.chdir)
    made.git("init", "--quiet", "--initial-branch", "main")
    return made
