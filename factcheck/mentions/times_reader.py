"""Reading a text from left to right for its times: candidates, ranges, bounds and hedges, each resolved against what was told before."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

from factcheck.mentions.durations import read_duration
from factcheck.mentions.spans_of_time import read_stretch
from factcheck.mentions.times_context import WEAK, Context
from factcheck.mentions.times_points import Point, read_point
from factcheck.mentions.times_resolution import Resolved, clock_text, resolve_point
from factcheck.mentions.times_words import TimeWords, join_words, load_words
from factcheck.mentions.types import Mention
from factcheck.model import Hedge, Origin, Period

__all__ = ["TimeReader"]

_BREAK = re.compile("[。！？!?\n]")
_JOIN = re.compile(
    r"(?:前|起|开始)?(?:直?至|一?直到|到|[-–—~～ー]{1,2}|延续到|持续到|延至|、(?=[0-9]{1,2}[月日号]|[12][0-9]{3}年))(?!今(?![年天日晚晨])|目前)"
)
_AND = re.compile("和|与|及|同")
_BETWEEN = re.compile("之间|间(?![隔断接])")
_AFTER = re.compile(
    r"(?P<about>左右|前后|上下|许)?(?:"
    r"(?P<upto>(?:[及或和]|包括)?(?:之前|以前)|前(?![往来夕后线期述者身方景沿提三十一两二四五六七八九不总首外任国副男女锋门台海路赴去段端置科卫途苏东妻夫0-9]))"
    r"|(?P<from>(?:[及或和])?(?:之后|以后)|后(?![来续期方卫勤果台者备悔世代面半排天年院市]))"
    r"|(?P<since>以来|来(?=[，,]|，|的)|起(?![义诉点源火飞草床码步家降重伏跑价因初居早到])|开始(?![的]?(?:前|后))|至今|迄今|到现在|到目前|至目前)"
    r"|(?P<end>为止|止(?![损血痛咳跌])|截止)"
    r"|(?P<within>以内|之内|内(?![部阁外地容务政战乱陆侧线蒙政需有])|期间))?"
)
_AS_OF_NOW = re.compile("截[至止]到?(?:目前|现在|发稿(?:时|前)?|记者发稿(?:时|前)?|今(?![年天日晚晨早])|今日发稿)(?:为止)?")
_LENGTH_BEFORE = re.compile(
    "(?:(?<![附临靠邻接])近|最后|最初|连续|为期|历时|历经|长达|一连|过去|未来|最近|持续|超过|不到|至少|逾|长?达|满|短短|接连|多达)$"
)
_LENGTH_AFTER = re.compile("之?内(?![部阁])|以内|以来|来(?=[，,的])|之久|期限|有余")
_OFFSET_AFTER = re.compile("[之以]?后(?![来续期方卫])|[之以]前")
_SET = re.compile(
    r"每(?:逢|隔)?(?:[0-9]{1,3}|[一二两三四五六七八九十半数几]{1,3})?个?(?:年|月|天|日(?!邮报|新闻|电讯|经济|商报|快报|人民)|(?:周(?!刊|报)|星期|礼拜)(?:[一二三四五六日天末](?!次|名|个))?|季度?|工作日|交易日|晚|夜|早|晨|学期|世纪)"
    r"|每隔(?:[0-9]{1,3}|[一二两三四五六七八九十半数几]{1,3})个?(?:小时|分钟|秒钟?|钟头)|每逢"
)
_NUMBER_UNITS = frozenset("年月日号时点:：个小天周星礼秒分季世载昼半多余来几、至到-–—~～ー和及/.·十百千万亿工交学刻钟财有整")
_FULL_YEAR = re.compile("[12][0-9]{3}年|[一二][零〇○一二三四五六七八九]{3}年")
_SINCE_LATER = re.compile("[^，。；！？,;!?\n]{0,24}?(?:以来|起(?=[，,])|至今|后)")
_YEAR_MONTH = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.][0-9])")
_AHEAD_CLAUSE = re.compile("[，。；！？,;!?\n：:]")
_SPACE = re.compile(
    r"(?<=[0-9一-鿿])[ \u3000]{1,2}(?=[一-鿿])|(?<=[一-鿿])[ \u3000]{1,2}(?=[0-9])|(?<=[0-9年月日时点分])[ ]{1,2}(?=[-–—~])|(?<=[-–—~])[ ]{1,2}(?=[0-9])"
)
_DATELINE = re.compile(r"(?:[电讯]|消息)(?![视影力话子动信])")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Candidate starts; what may stand right before a point; cues of the future before and after it."""
    words = load_words()
    heads = {
        *words.years, *words.months, *words.days, *words.quarters, *words.told_years, *words.told_months, *words.told_days, *words.day_parts, *words.parts,
        *words.year_windows_alone, *words.month_windows_alone, *words.seasons_alone, *words.holidays,
        "民国", "中华民国", "公元", "西元", "上世纪", "本世纪", "上个世纪", "这个世纪", "上半年", "下半年", "上个半年", "下个半年", "首季", "末季", "农历", "阴历",
        "正月", "腊月", "冬月", "闰", "每", "截至", "截止", "最后一个周", "最后一个星期", "周末", "上半周", "下半周", "周", "星期", "礼拜", "去春", "去夏", "去秋", "去冬", "今春", "今夏", "今秋",
        "今冬", "明春", "明夏", "明秋", "明冬", "本（", "今（", "昨（", "前（", "明（", "今(", "昨(", "前(", "明(", "本(", "半", "数", "几", "晚", "早", "上百", "上千",
    }  # fmt: skip
    heads |= {f"{relative}{week}" for relative in (*words.weeks, "当") for week in ("周", "星期", "礼拜")}
    listed = join_words(heads)
    first = "".join(sorted({head[0] for head in heads}))
    start = re.compile(
        r"(?P<num>(?<![0-9A-Za-z第.])(?<![A-Za-z][-·])[0-9]++(?:[.,:/\-–—·~][0-9]++)*+)"
        r"|(?P<cn>(?<![一二三四五六七八九十百千万亿零〇第点])[一二三四五六七八九十百千零〇○两廿卅]++)"
        rf"|(?P<word>(?=[{re.escape(first)}])(?:{listed}|(?:第[一二三四1-4]个?季|[前头首最][二两三四五六七八九十后0-9]{{1,3}}个?(?:季|月))))"
        r"|(?P<q>Q(?=[1-4]))|(?P<title>《)"
    )
    zones = join_words(words.zones)
    before = re.compile(
        rf"(?:(?P<asof>截至到?|截止到?|到|至)|(?P<since>自从?|打?从|由|起自)|(?P<about>大约|大概|约|将近|临近|接近|差不多))?(?:在|于|是)?(?P<zone>{zones}|(?:UTC|GMT)(?:[+-][0-9]{{1,2}})?)?(?:[，,]|的)?$"
    )
    ahead_before = re.compile(f"(?P<weak>将(?=[其他她它该这此两人一])|把)|(?P<strong>{join_words(words.ahead_before)})")
    ahead_after = re.compile(f"[^，。；！？]{{0,3}}?(?:{join_words(words.ahead_after)})(?![其他她它该这此两人])")
    return start, before, ahead_before, ahead_after


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
        self._start, self._before, self._ahead_before, self._ahead_after = _patterns()
        self._words: TimeWords = load_words()

    def read(self) -> list[Mention]:
        """The mentions of the text, sorted, without overlaps."""
        text, size = self.text, len(self.text)
        search = self._start.search
        at = 0
        while at < size and (match := search(text, at)) is not None:
            begin = match.start()
            if match.lastgroup == "title":
                close = text.find("》", begin, begin + 40)
                self._title_end = close if close >= 0 else self._title_end
                at = begin + 1
                continue
            if match.lastgroup == "num" and text[match.end() : match.end() + 1] not in _NUMBER_UNITS and match[0].isdigit():
                at = match.end()
                continue
            if match.lastgroup == "word" and self._is_part_of_word(match[0], begin):
                at = begin + 1
                continue
            end = self._read_at(begin, match.lastgroup or "")
            if end > begin:
                at = max(end, begin + 1)
            else:
                at = begin + 1 if match.lastgroup in ("word", "q") else match.end()
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
        if group == "word" and head in "半数几" or text.startswith(("上百", "上千"), at):
            return self._read_length(at)
        if at < self._title_end and _FULL_YEAR.match(text, at) is None:
            return at
        bare_year = head in "12" and at > 0 and text[at - 1] in "从自由"
        point = read_point(text, at, bare_year=bare_year)
        if point is None:
            if group in ("num", "cn"):
                return self._read_length(at)
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
            join = _JOIN.match(self.text, end)
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
        self.mentions.append(mention)
        self._seen = mention.end
        return mention.end

    # ------------------------------------------------------------------ points and ranges

    def _take_point(self, point: Point) -> int:
        text = self.text
        self._enter(point.start)
        if point.minguo == "minguo":
            self.context.minguo = True
        if point.minguo == "minguo_only" and not self.context.minguo:
            return point.end
        before = self._read_before(point)
        ahead = self._find_ahead(point)
        left = resolve_point(point, self.context, ahead=ahead)
        right_point, right = self._read_right(point, left, ahead)
        if right_point is not None and right is None:
            right_point = None
        if left is None:
            self._add(point.start, point.end, "date", None, point.start, point.end, reason="no such day")
            return point.end
        last = right_point if right_point is not None else point
        after = _AFTER.match(text, last.end)
        assert after is not None
        self._finish(point, left, right_point, right, before, after)
        return self.mentions[-1].end

    def _read_before(self, point: Point) -> re.Match[str] | None:
        at = point.start
        if not at or self.text[at - 1] not in _BEFORE_ENDS:
            return None
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
        clause = _AHEAD_CLAUSE.split(text[max(0, at - 10) : at])[-1]
        found = self._ahead_before.search(clause) if clause else None
        if found is not None and found["strong"]:
            return 2
        return WEAK if self._ahead_after.match(text, point.end) is not None else 0

    def _read_right(self, point: Point, left: Resolved | None, ahead: int) -> tuple[Point | None, Resolved | None]:
        """The right side of a range that begins with `point`."""
        text = self.text
        join = _JOIN.match(text, point.end)
        between = False
        if join is None:
            join = _AND.match(text, point.end)
            between = True
            if join is None:
                return None, None
        right = read_point(text, join.end(), bare_year=point.bare, clocked=point.hour is not None)
        if right is None or (join[0] == "、" and not _follows(point, right)):
            return None, None
        if between and (_BETWEEN.match(text, right.end) is None):
            return None, None
        if left is None or not _comparable(point, right):
            return None, None
        if right.hour is not None and not right.part and point.part and not right.has_date and not right.has_day:
            right.part = point.part if right.hour >= (point.hour or 0) or right.hour <= 12 and (point.hour or 0) == 12 else ""
        if (
            point.hour is not None
            and point.day_told is None
            and not point.has_date
            and not point.has_day
            and (right.has_day or right.has_month)
        ):
            base = None
        else:
            base = left
        resolved = resolve_point(right, self.context, ahead=ahead, base=base)
        if resolved is None:
            return None, None
        if base is None and resolved.start is not None and left.seconds is not None and self.context.reference is not None:
            left.start = self.context.reference.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(seconds=left.seconds[0])
            left.end, left.origin, left.partial = left.start + timedelta(minutes=1), Origin.PUBLICATION, ""
            point.day_offset = 0
        if (
            left.start is not None
            and resolved.start is not None
            and not point.has_year
            and right.year is not None
            and left.origin is not Origin.WRITTEN
            and point.has_month
            and point.month
        ):
            year = right.year - (1 if (point.month, point.day or 0) > (right.month or 12, right.day or 31) else 0)
            left.start = left.start.replace(year=year, day=min(left.start.day, 28) if left.start.day == 29 else left.start.day)
        if left.start is not None and resolved.end is not None and resolved.start is not None and resolved.start < left.start:
            if right.has_date or right.has_day:
                return None, None
            resolved.start, resolved.end = resolved.start + timedelta(days=1), resolved.end + timedelta(days=1)
        if between and (found := _BETWEEN.match(text, right.end)) is not None:
            right.end = found.end()
        return right, resolved

    # ------------------------------------------------------------------ the mention

    def _finish(
        self,
        point: Point,
        left: Resolved,
        right_point: Point | None,
        right: Resolved | None,
        before: re.Match[str] | None,
        after: re.Match[str],
    ) -> None:
        text = self.text
        core_start, core_end = point.start, right_point.end if right_point is not None else point.end
        start, end = core_start, core_end
        granularity, origin, hedge = left.granularity, left.origin, Hedge.EXACT
        low, high = left.start, left.end
        seconds = left.seconds
        dated = point.has_date or point.has_day
        partial = left.partial
        clocked = left.seconds is not None
        ranged = right is not None
        zone = point.zone
        reason = left.reason
        if right is not None and right_point is not None:
            high = right.start if right.instant else right.end
            clocked = clocked or right.seconds is not None
            granularity = left.granularity if left.granularity == right.granularity else "span"
            reason = reason or right.reason
            if left.seconds is not None and right.seconds is not None and not dated:
                partial = f"{clock_text(left.seconds[0])}/{clock_text(right.seconds[0] if right.instant else right.seconds[1])}"
            elif partial and right.partial:
                partial = f"{partial.partition('/')[0]}/{right.partial.rpartition('/')[2]}"
        name = after.lastgroup
        about = bool(after["about"])
        since = before is not None and bool(before["since"])
        if since and not ranged and name != "since":
            since = _SINCE_LATER.match(text, core_end) is not None
        asof = before is not None and (before["asof"] or "")
        if before is not None and (before["zone"] or before["about"] or since or (asof and (asof[0] == "截" or name == "end"))):
            shift = before.end() - before.start()
            width = len(before[0])
            del shift
            if before["zone"]:
                zone = zone or self._zone(before["zone"])
                start = (
                    core_start
                    - width
                    + (0 if (asof and asof[0] == "截") or since or before["about"] else before.start("zone") - before.start())
                )
            if before["about"]:
                about = True
                start = core_start - width
            if (since and (ranged or name in ("since", "from"))) or (asof and (asof[0] == "截" or name == "end")):
                start = core_start - width
        kind_range = ranged
        if about:
            hedge = Hedge.ABOUT
            end = after.end("about") if after["about"] else end
        instant = left.instant
        if asof and (asof[0] == "截" or name == "end") and not ranged:
            high, low = (low if instant else high), None
            hedge, kind_range = Hedge.AT_MOST, True
            partial = f"/{partial}" if seconds is not None and not dated else partial
            end = after.end() if name in ("end", "about") else end
        elif name == "upto":
            word = after["upto"]
            inclusive = word[0] in "及或和包"
            high, low = (left.end if inclusive and not instant else left.start) if not ranged else high, None if not ranged else low
            hedge, kind_range = (Hedge.AT_MOST if inclusive else Hedge.UNDER), True
            partial = f"/{partial}" if seconds is not None and not dated and not ranged else partial
            end = after.end()
        elif name == "from":
            word = after["from"]
            inclusive = word[0] in "及或和"
            if not ranged:
                low, high = (left.start if inclusive or instant else left.end), None
                partial = f"{partial}/" if seconds is not None and not dated else partial
                end = self._read_until(after.end())
                if end > after.end() and self._until is not None:
                    high = self._until
            else:
                low, high = (right.start if right is not None and right.instant else right.end if right is not None else None), None
                end = after.end()
            hedge, kind_range = (Hedge.AT_LEAST if inclusive else Hedge.OVER), True
        elif name == "since" and after["since"] == "开始" and clocked and not since:
            pass  # 20:30开始 is when it began
        elif name == "since":
            if not ranged:
                high = None
                hedge, kind_range = Hedge.AT_LEAST, True
                partial = f"{partial}/" if seconds is not None and not dated else partial
            end = after.end()
        elif name == "end" and ranged or name == "within" and (dated or ranged):
            end = after.end()
        elif since and not ranged and before is not None:
            low, high = left.start, None
            hedge, kind_range = Hedge.AT_LEAST, True
            start = core_start - len(before[0])
        kind = self._kind(dated, clocked, kind_range, granularity)
        if seconds is None and not dated:
            return
        if kind not in ("time", "timerange") and low is None and high is None and not partial:
            origin = Origin.GUESSED
        digits = text[core_start:core_end]
        if low is not None and high is not None and high < low:
            high = low
        if not kind_range and left.start is not None and dated and left.partial:
            partial = ""
        value = Period(low, high, granularity, origin, hedge, zone, digits, partial if low is None and high is None or not dated else "")
        self._add(start, end, kind, value, core_start, core_end, reason=reason)
        self._tell(point, left, right_point, right, hedge, before)

    def _zone(self, word: str) -> str:
        return self._words.zones.get(word) or word

    _until: datetime | None = None
    _title_end = 0

    def _read_until(self, end: int) -> int:
        """2010年之后2018年之前: the second bound, when it follows at once."""
        self._until = None
        text = self.text
        if text[end : end + 1].isdigit():
            point = read_point(text, end)
            if point is not None and (after := _AFTER.match(text, point.end)) is not None and after["upto"]:
                resolved = resolve_point(point, self.context)
                if resolved is not None and resolved.start is not None:
                    self._until = resolved.start
                    return after.end()
        return end

    @staticmethod
    def _kind(dated: bool, clocked: bool, ranged: bool, granularity: str) -> str:
        if not dated:
            return "timerange" if ranged or granularity == "part" else "time"
        if clocked:
            return "datetimerange" if ranged or granularity == "part" else "datetime"
        return "daterange" if ranged or granularity != "day" else "date"

    def _tell(
        self, point: Point, left: Resolved, right_point: Point | None, right: Resolved | None, hedge: Hedge, before: re.Match[str] | None
    ) -> None:
        """Lend the date to those that follow, unless it only bounds or compares."""
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
        told, level = start, left.level
        if right is not None and right.start is not None and right.level and right_point is not None:
            told, level = right.start, right.level
        if self.context.reference is not None and told > self.context.reference + timedelta(days=400):
            return
        self.context.tell(told, level, left.origin)
        if (
            level == "day"
            and point.month is not None
            and self.context.reference is not None
            and point.start < 80
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
        gap = self.text[self._seen : at] if at - self._seen < 4000 else self.text[at - 4000 : at]
        if "\n" in gap:
            self.context.enter_paragraph()
        elif _BREAK.search(gap) is not None:
            self.context.enter_sentence()
        self._seen = max(self._seen, at)

    def _add(self, start: int, end: int, kind: str, value: Period | None, core_start: int, core_end: int, reason: str = "") -> None:
        if self.mentions and start < self.mentions[-1].end:
            start = core_start = max(self.mentions[-1].end, min(start, core_start))
        self.mentions.append(Mention(start, end, kind, value, core_start, core_end, reason=reason))
        self._seen = end


def _comparable(left: Point, right: Point) -> bool:
    """Whether two points can be the ends of one range (not 下午2时至北京)."""
    if left.decade is not None or right.decade is not None:
        return True
    if left.has_date or left.has_day:
        return True
    return right.hour is not None or bool(right.part) or right.has_day


def _follows(left: Point, right: Point) -> bool:
    """Whether the right of 7、8月 or 3、4日 is next to the left, so that both are one stretch."""
    for first, second in ((left.day, right.day), (left.month, right.month), (left.year, right.year)):
        if first is not None and second is not None:
            return second == first + 1
    return False


def squeeze(text: str) -> tuple[str, list[int]] | None:
    """`text` without blanks between a digit and a Chinese character or two of those, with the old offset of each character; None when there are none."""
    if " " not in text and "\u3000" not in text:
        return None
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for match in _SPACE.finditer(text):
        pieces.append(text[last : match.start()])
        offsets.extend(range(last, match.start()))
        last = match.end()
    if not pieces:
        return None
    pieces.append(text[last:])
    offsets.extend(range(last, len(text)))
    return "".join(pieces), offsets
