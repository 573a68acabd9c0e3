"""What stands behind (or without) a date: the week day, the part of the day, the clock time."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.mentions.times_model import Point
from factcheck.mentions.times_patterns import CHINESE_DIGITS, SMALL_NUMBERS, Grammar
from factcheck.mentions.times_words import load_words

__all__ = ["WEEKDAY_HEADS", "clock_heads", "read_clock", "read_weekday", "take_said", "weekday_number"]

WEEKDAY_HEADS = frozenset("（(，,周星礼本这上下当")
"""What a week day, or its bracket beside a date, begins with."""

_CLOCK_HEADS = frozenset("0123456789一二三四五六七八九十零〇两凌拂黎清早晨上下午中正晌傍黄晚夜深半子入白日朝晏一 ,，")
_NOT_SHORT_PART = frozenset("报会宴餐点期市场礼稻熟茶年安宵高些了景幕班间里上课饭报")


def weekday_number(word: str) -> int:
    """1 for Monday to 7 for Sunday; the week end begins on 6."""
    return 7 if word in "日天" else 6 if word == "末" else SMALL_NUMBERS[word]


def take_said(match: re.Match[str] | None, point: Point) -> int:
    """The explicit day in brackets behind a relative one (昨日（3日）) or a week day; where reading goes on."""
    if match is None:
        return point.end
    if match["m"]:
        point.said_month = SMALL_NUMBERS[match["m"]]
    point.said_day = SMALL_NUMBERS[match["d"]]
    return match.end()


def read_weekday(text: str, end: int, point: Point, grammar: Grammar) -> int:
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
        point.weekday = weekday_number(match["wd"])
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
        end = take_said(grammar.said.match(text, end), point)
    return end


def read_clock(text: str, end: int, point: Point, grammar: Grammar, clocked: bool = False) -> int:
    """Part of the day and clock time behind (or without) a date."""
    dated = end > point.start
    if end >= len(text):
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
        elif match["u"] and not dated and not part and match.end() == match.end("u") and not clocked and not _is_clock(text, match):
            point.hour = None
            return end
    return match.end()


@lru_cache(maxsize=1)
def clock_heads() -> frozenset[str]:
    """What a part of the day, a clock time or its zone begins with."""
    return _CLOCK_HEADS | {zone[0] for zone in load_words().zones}


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
    """Whether a bare N点 is a time: not points of an index, of a list, or 一点 (a little); nor 一时 (for a while)."""
    if match["u"] == "时":
        return match["h"] != "一"
    before = text[match.start() - 1 : match.start()]
    if before and before in "第涨跌降升挫落高低有这那几每加减扣报收差0123456789":
        return False
    if match["h"] in ("一", "两") and not re.match("多?钟|整|左右|许|前后|以[前后]|之[前后]", text[match.end() : match.end() + 2]):
        return False
    return _CLOCK_FOLLOWS.match(text, match.end()) is not None
