"""A length of time in its sentence: a plain duration with its hedge (近三小时的会谈), a stretch up to or from now (近四年来), or a
point so far away (三天后)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from factcheck.mentions.calendar_windows import add_months, span_months, span_years
from factcheck.mentions.durations import SECONDS, Duration
from factcheck.mentions.times_context import Context, weaker
from factcheck.mentions.times_words import load_words
from factcheck.mentions.types import Mention
from factcheck.model import Hedge, Origin, Period, Quantity

__all__ = ["count_from_event", "read_stretch"]

_BEFORE = re.compile(
    r"(?P<lead>长达|历时|历经|耗时|为期|时长|时隔|相隔|相距|持续|连续|延长|缩短|用时|费时)?(?:了|达)?"
    r"(?P<hedge>将近|接近|大约|大概|约为|约|差不多|逾|超过|超出|超|多于|高于|至少|最少|不少于|不低于|起码|最短|最多|至多|不超过|最长|不到|不足|未满|不满|少于|低于|未到|快)?$"
)
_PERIOD_END = re.compile(r"(?:过去(?:的|这)?|此前的?|最近(?:的|这)?|以往|近|上|未来的?|今后的?|接下来的?|往后的?)$")
_AFTER = re.compile(
    r"(?P<about>左右|上下)?(?:(?P<bound>以上|以下)|(?P<ago>[之以]前|前(?![往来夕后线期述者身方景沿提三十不总首外任国副男女锋门台海0-9]))|(?P<hence>[之以]后|后(?![来续期方卫勤果台者备悔世代面半排]))"
    r"|(?P<since>多?以来|来(?![自到源说看访华信电客宾往回袭临去得势函历]))|(?P<within>以内|之内|内(?![部阁外地容务政战乱陆侧线蒙需]))|(?P<during>间(?![隔断接歇])|期间|里(?![程斯拉约])|当中|中(?=[，,]))|(?P<long>之久|有余|的?时间))?"
)
_QUANTITY_FOLLOWS = re.compile(
    "的(?:会谈|谈判|会议|会晤|讨论|战争|战事|冲突|努力|调查|审理|刑期|徒刑|工作|时间|车程|航程|训练|演习|飞行|等待|对峙|抢救|搜救|工期|建设|准备|合作|历史|争议|停火)|之久|时间(?!里|内|中)|有期徒刑|徒刑|后|工龄|任期"
)
_PERIOD_FOLLOWS = re.compile(
    "来|以来|里|内(?!部)|间(?!隔)|期间|中|(?:的.{0,4}|平均)?(?:变化|走势|情况|数据|均值|平均|最高|最低|最大|最小|新高|新低|首次|表现|趋势|累计|总|同期|业绩|财报|产量|销量|营收|利润)|最|首次|首|新高|新低|[，,]|共|累计|每|第"
)
_FEW_BEFORE = re.compile("(?<![之以此年月日事战赛季的])前[几两数]$")
_LENGTH_LEAD = re.compile("(?:长达|历时|历经|耗时|为期|时长|时隔|相隔|持续|用时|费时)了?$")
_VERB_BEFORE = frozenset("了过达用花经需要长隔活续等待押刑役住任作耗历有判处至延超整")
_CLAUSE_START = frozenset('，。；：、！？,;:!?\n“”"（(在其是为创自比较年月日')


def _shift(moment: datetime, count: Decimal, unit: str, sign: int) -> datetime:
    """`moment` moved by `count` units; months and years on the calendar where the count is whole or a half."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is not None:
            total = count * months
            whole = int(total)
            return add_months(moment, sign * whole) + timedelta(days=sign * float(total - whole) * 30)
        return moment + timedelta(seconds=sign * float(count * SECONDS[unit]))
    except (OverflowError, ValueError):
        return moment


def read_stretch(text: str, duration: Duration, context: Context) -> Mention:
    """The mention that a length of time at its place in `text` makes."""
    start, end = duration.start, duration.end
    if start and text[start - 1] in "大小" and text[start] == "半":
        start -= 1
    after = _AFTER.match(text, end)
    assert after is not None
    lead = _PERIOD_END.search(text[max(0, start - 5) : start])
    if lead is not None and lead[0] == "近" and text[start - 2 : start] in ("将近", "接近", "最近", "临近", "附近", "靠近", "邻近"):
        lead = None if text[start - 2 : start] != "最近" else lead
    word = lead[0] if lead is not None else ""
    if word in ("上",) and duration.unit not in ("week", "month", "day", "hour", "year", "quarter"):
        word = ""
    if word == "上" and (text[start - 2 : start - 1] not in ("", "，", "。", "在", "于") or duration.count is None):
        word = ""
    name = after.lastgroup
    if word == "近":
        return _read_near(text, duration, context, start, after)
    if (
        not word
        and _FEW_BEFORE.search(text[max(0, start - 2) : duration.start + 1]) is not None
        and duration.unit in ("day", "week", "month", "year")
    ):
        word = "前"
    if word and (duration.count is not None or duration.value.hedge in (Hedge.SEVERAL, Hedge.RANGE)):
        begin = start - len(word)
        stop = after.end() if name in ("since", "within", "during") else end
        ahead = word[0] in "未今接往"
        return _stretch(text, duration, context, begin, stop, ahead)
    if name == "since" and duration.unit not in ("second", "minute"):
        return _stretch(text, duration, context, start, after.end(), False)
    if name in ("ago", "hence") and not (start and text[start - 1] in "长达时隔"):
        before = _BEFORE.search(text[max(0, start - 6) : start])
        if before is None or before["lead"] is None:
            return _offset(text, duration, context, start, after, -1 if name == "ago" else 1)
    return _plain(text, duration, start, after)


def _value(duration: Duration, hedge: Hedge) -> Quantity:
    value = duration.value
    low, high = value.low, value.high
    if value.hedge not in (Hedge.EXACT, Hedge.RANGE, Hedge.SEVERAL) and hedge in (Hedge.NEARLY, Hedge.ABOUT):
        hedge = value.hedge
    if hedge in (Hedge.OVER, Hedge.AT_LEAST):
        high = None
    elif hedge in (Hedge.UNDER, Hedge.AT_MOST):
        low = None
    elif value.hedge in (Hedge.RANGE, Hedge.SEVERAL):
        hedge = value.hedge
    return replace(value, low=low, high=high, hedge=hedge)


def _plain(text: str, duration: Duration, start: int, after: re.Match[str], near: bool = False) -> Mention:
    """The duration itself, hedges taken in."""
    end = duration.end
    hedge = duration.value.hedge
    window = text[max(0, start - 7) : start]
    before = _BEFORE.search(window)
    begin = start
    if before is not None and before["hedge"]:
        hedge = load_words().hedges[before["hedge"]]
        begin = start - (len(window) - before.start("hedge"))
    if near:
        hedge, begin = Hedge.NEARLY, start - 1
    if after["about"]:
        hedge, end = Hedge.ABOUT, after.end("about")
    if after["bound"]:
        hedge, end = load_words().hedges[after["bound"]], after.end("bound")
    elif after["within"]:
        hedge, end = Hedge.AT_MOST, after.end("within")
    value = duration.value if hedge is duration.value.hedge else _value(duration, hedge)
    return Mention(begin, end, "duration", value, duration.start, duration.end)


def _stretch(text: str, duration: Duration, context: Context, begin: int, end: int, ahead: bool) -> Mention:
    """A stretch that ends (or, ahead, begins) at the publication."""
    now = context.reference
    if now is None:
        period = Period(None, None, "span", Origin.GUESSED, digits=text[duration.start : duration.end])
    else:
        count = duration.count if duration.count is not None else duration.value.high or duration.value.low or Decimal(1)
        other = _shift(now, count, duration.unit, 1 if ahead else -1)
        hedge = duration.value.hedge if duration.value.hedge in (Hedge.SEVERAL, Hedge.OVER, Hedge.RANGE) else Hedge.ABOUT
        low, high = (now, other) if ahead else (other, now)
        period = Period(low, high, "span", Origin.PUBLICATION, hedge, digits=text[duration.start : duration.end])
    kind = "datetimerange" if duration.unit in ("second", "minute", "hour") else "daterange"
    return Mention(begin, end, kind, period, duration.start, duration.end)


_DATED = re.compile("的(?:[0-9]{4}年|[0-9]{1,2}月)")
_RECKONERS = frozenset("他她我你它们将在于再过约近，。；：、！？,;:!?\n（(“而并但仅短逾超足满整的")


def _anchor(text: str, start: int, unit: str, context: Context) -> tuple[datetime | None, Origin]:
    """From when 三天后 counts: the last day told, or for months and years the month told in the sentence; from the publication only
    where it opens its clause. 着陆52分钟后 counts from an event whose time is not known: None."""
    if unit in ("month", "year", "quarter") and (month := context.sentence.month) is not None:
        return datetime(month[0], month[1], 1), weaker(Origin.SENTENCE, month[2])
    event = start > 0 and text[start - 1] not in _RECKONERS and "一" <= text[start - 1] <= "鿿"
    if event:
        return None, Origin.GUESSED
    told = context.last_day() if unit not in ("second", "minute", "hour") else None
    if told is not None:
        return datetime(told[0].year, told[0].month, told[0].day), told[1]
    return context.reference, Origin.PUBLICATION


def _offset(text: str, duration: Duration, context: Context, start: int, after: re.Match[str], sign: int) -> Mention:
    """A point so long ago or hence: 三天后 counts from the last day told, 两年前 from the publication."""
    anchor = context.reference
    origin = Origin.PUBLICATION
    if sign > 0 and "将" not in text[max(0, start - 3) : after.end() + 3]:
        anchor, origin = _anchor(text, start, duration.unit, context)
    begin, end = start, after.end()
    window = text[max(0, start - 4) : start]
    before = _BEFORE.search(window)
    hedge = Hedge.EXACT if duration.count is not None and duration.value.hedge is Hedge.EXACT else Hedge.ABOUT
    if before is not None and before["hedge"]:
        begin, hedge = start - (len(window) - before.start("hedge")), Hedge.ABOUT
    digits = text[duration.start : duration.end]
    kind = "datetime" if duration.unit in ("second", "minute", "hour") else "date" if duration.unit == "day" else "daterange"
    count = duration.count
    if _DATED.match(text, end) is not None:
        anchor = None  # 10年后的2005年: the date itself follows
    if anchor is None or count is None:
        return Mention(
            begin,
            end,
            kind,
            Period(None, None, duration.unit, Origin.GUESSED if anchor is None else origin, hedge, digits=digits),
            duration.start,
            duration.end,
        )
    moment = _shift(anchor, count, duration.unit, sign)
    if duration.unit in ("second", "minute", "hour"):
        period = Period(moment, moment + timedelta(seconds=float(SECONDS[duration.unit])), duration.unit, origin, hedge, digits=digits)
        return Mention(begin, end, kind, period, duration.start, duration.end)
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if duration.unit in ("year", "decade", "century", "quarter", "month"):
        hedge = Hedge.ABOUT
        whole = count == int(count) and duration.unit != "quarter"
        low, high = span_years(moment.year) if whole and duration.unit != "month" else span_months(moment.year, moment.month)
        granularity = "year" if whole and duration.unit != "month" else "month"
        return Mention(begin, end, kind, Period(low, high, granularity, origin, hedge, digits=digits), duration.start, duration.end)
    days = 7 if duration.unit == "week" else 1
    low = midnight - timedelta(days=3) if days == 7 else midnight
    hedge = Hedge.ABOUT if days == 7 else hedge
    return Mention(
        begin, end, kind, Period(low, low + timedelta(days=days), duration.unit, origin, hedge, digits=digits), duration.start, duration.end
    )


_HENCE = re.compile("多?[之以]?后")


def count_from_event(text: str, mention: Mention, duration: Duration, before: Sequence[Mention]) -> Mention:
    """A mention of hours or minutes after something (约1小时后沉没), reckoned from what its paragraph told before: from the clock time of
    the last mention `before` it, from no known time else; any other mention, and one that opens its paragraph, as it is."""
    if mention.kind != "datetime" or not isinstance(mention.value, Period) or mention.value.start is None:
        return mention  # 着陆52分钟后 says itself from what it counts
    if _HENCE.match(text, duration.end) is None or "将" in text[max(0, mention.start - 3) : mention.end + 3]:
        return mention
    paragraph = text.rfind("\n", 0, mention.start) + 1
    last = next((m for m in reversed(before) if isinstance(m.value, Period)), None)
    if last is not None and last.start >= paragraph:
        return _count_from(mention, duration, last)
    opens = not re.search("[一-鿿]", text[paragraph : mention.start])
    return mention if opens else _count_from(mention, duration, None)


def _count_from(mention: Mention, duration: Duration, told: Mention | None) -> Mention:
    """The point that lies a length of hours or minutes after a time told (14日19时42分 … 约1小时后), give or take a fifth of it or half a
    unit; without a beginning where no clock time was told."""
    value, count = mention.value, duration.count
    assert isinstance(value, Period)
    start = told.value.start if told is not None and isinstance(told.value, Period) and told.value.granularity in _CLOCK else None
    if start is None or count is None:
        return replace(mention, value=replace(value, start=None, end=None, origin=Origin.GUESSED))
    length = float(SECONDS[duration.unit] * count)
    slack = timedelta(seconds=max(length / 5, float(SECONDS[duration.unit]) / 2))
    moment = start + timedelta(seconds=length)
    return replace(mention, value=replace(value, start=moment - slack, end=moment + slack, origin=Origin.SENTENCE, hedge=Hedge.ABOUT))


_CLOCK = frozenset({"second", "minute", "hour"})


def _read_near(text: str, duration: Duration, context: Context, start: int, after: re.Match[str]) -> Mention:
    """近四年: the past four years where a period is spoken of, nearly four where a quantity is; both where nothing tells."""
    begin = start - 1
    before = text[begin - 1 : begin]
    name = after.lastgroup
    length = _plain(text, duration, start, after, near=True)
    stop = after.end() if name in ("since", "within", "during") else duration.end
    stretch = _stretch(text, duration, context, begin, stop, False)
    short = duration.unit in ("second", "minute", "hour")
    if name in ("ago", "hence"):
        if before and before in _VERB_BEFORE:
            return length
        return replace(_offset(text, duration, context, start, after, -1 if name == "ago" else 1), start=begin)
    if (
        (before and before in _VERB_BEFORE)
        or _LENGTH_LEAD.search(text[max(0, begin - 3) : begin]) is not None
        or name == "long"
        or _QUANTITY_FOLLOWS.match(text, duration.end) is not None
    ):
        return length
    opens = not before or before in _CLAUSE_START or text[max(0, begin - 2) : begin] in ("创下", "刷新", "全国", "我国", "中国")
    if (
        name in ("since", "during", "within")
        or (_PERIOD_FOLLOWS.match(text, duration.end) is not None and not short)
        or (opens and not short)
    ):
        return stretch
    if short:
        return replace(length, readings=(stretch,), reason="近 before hours and minutes is read as nearly") if opens else length
    return replace(stretch, readings=(length,), reason="近 may mean the past or nearly: nothing beside it tells; read as the past")
