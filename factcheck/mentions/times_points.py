"""One point of time as written: year, month, day, week day, part of the day, clock, each present or not, nothing resolved yet.

A point is read in three steps, each one anchored pattern: the year (2025年, 去年, 民国114年, 20世纪90年代), the rest of the date
(9月4日, 上半年, 中旬,
本周四（9日）, 昨晚, 中秋节) and the clock (下午2时20分). The patterns are put together from data/times.yml once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.mentions.times_patterns import CHINESE_DIGITS, SMALL_NUMBERS, Grammar, load_grammar
from factcheck.mentions.times_words import Holiday, TimeWords, load_words

__all__ = ["Point", "read_point"]


@dataclass(slots=True)
class Point:
    """A point of time at text[start:end]. None or "" is what is not said.

    `year_offset` (去年: -1) counts from the publication, `year_told` (次年: 1) from the year last told; so for month and day. `window`
    narrows what
    stands before it: (what, word or numbers). `decade` is the first year and length of a decade or century. `said_month`,
    `said_day`: an explicit day beside a relative one (本周四（9日）). `zone` as in data/times.yml. `feast`: the holidays around a feast
    (期间, 长假, 前夕). `bare`: the number has its unit from what follows (3至5日).
    """

    start: int
    end: int
    year: int | None = None
    year_offset: int | None = None
    year_told: int | None = None
    minguo: str = ""
    month: int | None = None
    month_offset: int | None = None
    month_told: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_offset: int | None = None
    day_told: int | None = None
    weekday: int | None = None
    week_offset: int | None = None
    window: tuple[str, str | int, int] | None = None
    inner: tuple[str, str | int, int] | None = None
    decade: tuple[int, int] | None = None
    short_decade: bool = False
    lunar: tuple[int, int] | None = None
    holiday: Holiday | None = None
    said_month: int | None = None
    said_day: int | None = None
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    afternoon: bool | None = None
    zone: str = ""
    before_christ: bool = False
    feast: str = ""
    bare: bool = False
    hour_to: int | None = None

    @property
    def has_date(self) -> bool:
        return self.has_year or self.has_month or self.has_day or self.window is not None or self.decade is not None

    @property
    def has_year(self) -> bool:
        return self.year is not None or self.year_offset is not None or self.year_told is not None

    @property
    def has_month(self) -> bool:
        return self.month is not None or self.month_offset is not None or self.month_told is not None

    @property
    def has_day(self) -> bool:
        return (
            self.day is not None
            or self.day_offset is not None
            or self.day_told is not None
            or self.weekday is not None
            or self.week_offset is not None
            or self.lunar is not None
            or self.holiday is not None
        )


_BARE_YEAR = re.compile(
    "(?:19|20)[0-9]{2}(?:(?=[至到](?:19|20)[0-9]{2}(?![0-9多余人名家个万亿元吨米]))|(?![0-9多余人名家个万亿元吨米至到]))"
)
_NOT_SHORT_PART = frozenset("报会宴餐点期市场礼稻熟茶年安宵高些了景幕班间里上课饭报")
_ISO = re.compile(r"([12][0-9]{3})([-/.])(0?[1-9]|1[0-2])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9]|\2[0-9])日?")
_CLOCK_HEADS = frozenset("0123456789一二三四五六七八九十零〇两凌拂黎清早晨上下午中正晌傍黄晚夜深半子入白日朝晏一 ,，")


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
    if name == "y4":
        point.year = int(match["y4"])
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


def _take_said(match: re.Match[str] | None, point: Point) -> int:
    if match is None:
        return point.end
    if match["m"]:
        point.said_month = SMALL_NUMBERS[match["m"]]
    point.said_day = SMALL_NUMBERS[match["d"]]
    return match.end()


def _read_rest(groups: dict[str, str], point: Point, words: TimeWords) -> None:
    """What `after_year` or `alone` matched, except the day within a month."""
    get = groups.get
    if value := get("mon"):
        point.month = SMALL_NUMBERS[value]
    elif value := get("day"):
        point.day = SMALL_NUMBERS[value]
    elif value := get("drel"):
        point.day_offset = words.days[value]
    elif value := get("dtold"):
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
        point.month_offset, point.window = 0, ("last_weekday", _weekday_number(value), 1)
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
    if name == "day":
        point.day = SMALL_NUMBERS[match["day"]]
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
            point.window = ("nth_weekday", _weekday_number(match["nthw"]), number)
        else:
            point.window = ("nth", match["nthu"], number)
    elif match["lastw"]:
        point.window = ("last_weekday", _weekday_number(match["lastw"]), 1)
    else:
        point.window = ("last" if match["f"] == "最后" else "first", match["u"], SMALL_NUMBERS.get(match["n"], 1))


def _weekday_number(word: str) -> int:
    return 7 if word in "日天" else 6 if word == "末" else SMALL_NUMBERS[word]


def read_point(text: str, at: int, *, bare_year: bool = False, clocked: bool = False) -> Point | None:
    """The point of time that begins at `at`, or None. `bare_year`: four digits alone may be a year (从2016到2018); `clocked`: a bare
    N点 is a clock time, as
    on the right side of 7点到9点."""
    grammar = load_grammar()
    words = grammar.words
    point = Point(at, at)
    end = at
    if (iso := _ISO.match(text, at)) is not None:
        point.year, point.month, point.day = int(iso[1]), int(iso[3]), int(iso[4])
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
            groups = {name: value for name, value in rest.groupdict().items() if value}
            _read_rest(groups, point, words)
            end = rest.end()
            if point.has_month and point.window is None:
                match = grammar.after_month.match(text, end)
                if match is not None:
                    _read_after_month(match, point)
                    end = match.end()
    point.end = end
    if point.day_offset is not None and point.said_day is None and text[end : end + 1] in ("（", "("):
        end = _take_said(grammar.said.match(text, end), point)
    end = _read_weekday(text, end, point, grammar)
    end = _read_clock(text, end, point, grammar, clocked)
    point.end = end
    if end == at or (
        text[end - 1] == "号" and point.day is not None and not point.has_month and not point.has_year and not _is_day_number(text, at, end)
    ):
        return None
    return point


_NUMBER_BEFORE = frozenset("至到从在于自，。、；！？,;\n（(是")
_NUMBER_AFTER = frozenset("，。、；！？,;!?\n前后开举当上下晚早就才将到至起凌中我你他她们是会要）)")


def _is_day_number(text: str, at: int, end: int) -> bool:
    """Whether a bare N号 is a day of the month: Arabic, and set off as one (到29号, 15号开幕), not 3号线 or 三号强风信号."""
    if not text[at].isdigit():
        return False
    return (at == 0 or text[at - 1] in _NUMBER_BEFORE) and (end >= len(text) or text[end] in _NUMBER_AFTER)


def _read_weekday(text: str, end: int, point: Point, grammar: Grammar) -> int:
    """A week day: on its own (上周三, 本周四（9日）, 周末, 下周) or beside a day that it explains (27日（周四）, 10月12号，星期一)."""
    mark = text[end : end + 1]
    at = end
    if mark in ("（", "(", "，", ",") and mark and point.day is not None:
        at = end + 1
        if text[at : at + 1] not in ("周", "星", "礼"):
            return end
    elif (
        not mark
        or mark not in "周星礼本这上下当"
        or (end > point.start and point.day is None and point.month is None)
        or (end == point.start and end and text[end - 1] in "一二两三四五六七八九十几数每0123456789半个前后头末整")
    ):
        return end
    match = grammar.weekday.match(text, at)
    if match is None:
        return end
    if at > end and (match["wd"] is None or (mark in "（(" and text[match.end() : match.end() + 1] not in ("）", ")"))):
        return end
    if match["wd"]:
        if (
            at == end
            and end == point.start
            and match["rel"] is None
            and match["wd"] == "末"
            and text[match.end() : match.end() + 1] == "刊"
        ):
            return end
        point.weekday = _weekday_number(match["wd"])
        if match["wd"] == "末":
            point.inner = ("weekend", "", 0)
        if match["rel"]:
            point.week_offset = grammar.words.weeks[match["rel"]]
    elif match["half"]:
        point.week_offset, point.inner = 0, ("half_week", 1 if match["half"] == "上" else 2, 0)
    else:
        point.week_offset = grammar.words.weeks.get(match["only"], 0)
    end = match.end()
    if at > match.start() - 1 and mark in "（(" and at > point.start and text[at - 1] in "（(":
        end += 1
    elif point.day is None and text[end : end + 1] in ("（", "("):
        end = _take_said(grammar.said.match(text, end), point)
    return end


def _read_clock(text: str, end: int, point: Point, grammar: Grammar, clocked: bool = False) -> int:
    """Part of the day and clock time behind (or without) a date."""
    dated = end > point.start
    if (text[end : end + 1] not in _CLOCK_HEADS and text[end : end + 1] not in _zone_heads()) or end >= len(text):
        return end
    if dated and point.day is None and not point.has_day and point.part == "" and point.window is None:
        return end  # 2024年下午: no clock without a day
    at = end
    if text[at] in " ,，":
        if not (dated and (text[at + 1 : at + 2].isdigit() or text[at] != " ") and point.has_day and text[at] == " "):
            return end
        at += 1
    elif text[at] == "的" and dated:
        at += 1
    match = grammar.clock.match(text, at)
    if match is None or match.end() == at:
        return end
    part, short, hour = match["part"], match["spart"], match["h"]
    if match["hp"]:
        hour = match["hp"][0]
    if part is None and hour is None:
        if short is None or not dated or text[match.end() : match.end() + 1] in _NOT_SHORT_PART:
            return end
        part = grammar.words.short_parts[short]
        if not point.has_day:
            return end
    elif short is not None:
        part = grammar.words.short_parts[short]
    if match["z"]:
        if hour is None and part is None:
            return end
        point.zone = grammar.words.zones[match["z"]]
    if part:
        point.part = part
    if match["hp"] and int(CHINESE_DIGITS[match["hp"][1]]) == int(CHINESE_DIGITS[match["hp"][0]]) + 1:
        hour = match["hp"][0]
        point.hour_to = SMALL_NUMBERS[match["hp"][1]]
    if hour is not None and match["m2"] and not dated and not part and _is_decimal(text, match, hour):
        return end
    if hour is not None:
        point.hour = SMALL_NUMBERS[hour]
        if match["m"]:
            point.minute = int(match["m"])
            point.second = int(match["s"]) if match["s"] else None
        elif match["half"]:
            point.minute = 30
        elif match["ke"]:
            point.minute = 15 * SMALL_NUMBERS[match["ke"]]
        elif match["hp"]:
            pass
        elif match["m2"]:
            point.minute = SMALL_NUMBERS[match["m2"]]
            point.second = SMALL_NUMBERS[match["s2"]] if match["s2"] else None
        ap = match["ap"] or match["ap2"] or match["ap3"]
        if ap:
            point.afternoon = ap in "Pp"
        elif match["u"] == "点" and not dated and not part and match.end() == match.end("u") and not clocked and not _is_clock(text, match):
            point.hour = None
            return end
    return match.end()


@lru_cache(maxsize=1)
def _zone_heads() -> frozenset[str]:
    return frozenset(zone[0] for zone in load_words().zones)


def _is_decimal(text: str, match: re.Match[str], hour: str) -> bool:
    """八点八, 零点五: a number with a decimal point in Chinese, no clock time (八点八分 is one, and so is 八点零五)."""
    minute = match["m2"]
    return (
        not hour.isdigit() and len(minute) == 1 and minute != "十" and text[match.end("m2") : match.end("m2") + 1] != "分"
    ) or text.startswith("分钟", match.end("m2"))


_CLOCK_FOLLOWS = re.compile(
    r"[，。、；！？,.;!?）)\s至到\-–—~～]|$|多?钟|左右|许|前|后|以[前后]|之[前后间]|开|起|的时候|在|准时|过|了|才|就|出|要|我|你|他|她|吗|的$|的[会飞火]|和|与|上[班课]|下[班课]|从|是|有|还|没|正|整"
)


def _is_clock(text: str, match: re.Match[str]) -> bool:
    """Whether a bare N点 is a time: not points of an index, of a list, or 一点 (a little)."""
    before = text[match.start() - 1 : match.start()]
    if before and before in "第涨跌降升挫落高低有这那几每加减扣报收差0123456789":
        return False
    if match["h"] in ("一", "两") and not re.match("多?钟|整|左右|许|前后|以[前后]|之[前后]", text[match.end() : match.end() + 2]):
        return False
    return _CLOCK_FOLLOWS.match(text, match.end()) is not None
