"""The patterns of a point of time, put together from data/times.yml once: the year, the rest of the date, the week day, the clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.mentions.times_words import TimeWords, join_words, load_words

__all__ = ["CHINESE_DIGITS", "JOIN", "SMALL_NUMBERS", "Grammar", "load_grammar"]

_C = "一二三四五六七八九"
JOIN = "(?:至|到|[-–—~～ー]{1,2})"
_N12 = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{_C}])"
_N31 = f"(?:3[01]|[12][0-9]|0?[1-9]|二十[{_C}]?|三十一?|十[{_C}]?|廿[{_C}]?|卅一?|[{_C}])"
_HOUR = f"(?:2[0-4]|[01]?[0-9]|二十[一二三四]?|十[{_C}]?|[零〇两{_C}])"
_MINUTE = f"(?:[0-5]?[0-9]|[二三四五]十[{_C}]?|十[{_C}]?|[零〇]?[{_C}])"
_WEEK = "(?:周|星期|礼拜)"
_NOT_MONTH = "球|亮|饼|薪|票|嫂|租|供|经|子|老"
# 5日元, 五日游, 3号线, 17号文: no days.
_NOT_DAY = "元(?![首旦宵])|圆|游|均线|报(?![道告称])|之计|之长|三餐|三秋|为师"
_NOT_NUMBER = (
    "线|楼|院|机|店|文|令|召|码|车|馆|厅|台|井|站|舱|房|室|厂|矿|船|轮|坑|墓|球|衣|位|选手|种子|汽油|柴油|工程|仓|库|高炉|机组|卫星|火箭|导弹|洞|桥|门|弄|公路|隧道"
    "|病|染|决议|通缉|议案|提案|发射|飞船|航母|风球|强风|信号|台风|热带|飓风"
)
_DAY_UNIT = f"(?:日(?!{_NOT_DAY})|号(?!{_NOT_NUMBER}))"
_YEAR_IS_LENGTH = "多|余|有余|来的|历史|之久|的历史|老|以上|代|级|期|寿命|前的化石|古"


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
    zone: re.Pattern[str]


def _year_pattern(words: TimeWords) -> str:
    long = join_words(words.long_windows)
    follow = f"(?={_N12}月(?!以)|[上下]半年|第?[{_C}1-4]季|年?[初底末]|[春夏秋冬])"
    alternatives = [
        f"(?:公元|西元)?(?P<y4>[12][0-9]{{3}})(?:年(?!{_YEAR_IS_LENGTH})度?|财年|(?=(?:{JOIN}|、)[12][0-9]{{3}}年))",
        "公元前(?P<bce>[0-9]{1,4}|[一二三四五六七八九十百千零〇]{1,7})(?:年|世纪)(?:代)?",
        f"(?:中华)?民国(?P<minguo>元|[0-9]{{1,3}}|[{_C}十百零〇]{{1,5}})(?:学?年度|年)",
        f"(?P<minguo_month>1[0-3][0-9])年(?={_N12}月(?!以))",
        "(?P<minguo_only>1[0-3][0-9])(?:学?年度)",
        f"(?P<yc>[一二][零〇○{_C}]{{3}})年(?!代)度?",
        f"(?P<yq>[一二两]千[零〇][{_C}十]{{1,3}})年",
        f"(?P<y2>[0-9]{{2}})年{follow}",
        "(?P<y0>0[0-9])年(?!代)",
        f"(?P<yc2>[零〇][零〇{_C}]|[五六七八九][零〇{_C}])年(?!代|级|{_YEAR_IS_LENGTH})",
        f"(?P<yc3>[一二][零〇{_C}])年{follow}",
        f"(?:(?P<cent>[12]?[0-9]|二?十[{_C}]?|[{_C}])|(?P<centrel>上个?|本|这个?))世纪(?:(?P<cdec>[0-9]0|[{_C}]{{1,2}}十)年代)?(?P<cwin>{long})?",
        f"(?P<dec>[12][0-9]{{2}}0|[1-9]0|[{_C}]{{1,2}}十|零零|〇〇)年代(?P<dwin>{long})?",
        f"(?P<yrel>{join_words(words.years)})(?:[（(](?P<yx>[12][0-9]{{3}})年?[)）])?",
        f"(?P<ytold>{join_words(words.told_years)})",
    ]
    return "|".join(alternatives)


def _rest_patterns(words: TimeWords) -> tuple[str, str]:
    """The rest of a date after a year, and where no year stands before it."""
    end = r"(?=[，,。、；;：:）)\s]|$)"
    year_windows = f"(?:{join_words(w for w in words.year_windows if w not in ('中', '初', '中期'))}|中(?:{end}|(?=完工|建成|启用|投产|前|后|达|以|起|开|量产|推出|上市|交付|公布|举|结束|至|到|左右))|中期(?!选举|报告|票据)|初(?![步次中级选衷始试赛一二三四五六七八九十]))"
    season = f"(?:{join_words(w for w in words.seasons if len(w) > 1)}|春(?![节运晚耕游招考分播])|夏(?![令粮威至洛])|秋(?![收招分千粮])|冬(?![奥至残训泳小]|季奥))"
    quarter = (
        f"第?(?P<qa>[一二三四1-4首末])个?季度|第(?P<qb>[一二三四1-4])季(?![节后])|第?(?P<qc>[一二三四1-4])(?={JOIN}第?[一二三四1-4]季)"
    )
    first = f"(?P<first>前|头|首|最后|后)(?P<count>[0-9]{{1,3}}|[{_C}两十]{{1,3}})个?"
    nth = f"第(?P<nth>[0-9]{{1,3}}|[{_C}十]{{1,3}})个?(?P<nthu>周|星期|礼拜|月|天|季度)"
    month = (
        f"(?P<mon>{_N12})(?:月份?(?!{_NOT_MONTH})|(?=(?:{JOIN}|、){_N12}月))|(?P<mpair>[{_C}]{{2}})月份?"
        f"|(?P<mrel>{join_words(words.months)})份?(?:[（(](?P<mx>{_N12})月?[)）])?|本[（(](?P<mpar>{_N12})[)）]月|(?P<mtold>{join_words(words.told_months)})"
        f"|(?:农历|阴历)?(?P<lmon>闰[{_C}十]{{1,2}}|[正腊冬])月(?P<lday>初[{_C}十]|[{_C}十廿卅]{{1,3}}|[0-9]{{1,2}}(?=日))?日?|(?:农历|阴历)(?P<amon>[{_C}十]{{1,2}})月(?P<aday>初[{_C}十]|[{_C}十廿卅]{{1,3}})?日?"
    )
    day = (
        f"(?P<day>{_N31})(?:{_DAY_UNIT}|(?=(?:{JOIN}|[、和及]){_N31}{_DAY_UNIT}))"
        f"|(?P<drel>{join_words(words.days)})|(?P<dpart>{join_words(words.day_parts)})|(?P<dtold>{join_words(words.told_days)})"
        f"|(?P<pday>[今昨前明后])[（(](?:(?P<pm>{_N12})月)?(?P<pd>{_N31})[日号]?[)）](?P<pw>[日天晚晨早夜])"
    )
    guarded = join_words(words.guarded_holidays)
    holiday = (
        f"(?P<hol>(?!(?:{guarded})(?:{join_words(words.holiday_guard)}))(?:{join_words(name for name in words.holidays if name not in words.terms_guarded)}))(?P<feast>期间|小?长假|假期|黄金周|前夕)?"
        f"|(?P<term>{join_words(words.terms_guarded)})(?=节气|时节|之日|当[天日])"
    )
    after = (
        f"(?:年?(?P<ywin>{year_windows})|(?P<season>{season})(?:季节?|天|日|时节)?|(?P<half>[上下前后])半年|{quarter}|(?P<qd>[一二三四])季(?!节)|Q(?P<qe>[1-4])(?![0-9A-Za-z])"
        f"|{first}(?P<unit>季度?|月|周|星期|天|日)|(?P<first_month>首月)|{nth}|年?(?P<mwin>{join_words(w for w in words.month_windows_alone if len(w) > 1)})|{month}|{holiday})"
    )
    alone = (
        f"(?:{month}|{day}|(?P<ywin>{join_words(words.year_windows_alone)})|(?P<season>{join_words(words.seasons_alone)})(?:时节|季节)?|(?P<srel>[今去明昨本])(?P<schar>[春夏秋冬])(?![节至奥威])[季天]?"
        f"|最后一个(?:周|星期|礼拜)(?P<lastwd>[{_C}日天])|(?P<half>[上下])个?半年|{quarter}|(?P<qrel>{join_words(words.quarters)})(?P<qwin>[初末底])?|(?<!之){first}(?P<unit>季度|季|月)(?!前|内|后|以|薪|从|就|便)"
        f"|(?P<mwin>{join_words(words.month_windows_alone)})|{holiday})"
    )
    return after, alone


def _compile(words: TimeWords) -> Grammar:
    after, alone = _rest_patterns(words)
    month_end = r"(?=[，,。、；;：:）)的以\s]|$)"
    month_windows = f"(?:{join_words(w for w in words.month_windows if len(w) > 1)}|初(?![{_C}十步次级选])|中{month_end}|[底末])"
    after_month = (
        f"(?:的)?(?:月?(?P<mwin>{month_windows})|(?P<day>{_N31})(?:日|号(?!{_NOT_NUMBER})|(?=(?:{JOIN}|[、和及]){_N31}{_DAY_UNIT}))"
        f"|(?P<lday>初[{_C}十]|廿[{_C}]?|卅)|(?P<cday>十[{_C}]?|二十[{_C}]?|三十一?)(?![日号个多余几万亿千百年月天名人家周点时小级成分]|来[个年天])"
        f"|第(?P<nth>[0-9]{{1,2}}|[{_C}十]{{1,3}})个?(?P<nthu>周|星期|礼拜|天)(?P<nthw>[{_C}日天])?|(?P<f>前|头|最后)(?P<n>[0-9]{{1,2}}|[{_C}两十]{{1,3}})个?(?P<u>周|星期|礼拜|天|日)(?P<lastw>[{_C}日天])?)"
    )
    relative = join_words(words.weeks)
    weekday = f"(?:(?P<rel>{relative})?(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末])(?![年岁刊][0-9]?|个|边|小时|次|名|度)|(?P<only>{relative}|当)(?:周|星期|礼拜)(?![一二三四五六日天末年岁刊])|(?P<half>[上下])半周)"
    said = f"[（(](?:(?P<m>{_N12})(?:月|/))?(?P<d>{_N31})[日号]?[)）]"
    parts = join_words(words.parts)
    clock = (
        f"(?P<z>{join_words(words.zones)})?[，,]?(?:(?P<part>{parts})|(?P<spart>[早晨午晚夜]))?(?:(?P<hp>[一二三四五六七八九]{{2}})点(?:多?钟)?|(?P<h>{_HOUR})"
        r"(?:[:：](?P<m>[0-5][0-9])(?:[:：](?P<s>[0-5][0-9]))?(?![0-9:：])(?: ?(?P<ap>[AaPp])\.?[Mm](?![A-Za-z])\.?|时|分)?"
        rf"|(?P<u>时(?!代|速|候|期|刻|区|装|任|常|尚|评|政|段|光|空|效|机|限|局|节|令|差|髦|事)|点)(?:钟|整|(?P<half>半)|(?P<ke>[一三1-3])刻|(?P<m2>{_MINUTE})(?:分(?!之|钟|歧)(?:钟)?(?:(?P<s2>{_MINUTE})秒)?|(?![0-9.%％个名人家万亿千百米公度元年月日天岁折吨号倍级位条种项多余])))?(?: ?(?P<ap2>[AaPp])\.?[Mm](?![A-Za-z])\.?)?"
        rf"|(?: ?(?P<ap3>[AaPp])\.?[Mm](?![A-Za-z])\.?)|(?P<b>(?={JOIN}{_HOUR}[时点](?![代速候])))))?"
    )
    return Grammar(
        words,
        re.compile(_year_pattern(words)),
        re.compile(after),
        re.compile(alone),
        re.compile(after_month),
        re.compile(weekday),
        re.compile(said),
        re.compile(clock),
        re.compile(f"(?:{join_words(words.zones)}|(?:UTC|GMT)(?:[+-][0-9]{{1,2}})?)[，,]?$"),
    )


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The patterns, compiled when first needed."""
    return _compile(load_words())
