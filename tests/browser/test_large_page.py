"""The page of 5,000 findings in 500 articles.

Measured on two cores shared with other work (load 2) in Chromium of Debian 12, the report of tests/report/large_report.py (20,000 claims):
7.2 MB; usable 0.4-0.5 s after the file is opened (DOMContentLoaded, the first rows drawn; six runs); a filter takes 17-76 ms until it is
painted, the first search 29-71 ms (three runs).
To measure again: FACTCHECK_MEASURE=1 pytest -s tests/browser/test_large_page.py.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from large_report import make_large_report

from factcheck.report.html import render_html

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[browser]'").expect

MEASURE = """async (steps) => { const told = [];
  for (const [name, value] of steps) {
    const control = document.querySelector(`[name=${name}]`);
    control.value = value;
    const start = performance.now();
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    told.push([name, value, Math.round(performance.now() - start), document.getElementById('count').textContent]);
  }
  return told; }"""


def test_five_thousand_findings(desk: Any) -> None:
    text = render_html(make_large_report())
    assert len(text.encode("utf-8")) < 15_000_000
    page = desk.open(text)
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert 0 < page.locator("details.finding").count() <= 100, "rows are drawn in batches"
    assert "5000" in page.locator("#count").inner_text()
    measuring = "FACTCHECK_MEASURE" in os.environ
    if measuring:
        page.wait_for_timeout(2000)  # as long as an editor takes to begin
    steps = [
        ["q", "第3处"],
        ["q", ""],
        ["level", "error"],
        ["rule", "FC111"],
        ["outlet", "第7号晚报"],
        ["outlet", ""],
        ["rule", ""],
        ["level", ""],
    ]
    told = page.evaluate(MEASURE, steps)
    assert "列出 125 项" in told[0][3]
    assert "列出 5000 项" in told[-1][3]
    if measuring:
        print(f"\n{len(text.encode()) / 1e6:.1f} MB, usable after {ready:.0f} ms", *told, sep="\n")
    page.get_by_role("button", name="再列出一些").click()
    rows = page.locator("details.finding")
    expect(rows).to_have_count(100)
    expect(page.locator("#finding-50 > summary")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("k")
    expect(page.locator("#finding-48 > summary")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("j")
    expect(page.locator("#finding-108 > summary"), "j goes on into rows not drawn yet").to_be_focused()
    rows.nth(3).locator("summary").first.click()
    expect(page.locator("details.finding[open] .value").nth(1)).to_be_visible()
    desk.assert_quiet()
