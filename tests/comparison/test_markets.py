"""Market reports: one index by its many names, and levels of one day that are not each other."""

from __future__ import annotations

import pytest

from factcheck import Article, Finding, check


def _findings(a: str, b: str) -> list[Finding]:
    day = "2031-05-06"
    return list(check([Article.from_text(a, id="a", published=day), Article.from_text(b, id="b", published=day)]).findings)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("恒生指数今早以19,204.8点高开，其后窄幅上落。", "恆指今日開市報19,024.8點，成交額縮減。"),
        ("当日沪指收报3122.51点。", "當日上證綜指以3212.51點作收。"),
        ("当天日经225指数摸高38,911点。", "当天日經平均指數上探38,191點。"),
        ("当日恒生指数报19,204.8点，跌幅1.2%。", "恆指當日收市報19,024.8點。"),
        ("当日深证成指跌2.1%，报9821.77点。", "当日深证成指以9281.77点报收。"),
        ("当日沪指跌1.1%，报3122.51点，深证成指跌2.1%，报9821.77点。", "深证成指当日收盘报9281.77点。"),
        ("当日恒生指数开盘就跌破19000点，报18,961.2点。", "恒生指数当日以18,691.2点低开。"),
    ],
)
def test_one_level_of_one_index_under_two_names(a: str, b: str) -> None:
    assert [f.level.value for f in _findings(a, b)] == ["error"] or [f.level.value for f in _findings(a, b)] == ["warning"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("恒生指数今早以19,204.8点高开。", "恆指今日收市報19,024.8點。"),
        ("当日沪指收报3122.51点。", "当日深成指收报9821.77点。"),
        ("当日沪指收报3122.51点。", "当日沪指探低3098.12点。"),
        ("当日午间，沪指报3122.51点。", "当日沪指收报3098.12点。"),
        ("当日沪指盘中跌破3100点，报3098.12点。", "当日沪指收报3122.51点。"),
        ("当日沪指跌1.1%，报3122.51点，深证成指跌2.1%，报9821.77点。", "当日沪指收报3122.51点。"),
        ("当日沪指开盘跌破3100点。", "当日沪指以3098.12点低开。"),
        ("当日沪深300指数报收3822.51点。", "当日上证50指数报收2511.77点。"),
    ],
)
def test_other_levels_and_other_indices_are_silent(a: str, b: str) -> None:
    assert _findings(a, b) == []
