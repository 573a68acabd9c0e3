"""A body denies and admits, in words that share nothing; nobody harmed, and a case that is borne out."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind

LEAD = "青棠县石门水厂6月3日停止供水，石门水厂与用户各执一词。"


def conflicts(one: str, other: str, later: int = 5) -> list[frozenset[str]]:
    """The quotes of the pairs of two articles about one affair that contradict each other; `later`: the day of the second one."""
    report = check(
        [
            Article.from_text(f"{LEAD}{text}", id=name, source=f"{name}报", published=f"2031-06-{day:02}")
            for name, day, text in (("a", 4, one), ("b", later, other))
        ]
    )
    quotes = {c.id: c.quote for c in report.claims}
    return [frozenset((quotes[r.a], quotes[r.b])) for r in report.relations if r.kind is Kind.CONTRADICTS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("石门水厂发言人否认瞒报，强调“一张报表都没改”。", "石门水厂昨天已经承认，数字是后来补上去的。"),
        ("厂长陆青山否认，说“一根管子都没换过”。", "厂方自己承认了，停水前一晚抢装了三截旧水管。"),
        ("县水利局表示，闸门始终没有越过警戒刻度。", "县水利局终于松口，那天夜里确实漫过了线。"),
        ("石门水厂发言人否认漏水，强调“没有一处接头松脱”。", "石门水厂昨天已经证实，两名工人抢修到天亮。"),
        ("厂长陆青山表示，自己对此事毫不知情。", "陆厂长已经向县里承认，上个月就有人打过电话给他。"),
        ("民间团体“清水会”发言人发表声明，否认参与堵路。", "当地最大的团体“清水会”5日发布影片，坦承参与了3日的行动。"),
    ],
)
def test_what_a_body_denied_it_has_admitted(one: str, other: str) -> None:
    assert conflicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("石门水厂发言人否认瞒报。", "邻县的白沙酒厂承认，数字是后来补上去的。"),  # another body
        ("石门水厂发言人澄清，与白沙水厂没有任何关系。", "石门水厂承认，数字是后来补上去的。"),  # only tells two bodies apart
        ("县水利局表示，库区没有降雨。", "县水利局承认，招标文件写错了一个字。"),  # neither denied as such nor stressed
        ("石门水厂发言人否认瞒报。", "石门水厂表示，水管已经换好。"),  # nobody gives in
        ("石门水厂表示，没有一处接头松脱。", "石门水厂昨天已经证实，两名工人抢修到天亮。"),  # borne out, but not denied outright
    ],
)
def test_what_is_no_admission_of_it_is_left_alone(one: str, other: str) -> None:
    assert not conflicts(one, other)
    assert not conflicts(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县疾控中心表示，停水以来没有死亡病例。", "县医院已经证实，一位七十多岁的老人没抢救过来。"),
        ("事故没有造成人员伤亡。", "县里已经证实，当班的副班长当场就没了。"),
        ("截至4日18时，没有一名用户受伤。", "6月3日晚，住在河边的一名住户被烫伤。"),
    ],
)
def test_nobody_is_against_a_case_that_is_borne_out(one: str, other: str) -> None:
    assert conflicts(one, other)
    assert conflicts(other, one) or "4日18时" in one


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("事故没有造成人员伤亡。", "县里证实，又有一名伤者不治。", 25),  # three weeks later
        ("去年的停水没有造成人员受伤。", "县里证实，一名工人受伤。", 5),  # another year
        ("事故没有造成人员死亡。", "家属担心一名伤者会去世。", 5),  # nobody bears it out
        ("没有国人死亡。", "县里证实，一名当地工人去世。", 5),  # of one group
    ],
)
def test_nobody_is_not_against_other_cases(one: str, other: str, later: int) -> None:
    assert not conflicts(one, other, later)


def test_flat_denials_of_a_deed_told_once() -> None:
    assert conflicts("针对网上“停电引发恐慌”的说法，供电所表示，厂区当晚从未停电。", "出事之前灯全灭了，停电足足十来分钟。")
    assert not conflicts("供电所表示，厂区当晚没有停电。", "去年的台风里，邻县停电三天。")
    assert not conflicts("加固全部用石灰，没有使用一袋水泥。", "县里的水泥厂昨天开工。")
