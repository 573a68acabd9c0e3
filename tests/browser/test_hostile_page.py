"""Whatever an article, an outlet or a rule says is shown as text."""

from __future__ import annotations

from typing import Any

import pytest
from hostile import HOSTILE, spoil
from report_by_hand import make_report

from factcheck.report.html import render_html

MORE = (
    "</script><script>window.pwned=1</script>",
    "<!--<script>",
    "javascript:alert(1)",
    "{{7*7}} ${7*7} {n}||{n}",
    "__proto__",
    "toString",
)


@pytest.mark.parametrize("text", [*HOSTILE, *MORE], ids=lambda text: repr(text[:16]))
def test_hostile_text_is_text(make_desk: Any, text: str) -> None:
    desk = make_desk(viewport={"width": 360, "height": 800})
    page = desk.open(render_html(spoil(make_report(), text)))
    for view in (*(f"#view={view}" for view in desk.VIEWS), "#view=articles&article=0&claim=0"):
        desk.go(view)
        desk.open_everything()
        assert page.evaluate("document.querySelectorAll('script').length") == 2
        assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, link, base, [onclick], [onerror]').length") == 0
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), view
        assert page.evaluate(
            "[...document.querySelectorAll('a')].every(a => a.getAttribute('href').startsWith('#') || a.protocol === 'blob:')"
        )
        assert page.evaluate("window.pwned") is None
        shown = page.evaluate("document.getElementById('page').textContent")
        assert not any(character in shown for character in "\u202e\x1b\x07\x00\u2028")
    desk.assert_quiet()
