"""Roles, ages, titles and quotations: what is read from a sentence, and what two articles make of it."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.claims.roles import load_roles
from factcheck.model import Claim, Name, Quantity

AROUND = "沅宁市云岭仓库一事由沈奕川负责，沅宁市云岭仓库和沈奕川没有回应。"


def claims_of(text: str) -> tuple[Claim, ...]:
    return check([Article.from_text(text, id="a", published="2031-03-07")]).claims


def findings_of(one: str, two: str) -> list[str]:
    texts = [Article.from_text(f"{text}{AROUND}", id=name, published="2031-03-07") for name, text in (("a", one), ("b", two))]
    return sorted(f.rule for f in check(texts).findings)


@pytest.mark.parametrize(
    ("text", "role", "filler"),
    [
        ("比赛终点设在湖滨公园。", "role|finish", "湖滨公园"),
        ("起火原因为遗留烟头。", "role|cause", "遗留烟头"),
        ("消防部门查明，起火系电线短路所致。", "role|cause", "电线短路"),
        ("大桥由贺砚秋设计。", "role|designer", "贺砚秋"),
        ("厂里的总经理叫邹国强。", "office|general_manager", "邹国强"),
    ],
)
def test_what_fills_a_role(text: str, role: str, filler: str) -> None:
    values = [c.value for c in claims_of(text) if c.attribute == role]
    assert [v.text for v in values if isinstance(v, Name)] == [filler]


@pytest.mark.parametrize("text", ["起火原因不明。", "起火原因有待查明。", "终点设在哪里？", "事发位置系一处水利设施。"])
def test_what_fills_no_role(text: str) -> None:
    assert not [c for c in claims_of(text) if c.attribute.startswith("role|")]


def test_roles_are_of_known_kinds_and_words_of_one_role() -> None:
    roles = load_roles()
    assert set(roles.words.values()) | set(roles.verbs.values()) <= set(roles.kinds)
    assert len(roles.words) > 150


@pytest.mark.parametrize("text", ["41岁的林采薇当选县长。", "林采薇（41岁）当选县长。", "林采薇今年41岁。"])
def test_an_age_is_a_persons(text: str) -> None:
    (age,) = [c for c in claims_of(text) if isinstance(c.value, Quantity) and c.value.dimension == "age"]
    assert (age.attribute, age.subject) == ("person.age", "林采薇")


def test_one_sentence_from_two_mouths() -> None:
    one = "闭幕后，市长沈奕川说：“哪怕只差一票，那一票也是民意。”"
    two = "主委贺砚秋受访时指出：「哪怕只差一票，那一票也是民意。」"
    assert "FC321" in findings_of(one, two)
    assert findings_of(one, one) == []


def test_head_and_deputy_of_one_house() -> None:
    assert "FC301" in findings_of("馆长闻仲良出席了典礼。", "副馆长闻仲良出席了典礼。")
    assert findings_of("馆长闻仲良出席了典礼。", "前馆长闻仲良出席了典礼。") == findings_of("馆长闻仲良在场。", "前馆长闻仲良在场。")


def test_nobody_died_and_somebody_did() -> None:
    nobody, somebody = "沅宁市云岭仓库起火，没有一人死亡。", "沅宁市云岭仓库起火，一名值班员身亡。"
    assert findings_of(nobody, somebody) != []
    assert findings_of(nobody, "沅宁市云岭仓库起火，无人死亡。") == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("油库失火，起火原因是焊花引燃棉絮。", "油库大火，警方查明火警系电线短路所致。"),
        ("油库坍塌，坍塌原因系超载。", "油库坍塌事故由地基冲刷引发。"),
        ("列车出轨，脱轨原因是轨道断裂。", "列车脱轨事故，运输署指脱轨系道岔故障所致。"),
    ],
)
def test_two_causes_of_one_effect(one: str, two: str) -> None:
    assert findings_of(one, two) == ["FC331"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("国会否决不信任动议，起因是政府推动养老金改革。", "国会一度冒烟，现场烟雾系有人燃放烟火所致。"),
        ("航班滑出跑道，事故系雨天湿滑所致。", "航班滑出跑道，后续延误是由于跑道清理引起。"),
        ("旅馆失火，起火原因是电热毯短路。", "旅馆失火，住客昏迷系吸入浓烟所致。"),
        ("银行股价下跌，下跌由业绩不佳引发。", "银行门前出现挤提，挤提是由谣言引发。"),
        ("仓库失火，起火原因是电线短路。", "仓库大火，起火原因为线路老化短路。"),
    ],
)
def test_two_causes_of_two_effects(one: str, two: str) -> None:
    assert "FC331" not in findings_of(one, two)


@pytest.mark.parametrize(
    ("one", "two"), [("甲案凶器为菜刀。", "乙案凶器是铁棍。"), ("云洲航空订购10架客机，机型为C919。", "事故客机机型是A320。")]
)
def test_roles_of_two_things(one: str, two: str) -> None:
    assert findings_of(one, two) == []
