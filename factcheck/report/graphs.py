"""The graph of the relations as files that other programs draw."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.report.view import Report

__all__ = ["write_graphml"]


def write_graphml(report: Report, path: Path) -> None:
    """Write the graph as GraphML. UsageError when the report was made without one."""
    from factcheck.graph import write_graphml as write

    if report.graph is None:
        raise UsageError("this report has no graph", hint="make the report with factcheck.check")
    write(report.graph, path)
