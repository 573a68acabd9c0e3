"""The words around a time: since, until, before, after, as of, about; and the period that comes out of all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from factcheck.mentions.times_hours import clock_text
from factcheck.mentions.times_model import Point, Resolved
from factcheck.mentions.times_words import load_words
from factcheck.model import Hedge, Origin, Period

__all__ = ["AFTER", "Expression", "build_period"]

AFTER = re.compile(
    r"(?P<about>左右|前后|上下|许)?(?:"
    r"(?P<upto>(?:[及或和]|包括)?(?:之前|以前)|前(?![往来夕后线期述者身方景沿提三十一两二四五六七八九不总首外任国副男女锋门台海路赴去段端置科卫途苏东妻夫0-9]))"
    r"|(?P<from>(?:[及或和])?(?:之后|以后)|后(?![来续期方卫勤果台者备悔世代面半排天年院市]))"
    r"|(?P<since>以来|来(?=[，,]|，|的)|起(?![义诉点源火飞草床码步家降重伏跑价因初居早到])|开始(?![的]?(?:前|后))|至今|迄今|到现在|到目前|至目前)"
    r"|(?P<end>为止|止(?![损血痛咳跌])|截止)"
    r"|(?P<within>以内|之内|内(?![部阁外地容务政战乱陆侧线蒙政需有])|期间))?"
)
_SINCE_LATER = re.compile("[^，。；！？,;!?\n]{0,24}?(?:以来|起(?=[，,])|至今|后)")


@dataclass(slots=True)
class Expression:
    """A point or a range as read and resolved, with the words before and after it. `until` is a second bound that follows
    (2010年之后2018年之前)."""

    point: Point
    left: Resolved
    right_point: Point | None = None
    right: Resolved | None = None
    before: re.Match[str] | None = None
    after: re.Match[str] | None = None
    until: tuple[datetime, int] | None = None

    @property
    def core(self) -> tuple[int, int]:
        """Where the dates themselves stand."""
        return self.point.start, (self.right_point or self.point).end

    @property
    def dated(self) -> bool:
        return self.point.has_date or self.point.has_day

    @property
    def clocked(self) -> bool:
        return self.left.seconds is not None or (self.right is not None and self.right.seconds is not None)


@dataclass(slots=True)
class _Draft:
    start: int
    end: int
    low: datetime | None
    high: datetime | None
    partial: str
    hedge: Hedge = Hedge.EXACT
    ranged: bool = False
    zone: str = ""


def build_period(text: str, expression: Expression) -> tuple[Period, str, int, int]:
    """The period of an expression, its kind, and the span with the words that bound it."""
    left, right = expression.left, expression.right
    core_start, core_end = expression.core
    draft = _Draft(core_start, core_end, left.start, left.end, left.partial, Hedge.EXACT, False, expression.point.zone)
    granularity = left.granularity
    if right is not None:
        draft.ranged = True
        draft.high = right.start if right.instant else right.end
        granularity = granularity if granularity == right.granularity else "span"
        draft.partial = _range_partial(expression, left, right)
    bound = _take_before(text, expression, draft) if expression.before is not None else ""
    if bound or (expression.after is not None and expression.after.end() > core_end):
        _take_after(expression, draft, bound)
    if draft.low is not None and draft.high is not None and draft.high < draft.low:
        draft.high = draft.low
    kind = _kind(expression, draft.ranged, granularity)
    resolved = draft.low is not None or draft.high is not None
    partial = draft.partial if not resolved or not expression.dated else ""
    origin = left.origin if resolved or partial else Origin.GUESSED
    digits = text[core_start:core_end]
    return Period(draft.low, draft.high, granularity, origin, draft.hedge, draft.zone, digits, partial), kind, draft.start, draft.end


def _range_partial(expression: Expression, left: Resolved, right: Resolved) -> str:
    if left.seconds is not None and right.seconds is not None and not expression.dated:
        return f"{clock_text(left.seconds[0])}/{clock_text(right.seconds[0] if right.instant else right.seconds[1])}"
    if left.partial and right.partial:
        return f"{left.partial.partition('/')[0]}/{right.partial.rpartition('/')[2]}"
    return left.partial


def _take_before(text: str, expression: Expression, draft: _Draft) -> str:
    """Zone, hedge and bound before the time; the bound that holds: "since", "as of" or ""."""
    before, after = expression.before, expression.after
    if before is None:
        return ""
    core_start, core_end = expression.core
    name = after.lastgroup if after is not None else None
    whole = core_start - len(before[0])
    bound = ""
    if before["since"]:
        if expression.right is not None or name in ("since", "from"):
            draft.start = whole
            bound = "" if expression.right is not None else "since"
        elif _SINCE_LATER.match(text, core_end) is not None:
            draft.start, bound = whole, "since"
    elif before["asof"] and (before["asof"][0] == "截" or name == "end" or _is_as_of(text, whole, core_end)):
        draft.start, bound = whole, "as of"
    if before["about"]:
        draft.start, draft.hedge = whole, Hedge.ABOUT
    if before["zone"]:
        draft.zone = draft.zone or load_words().zones.get(before["zone"], before["zone"])
        draft.start = min(draft.start, whole + before.start("zone") - before.start())
    return bound


def _is_as_of(text: str, start: int, end: int) -> bool:
    """至4日12时，…: 至 that opens a clause which the time alone fills says as of when."""
    return (not start or text[start - 1] in "，。；：\n") and text[start] == "至" and text[end : end + 1] in ("，", ",")


def _take_after(expression: Expression, draft: _Draft, bound: str) -> None:
    """Hedge and bound behind the time."""
    after, left, right = expression.after, expression.left, expression.right
    name = after.lastgroup if after is not None else None
    if after is not None and after["about"]:
        draft.hedge, draft.end = Hedge.ABOUT, after.end("about")
    if bound == "as of" and right is None:
        if after is not None and name == "end":
            draft.end = after.end()
        _bound(expression, draft, None, left.start if left.instant else left.end, Hedge.AT_MOST)
    elif after is not None and name == "upto":
        inclusive = after["upto"][0] in "及或和包" or (left.granularity == "span" and expression.point.window is not None)
        draft.end = after.end()
        if right is None:
            high = left.end if inclusive and not left.instant else left.start
            _bound(expression, draft, None, high, Hedge.AT_MOST if inclusive else Hedge.UNDER)
        else:
            draft.hedge = Hedge.UNDER
    elif after is not None and name == "from":
        inclusive = after["from"][0] in "及或和"
        draft.end = after.end()
        last = right if right is not None else left
        low = last.start if inclusive or last.instant else last.end
        high = None
        if expression.until is not None:
            high, draft.end = expression.until
        _bound(expression, draft, low, high, Hedge.AT_LEAST if inclusive else Hedge.OVER)
    elif after is not None and name == "since" and not (after["since"] == "开始" and expression.clocked and bound != "since"):
        draft.end = after.end()
        if right is None:
            _bound(expression, draft, left.start, None, Hedge.AT_LEAST)
    elif after is not None and ((name == "end" and right is not None) or (name == "within" and (expression.dated or right is not None))):
        draft.end = after.end()
    elif bound == "since" and right is None:
        _bound(expression, draft, left.start, None, Hedge.AT_LEAST)


def _bound(expression: Expression, draft: _Draft, low: datetime | None, high: datetime | None, hedge: Hedge) -> None:
    draft.low, draft.high, draft.hedge, draft.ranged = low, high, hedge, True
    if not expression.dated and "/" not in draft.partial:
        draft.partial = f"/{draft.partial}" if hedge in (Hedge.AT_MOST, Hedge.UNDER) else f"{draft.partial}/"


def _kind(expression: Expression, ranged: bool, granularity: str) -> str:
    if not expression.dated:
        return "timerange" if ranged or granularity == "part" else "time"
    if expression.clocked:
        return "datetimerange" if ranged or granularity == "part" else "datetime"
    return "daterange" if ranged or granularity != "day" else "date"
