"""Every renderer against a file that somebody has read.

To write them anew: FACTCHECK_WRITE_GOLDEN=1 pytest tests/report; then read them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.report.graphs import render_gexf
from factcheck.report.json import render_json
from factcheck.report.linked import render_annotations, render_reviews
from factcheck.report.markdown import render_markdown
from factcheck.report.sheets import build_sheets, render_sheet
from factcheck.report.tables import render_findings
from factcheck.report.terminal import render_finding, render_gates, render_terminal
from factcheck.report.view import Report, build_view

GOLDEN = Path(__file__).parent / "golden"


def _show(report: Report) -> str:
    view = build_view(report)
    return "\n".join(render_finding(finding, view.messages) for finding in view.findings)


def _explain(report: Report) -> str:
    view = build_view(report)
    return "\n".join(render_gates(finding, view.messages) for finding in view.findings)


RENDERED: dict[str, Callable[[Report], str]] = {
    "report.json": render_json,
    "report.zh.md": lambda report: render_markdown(build_view(report, "zh")),
    "report.en.md": lambda report: render_markdown(build_view(report, "en")),
    "terminal.zh.80.txt": lambda report: render_terminal(build_view(report, "zh"), verbose=True),
    "terminal.en.80.txt": lambda report: render_terminal(build_view(report, "en"), verbose=True),
    "terminal.zh.40.txt": lambda report: render_terminal(build_view(report, "zh"), width=40),
    "terminal.zh.ascii.txt": lambda report: render_terminal(build_view(report, "zh"), width=100, ruled=False),
    "findings.csv": render_findings,
    "sheet.zh.md": lambda report: render_sheet(build_sheets(report)[0]),
    "sheet.en.md": lambda report: render_sheet(build_sheets(report, "en")[1]),
    "graph.gexf": render_gexf,
    "annotations.json": render_annotations,
    "claimreview.json": render_reviews,
    "notebook.html": lambda report: report._repr_html_(),
    "show.zh.80.txt": _show,
    "explain.zh.80.txt": _explain,
}


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_golden(name: str, report: Report) -> None:
    rendered = RENDERED[name](report).encode("utf-8")
    path = GOLDEN / name
    if os.environ.get("FACTCHECK_WRITE_GOLDEN"):
        path.write_bytes(rendered)
    assert path.is_file(), f"no golden file {name}: write it with FACTCHECK_WRITE_GOLDEN=1 and read it"
    if name.endswith(".json"):
        assert_holds(json.loads(rendered), json.loads(path.read_bytes()), "report")
    else:
        assert rendered == path.read_bytes()


def assert_holds(found: Any, promised: Any, where: str) -> None:
    """All that was promised is there, unchanged: within a schema version fields may be added."""
    if isinstance(promised, dict):
        assert set(promised) <= set(found), where
        for key, value in promised.items():
            assert_holds(found[key], value, f"{where}.{key}")
    elif isinstance(promised, list):
        assert len(found) == len(promised), where
        for index, value in enumerate(promised):
            assert_holds(found[index], value, f"{where}[{index}]")
    else:
        assert found == promised, where


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_the_order_of_the_parts_does_not_show(name: str, report: Report, replaced: Report) -> None:
    assert RENDERED[name](report) == RENDERED[name](replaced)
