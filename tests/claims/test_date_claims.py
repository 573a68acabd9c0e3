"""Date claims: which times of a text become claims, in which role, and how long things lasted."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.model import Claim, Family, Period, Quantity

PUBLISHED = datetime(2031, 5, 6, 9)


def claims_of(text: str) -> list[Claim]:
    return list(check([Article.from_text(text, id="a", source="海港报", published=PUBLISHED)]).claims)


def dates_of(text: str) -> dict[str, str]:
    """Attribute to first day, of the date claims of a text."""
    return {
        claim.attribute: claim.value.start.date().isoformat()
        for claim in claims_of(text)
        if claim.family is Family.DATE and isinstance(claim.value, Period) and claim.value.start is not None
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("渔会会长4日下午在码头宣布辞职。", "2031-05-04"),
        ("渔会会长4日下午辞职。", "2031-05-04"),
    ],
)
def test_what_is_done_by_being_declared_is_done_that_day(text: str, day: str) -> None:
    assert dates_of(text)["resign|date"] == day


def test_what_is_only_announced_has_a_day_of_its_own() -> None:
    assert "suspend|date" not in dates_of("渔会4日宣布停航。")


def lengths_of(text: str) -> dict[str, str]:
    """Attribute to digits, of the claims on how long something lasted."""
    return {
        claim.attribute: claim.value.digits
        for claim in claims_of(text)
        if claim.attribute.startswith("lasts|") and isinstance(claim.value, Quantity)
    }


@pytest.mark.parametrize(
    ("text", "attribute", "day"),
    [
        ("果园3日夜间遭冰雹袭击。", "attack|date", "2031-05-03"),
        ("新规自6月1日起施行。", "enter_force|from", "2031-06-01"),
        ("书展将持续至5月25日。", "end_on|until", "2031-05-25"),
        ("警方说，案发当天是4月26日。", "事发|date", "2031-04-26"),
        ("昨日下午三点多，菜市口一下子炸了锅。", "炸锅|date", "2031-05-05"),
        ("委员会4日晚召开会议，会议于23时10分结束。", "end|date", "2031-05-04"),
    ],
)
def test_a_time_becomes_a_claim_in_its_role(text: str, attribute: str, day: str) -> None:
    found = dates_of(text)
    if attribute == "事发|date":  # 案发 names the affair's event
        attribute = next(a for a in found if a.startswith("案发"))
    assert found.get(attribute) == day, found


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("水厂5月4日起停止从河中取水。", "取水"),  # what the date is of is the stopping
        ("公司5月3日下达复工令。", "resume"),  # 复工令 is a paper
        ("警方5日通报，轿车坠入河中。", "crash"),  # the day of the bulletin
    ],
)
def test_a_date_is_not_given_to_another_verb(text: str, verb: str) -> None:
    assert not any(attribute.startswith(f"{verb}|") for attribute in dates_of(text))


@pytest.mark.parametrize(
    ("text", "attribute", "digits"),
    [
        ("历时7天的罢工宣告落幕。", "lasts|strike", "7天"),
        ("山火持续了三天三夜后被扑灭。", "lasts|fire", "三天三夜"),
        ("一名男孩被困72小时后获救。", "lasts|trap", "72小时"),
        ("谈判进行了18个小时。", "lasts|谈判", "18个小时"),
    ],
)
def test_how_long_something_lasted(text: str, attribute: str, digits: str) -> None:
    assert lengths_of(text).get(attribute) == digits, lengths_of(text)


@pytest.mark.parametrize(
    "text", ["他被判处有期徒刑三年。", "厂商须在三日内整改。", "列车每两小时一班。", "限期10天拆除。", "比赛推迟3天举行。"]
)
def test_bounds_terms_and_intervals_are_no_length_of_a_happening(text: str) -> None:
    assert lengths_of(text) == {}
