"""Outlet and date where no front matter gives them: the dateline, the name of the file, the running head, the properties."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles import mark_article
from factcheck.articles.surroundings import Hint, complete_day
from factcheck.model import Article

BODY = "栖原水库除险加固工程日前完工，历时两年零三个月。市水务局介绍，工程总投资约2.6亿元，加固堤坝七公里，可防五十年一遇的洪水。"


def read(lead: str = "", path: str = "", format: str = "text", **properties: str) -> tuple[str | None, str | None, tuple[str, ...]]:
    text = f"栖原水库除险加固完工\n\n{lead}{BODY}"
    article = mark_article(Article(id="a", text=text, path=path, format=format, properties=tuple(properties.items())))
    return article.source, article.published.date().isoformat() if article.published else None, article.notes


@pytest.mark.parametrize(
    ("lead", "path", "source", "published"),
    [
        ("华訊社昆明11月18日電　", "a.txt", "华訊社", None),
        ("华訊社昆明11月18日電　", "x/2031-11-19_水库.txt", "华訊社", "2031-11-18"),
        ("【华讯社昆明2031年11月18日电】", "20290101.txt", "华讯社", "2031-11-18"),
        ("华讯社昆明12月31日电（记者某某）", "2031-01-02.txt", "华讯社", "2030-12-31"),
        ("（华讯社记者林某昆明28日电）", "20310301.txt", "华讯社", "2031-02-28"),
        ("华讯社昆明1月3日电　", "2031-07-02.txt", "华讯社", None),
        ("华讯社昆明2月30日电　", "2031-03-02.txt", "华讯社", None),
        ("华讯社昆明11月18日综合外电报導　", "2031.11.18 水库.txt", "华讯社", "2031-11-18"),
        ("本报昆明11月18日电　", "栖原日报_2031年11月18日.txt", "栖原日报", "2031-11-18"),
        ("本报昆明11月18日电　", "a.txt", None, None),
        ("", "20310306-栖原日報-水库.txt", "栖原日報", "2031-03-06"),
        ("", "栖原晚报2031年3月6日.txt", "栖原晚报", "2031-03-06"),
        ("", "栖原晚报_栖原日报_2031_03_06.txt", None, "2031-03-06"),
        ("", "水库_2031-03-06_2031-03-07.txt", None, None),
        ("", "20311345.txt", None, None),
        ("", "120310306.txt", None, None),
        ("", "栖原合作社通报.txt", None, None),
        ("", "出版社.txt", None, None),
    ],
)
def test_outlet_and_date(lead: str, path: str, source: str | None, published: str | None) -> None:
    assert read(lead, path)[:2] == (source, published)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("来源：栖原新闻网　2031-03-06 09:20", "2031-03-06"),
        ("2031年3月6日 来源：栖原新闻网 责编：某某", "2031-03-06"),
        ("来源：栖原新闻网　2031-03-06 至 2031-03-09", None),
        ("栖原水库 2031-03-06 开工", None),
    ],
)
def test_a_date_beside_the_outlet_is_that_of_publication(line: str, published: str | None) -> None:
    assert read(f"{line}\n\n")[1] == published


def test_where_it_comes_from_is_said() -> None:
    assert "published: 2031-11-18, from the dateline, its year from the file name" in read("华讯社昆明11月18日电　", "20311119.txt")[2]
    assert "published: 2031-03-06, taken from the file name" in read("", "20310306.txt")[2]
    assert "source: 栖原日报, taken from the file name" in read("", "栖原日报.txt")[2]
    notes = read("", "a.pdf", header="栖原日报 2031年3月6日 A3版")[2]
    assert {"source: 栖原日报, taken from the page header", "published: 2031-03-06, taken from the page header"} <= set(notes)
    notes = read("", "a.docx", author="栖原日报", created="2031-03-06")[2]
    assert {
        "source: 栖原日报, taken from the document's properties",
        "published: 2031-03-06, taken from the document's properties",
    } <= set(notes)


def test_the_nearer_wins() -> None:
    properties = {"header": "栖原晚报 2031年3月7日", "created": "2031-03-08", "author": "栖原商报"}
    assert read("", "栖原日报20310306.pdf", **properties)[:2] == ("栖原日报", "2031-03-06")
    assert read("", "a.pdf", **properties)[:2] == ("栖原晚报", "2031-03-07")
    assert read("来源：栖原时报　发布时间：2031年3月5日\n\n", "栖原日报20310306.pdf", **properties)[:2] == ("栖原时报", "2031-03-05")


def test_a_person_is_no_outlet_and_a_print_stamp_no_date() -> None:
    assert read("", "a.pdf", author="林一舟", header="2031/3/6 10:24")[:2] == (None, None)
    assert read("", "a.pdf", header="2031/3/6, 上午10:24")[:2] == (None, None)


def test_the_name_of_a_file_of_many_says_nothing_of_one() -> None:
    assert read("", "栖原日报20310306.jsonl", format="jsonl")[:2] == (None, None)


@given(st.dates(datetime(2001, 1, 1).date(), datetime(2099, 1, 1).date()), st.integers(0, 59), st.booleans())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_day_is_the_last_such_day_before_the_date(date: object, later: int, with_month: bool) -> None:
    from datetime import date as Date
    from datetime import timedelta

    assert isinstance(date, Date)
    day = datetime(date.year, date.month, date.day)
    hint = Hint(day + timedelta(days=later if with_month else later % 27), "file name")
    found = complete_day(f"{day.month}月{day.day}日" if with_month else f"{day.day}日", (hint,))
    assert found == Hint(day, "file name")


@pytest.mark.parametrize("words", ["11月18日", "31日"])
def test_without_a_date_near_enough_a_day_stays_unknown(words: str) -> None:
    assert complete_day(words, ()) is None
    assert complete_day("11月18日", (Hint(datetime(2031, 2, 1), "file name"),)) is None
