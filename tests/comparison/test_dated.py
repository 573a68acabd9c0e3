"""Days told in sentences that are each other's counterparts, and days still to come."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind, Period

LEAD = "槐溪县农机合作社联合会换届工作进入尾声，联合会由十四家合作社组成。"
REST = "联合会介绍，全县共有插秧机三百多台。维修站从六个增加到九个。会员对新章程反应不一。"


def days(one: str, other: str) -> set[frozenset[str]]:
    """The pairs of days that two articles about one affair are at odds about."""
    report = check(
        [
            Article.from_text(f"{LEAD}{text}{REST}", id=name, source=f"{name}报", published=f"2031-03-{day}")
            for name, day, text in (("a", 10, one), ("b", 11, other))
        ]
    )
    values = {c.id: c.value for c in report.claims}
    pairs = [(values[r.a], values[r.b]) for r in report.relations if r.kind is Kind.CONTRADICTS]
    return {frozenset(str(v.start)[5:10] for v in pair if isinstance(v, Period)) for pair in pairs}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        # still to come, a month apart
        ("新章程自4月1日起施行。", "新规5月1日正式上路。", {"04-01", "05-01"}),
        ("油料补贴办法4月10日起生效。", "补贴新制5月8日生效。", {"04-10", "05-08"}),
        # told of one thing in other words
        ("今年的机手实操考核于2月22日在槐溪县农校体育场举行。", "这项机手技能测验2月28日在槐溪县农校体育场举行。", {"02-22", "02-28"}),
    ],
)
def test_two_days_for_one(one: str, other: str, apart: set[str]) -> None:
    assert frozenset(apart) in days(one, other)
    assert frozenset(apart) in days(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新章程原定4月1日起施行。", "新章程推迟到5月1日施行。"),  # put off
        ("第一批插秧机4月1日交付。", "第二批插秧机5月1日交付。"),
        ("新章程4月1日起施行，补贴办法5月1日起施行。", "新章程4月1日起施行，补贴办法5月1日起施行。"),
        ("理论考试于2月22日举行。", "换届大会2月28日举行。"),  # two happenings, nothing in common
    ],
)
def test_two_days_of_two_happenings(one: str, other: str) -> None:
    assert not days(one, other)
    assert not days(other, one)
