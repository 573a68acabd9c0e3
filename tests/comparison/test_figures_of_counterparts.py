"""Figures one digit apart, or of digits in another order, in sentences that are each other's counterpart."""

from __future__ import annotations

from datetime import datetime

import pytest
from digits import digits_in_conflict

DAYS = datetime(2031, 6, 4, 18), datetime(2031, 6, 5, 8)
LEAD = "澜川植物园的巨花魔芋4日夜间开花。", "瀾川植物園的巨花魔芋4日夜間綻放。"
END = "园方说，花期只有两天。", "園方提醒，賞花須預約。"


@pytest.mark.parametrize(
    ("one", "two", "pair"),
    [
        ("温室为此彻夜开放，入园赏花者排队等候3.5小时。", "深夜的溫室大排長龍，賞花民眾苦等5.3小時。", {"3.5小时", "5.3小时"}),
        ("花序高2.4米，散发腐臭气味，吸引苍蝇传粉。", "吸引蒼蠅的腐臭花序，足足有2.7公尺。", {"2.4", "2.7"}),
    ],
)
def test_a_digit_apart_in_each_other_s_counterpart_is_one_figure(one: str, two: str, pair: set[str]) -> None:
    found = digits_in_conflict((LEAD[0] + one + END[0], LEAD[1] + two + END[1]), DAYS)
    assert any({d.rstrip("米小时公尺分钟") for d in digits} == {p.rstrip("小时") for p in pair} for digits in found)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("彻夜有2400人入园赏花，队伍排到湖边。", "園區停車場設有車位2,700個，附近道路一度壅塞。"),
        ("温室为此彻夜开放，入园赏花者排队等候3.5小时。", "園方派出接駁車，由地鐵站到園區車程0.5小時。"),
    ],
)
def test_a_digit_apart_in_sentences_of_two_things_is_two_figures(one: str, two: str) -> None:
    assert digits_in_conflict((LEAD[0] + one + END[0], LEAD[1] + two + END[1]), DAYS) == set()
