"""Claims about when (DATE): each time that a clause says of what it tells, with the verb it belongs to and the role it plays.

The role of a date is part of its attribute: `date` (that is when it happened), `from` (自7月1日起), `until` (6月30日前, 至5月底止) or
`range` (5月1日至8月31日). Dates of two roles answer two questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from factcheck.claims.asides import counts_on, describes_thing, goes_on, measures_length, tells_which
from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.date_marks import mark_anchor, mark_happening
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.happenings import NOMINAL, NOMINAL_TYPES, Happening, describe_verb, frame_of
from factcheck.claims.leftovers import find_speech_times
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document, Token
from factcheck.mentions.types import Mention
from factcheck.model import Claim, Family, Frame, Hedge, Origin, Period, Scope

__all__ = ["AS_OF", "find_dates", "telling_words"]

_FINE = {"second", "minute", "hour", "part", "day", "week", "month", "season"}
_STEP = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "part": timedelta(hours=6), "day": timedelta(days=1)}
_STEP |= {"week": timedelta(days=7), "span": timedelta(days=10), "month": timedelta(days=30), "year": timedelta(days=365)}
"""How long a time of one granularity is, where only one of its edges was said; 底 and 初 are read as ten days."""
SHORT_SPAN = timedelta(days=40)
"""A span up to this long (3月底, 上旬) tells when something happened; a longer one is the background of the story."""
AS_OF = "as_of"
"""Role of the hour by which something was counted; it is never set against another."""
ANSWERED = 8
"""Characters that the words for what one answers may take before its own word."""
REACH = 20
"""Characters between a time and its verb beyond which the claim's span is the time alone."""
_LINKS = re.compile(
    "(?:了|过|日期|时间|定)?(?:[是为在于至到从自由]|始于|起于|发生[于在]?|定[于在]|订[于在]|安排[于在]|排[于在期]|改[于在]|选在|将于|将在)?[约，]?"
)
"""What may stand between a verb and its time after it."""
_NOMINAL_TAIL = re.compile("[令期费率权者金潮方地日](?![把将向对被让给在为是发表已])")
"""A character behind an event word that makes both a noun (复工令, 停火期)."""
_SINCE = re.compile(r"起|自|从|由|开始|以来")
_UNTIL_BEFORE = re.compile(r"(?:截至|截止到?|直?至|直?到|为)$")
_LATE = re.compile(r"^[^，。；]{0,6}?(?:才|方才|始|终于)")
_PRESENCE = frozenset({"appear", "enter", "deploy", "arrive", "attend"})
_BREAKS_OUT = re.compile(
    r"(?:发生|突发|爆发|燃起|引发|遭遇|遭受|发|遇|起|突遇|遭)(?:了|过|一[起场次]|重大|特大|严重|大|强烈|连环|系列|[\d.]+级|里氏)*$"
)


def find_dates(
    document: Document, clause: Clause, happenings: Sequence[Happening], times: ClauseTimes, clauses: Sequence[Clause]
) -> Iterator[Claim]:
    """The date claims of a clause: one for each happening whose time is told, and one for each time that no happening took."""
    scene = _scene_of(clause, clauses)
    taken: list[Mention] = []
    for happening in happenings:
        if _is_governed(happening, happenings):
            continue
        for claim, mention in _date_happening(document, happening, times, scene):
            if mention is not None:
                taken.append(mention)
            yield claim
    for mention in sorted(times.said_in(clause), key=lambda m: isinstance(m.value, Period) and m.value.origin is Origin.GUESSED):
        if mention not in taken and not any(
            skips(clause, mention) for skips in (_is_attribution, _is_only_bracket, counts_on, measures_length)
        ):
            dated = _date_clause(document, clause, mention, times, scene)
            if dated is not None:
                yield dated
                break
    for mention in times.clocks_in(clause):
        dated = _date_clause(document, clause, mention, times, scene)
        if dated is not None:
            yield dated
            break
    yield from _as_of_claim(document, clause, times)
    yield from find_speech_times(document, clause, times, telling_words(clause), scene)


def _as_of_claim(document: Document, clause: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """The hour as of which a clause counts (截至12日18时): two articles that name one hour go by one bulletin."""
    for mention in times.counted_by(clause):
        value = mention.value
        if not isinstance(value, Period) or value.end is None or value.granularity not in {"minute", "hour"}:
            continue
        moment = replace(value, start=value.end, end=_step_on(value.end, "minute"), granularity="minute", hedge=Hedge.EXACT)
        subject, subject_text = read_subject(clause)
        yield make_claim(
            document,
            clause,
            start=mention.start,
            end=mention.end,
            family=Family.DATE,
            attribute=f"{AS_OF}|{AS_OF}",
            value=moment,
            subject=subject,
            subject_text=subject_text,
            scope=Scope(event=clause.event, qualifiers=("said",)),
            as_of=times.as_of(clause),
            frame=_with_scene(clause_frame(clause), clause, ()),
            time_behaviour="fixed",
        )


_PHASE = {"begin", "end", "suspend", "resume", "cancel", "postpone", "complete", "close", "ban"}


def _is_governed(happening: Happening, happenings: Sequence[Happening]) -> bool:
    """Whether another verb right before it says what became of it (停止取水, 恢复取水) or who dealt with it (响应地铁罢工): the date is of
    that."""
    clause, answers = happening.clause, load_event_words().answering
    for token in clause.content_tokens():
        if token.tag == "VERB" and token.text in answers and 0 < happening.start - token.end <= ANSWERED:
            between = clause.text[token.end - clause.start : happening.start - clause.start]
            if not re.search("[后前并且的时]", between):
                return True
    for other in happenings:
        if other.end <= happening.start <= other.end + 6 and (other.type in _PHASE or other.word in load_cues().phases):
            between = happening.clause.text[other.end - happening.clause.start : happening.start - happening.clause.start]
            return not re.search("[后前并且]|时", between)
    return False


def _is_attribution(clause: Clause, mention: Mention) -> bool:
    """Whether a time tells when something was said (警方6日通报), not when it happened."""
    return clause.start <= mention.start and mention.end <= clause.content_start


_DECLARES = re.compile(r"(?:宣布|宣告)[了将]?$")


def _is_declared(happening: Happening) -> bool:
    """Whether a deed is done by being declared, right behind the word that declares it (10日宣布|辞职): the day of the one is that of the
    other."""
    clause = happening.clause
    return happening.type in load_event_words().declared and bool(_DECLARES.search(clause.text[: happening.start - clause.start]))


def _is_only_bracket(clause: Clause, mention: Mention) -> bool:
    return clause.bracketed and mention.start == clause.start and mention.end >= clause.end - 1


def _scene_of(clause: Clause, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The content words of the other clauses of the sentence, up to the next one that tells a time of its own."""
    words: set[str] = set()
    for step in (1, -1):
        at = clause.index + step
        while 0 <= at < len(clauses) and clauses[at].sentence.index == clause.sentence.index:
            if step > 0 and clauses[at].times:
                break
            words |= set(telling_words(clauses[at]))
            at += step
    return tuple(sorted(words))


def telling_words(clause: Clause) -> tuple[str, ...]:
    """The content words of a clause that are no part of a time or a figure, sorted."""
    taken = [(m.core_start, m.core_end) for m in (*clause.times, *clause.figures)]
    kept = {
        t.text
        for t in clause.content_tokens()
        if t.tag in {"NOUN", "VERB", "PROPN", "ADJ", "X"} and len(t.text) > 1 and not any(a < t.end and t.start < b for a, b in taken)
    }
    return tuple(sorted(kept))


_OCCURS = re.compile("事发|案发|出事|肇事(?!者|司机|车|方|机|船)|发生")
_SOME_EVENT = re.compile(
    "^(?:[本该这此]次|[本该这此]起|有关|上述)?(?:事故|意外|事件|案件|案子?|事情?|悲剧|惨剧|惨案|灾难|灾害|险情|警情|命案)$"
)


def _is_occurrence(happening: Happening) -> bool:
    """Whether a verb only says that the affair's event took place (事发, 案发, 事故发生于, 发生意外)."""
    if not _OCCURS.fullmatch(happening.word):
        return False
    nouns = [noun for noun in (happening.subject, happening.object) if noun]
    return happening.word != "发生" or (bool(nouns) and all(_SOME_EVENT.search(noun) for noun in nouns))


def _dated_frame(happening: Happening) -> Frame:
    frame = frame_of(happening)
    return replace(frame, concept="occur") if _is_occurrence(happening) else frame


def _with_scene(frame: Frame, clause: Clause, scene: tuple[str, ...]) -> Frame:
    return replace(frame, words=telling_words(clause), scene=scene, wording=clause.wording())


def _is_ongoing(document: Document, happening: Happening) -> bool:
    """Whether a noun for a happening is only the subject of what the clause tells (山火仍在持续): then the clause's date is not when
    it broke out."""
    clause = happening.clause
    if happening.type not in NOMINAL_TYPES or _BREAKS_OUT.search(
        document.shadow.text[max(clause.start, happening.start - 14) : happening.start]
    ):
        return False
    return any(t.tag in {"VERB", "ADV"} and len(t.text) > 1 for t in clause.tokens if t.start >= happening.end)


def _counts(happening: Happening) -> bool:
    """Whether the verb only governs a figure (23日取消12班, 当日新增14例): how many that day, not when it happened."""
    words = load_event_words()
    once = happening.type in words.types.values() and happening.type not in words.generic
    text, begin = happening.clause.text, happening.clause.start
    return not once and any(
        0 <= f.start - happening.end <= 6 and f.kind != "duration" and text[f.start - begin] != "一" for f in happening.clause.figures
    )


def _is_meanwhile(happening: Happening) -> bool:
    """Whether a verb only tells at which occasion the clause's own was done (翻修梯田时最先发现): the date is of that."""
    clause = happening.clause
    later = [t for t in clause.content_tokens() if t.tag == "VERB" and t.start >= happening.end and len(t.text) > 1]
    return any(_WHILE.search(clause.text, happening.end - clause.start, t.start - clause.start) for t in later[:2])


def _taken_on(happening: Happening | None) -> tuple[str, ...]:
    """`counted` where the day is one on which a figure was taken (昨日收报28.6元) or something seen that went on (10日仍在燃烧)."""
    return ("counted",) if happening is not None and (_counts(happening) or goes_on(happening)) else ()


def _place_in_time(text: str, mention: Mention | None, period: Period) -> tuple[str, Period] | None:
    """The role of a time and the stretch it stands for; None for a bound that tells neither a beginning nor an end."""
    step = _STEP.get(period.granularity, timedelta(days=1))
    words = text[mention.start : mention.end] if mention is not None else period.digits
    before = text[max(0, mention.start - 4) : mention.start] if mention is not None else ""
    after = text[mention.end : mention.end + 8] if mention is not None else ""
    if period.start is not None and period.end is None:
        if period.hedge is not Hedge.AT_LEAST or not _SINCE.search(before[-1:] + words + after[:2]):
            return None
        return "from", replace(period, end=_step_on(period.start, period.granularity), hedge=Hedge.EXACT)
    if period.start is None and period.end is not None:
        if words.startswith(("截至", "截止")):
            return None
        if period.hedge is Hedge.UNDER and period.granularity != "span":
            start, end = period.end, _step_on(period.end, period.granularity)  # 6月30日前: the day named is the edge
        else:
            start, end = period.end - step, period.end
        return ("date" if _LATE.search(after) else "until"), replace(period, start=start, end=end, hedge=Hedge.EXACT)
    if mention is not None and _is_range(mention, period, step):
        return "range", period
    if _UNTIL_BEFORE.search(before) and not _LATE.search(after) and "截" not in before and not before.endswith("为"):
        return "until", period
    return "date", period


def _step_on(start: datetime, granularity: str) -> datetime:
    return start + _STEP.get(granularity, timedelta(days=1))


def _is_range(mention: Mention, period: Period, step: timedelta) -> bool:
    """Whether both ends were said (5月1日至8月31日)."""
    if mention.kind not in {"daterange", "datetimerange"} or period.start is None or period.end is None:
        return False
    return period.granularity in {"day", "month", "year"} and period.end - period.start > 1.5 * step


def _is_told(period: Period, role: str, listed: bool, said: bool) -> bool:
    """Whether a time is fine enough to say when something happened: a year only where the verb, the word for beginning, or the lack of any
    figure that it could be the year of, makes it one (`listed`)."""
    if period.granularity in _FINE or role == "range":
        return True
    if period.granularity == "span":
        return period.start is not None and period.end is not None and period.end - period.start <= SHORT_SPAN
    return period.granularity == "year" and said and (listed or role == "from")


def _date_happening(
    document: Document, happening: Happening, times: ClauseTimes, scene: tuple[str, ...]
) -> Iterator[tuple[Claim, Mention | None]]:
    """The date said before the event word with no other event word or a comma-separated later date between, or right after it."""
    clause, text = happening.clause, document.shadow.text
    period = times.event_period(clause, happening.start)
    if _NOMINAL_TAIL.match(text, happening.end, clause.end) and not any(m.start == happening.end for m in clause.times):
        return
    if _is_meanwhile(happening) or _that_day().match(text, happening.end, clause.end):
        return
    if period is None or happening.type in {"last", "located"} or _is_ongoing(document, happening) or _counts(happening):
        return
    own = [m for m in times.said_in(clause) if m.value is period]
    if own and _is_attribution(clause, own[0]) and not _is_declared(happening):
        return
    if own and any(skips(clause, own[0]) for skips in (counts_on, measures_length)):
        return
    if describes_thing(clause, happening, own[0] if own else None) or (own and tells_which(clause, happening, own[0])):
        return
    if happening.type == "end_on":
        after = [m for m in clause.times if happening.end <= m.start <= happening.end + 2 and isinstance(m.value, Period) and m.value.start]
        if not after:
            return
        assert isinstance(after[0].value, Period)
        own, period = after[:1], after[0].value
    elif own and own[0].start >= happening.end:
        between = text[happening.end : own[0].start]
        if not _LINKS.fullmatch(between):
            return  # 疏散的居民21日返回, 补选结果今天公布: the date belongs to what follows
    placed = _place_in_time(text, own[0] if own else None, period)
    if happening.type == "end_on":
        placed = ("until", period)
    if placed is None and not period.partial.startswith("XXXX-"):
        return
    role, value = placed or ("date", period)
    words = load_event_words()
    listed = happening.type in words.once or (happening.type in words.types.values() and happening.type not in words.generic)
    if not _is_told(value, role, listed if role == "from" else happening.type in words.once or not clause.figures, bool(own)):
        return
    start, end = _span_of(happening, own[0] if own else None)
    subject, subject_text = read_subject(clause)
    first = happening.type in _PRESENCE and bool(
        word_pattern(load_cues().first_time_in).search(clause.text[: happening.start - clause.start])
    )
    claim = make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.FIRST if first else Family.DATE,
        attribute=f"{happening.type}|{'first' if first else role}",
        value=value,
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(
            place=clause.places[0] if clause.places else "",
            event=clause.event,
            qualifiers=(
                "said" if own and not times.points_back(clause, own[0]) else "carried",
                *_taken_on(happening),
                *mark_happening(clause, scene),
                *mark_anchor(clause, own[:1]),
            ),
        ),
        as_of=times.as_of(clause),
        frame=_with_scene(_dated_frame(happening), clause, scene),
        time_behaviour="fixed",
    )
    yield claim, own[0] if own else None


def _date_clause(document: Document, clause: Clause, mention: Mention, times: ClauseTimes, scene: tuple[str, ...]) -> Claim | None:
    """The date of a clause whose verb is no event word (昨天下午，井口一下子炸了锅): the first verb after the time, or none."""
    assert isinstance(mention.value, Period)
    text = document.shadow.text
    placed = _place_in_time(text, mention, mention.value)
    if placed is None:
        return None
    role, value = placed
    happening = _verb_of(clause, mention)
    if happening is not None and (happening.negated or happening.pending or describes_thing(clause, happening, mention)):
        return None
    if happening is not None and tells_which(clause, happening, mention):
        return None
    if role == "date" and happening is not None and _BEGINS.search(text, happening.start, mention.start):
        role, value = "from", value
    words = load_event_words()
    kind = happening.type if happening is not None else ""
    listed = kind in words.types.values() and kind not in words.generic
    if not _is_told(value, role, listed or not clause.figures, True) or not (happening or telling_words(clause)):
        return None
    subject, subject_text = read_subject(clause)
    start, end = _span_of(happening, mention) if happening is not None else (mention.start, mention.end)
    frame = (
        _dated_frame(happening)
        if happening is not None
        else Frame(
            participants=clause.participants,
            context=clause.context,
            places=clause.places,
            topic=clause.topic,
        )
    )
    return make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.DATE,
        attribute=f"{kind or 'told'}|{role}",
        value=value,
        subject=subject,
        subject_text=subject_text,
        attribute_text=(happening.word + happening.object) if happening is not None else "",
        scope=Scope(
            place=clause.places[0] if clause.places else "",
            event=clause.event,
            qualifiers=(
                "carried" if times.points_back(clause, mention) else "said",
                *_taken_on(happening),
                *mark_happening(clause, scene),
                *mark_anchor(clause, [mention]),
            ),
        ),
        as_of=times.as_of(clause),
        frame=_with_scene(frame, clause, scene),
        time_behaviour="fixed",
    )


@cache
def _that_day() -> re.Pattern[str]:
    """起火当晚: the day is told by the happening, not the happening by the day."""
    return re.compile(rf"(?:的)?(?:{word_pattern(load_cues().that_day).pattern}|当(?:[上下中]午|凌晨))")


_WHILE = re.compile(r"时(?![间候代刻期段机])|之际|期间|途中|过程中")
_AFFAIR = re.compile("(?:事发|案发|出事)(?!地|现场|路段|水域|海域|地点|位置|区域|者|方)")
_OPENED = re.compile(r"(?:[，]?(?:再|先|也|就|才|将|会|要|加|续|正式|公开)){0,2}开(?=[\u4e00-\u9fff]{0,6}会(?:[，。；]|$))")
"""25日|开听证会: what one opens in speech is held."""
_BEGINS = re.compile(r"(?:始|起|开始|肇始|发端)[于自]?$")


def _verb_of(clause: Clause, mention: Mention) -> Happening | None:
    """The first verb after a time, else the last one before it (安排在21日), else an event word inside a longer noun (公开审理)."""
    words, cues = load_event_words(), load_cues()
    said = words.stative | cues.says | cues.opines | cues.negations
    if (match := _AFFAIR.search(clause.text)) is not None:
        start = clause.start + match.start()
        return describe_verb(clause, Token(start, start + 2, match.group(), "VERB"))
    if (opened := _OPENED.match(clause.text, max(0, mention.end - clause.start))) is not None:
        start = clause.start + opened.start()
        return replace(describe_verb(clause, Token(start, start + 1, opened.group(), "VERB")), type="hold")
    verbs = [
        t
        for t in clause.content_tokens()
        if t.tag == "VERB" and t.text not in said and not (len(t.text) == 1 and (t.text in cues.links or t.text in words.light))
    ]
    after = [t for t in verbs if t.start >= mention.end or mention.end <= clause.start]
    if len(after) > 1 and _WHILE.search(clause.text, after[0].end - clause.start, after[1].start - clause.start):
        after = after[1:]  # 2022年8月翻修梯田时最先发现: the time is of what was done
    before = [t for t in verbs if t.end <= mention.start]
    if chosen := (after[:1] or before[-1:]):
        verb = describe_verb(clause, chosen[0])
        voted = any(f.end == chosen[0].start and clause.text[: f.end - clause.start].endswith("票") for f in clause.figures)
        return replace(verb, type="vote") if voted else verb  # 18日以91票赞成: how they voted
    for token in clause.content_tokens():
        if token.tag in NOMINAL and len(token.text) > 3 and (match := words.pattern.search(token.text)) and len(match.group()) > 1:
            start = token.start + match.start()
            return describe_verb(clause, replace(token, start=start, end=start + len(match.group()), text=match.group()))
    if noun := next((t for t in clause.content_tokens() if t.tag in NOMINAL and len(t.text) > 1 and t.start == mention.end), None):
        return describe_verb(clause, noun)  # 订于5月8日宣誓就职
    return None


def _span_of(happening: Happening, mention: Mention | None) -> tuple[int, int]:
    """Time and verb together where they stand close, else the time; the verb alone where the time was told before."""
    if mention is None:
        return happening.start, happening.end
    start, end = min(happening.start, mention.start), max(happening.end, mention.end)
    apart = max(happening.start - mention.end, mention.start - happening.end)
    return (start, end) if apart <= REACH else (mention.start, mention.end)
