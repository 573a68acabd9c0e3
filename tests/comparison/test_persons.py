"""Two accounts of who held the post or did the deed: what is reported, and what is let pass."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind

AROUND = "岚屿号渡轮由岚屿航运经营，岚屿航运配合调查，岚屿号停驶。"


def related(one: str, two: str) -> list[Kind]:
    texts = [Article.from_text(f"{AROUND}{text}", id=name, published="2031-03-07") for name, text in (("a", one), ("b", two))]
    report = check(texts)
    persons = {c.id for c in report.claims if c.attribute.startswith(("office|", "role|", "who|"))}
    return sorted({r.kind for r in report.relations if r.a in persons and r.b in persons})


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("岚屿航运董事长葛兆麟致歉。", "岚屿航运董事局主席赖振兴拒绝评论。"),
        ("岚屿航运首席安全官葛兆麟致歉。", "岚屿航运資安長賴振興致歉。"),
        ("当班船长葛兆麟受伤。", "該船船長為賴振興，他已上岸。"),
        ("走私由大副葛兆麟策划。", "走私是輪機長賴振興一手籌劃。"),
        ("听证会由副市长葛兆麟主持。", "當日掌槌的是議員賴振興，聽證會歷時三小時。"),
        ("调查组组长葛兆麟出任召集人。", "調查組由警長賴振興擔任召集人。"),
        ("接任船长的递补人选，是轮机长葛兆麟。", "船長的遞補人選是大副賴振興。"),
        ("派驻该工地的项目经理葛兆麟致歉。", "主理此工程的項目經理賴振興致歉。"),
        ("搜救总指挥由副市长葛兆麟担任。", "市長賴振興擔任搜救總指揮。"),
        ("谈判由财务长葛兆麟主导。", "談判由總經理賴振興牽頭。"),
        ("最先举报超载的是会计葛兆麟。", "率先踢爆超載的是乘客賴先生。"),
        ("最后离开渡轮的是大副葛兆麟。", "輪機長賴振興是最後一個離開的人。"),
        ("乘客起诉岚屿航运隐瞒超载，案件由法官葛兆麟审理。", "乘客控告嵐嶼航運隱瞞超載，法院已分案由法官賴振興承審。"),
        ("剧院艺术总监请辞后，由编导葛兆麟暂代其职。", "劇院接受藝術總監辭呈，由導演賴振興代理藝術總監職務。"),
    ],
)
def test_two_persons_in_one_place(one: str, two: str) -> None:
    assert Kind.CONTRADICTS in related(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("岚屿航运董事长葛兆麟致歉。", "岚屿航运副董事長賴振興致歉。"),
        ("岚屿航运董事长葛兆麟宣布辞职。", "岚屿航运新任董事長賴振興上任。"),
        ("岚屿航运董事长葛兆麟致歉。", "海鷗旅行社董事長賴振興致歉。"),
        ("岚屿航运发言人葛兆麟致歉。", "岚屿航运發言人賴振興致歉。"),
        ("岚屿医院急诊科主任葛兆麟介绍了伤情。", "岚屿医院骨科主任賴振興介紹了傷情。"),
        ("岚屿国防部长伊万·塞拉克到场。", "岚屿國防部長謝拉克到場。"),
        ("4号救生艇的乘客由大副葛兆麟救出。", "9號救生艇的乘客由輪機長賴振興救出。"),
        ("发布会由副市长葛兆麟主持。", "追思會由牧師賴振興主持。"),
        ("一审由法官葛兆麟主审。", "二審由法官賴振興主審。"),
        ("渡轮的座椅由葛兆麟设计。", "渡輪的塗裝由賴振興設計。"),
        ("副组长为葛兆麟。", "組長為賴振興。"),
        ("葛兆麟主持发布会。", "賴振興主持追思會。"),
        ("工会主席葛兆麟致歉。", "大會主席賴振興致歉。"),
        ("首球由前锋葛兆麟打入。", "第二球由中場賴振興射入。"),
        ("马拉松开幕式由葛兆麟主持。", "馬拉松閉幕式由賴振興主持。"),
        ("岚屿与远洲签署协定，岚屿由商务部长葛兆麟签字。", "嵐嶼與遠洲簽署協定，遠洲由經濟部長賴振興代表簽字。"),
        ("引渡条约由岚屿司法部长葛兆麟签署。", "航空協定由嵐嶼交通部長賴振興簽字。"),
        ("隧道一标段由葛兆麟承建。", "隧道二標段由賴振興承建。"),
        ("第一只海豹由护林员葛兆麟发现。", "最後一隻海豹由漁民賴振興發現。"),
        ("客轮船长葛兆麟获救。", "貨船船長賴振興被帶走調查。"),
        ("云港城主教练葛兆麟满意。", "客隊主帥賴振興不滿。"),
        ("劳动案由法官葛兆麟审理。", "專利案由法官賴振興承審。"),
        ("会长请辞，由葛兆麟代理会长。", "新任會長由賴振興出任。"),
    ],
)
def test_two_persons_in_two_places(one: str, two: str) -> None:
    assert Kind.CONTRADICTS not in related(one, two)


def test_one_person_written_in_two_ways() -> None:
    assert related("岚屿国防部长伊万·塞拉克到场。", "岚屿國防部長謝拉克到場。") == [Kind.AGREES]
