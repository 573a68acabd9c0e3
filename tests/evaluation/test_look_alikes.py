"""Folders that hold many facts of one kind and no contradiction (look_alikes.yml): nothing is reported of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from predictions import is_reported
from ruamel.yaml import YAML

from factcheck.engine.check import check
from factcheck.model import Article

FOLDERS = Path(__file__).with_name("look_alikes.yml")
OPEN = {
    "bridge_two_parts": "the length of a part that only a noun names (连接线全长)",
    "daily_figures": "a count of what was closed so far, told of one day and of two",
    "film_two_versions": "a deed denied of a version of a work that only the clause before names (导演剪辑版，不会公映)",
    "lottery_two_draws": "a level that fell from one draw to the next (奖池结余, 降至)",
    "survey_groups": "a share of a group that the sentence opens with (30岁以下受访者)",
}
"""Folders that something is still reported of, and what is not told apart."""


@cache
def _folders() -> dict[str, list[tuple[str, str]]]:
    read = YAML(typ="safe").load(FOLDERS)
    return {name: [(str(when), text) for when, text in articles] for name, articles in read.items()}


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.xfail(reason=OPEN[n], strict=True)) if n in OPEN else n for n in sorted(_folders())]
)
def test_nothing_is_reported_of_look_alikes(name: str) -> None:
    articles = [Article.from_text(text, id=f"{name}-{i}", published=when) for i, (when, text) in enumerate(_folders()[name])]
    result = check(articles)
    claims = {c.id: c.quote for c in result.claims}
    reported = [[claims[c] for c in f.claim_ids()] for f in result.findings if is_reported(f.level.value)]
    assert reported == []
