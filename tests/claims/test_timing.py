"""Which words make a date the as-of time of a figure."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck import Article, check
from factcheck.model import Quantity


def as_of(text: str, quote: str) -> dt.datetime | None:
    report = check([Article.from_text(text, id="a", source="甲报", published="2031-03-16")])
    (claim,) = (c for c in report.claims if quote in c.quote and isinstance(c.value, Quantity))
    return claim.as_of.end if claim.as_of is not None else None


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("截至12日16时，全省密切接触者为1420人，至15日已逾2100人。", "1420人", dt.datetime(2031, 3, 12, 16)),
        ("至13日16时，全市受损房屋已增至47间。", "47间", dt.datetime(2031, 3, 13, 16)),
        ("至13日16時，全市受損房屋已增至47間。", "47間", dt.datetime(2031, 3, 13, 16)),
        ("13日16时，全市受损房屋47间。", "47间", None),
        ("展览从3月1日至13日共接待观众4700人。", "4700人", None),
    ],
)
def test_what_opens_a_clause_with_zhi_is_an_as_of_time(text: str, quote: str, expected: dt.datetime | None) -> None:
    assert as_of(text, quote) == expected


def test_the_later_of_two_as_of_times_in_a_sentence_holds_for_its_own_clause() -> None:
    text = "截至12日16时，全省密切接触者为1420人；至15日已逾2100人。"
    first, second = as_of(text, "1420人"), as_of(text, "2100人")
    assert first is not None
    assert second is not None
    assert first < second
