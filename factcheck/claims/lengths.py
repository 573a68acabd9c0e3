"""Claims about how long a happening lasted (DURATION): the length of time and the happening it measures.

罢工持续7天, 历时7天的罢工, 罢了整整一个礼拜, 被困72小时后获救: whichever way it is told, the claim's concept is the kind of what lasted.
Lengths that bound, count or repeat (三日内, 每两小时, 第七天) measure no happening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.date_marks import mark_happening
from factcheck.claims.dates import telling_words
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.happenings import NOMINAL
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.occasions import tells_of_another_occasion
from factcheck.claims.setting import names_another
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document, Token
from factcheck.mentions.durations import read_duration
from factcheck.model import Claim, Family, Frame, Period, Quantity, Scope, Stance

__all__ = ["LASTS", "find_lengths"]

LASTS = "lasts"
"""Attribute of these claims, before the bar: `lasts|strike`."""
_BOUND_BEFORE = re.compile(
    "(?:每|限期|限时|未来|今后|过去|最近|近|第|限|提前|提早|推迟|延长|延后|相隔|时隔|间隔|相差|晚了?|早了?|满|前|后|头|徒刑|拘役|判囚|判处|监禁|入狱|判监|刑期"
    "|缓刑|年龄|龄|寿命|保质期|有效期|任期|期限)$"
)
_BOUND_AFTER = re.compile("之?内|以内|之?前|以来|来[，的]|一[次度班趟]|[的]?期限|有期|徒刑|[之的]?(?:久之)?以?上的")
_LASTING = re.compile(
    "(?:持续|历时|耗时|为期|长达|延续|历经|前后|一连|连续|花了|费时|用时|进行|整整|足足|已经?|约|近|超过|逾|达|了|过|至少|将近|大约|时间"
    "|在[^，。]{1,6}里面?)*$"
)
_LASTING_VERB = re.compile("(?:历时|耗时|费时|用时|前后|花了|整整|足足)(?:约|近|超过|逾|达|了|至少|将近|大约|整整|足足)*$")
"""Words before a length that measure something though the clause does not name it again."""
_GOES_ON = re.compile("已经?|进入第|仍|至今|目前|尚未|还在|截至")
_OVER = re.compile("后|才|结束|落幕|告终|终于|恢复|扑灭|收官|完成|历时|前后|全程")
_EXTREME = re.compile(r"最(?:长|久|多)|(?P<of>最短|最少)")
"""What makes a length that of one of many: 游客最长被困3小时."""
_IS = frozenset({"为", "是", "系", "达", "差", "剩", "余", "只剩", "仅剩"})
"""Verbs that give a length to a noun, which need not last (成绩为3分20秒), or count what is left of it (只剩9天)."""
REACH = 12
"""Characters between what lasted and its length."""


def find_lengths(document: Document, clause: Clause, times: ClauseTimes, clauses: Sequence[Clause] = ()) -> Iterator[Claim]:
    """The lengths of happenings told in a clause."""
    text = document.shadow.text
    seen: set[int] = set()
    for mention in (*clause.figures, *clause.times):
        if mention.start in seen or mention.start < clause.content_start:
            continue
        seen.add(mention.start)
        quantity, end = mention.value, mention.end
        if mention.kind != "duration" or not isinstance(quantity, Quantity):
            found = read_duration(text, mention.core_start) if mention.kind in {"datetime", "date", "daterange", "datetimerange"} else None
            if found is None or not re.match("[之以]?后", text[found.end : found.end + 2]):
                continue
            quantity, end = found.value, found.end  # 被困72小时后获救: read as a moment, and a length as well
        before = text[clause.start : mention.start]
        if before.endswith("以") or (quantity.unit == "second" and quantity.step < 1):
            continue  # 以1分43秒86夺冠: a mark in a contest, not how long it went on
        if quantity.dimension != "time" or _BOUND_BEFORE.search(before) or _BOUND_AFTER.match(text, end):
            continue
        event = _what_lasted(clause, mention.start, end)
        if event is not None and event[3] in _IS:
            continue  # 成绩为3分20秒
        if event is None and not _LASTING_VERB.search(before):
            continue
        kind, start, stop, noun = event or ("", mention.start, end, "")
        subject, subject_text = read_subject(clause)
        marks = mark_happening(clause)
        if not any(m.startswith("#") for m in marks):
            marks = (*marks, *_stage_before(clause, clauses))
        if _GOES_ON.search(clause.text) and not _OVER.search(clause.text):
            marks = (*marks, "goes_on")
        told = text[clause.sentence.start : mention.start]
        if tells_of_another_occasion(told) or names_another(told):
            marks = tuple(dict.fromkeys([*marks, "another"]))
        if extreme := _EXTREME.search(text, max(clause.start, min(start, mention.start) - 4), end):
            marks = (*marks, extreme.group("of") or "最长")
        frame: Frame = replace(clause_frame(clause), concept=kind, noun=noun, predicate=noun, words=telling_words(clause))
        yield make_claim(
            document,
            clause,
            start=min(start, mention.start),
            end=max(stop, end),
            family=Family.DURATION,
            attribute=f"{LASTS}|{kind or LASTS}",
            value=quantity,
            subject=subject,
            subject_text=subject_text,
            attribute_text=noun,
            scope=Scope(
                place=clause.places[0] if clause.places else "",
                period=_year_of(clause, times, mention.start),
                event=clause.event,
                qualifiers=marks,
            ),
            as_of=times.as_of(clause),
            frame=frame,
            stance=None if clause.stance is not Stance.DENIES else Stance.DENIES,
            time_behaviour="fixed",
        )


def _year_of(clause: Clause, times: ClauseTimes, at: int) -> Period | None:
    """The year that a clause tells of (2027年的对峙历时73天), None where it tells a finer time or none."""
    period = times.own_period(clause, at)
    return period if period is not None and period.granularity == "year" else None


def _stage_before(clause: Clause, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The stage that the sentence is told of (一审开庭审理…案，庭审持续6小时): #一; () where it names none."""
    for before in reversed(clauses[: clause.index]):
        if before.sentence.index != clause.sentence.index:
            break
        if found := tuple(m for m in mark_happening(before) if m.startswith("#")):
            return found
    return ()


def _what_lasted(clause: Clause, start: int, end: int) -> tuple[str, int, int, str] | None:
    """Kind, span and word of what a length measures: the event word behind it (7天的罢工, 7天罢工), or the last one before it, with only
    words of lasting between."""
    words = load_event_words()
    offset = clause.start
    behind = re.compile(r"的?").match(clause.text, end - offset)
    assert behind is not None
    follow = words.pattern.match(clause.text, behind.end())
    if follow is not None and len(follow.group()) > 1 and words.types[follow.group()] not in {"last", "end", "begin", "resume"}:
        kind = words.types[follow.group()]
        return kind, offset + follow.start(), offset + follow.end(), follow.group()
    tokens = [t for t in clause.content_tokens() if t.end <= start and start - t.end <= REACH]
    for token in reversed(tokens):
        between = clause.text[token.end - offset : start - offset]
        if not _LASTING.fullmatch(between):
            return None
        if (
            (token.tag not in {"VERB", *NOMINAL} and not (len(token.text) == 2 and token.text[1] in "了过"))
            or _LASTING.fullmatch(token.text)
            or words.types.get(token.text) == "last"
        ):
            continue
        if any(f.start <= token.start < f.end for f in (*clause.figures, *clause.times)):
            return None
        return _kind_of(token), token.start, token.end, token.text
    return None


def _kind_of(token: Token) -> str:
    return load_event_words().event_type(token.text)
