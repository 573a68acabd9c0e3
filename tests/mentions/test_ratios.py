"""Figures per unit of another thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.mentions.figures import read_figures
from factcheck.model import Quantity


def last(text: str) -> Quantity:
    value = read_figures(text)[-1].value
    assert isinstance(value, Quantity)
    return value


@pytest.mark.parametrize(
    ("text", "unit", "digits"),
    [
        ("井水含砷0.08毫克/升", "mg/l", "0.08"),
        ("井水每升含砷0.08毫克", "mg/l", "0.08"),
        ("尿样浓度达每毫升12奈克", "ng/ml", "12"),
        ("酒精含量为186mg/100ml", "mg/100ml", "186"),
        ("每百毫升血液含酒精186毫克", "mg/100ml", "186"),
        ("每公斤稻米含镉0.6毫克", "mg/kg", "0.6"),
        ("出库流量每秒1.2万立方米", "m3/second", "1.2万"),
        ("辐射剂量为每小时0.3微西弗", "μsv/hour", "0.3"),
        ("血糖升至11.2毫摩尔/升", "mmol/l", "11.2"),
    ],
)
def test_both_orders_are_read(text: str, unit: str, digits: str) -> None:
    value = last(text)
    assert (value.unit, value.digits) == (unit, digits)


def test_one_content_in_two_units_is_one_size() -> None:
    one, two = last("血铅为每分升35微克"), last("血铅为350微克/升")
    assert one.dimension == two.dimension == "mass per volume"
    assert one.low is not None
    assert two.low is not None
    assert one.factor is not None
    assert two.factor is not None
    assert one.low * one.factor == two.low * two.factor == Decimal("0.00035")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("每天处理污水200立方米", "m3"), ("每户分得大米30公斤", "kg"), ("每瓶500毫升", "ml"), ("3分升至4分", "points")],
)
def test_other_figures_keep_their_unit(text: str, unit: str) -> None:
    assert last(text).unit == unit
