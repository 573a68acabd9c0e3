"""One body denies what another article says it has admitted."""

from __future__ import annotations

import pytest

from factcheck import Article, Report, check
from factcheck.claims.poles import AVOWAL
from factcheck.model import Kind, Reason

LEAD = "白沙渡口旅游公司的游船4月2日在白沙渡口停航，白沙渡口旅游公司与游客各执一词。"


def compare(one: str, other: str) -> Report:
    """What is found in two articles about one affair."""
    return check(
        [
            Article.from_text(f"{LEAD}{text}", id=name, source=f"{name}报", published=f"2031-04-0{day}")
            for name, day, text in (("a", 3, one), ("b", 5, other))
        ]
    )


def conflicts(one: str, other: str) -> list[tuple[str, str]]:
    """The quotes of the denials and admissions reported as of one speaker."""
    report = compare(one, other)
    claims = {c.id: c for c in report.claims}
    return [
        (claims[r.a].quote, claims[r.b].quote)
        for r in report.relations
        if r.kind is Kind.CONTRADICTS and r.reason is Reason.SAME_SPEAKER and claims[r.a].attribute == AVOWAL
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("白沙渡口旅游公司发言人昨日否认游船漏水，称停航是例行检修。", "白沙渡口旅游公司昨天已经承认，游船底舱进了水。"),
        ("坊间盛传船票超卖，旅游局局长魏广川断然否认，指每班都有空位。", "旅游局已经证实，清明当天的船票确有超卖，每班多出三十张。"),
        ("白沙岛国家警察发言人否认有警员收受船主贿赂。", "白沙岛警方自己都认了，三名警员收了船主的黑钱。"),
        ("白沙渡口旅遊公司否認拖欠船員薪酬，強調「一個月都沒有拖過」。", "白沙渡口旅游公司松口了，船员的薪酬拖了两个月。"),
    ],
)
def test_denied_here_and_admitted_there(one: str, other: str) -> None:
    assert len(compare(one, other).findings) == 1  # where the words tell it already, it is not told again
    assert len(compare(other, one).findings) == 1


def test_what_was_denied_is_known_by_the_speaker_where_the_words_are_others() -> None:
    assert conflicts("白沙渡口旅游公司发言人昨日否认船底受损，称停航是例行检修。", "白沙渡口旅游公司已经承认，检修时看到船底有个窟窿。")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two speakers
        ("白沙渡口旅游公司否认游船漏水。", "游客代表承认，游船漏水的视频是旧的。"),
        ("南岭交通局否认船票超卖。", "白沙交通局证实船票超卖。"),
        ("白沙岛警方否认游船漏水。", "白沙岛军方已经承认，游船底舱进了水，游船漏水。"),
        # two things
        ("白沙渡口旅游公司否认游船漏水。", "白沙渡口旅游公司承认，客服热线一度无人接听。"),
        # one article knows of both
        ("白沙渡口旅游公司否认游船漏水。", "白沙渡口旅游公司起初否认游船漏水，昨天才承认游船漏水。"),
        # not admitted yet, or by nobody
        ("白沙渡口旅游公司否认游船漏水。", "白沙渡口旅游公司未承认游船漏水。"),
        ("白沙渡口旅游公司否认游船漏水。", "游船漏水一事已获证实。"),
        ("白沙渡口旅游公司否认游船漏水。", "白沙渡口旅游公司会不会承认游船漏水？"),
        ("白沙渡口旅游公司就游船漏水发过澄清声明。", "白沙渡口旅游公司承认游船漏水。"),
    ],
)
def test_not_one_speaker_on_one_thing(one: str, other: str) -> None:
    assert not conflicts(one, other)
