"""One point of time as written: year, month, day, week day, part of the day, clock, each present or not, nothing resolved yet.

A point is read in three steps, each one anchored pattern: the year (2025年, 去年, 民国114年, 20世纪90年代), the rest of the date
(9月4日, 上半年, 中旬, 本周四（9日）, 昨晚, 中秋节) and the clock (下午2时20分). The patterns are put together from data/times.yml
once.
"""

from __future__ import annotations

import re

from factcheck.mentions.times_clock import WEEKDAY_HEADS, clock_heads, read_clock, read_weekday, take_said, weekday_number
from factcheck.mentions.times_model import Point
from factcheck.mentions.times_patterns import CHINESE_DIGITS, SMALL_NUMBERS, load_grammar
from factcheck.mentions.times_words import TimeWords, load_words

__all__ = ["read_point"]


_BARE_YEAR = re.compile(
    "(?:19|20)[0-9]{2}(?:(?=[至到](?:19|20)[0-9]{2}(?![0-9多余人名家个万亿元吨米]))|(?![0-9多余人名家个万亿元吨米至到]))"
)
_ISO = re.compile(
    r"([12][0-9]{3})([-/.])(0?[1-9]|1[0-2])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9]|\2[0-9])"
    r"(?:日|T(?P<h>[01][0-9]|2[0-4]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9])(?:\.[0-9]{1,9})?)?(?P<z>Z|[+-][01][0-9]:?[0-5][0-9])?)?"
)
"""2026-05-09, 2026/5/9, 2026.05.09, and the time stamps of ISO 8601 (2026-05-09T08:00:00+08:00)."""


def _century(match: re.Match[str], point: Point) -> None:
    name = match["cent"]
    base = 100 * (SMALL_NUMBERS[name] - 1) if name else -1
    decade, length = _read_decade(match["cdec"]) if match["cdec"] else (None, 100)
    if base < 0:  # relative to the century of the publication
        point.year_offset = -100 if match["centrel"].startswith("上") else 0
    point.decade = (base + (decade or 0) if name else (decade or 0), length)
    if match["cwin"]:
        point.window = ("long", match["cwin"], 0)


def _read_decade(digits: str) -> tuple[int, int]:
    """First year and length: 1990 or 90 -> (90, 10), 八九十 -> (80, 20)."""
    if digits.isdigit():
        return int(digits), 10
    if digits in ("零零", "〇〇"):
        return 0, 10
    if len(digits) == 3:
        first, last = SMALL_NUMBERS[digits[0]], SMALL_NUMBERS[digits[1]]
        return 10 * first, 10 * max(1, last - first + 1)
    return SMALL_NUMBERS[digits], 10


def _read_year(match: re.Match[str], point: Point) -> None:
    name = match.lastgroup or ""
    if name in ("y4", "yce"):
        point.year = int(match[name])
    elif name in ("yrel", "yx"):
        point.year_offset = load_words().years[match["yrel"]]
        if match["yx"]:
            point.year = int(match["yx"])
    elif name == "ytold":
        point.year_told = load_words().told_years[match["ytold"]]
    elif name == "yc":
        point.year = int("".join(CHINESE_DIGITS[c] for c in match["yc"]))
    elif name == "yq":
        point.year = 1000 * SMALL_NUMBERS[match["yq"][0]] + SMALL_NUMBERS[match["yq"][3:]]
    elif name in ("y2", "y0"):
        point.year = _full_year(int(match[name]))
    elif name in ("yc2", "yc3"):
        point.year = _full_year(int("".join(CHINESE_DIGITS[c] for c in match[name])))
    elif name.startswith("minguo"):
        digits = match[name]
        value = int(digits) if digits.isdigit() else _chinese_below_thousand(digits)
        point.year, point.minguo = 1911 + value, name
    elif name == "bce":
        point.before_christ = True
        point.year = -1
    elif match["dec"]:
        digits = match["dec"]
        point.decade = _read_decade(digits)
        point.short_decade = point.decade[0] < 100
        if match["dwin"]:
            point.window = ("long", match["dwin"], 0)
    else:
        _century(match, point)


def _full_year(two: int) -> int:
    """98 -> 1998, 18 -> 2018: the pivot is 1950, since news speaks of the living."""
    return two + (1900 if two >= 50 else 2000)


def _chinese_below_thousand(words: str) -> int:
    head, hundred, rest = words.partition("百")
    if not hundred:
        if len(words) > 1 and all(c in CHINESE_DIGITS for c in words):
            return int("".join(CHINESE_DIGITS[c] for c in words))
        return SMALL_NUMBERS.get(words, 0)
    return 100 * SMALL_NUMBERS.get(head, 1) + SMALL_NUMBERS.get(rest.lstrip("零〇"), 0)


def _read_rest(groups: dict[str, str], point: Point, words: TimeWords) -> None:
    """What `after_year` or `alone` matched, except a plain month or day and the day within a month."""
    get = groups.get
    if value := get("dtold"):
        point.day_told = words.told_days[value]
    elif value := get("dpart"):
        offset, point.part, told = words.day_parts[value]
        if told:
            point.day_told = offset
        else:
            point.day_offset = offset
    elif value := get("pday"):
        point.day_offset = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}[value]
        point.said_day = SMALL_NUMBERS[groups["pd"]]
        if month := get("pm"):
            point.said_month = SMALL_NUMBERS[month]
        point.part = words.short_parts.get(groups["pw"], "")
    elif value := get("mrel"):
        point.month_offset = words.months[value]
        if month := get("mx"):
            point.month = SMALL_NUMBERS[month]
    elif value := get("mpar"):
        point.month_offset, point.month = 0, SMALL_NUMBERS[value]
    elif value := get("mtold"):
        point.month_told = words.told_months[value]
    elif value := get("mpair"):
        point.month, point.month_to = SMALL_NUMBERS[value[0]], SMALL_NUMBERS[value[1]]
    elif value := get("lmon") or get("amon"):
        leap = value[0] == "闰"
        day = get("lday") or get("aday")
        point.lunar = (
            (-1 if leap else 1) * SMALL_NUMBERS.get(value.lstrip("闰"), 0),
            SMALL_NUMBERS.get((day or "").lstrip("初"), 0) if day else -1,
        )
    elif value := get("hol") or get("term"):
        point.holiday = words.holidays[value]
        point.feast = get("feast") or ""
    elif value := get("ywin"):
        point.window = ("year", value, 0)
    elif value := get("season"):
        point.window = ("season", value, 0)
    elif value := get("schar"):
        point.window = ("season", value, 0)
        point.year_offset = {"今": 0, "本": 0, "去": -1, "昨": -1, "明": 1}[groups["srel"]]
    elif value := get("half"):
        point.window = ("half", 1 if value in "上前" else 2, 0)
    elif value := get("mwin"):
        point.month_offset = 0 if not point.has_year else None
        point.window = ("month", value, 0)
    elif value := get("lastwd"):
        point.month_offset, point.window = 0, ("last_weekday", weekday_number(value), 1)
    elif value := get("qrel"):
        point.window = ("quarter_offset", words.quarters[value], 0)
        if win := get("qwin"):
            point.inner = ("quarter_part", win, 0)
    elif value := get("first_month"):
        point.month = 1
    elif value := get("nth"):
        point.window = ("nth", groups["nthu"], SMALL_NUMBERS.get(value, int(value) if value.isdigit() else 0))
    elif value := get("first"):
        number, unit = groups["count"], groups["unit"]
        count = SMALL_NUMBERS.get(number, int(number) if number.isdigit() else 0)
        point.window = ("last" if value in ("最后", "后") else "first", unit, count)
    else:
        for name in ("qa", "qb", "qc", "qd", "qe"):
            if value := get(name):
                point.window = ("quarter", SMALL_NUMBERS[value], 0)
                return


def _read_after_month(match: re.Match[str], point: Point) -> None:
    name = match.lastgroup
    if name in ("day", "nday"):
        point.day = SMALL_NUMBERS[match[name]]
    elif name == "mwin":
        point.window = ("month", match["mwin"], 0)
    elif name == "cday":
        if point.has_year:
            point.day = SMALL_NUMBERS[match["cday"]]
        else:
            point.lunar, point.month = (point.month or 0, SMALL_NUMBERS[match["cday"]]), None
    elif name == "lday":
        point.lunar, point.month = (point.month or 0, SMALL_NUMBERS[match["lday"].lstrip("初")]), None
    elif match["nth"]:
        number = SMALL_NUMBERS.get(match["nth"], 1)
        if match["nthw"]:
            point.window = ("nth_weekday", weekday_number(match["nthw"]), number)
        else:
            point.window = ("nth", match["nthu"], number)
    elif match["lastw"]:
        point.window = ("last_weekday", weekday_number(match["lastw"]), 1)
    else:
        point.window = ("last" if match["f"] == "最后" else "first", match["u"], SMALL_NUMBERS.get(match["n"], 1))


def _zone_of_stamp(zone: str) -> str:
    """The zone of a time stamp: +08:00 as UTC+8."""
    if not zone or zone == "Z":
        return "UTC" if zone else ""
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return f"UTC{zone[0]}{hours}" + (f":{minutes:02d}" if minutes else "")


_PLAIN_DATE = re.compile("(?:((?:19|20)[0-9]{2})年)?(1[0-2]|[1-9])月(3[01]|[12][0-9]|[1-9])日")
"""The commonest writing of a date, read without the grammar for speed."""


def read_point(text: str, at: int, *, bare_year: bool = False, clocked: bool = False, joined: bool = False) -> Point | None:
    """The point of time that begins at `at`, or None. `bare_year`: four digits alone may be a year (从2016到2018); `clocked`: a bare
    N点 is a clock time, `joined`: a bare N号 a day, as on the right side of a range (7点到9点, 九号到十五号)."""
    grammar = load_grammar()
    words = grammar.words
    point = Point(at, at)
    end = at
    if (plain := _PLAIN_DATE.match(text, at)) is not None:
        point.year = int(plain[1]) if plain[1] else None
        point.month, point.day = int(plain[2]), int(plain[3])
        end = plain.end()
    elif (iso := _ISO.match(text, at)) is not None:
        point.year, point.month, point.day = int(iso[1]), int(iso[3]), int(iso[4])
        if iso["h"]:
            point.hour, point.minute = int(iso["h"]), int(iso["m"])
            point.second = int(iso["s"]) if iso["s"] else None
            point.zone = _zone_of_stamp(iso["z"] or "")
            point.end = iso.end()
            return point
        end = iso.end()
    else:
        if (match := grammar.year.match(text, at)) is not None:
            _read_year(match, point)
            end = match.end()
            if text.startswith("的", end) or (text[end : end + 1] in ("，", ",") and text[end + 1 : end + 2].isdigit()):
                rest = grammar.after_year.match(text, end + 1)
                if rest is not None and text[end] != "的" and rest["mon"] is None:
                    rest = None
            else:
                rest = grammar.after_year.match(text, end)
        elif bare_year and (year := _BARE_YEAR.match(text, at)) is not None:
            point.year, point.bare, end, rest = int(year[0]), True, year.end(), None
        else:
            rest = grammar.alone.match(text, at)
        if rest is not None and not point.before_christ and point.decade is None:
            last = rest.lastgroup
            if last == "day":
                point.day = SMALL_NUMBERS[rest["day"]]
            elif last == "mon":
                point.month = SMALL_NUMBERS[rest["mon"]]
            elif last == "drel":
                point.day_offset = words.days[rest["drel"]]
            else:
                _read_rest({name: value for name, value in rest.groupdict().items() if value}, point, words)
            end = rest.end()
            if point.has_month and point.window is None:
                match = grammar.after_month.match(text, end)
                if match is not None:
                    _read_after_month(match, point)
                    end = match.end()
    point.end = end
    if point.day_offset is not None and point.said_day is None and text[end : end + 1] in ("（", "("):
        end = take_said(grammar.said.match(text, end), point)
    ahead = text[end : end + 1]
    if ahead in WEEKDAY_HEADS:
        end = read_weekday(text, end, point, grammar)
        ahead = text[end : end + 1]
    if ahead in clock_heads():
        end = read_clock(text, end, point, grammar, clocked)
    point.end = end
    bare_number = end > at and text[end - 1] == "号" and point.day is not None and not point.has_month and not point.has_year
    if end == at or (bare_number and not joined and not _is_day_number(text, at, end)):
        return None
    return point


_NUMBER_BEFORE = frozenset("至到从在于自，。、；！？,;\n（(是")
_NUMBER_AFTER = frozenset("，。、；！？,;!?\n前后开举当上下晚早就才将到至起凌中我你他她们是会要）)")


def _is_day_number(text: str, at: int, end: int) -> bool:
    """Whether a bare N号 is a day of the month: Arabic, and set off as one (到29号, 15号开幕), not 3号线 or 三号强风信号."""
    if not text[at].isdigit():
        return False
    return (at == 0 or text[at - 1] in _NUMBER_BEFORE) and (end >= len(text) or text[end] in _NUMBER_AFTER)
