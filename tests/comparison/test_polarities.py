"""Something is so in one report and not so in the other: states with two poles, things denied, and what is only alike."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck import Article, check
from factcheck.claims import poles
from factcheck.claims.poles import load_poles
from factcheck.datafile import DataFile, read_data
from factcheck.errors import ConfigError
from factcheck.model import Kind

LEAD = "雁回镇雁回茶厂3月4日发生纠纷，雁回茶厂与雁回镇政府各执一词。"


def conflicts(one: str, other: str, *, then: int = 6) -> list[tuple[str, str]]:
    """The pairs of quotes that two articles about one affair are reported for, published on the 6th and on another day of the month."""
    days = {"a": 6, "b": then}
    articles = [
        Article.from_text(f"{LEAD}{text}", id=name, source=f"{name}报", published=datetime(2031, 3, days[name], 9, tzinfo=UTC))
        for name, text in (("a", one), ("b", other))
    ]
    report = check(articles)
    claims = {claim.id: claim for claim in report.claims}
    return [
        (claims[relation.a].quote, claims[relation.b].quote)
        for relation in report.relations
        if relation.kind.value in {"contradicts", "disputes"} and claims[relation.a].article != claims[relation.b].article
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("雁回茶厂的排污许可证仍在有效期内。", "雁回茶廠的排污許可證去年已經過期。"),
        ("雁回茶厂表示，库房防火门全程关闭。", "目擊者說，庫房防火門一直開著。"),
        ("警方当晚没有使用橡皮子弹。", "警方當晚發射多枚橡皮子彈驅散人群。"),
        ("茶厂从未收到有关异味的投诉。", "茶廠上月接到多宗異味投訴。"),
        ("茶厂强调，没有任何单位和个人向茶农支付过补偿金。", "雁回鎮政府說，茶廠已向茶農支付補償金。"),
        ("厂长陆远山一直正常履职。", "廠長陸遠山上月底已被帶走調查。"),
        ("茶厂说，一分钱补偿金都没有付。", "雁回茶廠上月付了一半補償金。"),
        ("镇政府没有对任何人采取强制措施。", "雁回鎮一名村民已遭刑事拘留。"),
    ],
)
def test_contraries_of_one_thing_are_found(one: str, other: str) -> None:
    assert conflicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("茶厂已售未交付茶叶还有3吨。", "茶廠已交付茶葉5噸。"),  # a sort of tea
        ("没有国人受伤。", "茶廠糾紛中兩名外籍遊客受傷。"),  # none of some people only
        ("镇政府没有批准茶厂的扩建申请。", "鎮政府批准了茶農的補助方案。"),  # another thing
        ("三号车间没有停产。", "一號車間停產檢修。"),  # told apart by a number
        ("茶厂没有取消春茶节。", "茶廠取消了夜市。"),
        ("茶厂的电话系统一度瘫痪。", "茶廠的電話系統已恢復正常運行。"),  # it has passed
        ("没有新增病例。", "昨日茶廠上報病例3宗。"),  # no more of them
        ("大坝未见渗漏。", "茶廠一輛油罐車柴油外洩。"),
        ("茶厂的离职员工有十人。", "廠長陸遠山仍在崗。"),
    ],
)
def test_what_is_only_alike_is_not(one: str, other: str) -> None:
    assert conflicts(one, other) == []


def test_a_later_report_of_a_state_is_news_unless_it_tells_of_a_moment_that_is_over() -> None:
    assert conflicts("库房防火门关着。", "庫房防火門開著。", then=9) == []
    assert conflicts("事发时库房防火门关着。", "事發時庫房防火門開著。", then=9)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("{zh: 开, en: open, so: [开着]}", "has no not"),
        ("{zh: 开, en: open, so: [开着], not: [开着]}", "both poles"),
        ("{zh: 开, en: open, so: [开着], not: [关着], colour: red}", "unknown colour"),
        ("{zh: 开, en: open, so: ['@no_such_type'], not: [关着]}", "unknown event type"),
    ],
)
def test_a_wrong_field_is_told_with_its_place(field: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "poles.yml"
    path.write_text(f"fields:\n  open: {field}\n", encoding="utf-8")

    def read(_: Path) -> DataFile:
        return read_data(path)

    monkeypatch.setattr(poles, "read_data", read)
    with pytest.raises(ConfigError, match=told) as error:
        load_poles.__wrapped__()
    assert "poles.yml:2" in str(error.value) or "poles.yml:2" in str(error.value.where)


def _opposed(a: str, b: str) -> bool:
    texts = [Article.from_text(text, id=name, published="2031-05-06T20:00") for name, text in (("甲报", a), ("乙报", b))]
    return any(r.kind is Kind.CONTRADICTS for r in check(texts).relations)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("青岬市政府未事先通知即拆除海堤。", "青岬市政府6日拆除海堤。"),
        ("青岬央行无预警降息。", "青岬央行6日降息。"),
        ("青岬化工厂昨日爆炸，此后未再爆炸。", "青岬化工廠發生爆炸，火光沖天。"),
        ("青岬医院没有新增感染病例。", "青岬醫院出現感染病例，三人確診。"),
    ],
)
def test_a_manner_or_a_further_case_denied_is_no_denial(a: str, b: str) -> None:
    assert not _opposed(a, b)


def test_what_must_come_first_is_not_told_as_done() -> None:
    assert conflicts("茶厂的火势已被扑灭。", "茶厂的火势未被扑灭。")
    assert not conflicts("只有在茶厂的火势被扑灭后，才能进入现场。", "茶厂的火势未被扑灭。")
    assert not conflicts("消防员在茶厂灭火降温。", "茶厂的火势未被扑灭。")
