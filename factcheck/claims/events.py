"""Claims about happenings: that something happened or did not (ACT), when (DATE), where (PLACE), by whom (MEETING/OFFICE: `who`), in
what order (ORDER).

A happening is an event word of `data/events.yml` (or, where a clause denies something, any verb) with the nouns around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.draft import MAX_SPAN, make_claim, read_subject
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.naming import name_event
from factcheck.claims.stance import is_negated, negation_before
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document, Token
from factcheck.mentions.types import EntityMention, Mention
from factcheck.model import Claim, Family, Frame, Hedge, Name, Order, Period, Polarity, Quantity, Scope, Stance

__all__ = ["Happening", "extract_events", "find_happenings"]

_NOMINAL = {"NOUN", "PROPN", "ADJ", "X"}
_FINE = {"second", "minute", "hour", "part", "day", "week", "month", "season"}
_PLACE_TYPES = {"GPE", "LOC"}
_PLACE_BEFORE = re.compile(r"(?:在|于|从|自|位于|抵达|到达|前往|赴|驶往|开往|飞往|运往|来自|登陆|坐落于|至|往|设在|落户)$")
_INSIDE = re.compile(
    r"(?:的?(?:首都|省会|首府|境内|北部|南部|东部|西部|中部|东北部|西北部|东南部|西南部|城市|港口|港口城市|小镇|地区|附近)?的?)"
)
_DIRECTION = re.compile(
    r"^(?:以|之|的)?(?:东南|东北|西南|西北|东|南|西|北|正东|正西|正南|正北)(?:方向|方|面|部|侧|边|偏[东南西北])?(?!亚|京|海道|大|风)(?:的)?(?:约?\d+(?:\.\d+)?(?:公里|海里|千米))?(?:海域|沿岸|沿海|近海|外海|处|水域|空域)?"
)
_SEQUENCE = re.compile(
    r"先(?!生|后|进|前|锋|导|知|驱|行者|天|例|河)(?P<a>[^。！？；]{2,24}?)[，、,；]?(?:再|然后|随后|其后|之后|最后|才|后(?!果|续|来者|方|援|勤|天|台))(?P<b>[^，。、！？；]{2,24})"
)
_LATE_FIRST = re.compile(
    r"(?:头几天|前期|开始时|起初|首先|第一阶段)(?P<a>[^。！？；]{2,20}?)[，,；](?:最后才?|后期|随后|其后|末段)(?P<b>[^，。、！？；]{2,20})"
)
_AFTER_THEN = re.compile(
    r"(?P<a>[^，。！？；、]{2,24}?)(?:[一二两三四五六七八九十几数半\d]+个?多?(?:小时|钟头|分钟|天|日|周|星期|月|年))?(?:之后|以后|后(?!果|续|来|者|方|台|勤)|完了?|结束)"
    r"[，,]?(?:随即|随后|立即|即|便|继而|接着|才|方才|再|又)(?P<b>[^，。、！？；]{2,24})"
)
_RELATIVE = re.compile(r"^(?:之|以)?(?P<side>前|后)(?!后|线|往|者|续|期|夕|勤|方|来|景|途|提|天|台|果|卫|院|面|身|任|总|首|国|所未)")


@dataclass(frozen=True, slots=True)
class Happening:
    """One event word in a clause: shadow offsets, event type (or the verb itself), whether it holds, whether it is only pending, the
    object and subject nouns."""

    clause: Clause
    start: int
    end: int
    word: str
    type: str
    negated: bool
    pending: bool
    object: str
    subject: str


def find_happenings(clause: Clause) -> list[Happening]:
    """The happenings of a clause, in order. An event word inside a name or a figure is none; a light verb is none where another event
    word follows it."""
    words = load_event_words()
    cues = load_cues()
    spans: list[tuple[int, int, str, str]] = []
    taken = [(e.start, e.end) for e in clause.entities if e.type in {"WORK", "ORG", "PER"}] + [(t.start, t.end) for t in clause.times]
    offset = clause.content_start - clause.start
    inside = [(t.start, t.end) for t in clause.tokens if t.tag in {"NOUN", "PROPN"}]
    for match in words.pattern.finditer(clause.text, max(0, offset)):
        start, end = clause.start + match.start(), clause.start + match.end()
        if any(a < end and start < b for a, b in taken) or any(a <= start and end <= b and b - a > end - start + 1 for a, b in inside):
            continue
        if end - start == 1 and not any(t.start == start and t.end == end for t in clause.tokens):
            continue
        spans.append((start, end, match.group(), words.types[match.group()]))
    for token in clause.content_tokens():
        if (
            (
                token.tag != "VERB"
                and not (token.text in _COVERBS and not any(t.tag == "VERB" for t in clause.tokens if t.start >= token.end))
            )
            or len(token.text) < 2
            or token.text in words.stative
            or (token.text in cues.links and not (token.text in words.light and _has_object(clause, token)))
            or token.text in cues.says
            or token.text in cues.opines
            or token.text in cues.negations
            or token.text in cues.unconfirmed_in
        ):
            continue
        if any(a < token.end and token.start < b for a, b, _, _ in spans) or any(a < token.end and token.start < b for a, b in taken):
            continue
        if is_negated(clause, token.start) or token.text in words.light or len(token.text) == 2:
            spans.append((token.start, token.end, token.text, words.event_type(token.text)))
    spans.sort()
    whole = re.search(r"完全|全部|全面|彻底|都|全数|悉数", clause.text)
    found = []
    for position, (start, end, word, kind) in enumerate(spans):
        following = spans[position + 1] if position + 1 < len(spans) else None
        if word in words.light and following is not None and following[0] - end <= 6 and following[3] not in {"hold"}:
            between = clause.text[end - clause.start : following[0] - clause.start]
            if not any(t.tag == "NOUN" and len(t.text) > 1 for t in clause.tokens_between(end, following[0])) and "，" not in between:
                continue
        if is_only_named(clause, end) and clause.stance is not Stance.DENIES:
            continue
        if _ABLE.search(clause.text[: start - clause.start]):
            continue
        if kind in _NOMINAL_TYPES and _REFERRED.search(clause.text[: start - clause.start]):
            continue
        happening = _describe(clause, start, end, word, kind)
        if happening.negated and re.search(r"第[一二三]次|首次|首度|唯一|只是|仅仅", clause.text[: start - clause.start]):
            continue  # 不是第一次传出: it did happen
        if happening.negated and whole and clause.start + whole.end() <= start:
            continue  # 没有完全得到控制: neither so nor not so
        found.append(happening)
    return found


def _has_object(clause: Clause, verb: Token) -> bool:
    """Whether a noun follows a verb that only links elsewhere (未发生设备故障, 没有出现泄漏), and no figure."""
    following = next((t for t in clause.tokens if t.start >= verb.end and t.text not in {"了", "过", "任何", "其他", "的"}), None)
    return following is not None and following.tag in _NOMINAL and not any(f.start >= verb.end for f in clause.figures)


_REFERRED = re.compile(r"(?:此|这|该|本|上述|那|当日)[次起场宗波轮]?(?:的)?(?:重大|特大|严重)?$")
"""此次火灾, 这起爆炸: known already, neither told nor denied."""
_ABLE = re.compile(r"(?:可以|能够|可能|应该|应当|必须|需要|想要?|愿意|敢于?|不得不|值得|足以|不要|不准|不得|不许|别|甭)[^，。]{0,2}$")
"""Words after which a verb tells what may, should or might be, not what was."""
_ONLY_NAMED = re.compile(
    r"(?:这|那|此|该)?(?:件|回|码|一)?(?:事儿?|传闻|消息|问题|风波|的?说法|一说|议题|与否|疑云|之谜|的?可能性?|一案|案件?(?!发))"
)
_ASKED = re.compile(r"吗$|是否|到底|究竟|有没有|有无|没[\u4e00-\u9fff]$|不[\u4e00-\u9fff]$|会不会|能否|呢$|为何|为什么")


def is_only_named(clause: Clause, end: int) -> bool:
    """Whether the words up to `end` are only named as a topic (裁员这事儿) or asked about (掉没掉), not claimed."""
    return bool(_ONLY_NAMED.match(clause.text, end - clause.start)) or bool(_ASKED.search(clause.text)) or clause.text.endswith(("?", "？"))


def _object_after(clause: Clause, end: int) -> str:
    """The nouns behind a verb: what it is done to. A verb inside the phrase belongs to it where a noun follows (递交上市申请) or
    nothing does (提出上诉), and is left out before 的 (供应过所用的电芯)."""
    following = [t for t in clause.tokens if t.start >= end]
    nouns: list[str] = []
    for position, token in enumerate(following):
        behind = following[position + 1] if position + 1 < len(following) else None
        if any(f.start <= token.start < f.end for f in (*clause.figures, *clause.times)):
            if nouns:
                break
        elif token.tag in _NOMINAL:
            nouns.append(token.text)
        elif token.text in _LINKING or (not nouns and (token.tag in {"NUM", "DET", "PART", "ADV"} or token.text in {"该", "其", "本"})):
            continue
        elif token.tag == "VERB" and len(token.text) > 1 and (behind is None or behind.tag == "PUNCT"):
            if token.start == end:
                nouns.append(token.text)  # 提出上诉; but 派潜艇参演 goes on to what they did
            break
        elif token.tag == "VERB" and behind is not None and (behind.tag in _NOMINAL or behind.text == "的"):
            if behind.text != "的" and len(token.text) > 1:
                nouns.append(token.text)
        else:
            break
    return "".join(nouns)


_LINKING = frozenset("的了过着所之")


def _describe(clause: Clause, start: int, end: int, word: str, kind: str) -> Happening:
    cues = load_cues()
    before = [t for t in clause.content_tokens() if t.end <= start]
    pending = any(t.text in cues.pending for t in before)
    object_ = _object_after(clause, end)
    subject = ""
    for token in reversed(before):
        if token.tag in {"NOUN", "PROPN", "X"} and not any(f.start <= token.start < f.end for f in (*clause.figures, *clause.times)):
            subject = token.text + subject
        elif subject:
            break
    return Happening(clause, start, end, word, kind, is_negated(clause, start), pending, object_, subject)


def extract_events(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> list[Claim]:
    """All claims about happenings, in reading order."""
    claims: list[Claim] = []
    for clause in clauses:
        happenings = find_happenings(clause)
        for happening in happenings:
            if (
                happening.type in _NOMINAL_TYPES
                and not happening.negated
                and document.shadow.text.startswith(happening.object[:2] or "\n", happening.end)
                and any(t.start == happening.end and t.tag in _NOMINAL for t in clause.tokens)
            ):
                continue  # 地震灾害救援队伍: the word only modifies the noun after it
            if happening.type in load_event_words().awaited and any(_is_share(f) and f.end <= happening.start for f in clause.figures):
                continue  # 85%被控制住: neither so nor not so
            if happening.negated or not _NOUNED.match(document.shadow.text, happening.end, clause.end):
                claims.append(_act_claim(document, happening, times))
            if happening.negated or happening.pending:
                continue
            claims.extend(_date_claim(document, happening, times))
            claims.extend(_place_claims(document, happening, times))
        claims.extend(_order_claims(document, clause, happenings, times))
        for index in clause.denies:
            claims.extend(_denial_claims(document, clause, clauses[index], times))
    claims.extend(_sequence_claims(document, clauses, times))
    return claims


_NOUNED = re.compile(r"(?:之初|之际|以来|期间|前夕|过程|程序|条件|事宜|问题|[方者国地](?![面向式便才]))")
"""What makes an event word part of a noun: 签署方, 签署之初 tell of no signing."""


def _is_share(figure: Mention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.dimension == "share"


def _denial_claims(document: Document, clause: Clause, target: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """What a sentence told and the next denies: the happenings of the first, denied in the words of the second."""
    for happening in find_happenings(target):
        if happening.negated or happening.type not in load_event_words().types.values():
            continue
        claim = _act_claim(document, happening, times)
        yield make_claim(
            document,
            clause,
            start=clause.start,
            end=max(clause.denied_until, clause.start + 1),
            family=Family.ACT,
            attribute=claim.attribute,
            value=Polarity(False, happening.word),
            subject=claim.subject,
            subject_text=claim.subject_text,
            attribute_text=claim.attribute_text,
            scope=claim.scope,
            as_of=claim.as_of,
            frame=claim.frame,
            stance=Stance.DENIES,
            time_behaviour="fixed",
        )


def _frame(happening: Happening) -> Frame:
    clause = happening.clause
    return Frame(
        concept=happening.type,
        head=happening.object,
        noun=happening.subject,
        predicate=happening.word,
        participants=clause.participants,
        context=clause.context,
        places=clause.places,
        words=clause.content_words(),
        topic=clause.topic,
    )


def _act_claim(document: Document, happening: Happening, times: ClauseTimes) -> Claim:
    clause = happening.clause
    subject, subject_text = read_subject(clause)
    holds = not happening.negated and not happening.pending
    stance = clause.stance
    if stance is Stance.DENIES:
        holds = not holds  # to deny that it did not open is to say that it did
    start, end = happening.start, happening.end
    if happening.negated:
        start = min(
            [start, *(t.start for t in clause.content_tokens() if start - 8 <= t.start < start and (t.text in load_cues().negations))]
        )
    if happening.object and (found := document.shadow.text.find(happening.object[-2:], end, clause.end)) >= 0:
        end = min(clause.end, found + len(happening.object[-2:]))
    if clause.stance is Stance.DENIES and clause.denied_until > end and clause.denied_until - start <= MAX_SPAN:
        end = clause.denied_until
    not_yet = happening.pending or bool(word_pattern(load_cues().not_yet_in).search(clause.text))
    return make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.ACT,
        attribute=f"{happening.type}|{happening.object[-4:]}" if happening.object else happening.type,
        value=Polarity(holds, happening.word),
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(
            place=clause.places[0] if clause.places else "",
            period=times.own_period(clause, happening.start) or (times.event_period(clause, happening.start) if not not_yet else None),
            event=clause.event,
            qualifiers=_qualify(happening, not_yet and not holds),
        ),
        as_of=times.as_of(clause),
        frame=_frame(happening),
        time_behaviour="fixed",
    )


_COVERBS = frozenset({"通过", "经过", "依照", "按照"})
"""Prepositions that are the verb of a clause which has none after them: 刚通过消防验收."""
_ANY = re.compile(r"任何|一[个名例位宗起件次分家间]|半[个点]|无人|没人|无一|没有人")


def _qualify(happening: Happening, not_yet: bool) -> tuple[str, ...]:
    """`not_yet`; `none`, a negation of everybody; `confirmed`, said by one who admits or confirms it."""
    marks = {"not_yet": not_yet, "none": happening.negated and _is_sweeping(happening), "confirmed": happening.clause.confirmed}
    return tuple(name for name, holds in marks.items() if holds)


def _is_sweeping(happening: Happening) -> bool:
    """Whether a negation is of everybody: 没有一例死亡, 无人受伤, 没有患者因此死亡. Somebody's is then its contrary."""
    negation = negation_before(happening.clause, happening.start)
    if negation is None:
        return False
    between = [t for t in happening.clause.tokens if negation.end <= t.start and t.end <= happening.start]
    offset = happening.clause.start
    words = happening.clause.text[negation.start - offset : happening.start - offset]
    behind = happening.clause.text[happening.end - offset :]
    return bool(_ANY.search(words) or _ANY.match(behind.lstrip("过了到"))) or (
        negation.text in {"没有", "无", "并无", "未有"} and bool(between) and between[0].tag == "NOUN"
    )


_PRESENCE = frozenset({"appear", "enter", "deploy", "arrive", "attend"})
_FIRST = re.compile(r"突然|首次|首度|第一次|最先|初次|头一次|首现|首批|开始")
_NOMINAL_TYPES = {
    "fire",
    "quake",
    "flood",
    "explosion",
    "collapse",
    "collide",
    "attack",
    "leak",
    "poison",
    "crash",
    "shoot",
    "derail",
    "strike",
    "protest",
    "die",
    "injure",
    "missing",
    "break_down",
    "overturn",
}
_BREAKS_OUT = re.compile(
    r"(?:发生|突发|爆发|燃起|引发|遭遇|遭受|发|遇|起|突遇|遭)(?:了|过|一[起场次]|重大|特大|严重|大|强烈|连环|系列|[\d.]+级|里氏)*$"
)


def _is_ongoing(document: Document, happening: Happening) -> bool:
    """Whether a noun for a happening is only the subject of what the clause tells (山火仍在持续): then the clause's date is not when
    it broke out."""
    clause = happening.clause
    if happening.type not in _NOMINAL_TYPES or _BREAKS_OUT.search(
        document.shadow.text[max(clause.start, happening.start - 14) : happening.start]
    ):
        return False
    return any(t.tag in {"VERB", "ADV"} and len(t.text) > 1 for t in clause.tokens if t.start >= happening.end)


def _counts(happening: Happening) -> bool:
    """Whether the verb only governs a figure (23日取消12班, 当日新增14例): how many that day, not when it happened."""
    words = load_event_words()
    once = happening.type in words.types.values() and happening.type not in words.generic
    return not once and any(0 <= f.start - happening.end <= 6 and f.kind != "duration" for f in happening.clause.figures)


def _date_claim(document: Document, happening: Happening, times: ClauseTimes) -> Iterator[Claim]:
    """The date said before the event word with no other event word or a comma-separated later date between, or right after it."""
    clause = happening.clause
    period = times.event_period(clause, happening.start)
    if period is None or happening.type in {"last", "located"} or _is_ongoing(document, happening) or _counts(happening):
        return
    if period.granularity not in _FINE and not (
        period.granularity == "year" and happening.type in load_event_words().once and any(m.value is period for m in times.said_in(clause))
    ):
        return
    said = period
    if period.start is not None and period.end is None and period.granularity == "day" and period.hedge is Hedge.AT_LEAST:
        period = replace(period, end=period.start + timedelta(days=1), hedge=Hedge.EXACT)  # 9日起停用: that is the day it began
    if (period.start is None or period.end is None) and not period.partial.startswith("XXXX-"):
        return
    own = [m for m in times.said_in(clause) if m.value is said]
    if happening.type == "end_on":
        after = [
            m
            for m in clause.times
            if happening.end <= m.start <= happening.end + 2 and isinstance(m.value, Period) and m.value.start is not None
        ]
        if not after:
            return
        until = after[0].value
        assert isinstance(until, Period)
        own, period = after[:1], until
    elif own and own[0].start >= happening.end:
        between = document.shadow.text[happening.end : own[0].start]
        if len(between) > 4 or "的" in between:
            return  # 疏散的居民21日返回: the date belongs to what follows
    start, end = happening.start, happening.end
    if own and abs(own[0].start - happening.start) <= 40:
        start, end = min(start, own[0].start), max(end, own[0].end)
    subject, subject_text = read_subject(clause)
    first = happening.type in _PRESENCE and bool(_FIRST.search(clause.text[: happening.start - clause.start]))
    yield make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.FIRST if first else Family.DATE,
        attribute=f"{happening.type}|{'first' if first else 'date'}",
        value=period,
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(place=clause.places[0] if clause.places else "", event=clause.event, qualifiers=("said",) if own else ("carried",)),
        as_of=times.as_of(clause),
        frame=_frame(happening),
        time_behaviour="fixed",
    )


def _place_claims(document: Document, happening: Happening, times: ClauseTimes) -> Iterator[Claim]:
    """Where it happened: the place named after 在, 于 … before the event word in the clause, or right after the word itself."""
    clause = happening.clause
    text = document.shadow.text
    chosen: list[EntityMention] = []
    after_chosen = ""
    for entity in clause.entities:
        if entity.type not in _PLACE_TYPES or entity.start < clause.content_start:
            continue
        if any(o.start == entity.end and o.type in {"ORG", "PER"} for o in clause.entities):
            continue  # 南屿贸易部: the place only names the body
        lead = text[max(clause.start, entity.start - 4) : entity.start]
        if chosen:
            after_chosen = text[chosen[-1].end : entity.start]
        if (
            (entity.end <= happening.start and (_PLACE_BEFORE.search(lead) or (chosen and _INSIDE.fullmatch(after_chosen))))
            or (entity.start == happening.end and happening.type in {"landfall", "arrive", "visit", "land", "located"})
            or (chosen and chosen[-1].end == entity.start)
        ):
            chosen.append(entity)
    if not chosen:
        yield from _spot_claim(document, happening, times)
        return
    last = chosen[-1]
    start, end, key = chosen[0].start, last.end, last.key
    direction = _DIRECTION.match(text[last.end : min(clause.end, last.end + 16)])
    if direction:
        end = last.end + direction.end()
        key = f"{last.key}/{direction.group()}"
    subject, subject_text = read_subject(clause)
    yield make_claim(
        document,
        clause,
        start=min(start, happening.start) if happening.end - start <= 40 else start,
        end=max(end, happening.end) if max(end, happening.end) - min(start, happening.start) <= 40 else end,
        family=Family.PLACE,
        attribute=f"{happening.type}|place",
        value=Name(text[start:end], key, "LOC"),
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(
            place=chosen[0].key,
            period=times.period_at(clause, happening.start),
            event=clause.event,
            qualifiers=tuple(e.key for e in chosen),
        ),
        as_of=times.as_of(clause),
        frame=_frame(happening),
        time_behaviour="fixed",
    )


_SITE = re.compile(
    r"(?:部位|地点|位置|源头|现场|起点|点)(?:初步)?(?:判定|确定|认定|锁定|查明)?(?:就)?(?:为|是|在|位于|系|即)(?P<spot>[^，。、；：]{2,16})"
)
_AFTER = re.compile(r"(?P<spot>(?![该此本]|当地|附近|同一)(?:(?!位于|设于|设在|坐落)[^，。、；：的\d]){2,16})")
_LOCATES = re.compile(
    r"(?:位|设|坐落|建|藏|葬|埋|停泊|停放|停靠|存放|置|安放|安置|陈列|展出|发生|诞生|生|沉没|坠毁|坠落|降落|着陆|登陆|搁浅|举行|举办"
    r"|召开|选址|选定|定|落户|驻|驻扎|起源|发源|源|就读|毕业|任职|定居|居住|长眠|沉睡|散落|倒卧|倒毙|栖息|分布|隐藏|现身|拍摄)于"
    r"|(?!存在|旨在|重在|贵在|意在|志在|正在|现在|是在|实在|好在|所在|内在|潜在).*在"
)
_SPOT = re.compile(
    r"(?:在|于|位于)(?P<spot>(?![该此本]|当地|附近|同一)[^，。、在于]{2,14}?(?:区|场|站|处|馆|楼|层|厂|室|间|库|路|街|港|湾|口|院|校|桥|矿|井|山|湖|河|海域|码头|车间|仓库|广场|公园|酒店|商场|隧道|航道))(?:内|上|里|外|附近|一带)?$"
)


def _spot_claim(document: Document, happening: Happening, times: ClauseTimes) -> Iterator[Claim]:
    """Where it happened, told by a common noun: 在三号车间二层起火."""
    clause = happening.clause
    site = _SITE.match(document.shadow.text, happening.end, clause.end)
    if site is None and _LOCATES.fullmatch(happening.word):
        site = _AFTER.match(document.shadow.text, happening.end, clause.end)
    match = site or _SPOT.search(document.shadow.text, clause.start, happening.start)
    if match is None:
        return
    subject, subject_text = read_subject(clause)
    yield make_claim(
        document,
        clause,
        start=min(match.start("spot"), happening.start) if site else match.start("spot"),
        end=max(match.end("spot"), happening.end),
        family=Family.PLACE,
        attribute=f"{happening.type}|place",
        value=Name(match["spot"], match["spot"], "SPOT"),
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(period=times.period_at(clause, happening.start), event=clause.event, qualifiers=(match["spot"],)),
        as_of=times.as_of(clause),
        frame=_frame(happening),
        time_behaviour="fixed",
    )


def _order_claims(document: Document, clause: Clause, happenings: Sequence[Happening], times: ClauseTimes) -> Iterator[Claim]:
    """X 前/后 Y: the order of two happenings of one clause."""
    for happening in happenings:
        match = _RELATIVE.match(document.shadow.text[happening.end : min(clause.end, happening.end + 4)])
        if match is None:
            continue
        others = [h for h in happenings if h is not happening and h.type != happening.type]
        later = [h for h in others if h.start > happening.end]
        earlier = [h for h in others if h.end <= happening.start]
        other = later[-1] if later else (earlier[-1] if earlier else None)
        if other is None:
            continue
        if other.type in {"begin", "end", "complete", "hold"}:
            more = [h for h in others if h.type not in {"begin", "end", "complete", "hold"}]
            other = more[-1] if more else other
        first, then = (other.type, happening.type) if match["side"] == "前" else (happening.type, other.type)
        yield _order(document, clause, min(happening.start, other.start), max(happening.end + match.end(), other.end), first, then)
        return


def _sequence_claims(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> Iterator[Claim]:
    """先A，再B; 头几天A，最后B: the order of two things within a sentence, each kept as the words that name it."""
    text = document.shadow.text
    seen = -1
    for clause in clauses:
        if clause.sentence.index == seen:
            continue
        seen = clause.sentence.index
        for pattern in (_SEQUENCE, _LATE_FIRST, _AFTER_THEN):
            match = pattern.search(text, clause.sentence.start, clause.sentence.end)
            if match is None:
                continue
            parts = [_core(match[name]) for name in ("a", "b")]
            home = next(c for c in clauses[clause.index :] if c.end > match.start())
            yield _order(document, home, match.start(), min(match.end(), match.start() + 40), parts[0], parts[1])
            break


def _core(words: str) -> str:
    """The words of one step without particles and light verbs."""
    return re.sub(r"[的了，、。]|就|便|先|才|完成|进行|开展|组织|完|打|搞|做|安排", "", words)


def _order(document: Document, clause: Clause, start: int, end: int, first: str, then: str) -> Claim:
    subject, subject_text = read_subject(clause)
    return make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.ORDER,
        attribute="order|" + "|".join(sorted((first, then))),
        value=Order(first, then),
        subject=subject,
        subject_text=subject_text,
        attribute_text="、".join(name_event(step, "zh") for step in (first, then)),
        frame=Frame(participants=clause.participants, context=clause.context, places=clause.places, words=clause.content_words()),
        time_behaviour="fixed",
    )
