"""Of what happened to the people counted: the verb behind what stands before it, groups that are divided, wholes told with their parts."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Claim, Family, Quantity, Stance


def counts(text: str) -> list[Claim]:
    report = check([Article.from_text(text, id="a", source="甲报", published="2031-03-16")])
    return [c for c in report.claims if c.family is Family.COUNT]


def count_of(text: str, figure: str) -> Claim:
    (claim,) = (c for c in counts(text) if figure in c.quote)
    return claim


@pytest.mark.parametrize(
    ("text", "figure", "attribute"),
    [
        ("矿方确认已有16人在14日夜里发生的两起透水事故中遇难。", "16人", "casualties.dead"),
        ("礦方確認已有16人在14日夜裡發生的兩起透水事故中遇難。", "16人", "casualties.dead"),
        ("另有7名乘客因列车急刹失去平衡受伤。", "7名", "casualties.injured"),
        ("3名工人被脱落的吊臂砸中后身亡。", "3名", "casualties.dead"),
        ("31名登山者在暴风雪持续两天后全部获救。", "31名", "casualties.rescued"),
    ],
)
def test_the_verb_of_a_count_may_stand_behind_time_place_and_cause(text: str, figure: str, attribute: str) -> None:
    assert count_of(text, figure).attribute == attribute


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("300名志愿者在体育馆为伤员登记。", "300名"),
        ("8名记者在采访死者家属时被拦下。", "8名"),
        ("警方称2名嫌犯在逃跑途中造成5名路人受伤。", "2名"),
    ],
)
def test_a_word_for_harm_that_is_not_the_verb_of_those_counted_is_left_alone(text: str, figure: str) -> None:
    assert not count_of(text, figure).attribute.startswith("casualties")


def test_a_group_that_is_divided_is_not_what_is_counted() -> None:
    claim = count_of("截至15日3时，被困人员中9人已死亡，仍有2人被困。", "9人")
    assert claim.attribute == "casualties.dead"
    assert claim.frame.setting == ()


def test_a_whole_is_told_before_its_parts_in_brackets() -> None:
    text = "沙尘暴致34人受伤（沙岭县30人、柳河县4人），学校停课。"
    assert {c.quote: c.scope.part for c in counts(text)} == {"34人受伤": "", "沙岭县30人": "part", "柳河县4人": "part"}


def test_a_figure_told_in_another_unit_in_brackets_is_no_part() -> None:
    (claim, *_) = counts("救援队转移群众120户（430人）。")
    assert claim.scope.part == ""


@pytest.mark.parametrize("text", ["地震造成126处房屋不同程度受损。", "126處房屋程度不一地受損。"])
def test_how_far_the_verb_goes_is_no_part_of_the_noun(text: str) -> None:
    assert count_of(text, "126").scope.population == "房屋"


def test_one_or_the_other_is_no_forecast() -> None:
    assert count_of("山火致207栋房屋受损或被烧毁。", "207").stance is Stance.ASSERTS
    assert count_of("山火可能致207栋房屋受损。", "207").stance is Stance.FORECASTS


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("缆车坠落致3死12伤。", {"dead": 3, "injured": 12}),
        ("纜車墜落釀一死三傷。", {"dead": 1, "injured": 3}),
        ("翻船意外2死4失踪。", {"dead": 2, "missing": 4}),
        ("煤仓爆炸已有12人死亡3人受伤5人失踪。", {"dead": 12, "injured": 3, "missing": 5}),
        ("两车相撞致2人死亡5人受伤。", {"dead": 2, "injured": 5}),
        ("煤仓爆炸致死亡12人受伤3人失踪5人。", {"dead": 12, "injured": 3, "missing": 5}),
        ("雪崩后9人遇难4人获救。", {"dead": 9, "rescued": 4}),
    ],
)
def test_a_toll_without_marks_gives_each_figure_its_own_word(text: str, tolls: dict[str, int]) -> None:
    found = {c.attribute.removeprefix("casualties."): int(c.value.low or 0) for c in counts(text) if isinstance(c.value, Quantity)}
    assert found == tolls
    assert all(c.scope.population == "" for c in counts(text))


@pytest.mark.parametrize(
    "text",
    ["他一死，店里的生意就散了。", "登山队九死一生。", "法官判处3名死刑犯缓刑。", "这盘棋下出了三死角。"],
)
def test_what_is_no_toll(text: str) -> None:
    assert not [c for c in counts(text) if c.attribute in {"casualties.dead", "casualties.injured"}]
