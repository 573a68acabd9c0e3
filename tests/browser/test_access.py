"""The page for those who do not use it with eyes and mouse: axe-core finds nothing to object to, in any view, theme or language."""

from __future__ import annotations

from typing import Any

import pytest
from report_by_hand import make_report

from factcheck.report.html import render_html

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[browser]'").expect

RUN = """async () => { const found = await axe.run(document, { resultTypes: ['violations'] });
  return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')}`); }"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation(make_desk: Any, axe: str, theme: str, lang: str, width: int) -> None:
    desk = make_desk(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True)
    page = desk.open(render_html(make_report(), lang))
    page.evaluate(axe)
    for view in (*(f"#view={view}" for view in desk.VIEWS), "#view=articles&article=0&claim=0"):
        desk.go(view)
        desk.open_everything()
        if view == "#view=findings":
            page.locator(".choice input").nth(1).check()
            expect(page.locator(".decision strong")).to_be_visible()
        assert page.evaluate(RUN) == [], view
    if width > 400:
        page.locator("#help").click()
        expect(page.locator("dialog")).to_be_visible()
        assert page.evaluate(RUN) == []
