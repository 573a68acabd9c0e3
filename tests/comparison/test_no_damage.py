"""A denial of all damage, and reports of some."""

from __future__ import annotations

import pytest

from factcheck import Article, check

SCENE = "6月4日清晨，青岚县柳河镇发生山体滑坡。"


def findings(*texts: str) -> list[str]:
    articles = [
        Article.from_text(SCENE + text, id=name, source=f"{name}报", published="2031-06-04")
        for name, text in zip("甲乙丙", texts, strict=False)
    ]
    return [f.message for f in check(articles).findings]


REPORT = "滑坡造成柳河镇一座厂房严重损坏，道路一度中断。"


@pytest.mark.parametrize("denial", ["滑坡没有造成人员伤亡和财产损失。", "滑坡并未造成任何财物损失。", "滑坡未造成財產損失。"])
def test_damage_to_anything_is_against_a_denial_of_all(denial: str) -> None:
    assert len(findings(REPORT, denial)) == 1


@pytest.mark.parametrize(
    "denial", ["滑坡没有造成重大财产损失。", "滑坡没有造成人员伤亡。", "滑坡没有造成进一步的财产损失。", "财产损失正在统计。"]
)
def test_a_denial_of_great_or_further_loss_leaves_room_for_some(denial: str) -> None:
    assert findings(REPORT, denial) == []


def test_damage_elsewhere_is_not_meant() -> None:
    assert findings("去年8月，澜沙市的一场滑坡造成多座厂房损坏。", "滑坡没有造成财产损失。") == []
