"""Lengths of time: 36小时, 两个半小时, 3年零2个月, 十几天, 三至五年, 三天三夜."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.mentions.numerals import parse_numeral
from factcheck.model import Hedge, Quantity

__all__ = ["SECONDS", "Duration", "find_duration_unit", "read_duration"]

SECONDS = {
    "second": Decimal(1),
    "minute": Decimal(60),
    "hour": Decimal(3600),
    "day": Decimal(86400),
    "week": Decimal(7 * 86400),
    "month": Decimal(30 * 86400),
    "quarter": Decimal(90 * 86400),
    "year": Decimal(365 * 86400),
    "decade": Decimal(3650 * 86400),
    "century": Decimal(36500 * 86400),
}
"""Seconds of one unit; a month counts 30 days and a year 365, as TIMEX readers have it."""

_UNITS = {
    "世纪": "century", "季度": "quarter", "小时": "hour", "钟头": "hour", "分钟": "minute", "秒钟": "second", "刻钟": "quarter-hour",
    "星期": "week", "礼拜": "week", "昼夜": "day", "周年": "year", "周": "week", "天": "day", "日": "day", "年": "year", "载": "year",
    "月": "month", "秒": "second", "分": "minute", "时": "hour", "钟": "hour", "旬": "ten-days",
    "工作日": "day", "工作天": "day", "交易日": "day", "学年": "year", "财年": "year",
}  # fmt: skip
_COUNTED = {"工作日": "工作日", "工作天": "工作日", "交易日": "交易日"}
_PARTS = {"quarter-hour": ("minute", 15), "ten-days": ("day", 10)}
_ORDER = list(SECONDS)
_UNIT_WORDS = (
    "世纪|季度|小时|钟头|分钟|秒钟|刻钟|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|昼夜|工作日|工作天|交易日|周年|学年|财年"
    "|周(?![一二三四五六日末边岁报刊])|天(?![然空气下津安坛文主堂河宫生台王府秤猫线使]|天|两头)|年(?![级代薪画货终夜味轻龄产均仅报]|一度|到头|四季)"
    r"|月(?![薪均供租饼球亮票])|载(?![客货人重运])|旬(?![老高妇翁婆叟父母])|分(?=[0-9〇零一二三四五六七八九十]{1,3}(?:\.[0-9]+)?秒)|秒|日(?!元|圆|本|均|报)|钟(?=[，。、；！？,.;!?）)\s]|$|[之以]?[前后内]|左右|上下|的)"
)
_UNIT = re.compile(
    rf"(?P<more>[多余来])?(?P<ge>个)?(?P<more2>[多余])?(?P<half>半)?(?P<unit>{_UNIT_WORDS})"
    "(?P<tail>半(?![数途导场岛决径成])|[多余](?!人|次|名|家|万|亿|个月)|有余)?"
)


def find_duration_unit(word: str) -> str | None:
    """The unit of time that a word is (小时 -> hour); None for no such word."""
    unit = _UNITS.get(word)
    return unit if unit in SECONDS else None


_LINK = re.compile(r"(?:又|零|加|外加|余|多)?")
_LATER = re.compile(r"个?(?P<half>半)?(?P<unit>月|小时|钟头|分钟|秒钟|刻钟|星期|礼拜|周|天|日|时(?!许)|分(?!之|钟|歧)|秒)")
_NIGHTS = re.compile(r"(?:又)?[一二两三四五六七八九十0-9]{1,3}个?(?:夜|晚)(?![间晚里上])")
_YEAR_LENGTH = re.compile("多|余|有余|来的|历史|之久|的历史|老|以上|的时间")
_HUNDREDTHS = re.compile("[0-9]{1,3}(?![0-9.,:]|[名人个位枚分秒年月日号岁票件条项场次家所国元米公斤吨%％万亿千百艘架辆])")
"""What a contest's clock shows below the second, behind 秒 without a point: 1分43秒86."""
_JOIN = re.compile("至|到|[-–—~～]{1,2}")
_NOT_SEVERAL = frozenset("多少人次总指函岁参读计倍基算系分变件户例套对度票无")  # 多数年轻人, 人数月增
_ONE_OF = frozenset("年有某这那每同第前后头当哪唯另该整新末上下逐隔去今明")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time read at text[start:end], without the hedges around it. `value` in the smallest unit written (days where years
    and months are mixed). `count` and `unit` are those of a plain one, for reckoning dates from it; `count` is None for a mixed or
    vague one."""

    start: int
    end: int
    value: Quantity
    count: Decimal | None
    unit: str


def read_duration(text: str, at: int, *, days: bool = False, joined: bool = False) -> Duration | None:
    """The length of time that begins at `at`, or None. `days`: the caller knows that 日 counts days here (三日内)."""
    if text.startswith("半", at):
        low, high, step, hedge, end, bare = Decimal("0.5"), Decimal("0.5"), Decimal("0.5"), Hedge.EXACT, at + 1, False
        style = "half"
    else:
        numeral = parse_numeral(text, at)
        if numeral is None or numeral.style == "fraction" or numeral.low < 0:
            return None
        low, step, hedge, end, bare, style = numeral.low, numeral.step, numeral.hedge, numeral.end, numeral.bare, numeral.style
        high = numeral.high if numeral.high is not None else low
        if bare and text[at] not in "数几":
            return None
        if hedge is Hedge.EXACT and (join := _JOIN.match(text, end)) is not None:
            second = parse_numeral(text, join.end())
            if second is not None and second.low > low and _UNIT.match(text, second.end) is not None:
                high, hedge, end, step = second.high or second.low, Hedge.RANGE, second.end, max(step, second.step)
    match = _UNIT.match(text, end)
    if match is None or (match["unit"] == "日" and (not days or match["ge"])):
        return None
    word = match["unit"]
    if not _is_length(text, at, match, low, word, style, bare):
        return None
    unit = _UNITS[word]
    if match["more"] or match["more2"] or match["tail"] in ("多", "余", "有余"):
        hedge = Hedge.ABOUT if match["more"] == "来" else Hedge.OVER
        high = low + step if hedge is Hedge.OVER and high == low else high
    if match["half"] or match["tail"] == "半":
        if style == "half" and match["half"]:
            return None
        low, high, step = low + Decimal("0.5"), high + Decimal("0.5"), Decimal("0.5")
    if unit in _PARTS:
        unit, parts = _PARTS[unit]
        low, high, step = parts * low, parts * high, Decimal(parts)
    end = match.end()
    count: Decimal | None = low if hedge in (Hedge.EXACT, Hedge.ABOUT, Hedge.OVER) else None
    plain_unit = unit
    if low == high or hedge is Hedge.OVER:
        end, low, high, unit, mixed = _read_later_parts(text, end, low, unit, bool(match["tail"] == "半"), high)
        count = None if mixed else count
    if unit == "second" and low == high and (parts_of_second := _HUNDREDTHS.match(text, end)) is not None and text[end - 1] == "秒":
        step = Decimal(1).scaleb(-len(parts_of_second.group()))
        low = high = low + step * int(parts_of_second.group())
        end, count = parts_of_second.end(), None
    if hedge is Hedge.EXACT and (join := _JOIN.match(text, end)) is not None:
        last = None if joined else read_duration(text, join.end(), joined=True)
        if last is not None and last.value.hedge is Hedge.EXACT and last.value.low is not None:
            first_seconds, last_seconds = low * SECONDS[unit], last.value.low * SECONDS[last.unit]
            if last_seconds > first_seconds:
                unit = unit if unit == last.unit else min((unit, last.unit), key=_ORDER.index)
                unit = "day" if unit in ("month", "quarter") and unit != plain_unit else unit
                low, high = first_seconds / SECONDS[unit], last_seconds / SECONDS[unit]
                hedge, end, count = Hedge.RANGE, last.end, None
    if (nights := _NIGHTS.match(text, end)) is not None and unit == "day":
        end = nights.end()
    counted = _COUNTED.get(word, "")
    if style == "half" and at and text[at - 1] in "大小":
        hedge = Hedge.ABOUT
    value = Quantity(low, high, hedge, unit, "time", step, SECONDS[unit], text[at:end], counted)
    return Duration(at, end, value, count, unit)


def _is_length(text: str, at: int, match: re.Match[str], low: Decimal, word: str, style: str, bare: bool) -> bool:
    """Whether number and unit make a length: not a year (2024年), a month's name, 有一天, 四周 (all around)."""
    before = text[at - 1] if at else ""
    if before == "第" or (bare and before and before in _NOT_SEVERAL):
        return False
    if (
        word == "月"
        and not match["ge"]
        and not (bare or style == "half" or text[at : match.start()] in ("两", "一两", "两三", "三四", "数十", "几十"))
    ):
        return False
    if word == "钟" and not match["ge"]:
        return False
    if word == "旬" and (match["ge"] or low not in (1, 2) or text[at] not in "一两"):  # 七旬 is an age
        return False
    if match["ge"] and word in ("年", "天", "秒", "载", "周年", "昼夜"):
        return False
    if word == "世纪" and not (match["ge"] or style == "half"):
        return False
    if (
        word == "年"
        and not match["ge"]
        and not match["more"]
        and 1500 <= low <= 2200
        and low == int(low)
        and _YEAR_LENGTH.match(text, match.end()) is None
        and "距今" not in text[max(0, at - 4) : at]
    ):
        return False
    if word == "年" and style == "digits" and low > 99:
        return False
    if word in ("周", "年", "天", "旬") and low == 1 and before in _ONE_OF and style != "half" and not text.endswith("整整", 0, at):
        return False
    if (
        word == "周"
        and text.startswith("四周", at)
        and text[match.end() : match.end() + 1] not in ("年", "内", "后", "前", "以", "时", "的时")
    ):
        return False
    return not (style == "half" and before and before in "一两三四五六七八九十多过下上夜前后对各另")


def _read_later_parts(text: str, end: int, low: Decimal, unit: str, closed: bool, high: Decimal) -> tuple[int, Decimal, Decimal, str, bool]:
    """The smaller parts behind the first (零2个月, 20分钟): end, value and unit of the whole, and whether there were any."""
    if closed:
        return end, low, high, unit, False
    units = [unit]
    seconds = low * SECONDS[unit]
    seen = unit
    while len(units) < 7:
        link = _LINK.match(text, end)
        at = link.end() if link is not None else end
        if not text[at : at + 1] or text[at] not in "0123456789一二两三四五六七八九十零半":
            break
        numeral = parse_numeral(text, at)
        if numeral is None or (numeral.integer is None and numeral.style != "arabic") or numeral.bare or numeral.hedge is not Hedge.EXACT:
            break
        match = _LATER.match(text, numeral.end)
        if match is None or (match["unit"] == "月" and text[numeral.end] != "个"):
            break
        later = _UNITS[match["unit"]]
        if later == "quarter-hour":
            later, amount = "minute", 15 * numeral.low
        else:
            amount = numeral.low + (Decimal("0.5") if match["half"] else 0)
        linked = at > end
        if _ORDER.index(later) >= _ORDER.index(seen) and not (linked and later not in units):
            break
        if match["unit"] in ("日",) and not linked:
            break
        seconds += amount * SECONDS[later]
        units.append(later)
        seen = later
        end = match.end()
    if len(units) == 1:
        return end, low, high, unit, False
    smallest = min(units, key=_ORDER.index)
    if smallest in ("month", "quarter"):
        smallest = "day"
    value = seconds / SECONDS[smallest]
    return end, value, value, smallest, True
