"""Contradictions that the two sentences explain themselves."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck import Article, check
from factcheck.model import CONFLICT, Kind, Quantity


def relations(texts: Sequence[str]) -> list[tuple[Kind, dict[str, str], set[str]]]:
    """How the claims of two articles of one affair relate: kind, gates and quotes."""
    articles = [Article.from_text(t, id=f"t{n}", source=f"{n}报", published="2033-06-12T09:00") for n, t in enumerate(texts)]
    report = check(articles)
    by_id = {c.id: c for c in report.claims}
    return [(r.kind, dict(r.gates), {by_id[r.a].quote, by_id[r.b].quote}) for r in report.relations]


EXPLAINED = {
    "a toll of years ago": (
        "history",
        [
            "汀州港6月11日一座油罐爆炸，造成9人死亡。",
            "汀州港6月11日油罐爆炸。2029年3月4日，汀州港一座仓库爆炸，6人死亡。",
        ],
    ),
    "an age of then": (
        "then",
        ["汀州市市长穆怀远今年61岁。", "汀州市市长穆怀远当年出任港务局局长，时年43岁。"],
    ),
    "parts of two totals": (
        "wholes",
        ["汀州足协打假案28人中，球员17人，裁判2人。", "汀州足协打假案至今41人中，球员24人，裁判3人。"],
    ),
    "two that add up": (
        "sum",
        ["汀州港务局局长杜景澜被控3项受贿罪和2项洗钱罪。", "汀州港务局局长杜景澜被控5项受贿罪。"],
    ),
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_what_the_sentences_explain_is_no_contradiction(name: str) -> None:
    gate, texts = EXPLAINED[name]
    for given in (texts, texts[::-1]):
        found = relations(given)
        assert any(kind is Kind.INCOMPARABLE and gate in gates for kind, gates, _ in found)
        assert not [
            quotes for kind, _, quotes in found if kind in CONFLICT and not any("案" in quote for quote in quotes)
        ]  # but for totals


CONTRADICTING = {
    "two tolls of one day": ["汀州港6月11日一座油罐爆炸，造成9人死亡。", "汀州港6月11日油罐爆炸，造成6人死亡。"],
    "two tolls of years ago": [
        "2029年3月4日，汀州港一座仓库爆炸，6人死亡。",
        "2029年3月4日，汀州港一座仓库爆炸，9人死亡。",
    ],
    "two ages of then": ["汀州市市长穆怀远病逝，时年61岁。", "汀州市市长穆怀远病逝，时年63岁。"],
    "parts of one total": ["汀州足协打假案41人中，球员17人，裁判3人。", "汀州足协打假案至今41人中，球员24人，裁判3人。"],
    "parts that differ more than their totals": [
        "汀州足协打假案28人中，球员17人，裁判2人。",
        "汀州足协打假案至今41人中，球员24人，裁判13人。",
    ],
    "the dead and the injured": ["汀州港6月11日油罐爆炸，造成3人死亡、2人受伤。", "汀州港6月11日油罐爆炸，造成5人死亡。"],
    "an age of then and one at death": ["汀州市市长穆怀远病逝，时年61岁。", "汀州市市长穆怀远病逝，享年63岁。"],
    "two that do not add up": ["汀州港务局局长杜景澜被控3项受贿罪和2项洗钱罪。", "汀州港务局局长杜景澜被控4项受贿罪。"],
}


@pytest.mark.parametrize("name", CONTRADICTING)
def test_what_they_do_not_explain_stays(name: str) -> None:
    for given in (CONTRADICTING[name], CONTRADICTING[name][::-1]):
        assert [f for f in relations(given) if f[0] in CONFLICT]


def test_a_figure_is_named_in_what_is_explained() -> None:
    texts = EXPLAINED["a toll of years ago"][1]
    report = check([Article.from_text(t, id=f"t{n}", source=f"{n}报", published="2033-06-12") for n, t in enumerate(texts)])
    tolls = {c.value.low for c in report.claims if isinstance(c.value, Quantity) and c.frame.concept == "casualties.dead"}
    assert tolls == {6, 9}
