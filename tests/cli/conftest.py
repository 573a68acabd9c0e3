"""The command line with an engine that returns what a test gives it."""

from __future__ import annotations

import importlib.util
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck.report.view import Report
from factcheck.settings import Settings

_PATH = Path(__file__).parent.parent / "report" / "report_by_hand.py"


def _load_report_maker() -> Callable[[], Report]:
    """`make_report` of tests/report/report_by_hand.py, which is not on the path when only tests/cli runs."""
    spec = importlib.util.spec_from_file_location("report_by_hand", _PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    maker: Callable[[], Report] = module.make_report
    return maker


make_report = _load_report_maker()


class Engine:
    """Stands in for the engine: `report` is what it returns (or an exception it raises), `calls` what it was asked."""

    def __init__(self) -> None:
        self.report: Report | BaseException = make_report()
        self.calls: list[tuple[tuple[str, ...], Settings]] = []

    def run_check(self, paths: Any, settings: Settings, *, progress: Any = None) -> Report:
        self.calls.append((tuple(str(path) for path in paths), settings))
        if isinstance(self.report, BaseException):
            raise self.report
        return self.report


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()
    module = types.ModuleType("factcheck.engine.check")
    module.run_check = made.run_check  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factcheck.engine.check", module)
    return made


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `factcheck ARGS` in an empty folder."""
    from factcheck.cli.main import command

    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "FACTCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*args: str, **extra: Any) -> Result:
        return CliRunner().invoke(command, list(args), **extra)

    return invoke
