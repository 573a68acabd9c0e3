"""A denial is against what falls within its limits only."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.claims.limits import BEFORE
from factcheck.model import Kind

DAY = datetime(2031, 5, 6, 20, 0)


def conflicts(a: str, b: str) -> list[str]:
    """The attributes of the contradictions about what is so between two articles of one day."""
    sides = [Article.from_text(text, id=name, published=DAY) for name, text in (("a", a), ("b", b))]
    report = check(sides)
    claims = {c.id: c for c in report.claims}
    return [
        claims[r.a].attribute
        for r in report.relations
        if r.kind is Kind.CONTRADICTS and claims[r.a].family.value in {"ACT", "STATE"} and claims[r.a].article != claims[r.b].article
    ]


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("环湖马拉松4日开赛。组委会表示，起跑之前没有任何选手退赛。", "環湖馬拉松昨日舉行，賽後統計共有47名選手中途退賽。"),
        ("蓝山水泥厂4日爆炸。厂方称，二号窑没有停产。", "藍山水泥廠爆炸後，一號窯已停產檢修。"),
        ("博物馆4日失窃。馆方称，一楼展厅没有丢失文物。", "博物館遭竊，二樓庫房丟失文物七件。"),
        ("列车出轨事故中，前三节车厢没有脱轨，乘客平安。", "列車出軌，尾部兩節車廂脫軌，九人受傷。"),
        ("法院一审宣判后，被告人何某没有提出上诉。", "同案被告人梁某不服一審判決，已提出上訴。"),
        ("中远光电股东大会4日召开，关于增发新股的议案未获通过。", "中遠光電股東會昨日表決，修改章程的議案獲得通過。"),
        ("航空公司表示，没有向旅客收取任何改签费用。", "航空公司向行李超重的旅客收取費用，每公斤20元。"),
        (
            "海缆断裂影响南岛通信。菲律宾、文莱电信运营商表示，两国网络没有受到明显影响。",
            "海纜斷裂影響南島通信。台灣國際頻寬約有4%受到影響。",
        ),
    ],
)
def test_outside_the_limits(no: str, yes: str) -> None:
    assert conflicts(no, yes) == []


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("蓝山水泥厂4日爆炸。蓝山水泥厂称，二号窑没有停产。", "藍山水泥廠爆炸後，藍山水泥廠二號窯已停產檢修。"),
        ("远航银行4日称，从未聘用过顾问罗启昌。", "遠航銀行法務總監證實，曾聘用羅啟昌。"),
    ],
)
def test_within_the_limits(no: str, yes: str) -> None:
    assert conflicts(no, yes)


def test_marks() -> None:
    """The moment and the part that a denial is limited to; a vague time and a day of the month are none."""

    def marks(text: str) -> set[str]:
        report = check([Article.from_text(text, id="a", published=DAY)])
        return {q for c in report.claims if c.family.value == "ACT" for q in c.scope.qualifiers if not q.isascii()}

    assert BEFORE + "起飞" in marks("机长表示，起飞之前没有发现故障。")
    assert "二号窑" in marks("厂方称，二号窑没有停产。")
    assert marks("厂方称，目前没有停产。") == set()
    assert marks("三天前，工厂没有停产。") == set()
