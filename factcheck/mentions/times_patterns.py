"""The patterns of a point of time, put together from data/times.yml once: the year, the rest of the date, the week day, the clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.mentions.times_words import TimeWords, join_words, load_words

__all__ = ["CHINESE_DIGITS", "JOIN", "SMALL_NUMBERS", "Grammar", "load_grammar"]

_C = "一二三四五六七八九"
JOIN = "(?:至|到|[-–—~～ー]{1,2})"
"""What stands between the two numbers of a range."""
_N12 = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{_C}])"
_N31 = f"(?:3[01]|[12][0-9]|0?[1-9]|二十[{_C}]?|三十一?|十[{_C}]?|廿[{_C}]?|卅一?|[{_C}])"
_COUNT = f"(?:[0-9]{{1,3}}|[{_C}两十]{{1,3}})"
_HOUR = f"(?:2[0-4]|[01]?[0-9]|二十[一二三四]?|十[{_C}]?|[零〇两{_C}])"
_MINUTE = f"(?:[0-5]?[0-9]|[二三四五]十[{_C}]?|十[{_C}]?|[零〇]?[{_C}])"
_WEEK = "(?:周|星期|礼拜)"
_WEEKDAY = f"[{_C[:6]}日天]"
_QUARTER = "[一二三四1-4]"
_LUNAR_DAY = f"(?:初[{_C}十]|[{_C}十廿卅]{{1,3}})"
_CLAUSE_END = r"(?=[，,。、；;：:）)\s]|$)"
_HALF_DAY = r"(?: ?(?P<{name}>[AaPp])\.?[Mm](?![A-Za-z])\.?)"


def _small_numbers() -> dict[str, int]:
    tens = {"": 0, "十": 10, **{f"{d}十": 10 * n for n, d in enumerate(_C, 1)}, "廿": 20, "卅": 30}
    numbers = {f"{ten}{digit}": value + n for ten, value in tens.items() for n, digit in enumerate(["", *_C])}
    numbers |= {f"{zero}{digit}": n for zero in "零〇○" for n, digit in enumerate(["", *_C])}
    numbers |= {"两": 2, "": 0, "元": 1, "首": 1, "正": 1, "冬": 11, "腊": 12, "末": 4}
    for n in range(100):
        numbers |= {str(n): n, f"{n:02d}": n}
    return numbers


SMALL_NUMBERS = _small_numbers()
"""Whole numbers below 100 in every writing a date uses."""
CHINESE_DIGITS = {**{c: str(n) for n, c in enumerate(_C, 1)}, "零": "0", "〇": "0", "○": "0"}


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns of a point and the tables behind them."""

    words: TimeWords
    year: re.Pattern[str]
    after_year: re.Pattern[str]
    alone: re.Pattern[str]
    after_month: re.Pattern[str]
    weekday: re.Pattern[str]
    said: re.Pattern[str]
    clock: re.Pattern[str]


def _year_pattern(words: TimeWords) -> str:
    """A year, a decade or a century."""
    long = join_words(words.long_windows)
    length = join_words(words.year_is_length)
    # What shows that two digits before 年 are a year and no length: 18年10月, 98年底.
    follow = f"(?={_N12}月(?!以)|[上下]半年|第?{_QUARTER}季|年?[初底末]|[春夏秋冬])"
    listed = "(?:、[12][0-9]{3}){0,4}[、和及与]"
    decade = f"[{_C}]{{1,2}}十|零零|〇〇"
    return "|".join(
        [
            f"(?:公元|西元)?(?P<y4>[12][0-9]{{3}})(?:年(?!{length})度?|财年|(?=(?:{JOIN}|{listed})[12][0-9]{{3}}年))",
            "(?:公元|西元)(?P<yce>[1-9][0-9]{2})年",
            "公元前(?P<bce>[0-9]{1,4}|[一二三四五六七八九十百千零〇]{1,7})(?:年|世纪)(?:代)?",
            f"(?:中华)?民国(?P<minguo>元|[0-9]{{1,3}}|[{_C}十百零〇]{{1,5}})(?:学?年度|年)",
            f"(?P<minguo_month>1[0-3][0-9])年(?={_N12}月(?!以))",
            "(?P<minguo_only>1[0-3][0-9])(?:学?年度)",
            f"(?P<yc>[一二][零〇○{_C}]{{3}})年(?!代)度?",
            f"(?P<yq>[一二两]千[零〇][{_C}十]{{1,3}})年",
            f"(?P<y2>[0-9]{{2}})年{follow}",
            "(?P<y0>0[0-9])年(?!代)",
            f"(?P<yc2>[零〇][零〇{_C}]|[五六七八九][零〇{_C}])年(?!{length})",
            f"(?P<yc3>[一二][零〇{_C}])年{follow}",
            f"(?:(?P<cent>[12]?[0-9]|二?十[{_C}]?|[{_C}])|(?P<centrel>上个?|本|这个?))世纪(?:(?P<cdec>[0-9]0|{decade})年代)?(?P<cwin>{long})?",
            f"(?P<dec>[12][0-9]{{2}}0|[1-9]0|{decade})年代(?P<dwin>{long})?",
            f"(?P<yrel>{join_words(words.years)})(?:[（(](?P<yx>[12][0-9]{{3}})年?[)）])?",
            f"(?P<ytold>{join_words(words.told_years)})",
        ]
    )


def _guarded(words: tuple[tuple[str, str], ...]) -> str:
    """An alternation of words, each with the pattern of what may not or must follow it."""
    return "|".join(re.escape(word) + guard for word, guard in words)


def _month_patterns(words: TimeWords) -> list[str]:
    """A month, alone or after a year, lunar ones with their day."""
    follow = join_words(words.month_not_before)
    return [
        f"(?P<mon>{_N12})(?:月份?(?!{follow})|(?=(?:{JOIN}|、){_N12}月))",
        f"(?P<mpair>[{_C}]{{2}})月份?",
        f"(?P<mrel>{join_words(words.months)})份?(?:[（(](?P<mx>{_N12})月?[)）])?",
        f"本[（(](?P<mpar>{_N12})[)）]月",
        f"(?P<mtold>{join_words(words.told_months)})",
        f"(?:农历|阴历)?(?P<lmon>闰[{_C}十]{{1,2}}|[正腊冬])月(?P<lday>{_LUNAR_DAY}|[0-9]{{1,2}}(?=日))?日?",
        f"(?:农历|阴历)(?P<amon>[{_C}十]{{1,2}})月(?P<aday>{_LUNAR_DAY})?日?",
    ]


def _day_unit(words: TimeWords) -> str:
    return f"(?:日(?!{'|'.join(words.day_not_before)})|号(?!{join_words(words.number_not_before)}))"


def _day_patterns(words: TimeWords) -> list[str]:
    """A day without its month."""
    unit = _day_unit(words)
    return [
        f"(?P<day>{_N31})(?:{unit}|(?=(?:{JOIN}|[、和及]){_N31}{unit}))",
        f"(?P<drel>{join_words(words.days)})",
        f"(?P<dpart>{join_words(words.day_parts)})",
        f"(?P<dtold>{join_words(words.told_days)})",
        f"(?P<pday>[今昨前明后])[（(](?:(?P<pm>{_N12})月)?(?P<pd>{_N31})[日号]?[)）](?P<pw>[日天晚晨早夜])",
    ]


def _holiday_patterns(words: TimeWords) -> list[str]:
    names = join_words(name for name in words.holidays if name not in words.terms_guarded)
    guard = f"(?!(?:{join_words(words.guarded_holidays)})(?:{join_words(words.holiday_guard)}))"
    return [
        f"(?P<hol>{guard}(?:{names}))(?P<feast>期间|小?长假|连假|连休|假期|黄金周|前夕)?",
        f"(?P<term>{join_words(words.terms_guarded)})(?=节气|时节|之日|当[天日])",
    ]


def _quarter_patterns() -> list[str]:
    return [
        "第?(?P<qa>[一二三四1-4首末])个?季度",
        f"第(?P<qb>{_QUARTER})季(?![节后])",
        f"第?(?P<qc>{_QUARTER})(?=(?:{JOIN}|[、和])第?{_QUARTER}季)",
    ]


def _after_year_pattern(words: TimeWords) -> str:
    """What may narrow a year: a window, a season, a half, a quarter, a month, a holiday."""
    single_season = _guarded(
        (("春", "(?![节运晚耕游招考分播])"), ("夏", "(?![令粮威至洛])"), ("秋", "(?![收招分千粮])"), ("冬", "(?![奥至残训泳小]|季奥)"))
    )
    follow_middle = join_words(words.middle_before)
    windows = _guarded(
        (
            ("中", f"(?:{_CLAUSE_END}|(?={follow_middle}))"),
            ("中期", "(?!选举|报告|票据)"),
            ("初", f"(?![步次中级选衷始试赛{_C}十])"),
        )
    )
    plain = join_words(word for word in words.year_windows if word not in ("中", "初", "中期"))
    month_windows = join_words(word for word in words.month_windows_alone if len(word) > 1)
    return "|".join(
        [
            f"年?(?P<ywin>{plain}|{windows})",
            f"(?P<season>{join_words(word for word in words.seasons if len(word) > 1)}|{single_season})(?:季节?|天|日|时节)?",
            "(?P<half>[上下前后])半年",
            *_quarter_patterns(),
            f"(?P<qd>{_QUARTER})季(?!节)",
            "Q(?P<qe>[1-4])(?![0-9A-Za-z])",
            f"(?P<first>前|头|首|最后|后)(?P<count>{_COUNT})个?(?P<unit>季度?|月|周|星期|天|日)",
            "(?P<first_month>首月)",
            f"第(?P<nth>{_COUNT})个?(?P<nthu>{_WEEK}|月|天|季度)",
            f"年?(?P<mwin>{month_windows})",
            *_month_patterns(words),
            *_holiday_patterns(words),
        ]
    )


def _alone_pattern(words: TimeWords) -> str:
    """The beginning of a date that names no year."""
    return "|".join(
        [
            *_month_patterns(words),
            *_day_patterns(words),
            f"(?P<ywin>{join_words(words.year_windows_alone)})",
            f"(?P<season>{join_words(words.seasons_alone)})(?:时节|季节)?",
            "(?P<srel>[今去明昨本])(?P<schar>[春夏秋冬])(?![节至奥威])[季天]?",
            f"最后一个{_WEEK}(?P<lastwd>{_WEEKDAY})",
            "(?P<half>[上下])个?半年",
            *_quarter_patterns(),
            f"(?P<qrel>{join_words(words.quarters)})(?P<qwin>[初末底])?",
            f"(?<!之)(?P<first>前|头|首|最后|后)(?P<count>{_COUNT})个?(?P<unit>季度|季|月)(?!前|内|后|以|薪|从|就|便)",
            f"(?P<mwin>{join_words(words.month_windows_alone)})",
            *_holiday_patterns(words),
        ]
    )


def _after_month_pattern(words: TimeWords) -> str:
    """A day or a window within a month."""
    plain = join_words(word for word in words.month_windows if len(word) > 1)
    windows = _guarded((("初", f"(?![{_C}十步次级选])"), ("中", r"(?=[，,。、；;：:）)的以\s]|$)"), ("底", ""), ("末", "")))
    number = join_words(words.number_not_before)
    not_unit = "(?![日号个多余几万亿千百年月天名人家周点时小级成分]|来[个年天])"
    day = [
        f"月?(?P<mwin>{plain}|{windows})",
        f"(?P<day>{_N31})(?:日|号(?!{number})|(?=(?:{JOIN}|[、和及]){_N31}{_day_unit(words)}))",
        r"(?P<nday>3[01]|[12][0-9]|0?[1-9])(?=[，。；,;）)\s]|$)",
        f"(?P<lday>初[{_C}十]|廿[{_C}]?|卅)",
        f"(?P<cday>十[{_C}]?|二十[{_C}]?|三十一?){not_unit}",
        f"第(?P<nth>{_COUNT})个?(?P<nthu>{_WEEK}|天)(?P<nthw>{_WEEKDAY})?",
        f"(?P<f>前|头|最后)(?P<n>{_COUNT})个?(?P<u>{_WEEK}|天|日)(?P<lastw>{_WEEKDAY})?",
    ]
    return f"的?(?:{'|'.join(day)})"


def _weekday_pattern(words: TimeWords) -> str:
    relative = join_words(words.weeks)
    return "|".join(
        [
            f"(?:(?P<rel>{relative})(?:周(?=星期|礼拜))?)?{_WEEK}(?P<wd>[一二三四五六日天末])(?![年岁刊]|个|边|小时|次|名|度)",
            f"(?P<only>{relative}|当){_WEEK}(?![一二三四五六日天末年岁刊星礼])",
            "(?P<half>[上下])半周",
        ]
    )


def _clock_pattern(words: TimeWords) -> str:
    """Zone, part of the day and clock time, each of which may be missing."""
    second = f"(?:(?P<s2>{_MINUTE})秒)?"
    minute = f"(?P<m2>{_MINUTE})(?:分(?!之|钟|歧){second}|(?![0-9.%％{words.minute_not_before}]))"
    digital = r"[:：](?P<m>[0-5][0-9])(?:[:：](?P<s>[0-5][0-9]))?(?![0-9:：])" + f"(?:{_HALF_DAY.format(name='ap')}|时|分)?"
    spoken = (
        f"(?P<u>时(?!{join_words(words.hour_not_before)})|点)(?:多?钟|整|(?P<half>半)|(?P<ke>[一三1-3])刻|{minute})?"
        f"{_HALF_DAY.format(name='ap2')}?"
    )
    hour = f"(?P<h>{_HOUR})(?:{digital}|{spoken}|{_HALF_DAY.format(name='ap3')}|(?P<b>(?={JOIN}{_HOUR}[时点](?![代速候]))))"
    return (
        f"(?P<z>{join_words(words.zones)})?[，,]?(?:(?P<part>{join_words(words.parts)})|(?P<spart>[早晨午晚夜]))?"
        f"(?:(?P<hp>[{_C}]{{2}})点(?:多?钟)?|{hour})?"
    )


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The patterns, compiled when first needed."""
    words = load_words()
    return Grammar(
        words,
        year=re.compile(_year_pattern(words)),
        after_year=re.compile(_after_year_pattern(words)),
        alone=re.compile(_alone_pattern(words)),
        after_month=re.compile(_after_month_pattern(words)),
        weekday=re.compile(_weekday_pattern(words)),
        said=re.compile(f"[（(](?:(?P<m>{_N12})(?:月|/))?(?P<d>{_N31})[日号]?[)）]"),
        clock=re.compile(_clock_pattern(words)),
    )
