"""Which articles are about one affair."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.affairs import Gist, find_affairs

DAY = datetime(2031, 3, 6)
NAMES = st.sampled_from(["云岭仓库", "沈奕川", "贺砚秋", "沅宁", "中国", "公安局", "北京"])
NAMED = st.dictionaries(st.sampled_from("abcdef"), st.dictionaries(NAMES, st.integers(1, 3), max_size=5), min_size=1)


def affairs(named: Mapping[str, Mapping[str, int]], **days: int) -> dict[str, int]:
    return find_affairs(named, {a: DAY + timedelta(days=days.get(a, 0)) for a in named})


def test_one_telling_name_said_twice_within_weeks() -> None:
    found = affairs({"a": {"云岭仓库": 2}, "b": {"云岭仓库": 1, "中国": 3}, "c": {"中国": 2}, "d": {"青屿港": 2}})
    assert found["a"] == found["b"]
    assert len({found["a"], found["c"], found["d"]}) == 3


def test_what_every_story_has_tells_nothing() -> None:
    found = affairs(
        {"a": {"中国": 3, "县公安局": 3}, "b": {"中国": 3, "县公安局": 3}, "c": {"青屿港": 2}, "d": {"澜州": 2}, "e": {"浔阳": 2}}
    )
    assert found["c"] != found["d"] != found["e"]


def test_who_printed_it_tells_nothing() -> None:
    named = {"a": {"江岸新闻": 3, "青屿港": 2}, "b": {"江岸新闻": 3, "青屿港": 1}, "c": {"江岸新闻": 3, "澜州": 2}, "d": {"浔阳": 2}}
    found = affairs(named)
    assert found["a"] == found["b"] != found["c"]


def test_years_apart_is_another_affair() -> None:
    named = {"a": {"云岭仓库": 2, "沈奕川": 2, "贺砚秋": 2}, "b": {"云岭仓库": 2, "沈奕川": 2, "贺砚秋": 2}}
    assert len(set(affairs(named).values())) == 1
    assert len(set(affairs(named, b=400).values())) == 2


WORDS = frozenset(["被裁", "工厂", "保障金", "仓库", "赔偿", "车间"])


def test_an_article_without_the_names_belongs_to_the_one_whose_figures_it_has() -> None:
    named = {"a": {"云岭仓库": 2}, "b": {"云岭仓库": 3}, "c": {"阿岸": 1, "老贺": 1}}
    days = dict.fromkeys(named, DAY)
    same, other = Gist(WORDS, {"money 42800000": 3}), Gist(WORDS, {"count 63": 2})
    elsewhere = Gist(frozenset(["球员", "联赛"]), {"money 42800000": 3})
    for gist, one in ((same, True), (other, False), (elsewhere, False)):
        found = find_affairs(named, days, {"a": same, "c": gist})
        assert (found["a"] == found["c"]) is one
    late = find_affairs(named, {**days, "c": DAY + timedelta(days=90)}, {"a": same, "c": same})
    assert late["a"] != late["c"]


@given(NAMED)
def test_every_article_has_one_affair_whatever_the_order(named: dict[str, dict[str, int]]) -> None:
    found = affairs(named)
    assert set(found) == set(named)
    turned = affairs(dict(reversed(named.items())))
    assert {frozenset(a for a in found if found[a] == n) for n in found.values()} == {
        frozenset(a for a in turned if turned[a] == n) for n in turned.values()
    }


def test_one_name_that_a_single_article_mentions_joins_no_two_stories() -> None:
    strike = {x: {"云港码头": 3, "沈奕川": 2, "海员总会": 2} for x in ("a", "b", "c")}
    vote = {x: {"泰恩议会": 3, "韦思敏": 2, "贺砚秋": 2} for x in ("d", "e", "f")}
    named = strike | vote | {"a": strike["a"] | {"阿岸": 2}, "d": vote["d"] | {"阿岸": 2}}  # a writer signs in both
    found = affairs(named)
    assert found["a"] == found["b"] == found["c"] != found["d"] == found["e"] == found["f"]


def test_an_article_that_names_nobody_is_of_the_affair_of_its_folder() -> None:
    named = {name: {"石门水厂": 2, "青棠镇": 1, "陆望川": 1} for name in "abc"}
    found = find_affairs({**named, "d": {}}, dict.fromkeys("abcd", DAY))
    assert found["d"] == found["a"]
    late = find_affairs({**named, "d": {}}, {**dict.fromkeys("abc", DAY), "d": DAY + timedelta(days=60)})
    assert late["d"] != late["a"]


def test_a_body_called_by_the_two_characters_that_its_name_opens_with() -> None:
    named = {a: {"衡岳人寿": 2, "沈奕川": 1} for a in "abcd"}
    assert len(set(affairs(named | {"e": {"衡岳": 2, "老周": 1}}).values())) == 1
    assert len(set(affairs(named | {"e": {"岳人": 1, "老周": 2}}).values())) == 2
