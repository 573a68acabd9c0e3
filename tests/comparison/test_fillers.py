"""Two persons in one role, each unknown to the other's article."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind, Name

LEAD = "槐溪县第二届稻田音乐节5月9日落幕，音乐节由槐溪县文化馆与岚屿市文旅局合办。"
REST = "主办方介绍，三天里共有四万名游客进场。门票从六十元到二百元不等。闭幕当晚下过小雨。"


def persons(one: str, other: str) -> set[frozenset[str]]:
    """The pairs of persons that two articles about one affair are at odds about."""
    report = check(
        [
            Article.from_text(f"{LEAD}{text}{REST}", id=name, source=f"{name}报", published=f"2031-05-{day}")
            for name, day, text in (("a", 10, one), ("b", 11, other))
        ]
    )
    values = {c.id: c.value for c in report.claims}
    pairs = [(values[r.a], values[r.b]) for r in report.relations if r.kind is Kind.CONTRADICTS]
    return {frozenset(v.text if isinstance(v, Name) else "" for v in pair) for pair in pairs}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("槐溪县副县长廖启铭代表该县签署合办协议。", "合办协议由槐溪县文化馆馆长邵文澜代表该县签字。"),
    ],
)
def test_two_strangers_in_one_role(one: str, other: str) -> None:
    assert frozenset({"廖启铭", "邵文澜"}) in persons(one, other)
    assert frozenset({"廖启铭", "邵文澜"}) in persons(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("音乐节的舞台由廖启铭设计。", "音乐节的灯箱由邵文澜设计。"),  # two things
        ("音乐节的舞台由廖启铭设计。", "音乐节的舞台由廖启铭和邵文澜设计。"),  # the other knows both
        ("记者会由副县长廖启铭主持。", "颁奖晚会由演员邵文澜主持。"),
        ("合办协议由槐溪县副县长廖启铭签字。", "合办协议由岚屿市文旅局局长邵文澜代表签字。"),  # one for each side
        ("音乐节的舞台由廖启铭设计。", "明年的音乐节舞台将由邵文澜设计。"),  # a plan for the next
    ],
)
def test_two_who_did_two_things(one: str, other: str) -> None:
    assert not persons(one, other)
    assert not persons(other, one)
