"""Outlet and date from what stands around a text: the name of its file, the running heads of its pages, what the document says of itself.

All of it is weaker than what the text says; only the whole name of an outlet and a whole date are taken, and only where
there is no second one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath

from factcheck.articles.furniture import plain_copy
from factcheck.model import Article

__all__ = ["KNOWN_OUTLETS", "Hint", "complete_day", "find_dates", "find_outlet"]

# fmt: off
KNOWN_OUTLETS = (
    "新华社", "新华网", "中新社", "中新网", "人民网", "人民日报", "央视", "央广网", "中国新闻网", "中央社", "法新社", "路透社", "美联社",
    "共同社", "塔斯社", "韩联社", "参考消息网", "环球网", "界面新闻", "澎湃新闻", "新京报", "财联社", "每经网", "证券时报网",
)
# fmt: on

_OUTLET = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:通讯社|新闻社|新闻网|日报|晚报|早报|晨报|时报|商报|周报|周刊|电视台|卫视|电台|广播公司)|[\u4e00-\u9fff]{2}社|"
    + "|".join(KNOWN_OUTLETS)
)
_NO_OUTLET = {"合作社", "旅行社", "出版社", "供销社", "报刊社", "杂志社"}
_PARTS = re.compile(r"[\s_\-—–()\[\]【】《》,、.|·+&]+|\d+")
_WRITTEN = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<month>[01]\d)(?P<day>[0-3]\d)|\s?[-_./年]\s?(?P<m>\d{1,2})\s?[-_./月]\s?(?P<d>\d{1,2})日?)(?!\d)"
    # With a time of day it is when a browser printed the page.
    r"(?!,?\s?(?:[上下]午|AM|PM)?\s?\d{1,2}:\d\d)"
)
_DAY = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})日")
#: A dateline names the day of writing: the day of publication is the same or a little later.
_LONGEST_DELAY = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Hint:
    """A date from around the text and where it stands: "file name", "page header", "document's properties"."""

    date: datetime
    place: str


def find_outlet(article: Article) -> tuple[str, str] | None:
    """The outlet and where it is named, or None where none is named, or two are."""
    for place, words in _surroundings(article):
        plain = plain_copy(words)
        parts = [part for part in _PARTS.split(plain) if part]
        named = {part for part in parts if _OUTLET.fullmatch(part) and part not in _NO_OUTLET}
        if len(named) == 1:
            name = named.pop()
            start = plain.find(name)
            return words[start : start + len(name)], place
        if named:
            return None
    return None


def find_dates(article: Article) -> tuple[Hint, ...]:
    """The dates around the text, the best first: each place that names one day and no other."""
    found = []
    for place, words in _surroundings(article):
        dates = {date for match in _WRITTEN.finditer(plain_copy(words)) if (date := _build_date(match))}
        if len(dates) == 1:
            found.append(Hint(dates.pop(), place))
    return tuple(found)


def complete_day(words: str, hints: tuple[Hint, ...]) -> Hint | None:
    """The day a dateline without a year (11月18日) or without a month (18日) names: the last such day up to a date around the text.

    None where no date is near enough: sixty days after, a month where the month is missing; a day before, for zones of time.
    """
    match = _DAY.fullmatch(words)
    if not match:
        return None
    for hint in hints:
        last = hint.date + timedelta(days=1)
        for back in range((_LONGEST_DELAY if match[1] else timedelta(days=27)).days + 2):
            day = last - timedelta(days=back)
            if day.day == int(match[2]) and (not match[1] or day.month == int(match[1])):
                return Hint(day, hint.place)
    return None


def _surroundings(article: Article) -> Iterator[tuple[str, str]]:
    """Places and their words, the better first. The lines of a .jsonl file share its name: it says nothing of one of them."""
    if article.path and article.format != "jsonl":
        yield "file name", PurePath(article.path).stem
    headers = " | ".join(words for name, words in article.properties if name == "header")
    if headers:
        yield "page header", headers
    for name, words in article.properties:
        if name != "header":
            yield "document's properties", words


def _build_date(match: re.Match[str]) -> datetime | None:
    try:
        return datetime(int(match["year"]), int(match["month"] or match["m"]), int(match["day"] or match["d"]))
    except ValueError:
        return None
