"""Figures on a scale of their own: tenths (三成八), discounts (七五折), degrees, magnitudes, speeds, scores, and words that are a number
without a numeral (半数, 翻一番, 腰斩)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.mentions.draft import Draft
from factcheck.mentions.numerals import DIGITS, Numeral
from factcheck.mentions.units import AGE, Unit, find_unit, unit_by_id
from factcheck.model import Hedge

__all__ = ["WORDS", "read_age", "read_degrees", "read_floor", "read_level", "read_score", "read_speed", "read_tenths", "read_word"]

_NOT_TENTHS = frozenset("为功立员本长果绩交了都分品份人年熟形就群语效因型套批行双对见田家名龙吉汤吨天色仙灾方")
_NOT_DISCOUNT = frozenset("旧合叠腾算返断中射磨寿戟纸页服磨损现价")
_HEAT_BEFORE = re.compile("(?:温|摄氏|华氏|热|寒|冷|凉|暖)[^，。；！？\n]{0,10}$")
_HEAT_AFTER = re.compile("(?:以上|以下|左右)?(?:的)?(?:超|极端)?(?:高温|低温|酷热|炎热|酷寒|严寒|气温|体温|热浪|寒流|天气)")
_HEAT_TEXT = re.compile("摄氏|°C|气温|高温|低温|体温")
_NO_HEAT = re.compile("(?:用电|电量|耗电|发电|省电|供电|近视|远视|烈度|酒精|旋转|转体|倾斜|角|纬|经|坡)[^，。；！？\n]{0,6}$")
_SCALE_BEFORE = re.compile("(摄氏|华氏)(?:温度)?(零下|负|-)?(?:达|约|近)?$|(零下)(?:约|近)?$")
_QUAKE_BEFORE = re.compile(
    "(?:里氏|芮氏|矩震级|震级|面波)(?:地震)?(?:规模|震级|矩规模)?(?:约|为|达|达到|高达|至|是|：|:)?$|地震(?:矩)?规模(?:约|为|达|是)?$"
)
_QUAKE_AFTER = re.compile("(?:的|左右|以上)?(?:浅源|中强|强烈|大|强)?(?:地震|强震|余震|前震|主震|浅层地震)")
_MAGNITUDE_WORD = re.compile("规模(?:约|为|达|是)?$")
_SPEED_BEFORE = re.compile("(?:(时速)(?:约|近|达|为|高达|可达|超过|逾)?|(每小时|每秒钟?|秒速)[^，。；、！？,0-9]{0,4})$")
_SCORE = re.compile("([0-9]{1,3}|[一二三四五六七八九十零两]{1,2})[比:]([0-9]{1,3}|[一二三四五六七八九十零]{1,2})(?![0-9比:分%.])")
_SCORE_DASH = re.compile("([0-9]{1,3})[-–:]([0-9]{1,3})(?![0-9.\\-:/%年月日])")
_SCORE_WORDS = re.compile(
    "比分|战胜|击败|战平|险胜|大胜|力克|不敌|负于|领先|落后|逆转|完胜|小胜|输给|总比分|扳平|取胜|告负|获胜|击退|横扫|轻取"
)
_DOUBLING = re.compile("翻(?:了)?(?:([一两二三四])(?:番|倍)|番|倍)")
_AGE_SPAN = re.compile("(周|星期|个星期|个月|天)大(?![家型厦学会小声])")
_AGE_UNITS = {"周": "week", "星期": "week", "个星期": "week", "个月": "month", "天": "day"}


def _small(written: str) -> int:
    """A number below a hundred in Chinese characters: 三, 十一, 二十."""
    tens, ten, ones = written.partition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones if ten else written, 0)


WORDS: dict[str, tuple[str, str | None, Hedge, str]] = {
    "半数": ("50", "50", Hedge.EXACT, "percent"),
    "一半": ("50", "50", Hedge.EXACT, "percent"),
    "百分百": ("100", "100", Hedge.EXACT, "percent"),
    "对折": ("50", "50", Hedge.EXACT, "percent"),
    "半价": ("50", "50", Hedge.EXACT, "percent"),
    "对半": ("50", "50", Hedge.EXACT, "percent"),
    "过半": ("50", None, Hedge.OVER, "percent"),
    "大半": ("50", None, Hedge.OVER, "percent"),
    "近半": ("50", "50", Hedge.NEARLY, "percent"),
    "逾半": ("50", None, Hedge.OVER, "percent"),
    "超半": ("50", None, Hedge.OVER, "percent"),
    "腰斩": ("0.5", "0.5", Hedge.EXACT, "times"),
    "双倍": ("2", "2", Hedge.EXACT, "times"),
    "减半": ("0.5", "0.5", Hedge.EXACT, "times"),
}
"""Words that are a share or a multiple by themselves: (low, high, hedge, unit). 过半 and 大半 are open upwards."""


def read_word(text: str, at: int) -> Draft | None:
    """A share or multiple without a numeral that begins at `at`. A doubling (翻一番) is the multiple reached: 2, 翻两番 4."""
    word = text[at : at + 3] if text.startswith("百分百", at) else text[at : at + 2]
    found = WORDS.get(word)
    if found is not None:
        end = at + len(word)
        if word in ("过半", "大半", "近半", "逾半", "超半"):
            ahead = text[end : end + 1]
            if ahead == "数":
                end += 1
            elif ahead in "年月天日小个生辈世夜晌场途径程公里圈" and ahead:
                return None
            if word == "大半" and text[at - 1 : at] in ("一",):
                at -= 1
        elif word == "对半" and text[end : end + 1] in ("岛", "导", "径", "球", "决", "场", "程", "年", "路"):
            return None
        low, high, hedge, unit = found
        step = Decimal(10 if unit == "percent" else 0)
        draft = Draft(at, end, at, end, end, Decimal(low), None if high is None else Decimal(high), step, hedge, text[at:end])
        draft.take(unit_by_id(unit), end)
        return draft
    if word[:1] == "半":
        return _read_half(text, at)
    doubling = _DOUBLING.match(text, at)
    if doubling is None:
        return None
    times = DIGITS[doubling[1]] if doubling[1] else 1
    value = Decimal(1 + times) if doubling[0].endswith("倍") and doubling[1] else Decimal(2) ** times
    end = doubling.end()
    draft = Draft(at, end, at, end, end, value, value, Decimal(0), Hedge.EXACT, doubling[0])
    draft.take(unit_by_id("times"), end)
    return draft


def _read_half(text: str, at: int) -> Draft | None:
    """半公斤, 半个百分点: half of a measured unit."""
    found = find_unit(text, at + 1)
    if found is None or (found[0].dimension not in _HALVED):
        return None
    half = Decimal("0.5")
    draft = Draft(at, found[1], at, at + 1, at + 1, half, half, half, Hedge.EXACT, "半")
    draft.take(*found)
    return draft


_NO_TENTHS_BEHIND = ("成", "个", "人", "家", "年", "名", "位", "十", "百", "千", "万", "亿")
"""What stands behind a digit that does not belong to the tenths before it: 三成|二十人."""
_HALVED = frozenset(("length", "area", "volume", "mass", "points"))


def read_tenths(text: str, numeral: Numeral, draft: Draft) -> bool:
    """成 and 折 behind a number up to ten (三成八 = 38 %, 一成二五 = 12.5 %, 七五折 = 75 %, 两成半 = 25 %)."""
    at = numeral.end
    if at < len(text) and text[at] == " ":
        at += 1
    mark = text[at : at + 1]
    ahead = text[at + 1 : at + 2]
    if mark == "成":
        if (ahead in _NOT_TENTHS and ahead) or numeral.low > 10 or (numeral.bare and numeral.digits != "几"):
            return False
        factor = Decimal(10)
    else:
        if (ahead in _NOT_DISCOUNT and ahead) or numeral.bare or numeral.low >= 100 or (numeral.style == "chinese" and numeral.low > 10):
            return False
        factor = Decimal(10) if numeral.low <= 10 else Decimal(1)
    end = at + 1
    draft.scale(factor)
    if ahead == "半" and text[at + 2 : at + 3] not in ("年", "导", "岛", "数", "决"):
        draft.low, draft.high = _plus(draft, Decimal(5))
        draft.step, end = Decimal(5), at + 2
    elif numeral.step == 1 and _goes_on(text, at + 1):
        draft.low, draft.high = _plus(draft, Decimal(DIGITS[ahead]))
        draft.step, end = Decimal(1), at + 2
        if mark == "成" and _goes_on(text, end):
            draft.low, draft.high = _plus(draft, Decimal(DIGITS[text[end]]) / 10)
            draft.step, end = Decimal("0.1"), end + 1
    draft.take(unit_by_id("percent"), end)
    return True


def _goes_on(text: str, at: int) -> bool:
    """Whether a digit stands there that belongs to the tenths before it."""
    return text[at : at + 1] in DIGITS and text[at + 1 : at + 2] not in _NO_TENTHS_BEHIND


def _plus(draft: Draft, more: Decimal) -> tuple[Decimal | None, Decimal | None]:
    return (None if draft.low is None else draft.low + more, None if draft.high is None else draft.high + more)


def read_degrees(text: str, draft: Draft, at: int) -> None:
    """度 as degrees of temperature, with the sign of 零下.

    摄氏 and 华氏 name the scale. Without them it is Celsius, with the reason "degrees taken as Celsius", where the words around speak of
    heat or cold, or the text does at all and the number is one of weather; else the unit stays "degree" (angles, power used, lenses).
    """
    scale = _SCALE_BEFORE.search(text, max(0, at - 12), at)
    if scale is not None:
        draft.start = draft.core_start = scale.start()
        if scale[2] or scale[3]:
            draft.low, draft.high = _minus(draft.high), _minus(draft.low)
        if scale[1] and draft.unit.id == "degree":
            draft.unit = unit_by_id("celsius" if scale[1] == "摄氏" else "fahrenheit")
    if draft.unit.id == "degree":
        if not _means_heat(text, draft, at, below_zero=scale is not None):
            return
        draft.unit, draft.reason = unit_by_id("celsius"), "degrees taken as Celsius"
    draft.kind = "temperature"


def _means_heat(text: str, draft: Draft, at: int, *, below_zero: bool) -> bool:
    if below_zero or _HEAT_BEFORE.search(text, max(0, at - 16), at) or _HEAT_AFTER.match(text, draft.core_end):
        return True
    if draft.low is None or not -60 < draft.low < 60 or _NO_HEAT.search(text, max(0, at - 12), at):
        return False
    return _speaks_of_heat(text)


@lru_cache(maxsize=2)
def _speaks_of_heat(text: str) -> bool:
    return _HEAT_TEXT.search(text) is not None


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def read_level(text: str, draft: Draft, at: int) -> None:
    """级 as the magnitude of an earthquake (里氏6.2级, 5.8级地震)."""
    end = draft.core_end
    before = _QUAKE_BEFORE.search(text, max(0, at - 14), at)
    if before is not None or _QUAKE_AFTER.match(text, end):
        draft.unit = unit_by_id("magnitude")
        if before is not None:
            draft.start = draft.core_start = min(draft.start, before.start())


def read_magnitude(text: str, draft: Draft, at: int) -> bool:
    """A bare number behind 规模 or 里氏 (芮氏规模5.9) as a magnitude."""
    near = text[max(0, at - 14) : at]
    if "规模" not in near and "氏" not in near and "震" not in near:
        return False
    before = _QUAKE_BEFORE.search(text, max(0, at - 14), at)
    if before is None and draft.step < 1 and draft.low is not None and draft.low < 10:
        before = _MAGNITUDE_WORD.search(text, max(0, at - 4), at)
    if before is None:
        return False
    draft.unit, draft.start, draft.core_start = unit_by_id("magnitude"), before.start(), before.start()
    return True


_SPEEDS = {("km", "h"): "km/h", ("m", "s"): "m/s", ("km", "s"): "km/s", ("mile", "h"): "mph"}


def read_speed(text: str, draft: Draft, at: int) -> None:
    """A length behind 每小时, 时速 or 每秒 is a speed."""
    found = _SPEED_BEFORE.search(text, max(0, at - 9), at)
    if found is None:
        return
    speed = _SPEEDS.get((draft.unit.id, "h" if found[1] or found[2] == "每小时" else "s"))
    if speed is not None:
        draft.unit = unit_by_id(speed)
        draft.start = draft.core_start = found.start()


def read_score(text: str, at: int) -> Draft | None:
    """The score of a game: 3比2, and 3:2 or 3-2 where words of winning and losing stand near. Unit "score"; `per` is the second number."""
    found = _SCORE.match(text, at)
    if found is None or text[found.end(1)] == ":":
        dash = found or _SCORE_DASH.match(text, at)
        if dash is None or not (_SCORE_WORDS.search(text, max(0, at - 8), at) or _SCORE_WORDS.search(text, dash.end(), dash.end() + 6)):
            return None
        found = dash
    first, second = found[1], found[2]
    if first.isdigit() != second.isdigit():
        return None
    value = Decimal(first) if first.isdigit() else Decimal(_small(first))
    other = second if second.isdigit() else str(_small(second))
    end = found.end()
    return Draft(at, end, at, end, found.end(1), value, value, Decimal(1), Hedge.EXACT, found[0], SCORE, "number", other)


SCORE = Unit("score", "score", "number")


def read_age(text: str, draft: Draft) -> bool:
    """三周大, 6个月大: the age of the very young; 七旬: that of the old, up to the next ten."""
    if text.startswith("旬", draft.core_end) and draft.low == draft.high and draft.low is not None and 3 <= draft.low <= 9:
        draft.scale(Decimal(10))
        draft.high, draft.hedge, draft.step = draft.low + 9, Hedge.ABOUT, Decimal(10)
        draft.take(AGE, draft.core_end + 1)
        return True
    found = _AGE_SPAN.match(text, draft.core_end)
    if found is None:
        return False
    draft.take(Unit(_AGE_UNITS[found[1]], "age", "age"), found.end())
    return True


_FLOOR_BEFORE = re.compile("(?:[从由自在于至到往向住抵坠跃跳攀上下楼厦馆店厅栋座场厂院校幢号间]|地[上下]|负)(?:了|第)?$")
_FLOOR_AFTER = re.compile(
    "的?(?:起火|着火|失火|烧|坠|跳|往下|往上|火|住户|居民|业主|窗|阳台|天台|露台|房间|走廊|楼道|平台|办公|病房|教室|宿舍|餐厅|商铺|展厅|大厅|停车场|车库|机房|仓库|外墙|店)"
)
_STORIES_AFTER = re.compile(
    "楼|高|建|塔|的?(?:大[楼厦]|小楼|楼房|建筑|公寓|住宅|民[房居宅]|平房|自建|商住|写字|厂房|居民楼|教学楼|防|以[上下])"
)
_NOT_FLOOR = frozenset("市盘价宇主层房栋梯道面板兰台阁龄歌群高")
FLOOR = Unit("floor", "ordinal", "ordinal")
"""Which floor: a place in an order, not a number of floors."""


def _names_floor(text: str, draft: Draft) -> bool:
    """Whether the words around N层 make it a place."""
    start, after = draft.core_start, draft.core_end + 1
    if _STORIES_AFTER.match(text, after):
        return False
    if draft.low is not None and draft.low < 0:
        return True
    if draft.digits == "二":  # two of them would be 两层
        return True
    return _FLOOR_BEFORE.search(text, max(0, start - 3), start) is not None or _FLOOR_AFTER.match(text, after) is not None


def read_floor(text: str, draft: Draft) -> bool:
    """三楼, and 层 where it says which floor (位于5层, 从二层坠下, 二层起火), not how many (两层, 共18层, 18层的大厦)."""
    at = draft.core_end
    mark = text[at : at + 1]
    if draft.low is None or draft.low != int(draft.low) or draft.hedge not in (Hedge.EXACT, Hedge.RANGE) or not mark:
        return False
    if mark == "楼":
        if text[at + 1 : at + 2] in _NOT_FLOOR and at + 1 < len(text):
            return False
    elif mark != "层" or draft.digits == "两" or not _names_floor(text, draft):
        return False
    draft.take(FLOOR, at + 1)
    draft.reason = "floor"
    return True
