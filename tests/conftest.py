"""What tests of several areas share: reports on folders, made once a session, and where the public suites are."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.report.view import Report

sys.path.append(str(Path(__file__).parent / "evaluation"))


@pytest.fixture(scope="session")
def check_folder() -> Callable[[Path], Report]:
    """`check_folder(path)`: the report on a folder under the shipped rules."""
    import measure

    return measure.check_folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the public suites and the real articles; it need not exist."""
    import measure

    return measure.find_shared()
