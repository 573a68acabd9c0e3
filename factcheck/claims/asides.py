"""Verbs and times of a clause that do not tell what happened when: a verb that only says which thing is meant (由岚洲开往青螺岛的客轮,
由78人署名的公开信), a time that only counts the days since (断缆今天进入第三天), one that says which thing is meant (7日的位置).
"""

from __future__ import annotations

import re

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.happenings import NOMINAL, Happening
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.marks import EVENT_NOUN
from factcheck.mentions.types import Mention

__all__ = ["counts_on", "describes_thing", "goes_on", "measures_length", "tells_which"]

ADJACENT = 6
"""Characters between a time and the verb of a modifier up to which the time belongs to that verb (14日晚被捕的男子)."""
REACH = 14
"""Characters between a verb and the 的 of what it modifies."""
_OF = re.compile("的(?!话|是|时|同时|确|士)")
_STOPS = re.compile("[，。；：、“”「」『』（）()！？]|并且|而且")
_PREFIXED = re.compile("(?:由|被|一[封份艘架辆名位个只条座家起项次场支批]|从|自|往)[^，。；：]{0,16}$")
"""Words that open a modifier: by whom it is done, from where it goes, one that."""
_COUNTS_ON = re.compile(
    "[^，。；]{0,8}?(?:进入|踏入|步入|迈入|迎来|已?是|已经?|乃|为|到了?|来到|正?值|适逢|恰逢|恰是)[^，。；]{0,6}?(?:第(?:[\\d一二两三四五六七八九十百]+)个?(?:[天日周月年晚夜]|星期|礼拜|小时)"
    "|[\\d一二两三四五六七八九十百]+(?:周年|个?月|周|天|年)(?:[，。了]|$)|头七|满月|周年|倒计时)|第(?:[\\d一二两三四五六七八九十百]+)[天日周晚夜]"
    "|(?:已经?|才|正好|恰好|也)?(?:是|距离?|离(?![开岸岗境职世队校任场]))[^，。；]{2,24}?(?:第[\\d一二两三四五六七八九十百]+个?[天日周月年晚夜](?!前|内)|头七|周年|忌日|[\\d一二两三四五六七八九十百]+(?:多)?(?:天|日|个月|周年|年整?)(?:了|$))"
)


def counts_on(clause: Clause, mention: Mention) -> bool:
    """Whether a time only tells how far on the thing is by then (今天进入第三天, 昨日已是第5天): nothing happened at it."""
    return clause.start <= mention.start and _COUNTS_ON.match(clause.text, mention.end - clause.start) is not None


def goes_on(happening: Happening) -> bool:
    """Whether a verb tells of what was already going on at the time of the clause (10日山火仍在持续): on other days it did as well."""
    ongoing = load_cues().ongoing
    before = [t.text for t in happening.clause.content_tokens() if t.end <= happening.start]
    if before[-1:] == ["在"]:
        before.pop()  # 火灾仍在蔓延
    return happening.word in ongoing or (bool(before) and before[-1] in ongoing | load_cues().going_on)


_MOMENT_NOUN = re.compile("时候|时间|时刻|凌晨|清晨|早晨?|上午|中午|下午|傍晚|晚|深夜|半夜")


def tells_which(clause: Clause, happening: Happening, mention: Mention) -> bool:
    """Whether a time with 的 only says which thing is meant (以9月7日的位置为基准后撤): it dates the clause's verb only where the thing is
    that verb's noun, or something that happens itself (8日的听证会上)."""
    if mention.start < clause.start or not clause.text.startswith("的", mention.end - clause.start):
        return False
    nouns = ""
    for token in clause.tokens:
        if token.start <= mention.end:
            continue
        if token.tag not in {*NOMINAL, "NUM"}:
            break
        nouns += token.text
    if not nouns or happening.start < mention.end + 1 + len(nouns):
        return False
    return not (_MOMENT_NOUN.match(nouns) or EVENT_NOUN.search(nouns) or load_event_words().pattern.search(nouns))


_SPAN_NOUN = re.compile("[一-鿿]{1,4}期(?![间待])")
_HAN_DAY = re.compile("[一二两三四五六七八九十]{1,3}[日天]")
_BARE_DAY = re.compile("[0-9一二两三四五六七八九十廿]{1,3}[日天]")
_FROM_EVENT = re.compile("(?<![以之日年月目当先])[前后]$")
_POINT = re.compile("[0-9年月日号时点昨今明当本上下周]|星期[一二三四五六日天]")


def measures_length(clause: Clause, mention: Mention) -> bool:
    """Whether what was read as a day counts days (三十日宽限期, 停工一日), or is so long before or after an event that is not dated
    (届满前两星期): no day at which anything happened."""
    if mention.start < clause.start:
        return False
    start, end = mention.start - clause.start, mention.end - clause.start
    said, behind, before = clause.text[start:end], clause.text[end:], clause.text[:start]
    if _FROM_EVENT.search(before) and not _POINT.search(said.replace("星期", "", 1)):
        return True
    if not _BARE_DAY.fullmatch(said):
        return False
    if _SPAN_NOUN.match(behind):
        return True
    verb = any(t.end == mention.start and t.tag == "VERB" and len(t.text) > 1 for t in clause.tokens)
    return verb and (not behind.strip("，。；、") or _HAN_DAY.fullmatch(said) is not None)


def describes_thing(clause: Clause, happening: Happening, mention: Mention | None) -> bool:
    """Whether a verb only tells which thing is meant and the time is not its own: it stands before 的 and a noun, with its mark in front
    or the predicate behind, and something between the time and it."""
    at = happening.end - clause.start
    stop = _STOPS.search(clause.text, at)
    limit = min(at + REACH, stop.start() if stop is not None else len(clause.text))
    of = _OF.search(clause.text, at, limit)
    if of is None or clause.text[at : at + 1] in {"了", "过"} or clause.text[at - 1 : at] in {"了", "过"}:
        return False  # 出现了成建制的队伍: told as done
    behind = [t for t in clause.content_tokens() if t.start >= clause.start + of.end()]
    between = clause.tokens_between(happening.end, clause.start + of.start())
    if not behind or behind[0].tag not in {*NOMINAL, "NUM"} or any(t.tag == "VERB" for t in between):
        return False
    if mention is not None and happening.end <= mention.start <= happening.end + 1:
        return False  # 出生于1950年的画家: the time is of the verb
    own = mention is not None and mention.start >= clause.start and mention.end <= happening.start
    if own and mention is not None:
        gap = clause.text[mention.end - clause.start : happening.start - clause.start]
        if len(gap) <= ADJACENT and not _PREFIXED.search(gap):
            return False  # 14日晚被捕的男子: the time is of the verb
    prefixed = _PREFIXED.search(clause.text, 0, happening.start - clause.start) is not None
    predicate = any(t.tag == "VERB" and len(t.text) > 1 for t in behind)
    return of.start() == at or prefixed or predicate
