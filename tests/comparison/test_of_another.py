"""Sentences of one article that tell of another thing than the other article does, and those of one thing that are still in conflict."""

from __future__ import annotations

import pytest
from predictions import is_reported

from factcheck import Article, check

LEAD_A = "青苔湾水族馆3月9日举行说明会，馆长乔望山到场。"
LEAD_B = "【本報訊】青苔灣水族館昨日開會說明，館長喬望山出席。"


def reports(a: str, b: str) -> bool:
    articles = [
        Article.from_text(LEAD_A + a, id="a", source="甲报", published="2031-03-09T20:00"),
        Article.from_text(LEAD_B + b, id="b", source="乙报", published="2031-03-10T08:00"),
    ]
    return any(is_reported(f.level.value) for f in check(articles).findings)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("水族馆租地40公顷，租期25年。", "據了解，水族館還想再租一塊地，面積90公頃，租期40年。"),
        ("水族馆租约租期25年。", "館方又看中一座碼頭，打算再租一座，租期40年。"),
        ("馆内从未停放过大型拖车。", "新規定准許大型拖車停放，每次不超過三天。"),
        ("乔望山拒辞职。", "喬望山未有遞交辭呈。"),
        ("乔望山不肯请辞。", "按章程，館長失去信任後應即請辭，惟喬望山至今未有遞交辭呈。"),
        ("乔望山照常上班。", "警方在館外共拘捕12人。"),
        ("停电未对馆内地震监测造成影响。", "當日該縣發生3.1級地震。"),
        ("3月8日的表决以82票赞成、41票反对通过。", "2月20日的首次表決只有70票贊成、53票反對。"),
        ("水族馆要求林业局派200名护林员。", "國防部計劃派1200名士兵協助。"),
    ],
)
def test_another_thing_is_no_conflict(a: str, b: str) -> None:
    assert not reports(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("水族馆租约租期25年。", "水族館租約租期40年。"),
        ("馆内从未停放过大型拖车。", "館內曾停放過大型拖車。"),
        ("乔望山拒辞职。", "喬望山已遞交辭呈。"),
        ("乔望山不肯请辞。", "喬望山已經請辭。"),
        ("停电未对馆内海豚造成伤害。", "停電對館內海豚造成傷害。"),
        ("3月8日的表决以82票赞成、41票反对通过。", "3月8日的表決以73票贊成、41票反對通過。"),
        ("国防部计划派500名士兵协助。", "國防部計劃派1200名士兵協助。"),
    ],
)
def test_one_thing_is_still_a_conflict(a: str, b: str) -> None:
    assert reports(a, b)
