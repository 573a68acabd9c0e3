"""What makes the second of two figures an update of the first rather than its contradiction."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Family, Kind


def kinds(one: tuple[str, str], two: tuple[str, str]) -> set[Kind]:
    """The kinds of relation between the counts of two articles, each (day, text)."""
    articles = [
        Article.from_text(text, id=name, source=f"{name}报", published=day or None)
        for name, (day, text) in zip("甲乙", (one, two), strict=True)
    ]
    report = check(articles)
    counted = {c.id for c in report.claims if c.family is Family.COUNT}
    return {r.kind for r in report.relations if {r.a, r.b} <= counted}


def test_a_figure_that_has_risen_is_later_than_the_other_of_that_day() -> None:
    low = ("2031-06-04", "青岚县溃坝事故已造成21人遇难。")
    assert kinds(low, ("2031-06-04", "青岚县溃坝事故的遇难人数上升至34人。")) == {Kind.UPDATES}
    assert Kind.UPDATES not in kinds(low, ("2031-06-04", "青岚县溃坝事故已造成34人遇难。"))


def test_a_figure_said_to_have_risen_to_less_is_no_update() -> None:
    assert Kind.UPDATES not in kinds(("2031-06-04", "青岚县溃坝事故已造成34人遇难。"), ("2031-06-04", "青岚县溃坝事故的遇难人数升至21人。"))


def test_a_lower_bound_comes_before_what_exceeds_it_where_the_hours_are_not_known() -> None:
    assert kinds(("2031-06-04", "青岚县溃坝事故已造成至少5人遇难。"), ("2031-06-04", "青岚县溃坝事故中7人遇难。")) == {Kind.UPDATES}
    assert Kind.CONTRADICTS not in kinds(("2031-06-05", "青岚县溃坝事故至少5人遇难。"), ("2031-06-04", "青岚县溃坝事故中7人遇难。"))


@pytest.mark.parametrize(
    "text",
    ["澜沙省已下令增派300名警员前往青岚县。", "青岚县要求澜沙省派遣300名警员前往青岚县。", "澜沙省批准向青岚县增派300名警员。"],
)
def test_what_is_ordered_or_asked_for_is_a_plan_that_may_change(text: str) -> None:
    assert kinds(("2031-06-04 09:00", text), ("2031-06-06 09:00", "澜沙省将向青岚县增派800名警员。")) == {Kind.UPDATES}


def test_plans_of_one_day_that_differ_contradict() -> None:
    one = ("2031-06-04 09:00", "4日，澜沙省警察厅表示，将向青岚县增派300名警员。")
    assert kinds(one, ("2031-06-04 11:00", "4日，澜沙省警察厅表示，将向青岚县增派800名警员。")) == {Kind.CONTRADICTS}


def test_a_plan_holds_from_the_day_on_which_it_was_told() -> None:
    one = ("2031-06-05 09:00", "当地时间4日，澜沙省警察厅表示，将向青岚县增派300名警员。")
    assert kinds(one, ("2031-06-05 21:00", "5日，澜沙省警察厅表示，将向青岚县增派800名警员。")) == {Kind.UPDATES}


def test_a_lower_bound_that_falls_within_hours_is_a_falling_total() -> None:
    one = ("2031-06-04 15:20", "红十字会称，青岚县地震已造成至少443人遇难。")
    assert kinds(one, ("2031-06-04 15:40", "青岚县政府称，青岚县地震已造成至少309人遇难。")) == {Kind.CONTRADICTS}
    assert Kind.CONTRADICTS not in kinds(one, ("2031-06-04 15:40", "青岚县政府称，青岚县地震已造成至少430人遇难。"))
    assert Kind.CONTRADICTS not in kinds(one, ("2031-06-04 15:40", "青岚县政府称，青岚县地震已造成至少300人遇难。"))


@pytest.mark.parametrize("text", ["列车上共有412名乘客。", "列车内有412名乘客。", "事发时列车搭载412名乘客。"])
def test_what_is_on_board_is_what_a_vehicle_carries(text: str) -> None:
    scene = "6月4日，云麓号列车在柳河站脱轨。"
    articles = [("2031-06-05", scene + text), ("2031-06-05", scene + "出事的云麓号列车载有367名乘客。")]
    assert Kind.CONTRADICTS in kinds(*articles)


def test_what_burnt_down_and_what_was_damaged_are_two_counts() -> None:
    one = ("2031-06-04", "青岚县山火中约1000栋房屋被烧毁。")
    assert kinds(one, ("2031-06-04", "青岚县山火中有2207栋房屋受损。")) <= {Kind.INCOMPARABLE}
    assert kinds(one, ("2031-06-04", "青岚县山火中有2207栋房屋被烧毁。")) == {Kind.CONTRADICTS}


def test_those_treated_in_hospital_may_be_more_or_fewer_days_later() -> None:
    one = ("2031-06-04", "青岚县食物中毒事件中，29人在医院接受观察治疗。")
    assert kinds(one, ("2031-06-07", "青岚县食物中毒事件中，仍有41人住院治疗。")) == {Kind.UPDATES}


def test_nothing_yet_comes_before_something_where_no_date_tells_the_order() -> None:
    one = ("", "青岚县发生地震。截至目前，暂未收到人员伤亡报告。")
    assert Kind.UPDATES in kinds(one, ("2031-06-04", "截至6月4日7时，青岚县地震造成21人受伤。"))
    assert Kind.CONTRADICTS not in kinds(one, ("2031-06-04", "截至6月4日7时，青岚县地震造成21人受伤。"))


def test_a_plan_told_on_another_day_may_have_been_changed() -> None:
    early = ("2031-06-04T18:00", "内政部长表示，澜沙省将向青岚县增派300名警员。")
    assert kinds(early, ("2031-06-05T09:00", "内政部长5日表示，澜沙省将向青岚县增派800名警员。")) == {Kind.UPDATES}
    assert kinds(early, ("2031-06-04T20:00", "内政部长表示，澜沙省将向青岚县增派800名警员。")) == {Kind.CONTRADICTS}


def test_those_who_died_in_one_way_are_a_part_of_the_dead() -> None:
    whole = ("2031-06-04", "截至4日8时，青岚县溃坝事故已造成21人死亡。")
    assert Kind.CONTRADICTS not in kinds(whole, ("2031-06-05", "截至5日8时，青岚县溃坝事故中13人经抢救无效死亡。"))
    assert Kind.CONTRADICTS in kinds(whole, ("2031-06-05", "截至5日8时，青岚县溃坝事故已造成13人死亡。"))
