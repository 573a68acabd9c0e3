"""Pieces and spoken yuan: what a 块 behind a number is."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.mentions.completion import is_piece
from factcheck.model import Family, Quantity


def families(text: str) -> set[Family]:
    claims = check([Article.from_text(text, id="a", published="2031-03-07")]).claims
    return {c.family for c in claims if isinstance(c.value, Quantity)}


@pytest.mark.parametrize("text", ["馆内共展出十二块石碑。", "這面牆由36塊彩繪玻璃拼成。", "代表团带回5块金牌。"])
def test_pieces_are_counted(text: str) -> None:
    assert families(text) == {Family.COUNT}


@pytest.mark.parametrize("text", ["一张门票卖五十块。", "他花了三百块买下这幅画。", "这碗面才十二块左右。", "车费要三块五。"])
def test_spoken_money_stays_money(text: str) -> None:
    assert Family.MONEY in families(text)


def test_six_sided_is_no_figure() -> None:
    assert families("拱顶由六角形木板拼成。") == set()


@pytest.mark.parametrize(
    ("text", "piece"), [("9块木板", True), ("9块", False), ("9块五", False), ("9块五边形木板", True), ("卖9块木板", False)]
)
def test_what_stands_around_tells(text: str, piece: bool) -> None:
    at = text.index("9")
    assert is_piece(text, at, at + 2) is piece
