"""Reading a text from left to right for its times: candidates, ranges, bounds and hedges, each resolved against what was told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from factcheck.mentions.durations import read_duration
from factcheck.mentions.spans_of_time import count_from_event, read_stretch
from factcheck.mentions.times_bounds import AFTER, Expression, build_period
from factcheck.mentions.times_candidates import load_candidates
from factcheck.mentions.times_context import WEAK, Context
from factcheck.mentions.times_hours import clock_seconds
from factcheck.mentions.times_model import Point, Resolved
from factcheck.mentions.times_points import read_point
from factcheck.mentions.times_ranges import JOIN_WORDS, read_right
from factcheck.mentions.times_resolution import resolve_point
from factcheck.mentions.times_words import TimeWords, load_words
from factcheck.mentions.types import Mention
from factcheck.model import Hedge, Origin, Period

__all__ = ["TimeReader"]

_BREAK = re.compile("[。！？!?\n]")
_AS_OF_NOW = re.compile("截[至止]到?(?:目前|现在|发稿(?:时|前)?|记者发稿(?:时|前)?|今(?![年天日晚晨早])|今日发稿)(?:为止)?")
_LENGTH_BEFORE = re.compile(
    "(?:(?<![附临靠邻接])近|最后|最初|连续|为期|历时|历经|长达|一连|过去|未来|最近|持续|超过|不到|至少|逾|长?达|满|日起|短短|接连|多达|足足|整整|[捱挨熬]足)$"
)
_LENGTH_AFTER = re.compile("之?内(?![部阁])|以内|以来|来(?=[，,的])|之久|期限|有余")
_OFFSET_AFTER = re.compile("[之以]?后(?![来续期方卫])|[之以]前")
_SET = re.compile(
    r"每(?:逢|隔)?(?:[0-9]{1,3}|[一二两三四五六七八九十半数几]{1,3})?个?(?:年|月|天|日(?!邮报|新闻|电讯|经济|商报|快报|人民)|(?:周(?!刊|报)|星期|礼拜)(?:[一二三四五六日天末](?!次|名|个))?|季度?|工作[日天]|交易日|晚|夜|早|晨|学期|世纪)"
    r"|每隔(?:[0-9]{1,3}|[一二两三四五六七八九十半数几]{1,3})个?(?:小时|分钟|秒钟?|钟头)|每逢"
)
_LENGTH_UNITS = frozenset("个小天多余百千万亿")
"""Behind a number these make a length of time or nothing."""
_FULL_YEAR = re.compile("[12][0-9]{3}年|[一二][零〇○一二三四五六七八九]{3}年")
_YEAR_MONTH = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.][0-9])")
_MANY_DAYS = re.compile("(?:[1-9][0-9]{2,3}|3[2-9]|[4-9][0-9]|[一二三四五六七八九]?百[零一二三四五六七八九十]{0,4})日")
LONG_RANGE = 31
"""Days from which on a range of days (8月1日至10月31日出厂) is background: it lends its month to later days, but is no day told."""
CARRY_SECONDS = 6 * 3600
"""How long after an afternoon hour a bare one still counts as of the afternoon."""
_DATELINE = re.compile(r"(?:[电讯]|消息)(?![视影力话子动信])")


_BEFORE_ENDS = frozenset("至止到自从由约概近多间时地，,在于是的C0123456789T")


class TimeReader:
    """Reads the times of one shadow text; see `read`."""

    def __init__(self, text: str, reference: datetime | None) -> None:
        self.text = text
        self.context = Context(reference)
        if reference is None:
            self.context.latest = max(((int(m[1]), int(m[2])) for m in _YEAR_MONTH.finditer(text) if 1 <= int(m[2]) <= 12), default=None)
        self.mentions: list[Mention] = []
        self._seen = 0
        self._title_end = 0
        self._afternoon: tuple[int, str] | None = None
        self._start, self._before, self._ahead_before, self._ahead_after = load_candidates()
        self._words: TimeWords = load_words()

    def read(self) -> list[Mention]:
        """The mentions of the text, sorted, without overlaps."""
        text, size = self.text, len(self.text)
        search = self._start.search
        at = 0
        while at < size and (match := search(text, at)) is not None:
            begin, stop = match.span()
            group = match.lastgroup or ""
            if group == "skip":
                at = stop
                continue
            if group == "title":
                close = text.find("》", begin, begin + 40)
                self._title_end = close if close >= 0 else self._title_end
                at = begin + 1
                continue
            follows = text[stop : stop + 1]
            if group == "word" and self._is_part_of_word(match[0], begin):
                at = begin + 1
                continue
            if follows in _LENGTH_UNITS and (group == "num" or (group == "cn" and stop - begin == 1)):
                end = self._read_length(begin)
            else:
                end = self._read_at(begin, group)
            failed = begin + 1 if group in ("word", "q") else stop
            at = end if end > begin else failed
        return self.mentions

    def _is_part_of_word(self, word: str, at: int) -> bool:
        """Whether the word found is cut out of others (目前日元 holds no 前日)."""
        before = self._words.not_after.get(word)
        if before is not None and at and self.text[at - 1] in before:
            return True
        after = self._words.not_before.get(word)
        return after is not None and self.text.startswith(after, at + len(word))

    # ------------------------------------------------------------------ one candidate

    def _read_at(self, at: int, group: str) -> int:
        text = self.text
        head = text[at]
        if head == "每":
            return self._read_set(at)
        if head == "截":
            return self._read_as_of_now(at)
        if (group == "word" and head in "半数几" and not text.startswith("半夜", at)) or text.startswith(("上百", "上千"), at):
            return self._read_length(at)
        if at < self._title_end and _FULL_YEAR.match(text, at) is None:
            return at
        if group == "num" and "距今" in text[max(0, at - 4) : at]:
            return self._read_length(at)
        bare_year = head in "12" and at > 0 and text[at - 1] in "从自由"
        point = read_point(text, at, bare_year=bare_year)
        if point is None:
            if group in ("num", "cn"):
                return self._read_length(at, days=_MANY_DAYS.match(text, at) is not None)
            return at
        if point.day is not None and not point.has_month and not point.has_year and point.hour is None and self._is_day_count(at, point):
            return self._read_length(at, days=True)
        return self._take_point(point)

    def _is_day_count(self, at: int, point: Point) -> bool:
        """Whether a bare N日 counts days (三日内, 近10日) rather than names one."""
        text = self.text
        end = at
        while end < point.end and text[end] not in "日号":
            end += 1
        if text[end : end + 1] != "日":
            return False
        if _LENGTH_BEFORE.search(text[max(0, at - 3) : at]) is not None or _LENGTH_AFTER.match(text, end + 1) is not None:
            return True
        return not text[at].isdigit() and end - at == 1 and _OFFSET_AFTER.match(text, end + 1) is not None

    def _read_set(self, at: int) -> int:
        match = _SET.match(self.text, at)
        if match is None:
            return at
        end = match.end()
        point = read_point(self.text, end) if end < len(self.text) and self.text[end : end + 1] not in "，。" else None
        if point is not None and self.text[end - 1] != "隔" and (point.hour is not None or point.part or point.has_date or point.has_day):
            end = point.end
            join = JOIN_WORDS.match(self.text, end)
            if (
                point.hour is not None
                and join is not None
                and (last := read_point(self.text, join.end())) is not None
                and last.hour is not None
            ):
                end = last.end
        elif match[0] == "每逢":
            return at
        self._add(at, end, "set", Period(None, None, "set", Origin.WRITTEN, digits=self.text[at:end]), at, end)
        return end

    def _read_as_of_now(self, at: int) -> int:
        match = _AS_OF_NOW.match(self.text, at)
        if match is None:
            return at
        now = self.context.reference
        origin = Origin.PUBLICATION if now is not None else Origin.GUESSED
        value = Period(None, now, "minute", origin, Hedge.AT_MOST, digits=match[0])
        self._add(at, match.end(), "datetimerange", value, at, match.end())
        return match.end()

    def _read_length(self, at: int, days: bool = False) -> int:
        """A duration, or the stretch or point of time reckoned from one (近四年, 三天后). `days`: N日 counts days."""
        duration = read_duration(self.text, at, days=days)
        if duration is None:
            return at
        self._enter(at)
        mention = read_stretch(self.text, duration, self.context)
        if self.mentions and mention.start < self.mentions[-1].end:
            return max(at + 1, mention.end)
        self.mentions.append(count_from_event(self.text, mention, duration, self.mentions))
        self._seen = mention.end
        return mention.end

    # ------------------------------------------------------------------ points and ranges

    def _take_point(self, point: Point) -> int:
        self._enter(point.start)
        if point.minguo == "minguo":
            self.context.minguo = True
        if point.minguo == "minguo_only" and not self.context.minguo:
            return point.end
        if point.weekday is not None and self.text[point.start - 1 : point.start] == "逢":
            self._add(
                point.start - 1,
                point.end,
                "set",
                Period(None, None, "set", digits=self.text[point.start : point.end]),
                point.start,
                point.end,
            )
            return point.end
        before = self._read_before(point) if point.start and self.text[point.start - 1] in _BEFORE_ENDS else None
        ahead = self._find_ahead(point)
        morning = self._carry_afternoon(point) if self._afternoon is not None else None
        if point.day_told is not None and self._is_from_event(point):
            point.day_told, point.day_offset, point.unanchored = None, 0, True
        left = self._resolve_left(point, ahead)
        if left is None:
            self._add(point.start, point.end, "date", None, point.start, point.end, reason="no such day")
            return point.end
        expression = Expression(point, left, before=before)
        if (joined := read_right(self.text, point, left, self.context, ahead)) is not None:
            expression.right_point, expression.right = joined
        after = AFTER.match(self.text, expression.core[1])
        expression.after = after
        if after is not None and after["from"] is not None:
            expression.until = self._read_until(after)
        self._finish(expression)
        if morning is not None and expression.right is None and (plain := resolve_point(morning, self.context)) is not None:
            self._keep_reading(Expression(morning, plain, before=before, after=after))
        if point.hour is not None:
            self._note_afternoon(point)
        if expression.right is None and after is not None and after.lastgroup in ("upto", "from"):
            self._keep_count_of_days(point)
        return self.mentions[-1].end

    def _keep_count_of_days(self, point: Point) -> None:
        """10日前 is before the tenth, but may be ten days ago: that reading is kept beside the first."""
        if point.day is None or point.has_month or point.has_year or point.hour is not None or point.part or point.weekday is not None:
            return
        duration = read_duration(self.text, point.start, days=True)
        if duration is not None:
            other = read_stretch(self.text, duration, self.context)
            reason = "a day of the month and a bound; it may also count days"
            self.mentions[-1] = replace(self.mentions[-1], readings=(other,), reason=self.mentions[-1].reason or reason)

    def _resolve_left(self, point: Point, ahead: int) -> Resolved | None:
        """The point in the calendar; the first month of 1至11月 takes its year from the second."""
        if point.month is not None and not point.has_year and point.day is None and point.window is None:
            join = JOIN_WORDS.match(self.text, point.end)
            last = read_point(self.text, join.end()) if join is not None else None
            if last is not None and last.month is not None and last.day is None and not last.has_year and last.month >= point.month:
                picked = self.context.pick_year(last.month, None, ahead)
                if picked is not None:
                    found = resolve_point(replace(point, year=picked[0]), self.context)
                    if found is not None:
                        found.origin = picked[1]
                    return found
        return resolve_point(point, self.context, ahead=ahead)

    def _is_from_event(self, point: Point) -> bool:
        """立案前一天, 大火第二天: a day counted from something that is not dated here."""
        words = self.text[point.start : point.start + 2]
        if point.day_told is None or not point.start:
            return False
        before = self.text[point.start - 1]
        if words not in ("前一", "后一", "第二"):
            return before in "后前" and point.day_told != 0
        return "一" <= before <= "鿿" and before not in "此的在于而但且和与到至从，"

    def _carry_afternoon(self, point: Point) -> Point | None:
        """下午5时…… 6时30分: a bare hour that follows an afternoon one in its paragraph is of the afternoon too. Changes `point`;
        gives it as it was."""
        if self._afternoon is None or point.hour is None or point.part or point.afternoon is not None or point.has_date or point.has_day:
            return None
        if self.text[point.end - 1].isdigit() and ":" in self.text[point.start : point.end]:
            return None
        told, part = self._afternoon
        seconds = point.hour * 3600 + (point.minute or 0) * 60
        if not (0 < point.hour < 12 and seconds < told <= seconds + 43200 <= told + CARRY_SECONDS):
            return None
        morning = replace(point)
        point.part = part
        return morning

    def _keep_reading(self, expression: Expression) -> None:
        """Attach the reading that was not preferred to the last mention."""
        last = self.mentions[-1]
        period, kind, start, end = build_period(self.text, expression)
        other = Mention(max(start, last.start), end, kind, period, *expression.core)
        self.mentions[-1] = replace(last, readings=(other,), reason="an hour without its part of the day, after one of the afternoon")

    def _note_afternoon(self, point: Point) -> None:
        words = self._words.parts.get(point.part)
        clock = clock_seconds(point)
        told = self.context.last_day()
        self.context.evening = told[0] if told is not None and clock is not None and 64800 <= clock[0] < 86400 else None
        early = point.hour is not None and point.hour < 12
        if words is not None and clock is not None and words.clock in ("pm", "night") and early and clock[0] < 86400:
            self._afternoon = (clock[0], point.part)
        else:
            self._afternoon = None

    def _read_before(self, point: Point) -> re.Match[str] | None:
        at = point.start
        low = max(self.mentions[-1].end if self.mentions else 0, at - 16)
        match = self._before.search(self.text[low:at])
        if match is None or not match[0] or match.lastgroup is None:
            return None
        return match

    def _find_ahead(self, point: Point) -> int:
        """2 where the words before say that the time lies ahead (将于, 预计), 1 where only those after it do, else 0."""
        if point.year is not None and point.weekday is None:
            return 0
        text, at = self.text, point.start
        if text.endswith(self._words.past_before, 0, at) or text.startswith(self._words.past_after, point.end):
            return 0
        found = self._ahead_before.search(text, max(0, at - 10), at) if at else None
        if found is not None and found["strong"]:
            return 2
        starts = text[point.end : point.end + 1] == "起" and text[point.end + 1 : point.end + 2] not in ("诉", "义", "火", "飞", "草")
        if not starts and (after := AFTER.match(text, point.end)) is not None and after.lastgroup == "upto":
            starts = True  # 10日前完成: of the two days around, the nearer
        return WEAK if starts or self._ahead_after.match(text, point.end) is not None else 0

    # ------------------------------------------------------------------ the mention

    def _finish(self, expression: Expression) -> None:
        period, kind, start, end = build_period(self.text, expression)
        if self.mentions and start < self.mentions[-1].end:
            start = self.mentions[-1].end
        core_start, core_end = expression.core
        reason = expression.left.reason or (expression.right.reason if expression.right is not None else "")
        self._add(start, end, kind, period, core_start, core_end, reason=reason)
        self._tell(expression, period.hedge)

    def _read_until(self, after: re.Match[str]) -> tuple[datetime, int] | None:
        """The second bound of 2010年之后2018年之前, when it follows at once."""
        text, end = self.text, after.end()
        if not text[end : end + 1].isdigit():
            return None
        point = read_point(text, end)
        if point is None or (second := AFTER.match(text, point.end)) is None or second["upto"] is None:
            return None
        resolved = resolve_point(point, self.context)
        return (resolved.start, second.end()) if resolved is not None and resolved.start is not None else None

    def _tell(self, expression: Expression, hedge: Hedge) -> None:
        """Lend the date to those that follow, unless it only bounds or compares."""
        point, left, right = expression.point, expression.left, expression.right
        if left.start is None or not left.level or left.origin is Origin.GUESSED:
            return
        if left.level != "day" and hedge in (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.UNDER, Hedge.OVER):
            return
        at = self.mentions[-1].start
        if (
            left.level != "day"
            and at
            and self.text[at - 1] in "比较与同超过继距和于"
            and not (self.text[at - 1] == "于" and point.has_month)
        ):
            return
        start = left.start
        if point.hour is not None or point.part:
            start = start - timedelta(days=1) if left.seconds is not None and left.seconds[0] >= 86400 else start
        told, level, long = start, left.level, False
        if right is not None and right.start is not None and right.level:
            long = (right.start - start).days > LONG_RANGE
            told, level = right.start, "month" if long and right.level == "day" else right.level
        if self.context.reference is not None and told > self.context.reference + timedelta(days=400):
            return
        self.context.tell(told, level, left.origin, background=long)
        if (
            level == "day"
            and point.month is not None
            and self.context.reference is not None
            and point.hour is None
            and point.start < 160
            and _DATELINE.match(self.text, point.end)
        ):
            self._set_dateline(told)

    def _set_dateline(self, day: datetime) -> None:
        """今天 and 昨天 are told from the day of the dispatch, where that is within days of the publication."""
        reference = self.context.reference
        assert reference is not None
        if 0 < abs((reference.date() - day.date()).days) <= 3 and day.date() <= reference.date():
            self.context.reference = day.replace(hour=23, minute=59, second=0)

    def _enter(self, at: int) -> None:
        """Note sentence and paragraph ends since the last mention."""
        start = self._seen if at - self._seen < 4000 else at - 4000
        if self.text.find("\n", start, at) >= 0:
            self.context.enter_paragraph()
            self._afternoon = None
        elif _BREAK.search(self.text, start, at) is not None:
            self.context.enter_sentence()
        if at > self._seen:
            self._seen = at

    def _add(self, start: int, end: int, kind: str, value: Period | None, core_start: int, core_end: int, reason: str = "") -> None:
        if self.mentions and start < self.mentions[-1].end:
            start = core_start = max(self.mentions[-1].end, min(start, core_start))
        self.mentions.append(Mention(start, end, kind, value, core_start, core_end, reason=reason))
        self._seen = end
