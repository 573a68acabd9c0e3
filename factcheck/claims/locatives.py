"""Where a clause says something is or happens: phrases that name a place, by the grammar around them, whether or not any list knows the place.

Four frames: 在X+verb (and 从, 于, 由), verb+在X (降落在, 出土于, 抵达), a noun that asks where (起火点, 签署地, 震中) with a linking verb and X, and a
court or hospital that does what is only done there. X must end like a place, be a name of one, or stand behind 首都 and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.clauses import Clause
from factcheck.claims.happenings import Happening
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.place_words import load_place_words
from factcheck.language.document import Token
from factcheck.mentions.names.tables import known_names
from factcheck.mentions.types import EntityMention

__all__ = ["Located", "carry_over", "find_locatives"]

_PLACE_TYPES = frozenset({"GPE", "LOC"})
_INSIDE_TAGS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X"})
_SIDE = r"(?:东南|东北|西南|西北|正?[东西南北]|左|右|上游|下游|正面|背面)"
_LOCALIZER = re.compile(
    rf"(?:以)?{_SIDE}(?:侧|边|面|部|岸|端|翼|舷|方向?|郊|角)?|侧面?|附近|一带|周边|沿岸|沿海|近海|外海|沿线|境内|深处|中部|郊外|顶部|底部|内部|外围|楼顶|楼下|对面|旁边?|入口|出口|中段"
)
_TAIL = re.compile(r"(?:之?[内里中上外下旁处]|以[内外]|附近|一带|周边|沿线|境内|当中|之间)$")
_OFF = re.compile(r"以(?:东南|东北|西南|西北|[东西南北])(?:偏[东西南北])?(?:方向|方|侧)?")
_DISTANCE = re.compile(r"约?(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两]+)多?(?:公里|海里|千米|米|里)(?:外|处|的)?")
_FLOOR = re.compile(r"(?:第)?(?:\d+|[一二三四五六七八九十百两]+|负[一二三]|地下[一二三])(?:楼|层)$")
_NUMBERED = re.compile(r"(?:\d+|[一二三四五六七八九十百两零]+|[A-Za-z甲乙丙丁]\d*)(?:号|区|栋|座|幢)?$")
_JOINT = re.compile(r"[^，。]{1,10}(?:交叉口|路口|交界处?|交汇处?|之间|相交)")


@dataclass(frozen=True, slots=True)
class Located:
    """A place phrase: shadow offsets of the phrase and of the word that says what is there, the question it answers, that word, how the place
    stands to it (`at`, `from`), the happening where there is one, the words before a noun that asks (`what`), and its units from large to
    small as they stand in the text."""

    start: int
    end: int
    question: str
    word: str
    word_start: int
    word_end: int
    way: str = "at"
    happening: Happening | None = None
    what: str = ""
    units: tuple[str, ...] = ()


def find_locatives(clause: Clause, happenings: Sequence[Happening], before: str = "") -> list[Located]:
    """The places of a clause, each question once, in reading order. `before`: the question of the clause before, which a bare 地点 takes up."""
    found: list[Located] = []
    for one in (
        *_equated(clause, before),
        *_after_verbs(clause, happenings),
        *_before_verbs(clause, happenings),
        *_houses(clause, happenings),
    ):
        told = one.question != "" and any((f.question, f.way) == (one.question, one.way) for f in found)
        crossed = any(f.start < one.end and one.start < f.end and (f.start, f.end) != (one.start, one.end) for f in found)
        if not told and not crossed:
            found.append(one)
    return sorted(found, key=lambda f: (f.start, f.question))


# ------------------------------------------------------------------ the place itself


def _token_at(tokens: Sequence[Token], at: int) -> Token | None:
    return next((t for t in tokens if t.start <= at < t.end), None)


def read_place(clause: Clause, at: int, limit: int | None = None) -> tuple[int, int] | None:
    """The longest phrase from `at` that is a place by its end, within the clause and before `limit`; None where there is none."""
    stop = clause.end if limit is None else min(limit, clause.end)
    while at < stop and clause.text[at - clause.start] in "了“「《":
        at += 1
    at = _behind_modifier(clause, at, stop)
    if re.match(r"时|后|前|之[时后前]|期间|地点|以来|当[日天时]", clause.text[at - clause.start :]):
        return None
    words, best, position = load_place_words(), -1, at
    while position < stop:
        rest = clause.text[position - clause.start : stop - clause.start]
        entity = _place_from(clause.entities, position, stop)
        distance = _DISTANCE.match(rest)
        if entity is not None:
            position = entity.end
        elif (off := _OFF.match(rest)) is not None and best > 0:
            position += off.end()
            best = position
            continue
        elif distance is not None and best > 0:
            position += distance.end()
            best = position
            continue
        elif any(m.start <= position < m.end for m in clause.times):
            break
        else:
            token = _token_at(clause.tokens, position)
            if token is None:
                break
            joins = token.text in {"与", "和", "及"} and best > 0 and _JOINT.match(rest[len(token.text) :])
            local = _LOCALIZER.fullmatch(token.text) is not None
            part = token.text in {"的", "之"} and position > at
            ends = len(token.text) > 1 and token.text not in load_event_words().types and words.sort_of(token.text) != ""
            described = token.text in words.describing and _opens_place(rest[len(token.text) :])
            named = described or token.tag == "VERB" and token.text not in load_event_words().types and _ends_name(rest, len(token.text))
            if not (token.tag in _INSIDE_TAGS or joins or local or part or named or ends):
                break
            position = token.end
            if part or joins:
                continue
        phrase = clause.text[at - clause.start : position - clause.start]
        if _is_place(clause, at, position, phrase, words.sort_of(phrase)):
            best = position
    if best <= at:
        return None
    return at, best


def _opens_place(rest: str) -> bool:
    """Whether the next words are the end of a place's name: 着陆区, 大楼."""
    return any(load_place_words().sort_of(rest[:length]) for length in (2, 3, 4))


def _behind_modifier(clause: Clause, at: int, stop: int) -> int:
    """Where the place begins behind a verb that only describes it: 外购的|配餐公司, 废弃的|矿坑."""
    first = _token_at(clause.tokens, at)
    behind = _token_at(clause.tokens, first.end) if first is not None else None
    plain = first is not None and first.tag == "VERB" and not any(e.start <= first.start < e.end for e in clause.entities)
    if (
        plain
        and behind is not None
        and behind.text == "的"
        and behind.end < stop
        and load_place_words().sort_of(first.text if first else "") == ""
    ):
        return behind.end
    return at


def _ends_name(rest: str, length: int) -> bool:
    """Whether a word that is tagged as a verb only opens a name: 通达|镇, 和平|里小学."""
    words = load_place_words()
    return any(
        words.sort_of(rest[: length + more]) in {"city", "county", "town", "village", "road"}
        for more in (1, 2)
        if more <= len(rest) - length
    )


def _place_from(entities: Sequence[EntityMention], at: int, stop: int) -> EntityMention | None:
    return next(
        (e for e in entities if e.start == at and e.end <= stop and e.type in {*_PLACE_TYPES, "ORG", "PRODUCT", "EVENT", "WORK"}), None
    )


def _is_place(clause: Clause, start: int, end: int, phrase: str, sort: str) -> bool:
    words = load_place_words()
    last = _token_at(clause.tokens, end - 1)
    tail = last.text if last is not None and last.start >= start else phrase
    if any(e.end == end and e.start >= start and e.type in _PLACE_TYPES and e.text not in words.not_places for e in clause.entities):
        return True
    if phrase in words.not_places or (phrase == tail and tail in words.not_places):
        return False
    if any(
        e.end == end and e.start >= start and e.type in {"PER", "ORG", "WORK", "EVENT", "PRODUCT"} for e in clause.entities
    ) and sort not in {
        "court",
        "hospital",
        "venue",
        "prison",
        "port",
    }:
        return False
    if sort and len(phrase) >= 2:
        return not (len(tail) == len(phrase) and tail in words.heads and sort not in {"city"})
    if phrase in words.heads and words.heads[phrase] == "capital":
        return True
    if _FLOOR.search(phrase) or any(phrase.endswith(h) for h, s in words.heads.items() if s == "capital"):
        return True
    head = next(reversed(list(words.named.finditer(phrase))), None)
    if head is not None and 1 < len(phrase) - head.end() <= 8 and last is not None and last.tag in {"PROPN", "NOUN"}:
        return True
    local = next((m for m in _LOCALIZER.finditer(phrase) if m.end() == len(phrase)), None)
    if local is None or local.start() < 2 or last is None:
        return False
    base = phrase[: local.start()].strip("的")
    if _SIDED.fullmatch(local.group()):
        return not _NUMBERED.fullmatch(base) and base not in words.not_places - _MEANT
    return bool(words.sort_of(base)) or any(
        e.start >= start and e.end - start == len(base) and e.type in _PLACE_TYPES for e in clause.entities
    )


_SIDED = re.compile(rf"{_SIDE}(?:侧|边|面|岸|端|翼|舷|部)?|以{_SIDE}")
_MEANT = frozenset({"跑道", "公路", "高速", "路面", "大楼", "大厦", "广场", "街道", "铁路"})
"""Common nouns whose sides are told apart though they alone are no telling place."""


_CHAIN = re.compile(
    r"[\u4e00-\u9fff·]{2,7}?(?:特别行政区|自治[州区县]|省|市(?!场|区|郊|民|政|中(?![级心医学院]))|县(?![城医])|区(?![域块间])|镇|乡(?![镇村])|村)"
)


def read_units(clause: Clause, start: int, end: int) -> tuple[str, ...]:
    """A place phrase cut where one place ends and the place within it begins: 望海市客运码头 is 望海市, 客运码头."""
    words, units, at = load_place_words(), list[str](), start
    boundaries = sorted(
        {t.end for t in clause.tokens if start < t.end <= end} | {e.end for e in clause.entities if start < e.end <= end} | {end}
    )
    for boundary in boundaries:
        if boundary <= at:
            continue
        unit = _COUNTED.sub("", clause.text[at - clause.start : boundary - clause.start]).strip("的之了")
        following = clause.text[boundary - clause.start : boundary - clause.start + 1]
        known = any(e.end == boundary and e.start <= at and e.type in _PLACE_TYPES for e in clause.entities)
        closes = boundary == end or following == "的" or known or _FLOOR.search(unit) is not None or unit in words.heads
        sort = words.sort_of(unit) if len(unit) > 1 else ""
        if closes or (sort and not words.sort_of(clause.text[at - clause.start : boundary - clause.start + 1])):
            if (outer := _known_head(unit)) is not None:
                units.append(unit[:outer])
                unit = unit[outer:]
            while (
                (peeled := _CHAIN.match(unit)) is not None
                and len(unit) - peeled.end() >= 2
                and words.sorts.get(unit[peeled.end() :]) != "stretch"
            ):
                units.append(peeled.group())
                unit = unit[peeled.end() :]
            bare = words.sorts.get(unit)
            if units and (bare == "stretch" or (bare in _GROUNDS and words.sort_of(units[-1]) not in _ADMIN)):
                units[-1] += unit  # 云岭|基地, 火车站|广场
            elif unit:
                units.append(unit)
            at = boundary
    return tuple(units)


def _known_head(unit: str) -> int | None:
    """The length of a known place that a unit opens with, where another place by its end follows: 福建|浯洲县."""
    words = load_place_words()
    for length in (4, 3, 2):
        known = known_names().get(unit[:length])
        if known is not None and known.type in _PLACE_TYPES and len(unit) - length >= 3 and words.sort_of(unit[length:]) in _ADMIN:
            return length
    return None


_COUNTED = re.compile(r"^(?:的)?(?:一|某|该|同一)[家间处座个所栋幢条片]|处$")
_GROUNDS = frozenset({"venue", "port", "hospital", "court", "prison", "land"})
_ADMIN = frozenset({"province", "city", "county", "town", "village", "country"})


# ------------------------------------------------------------------ the frames

_LINK = re.compile(
    r"(?:[，]?(?:目前|现|已|最终|最后|初步|经|被|就|则|也|都|正|均|仍|原来|实际上?|其实|很?可能|应)){0,3}"
    r"(?:(?:初步)?(?:确定|锁定|认定|判定|判断|选定|定|选|设|放|安排|敲定|确认|指向|改|移|换|查明|落|坐落|确立|指)?"
    r"(?:为|是在?|在|位于|位在|于|系|即|到|指向|锁定(?!为))|锁定|指向|位于|就在|设于)"
)
_ROLE = re.compile(
    r"(?P<role>(?:的)?(?:具体|准确|确切|最终|初步|大致)?(?:地点|所在地|位置|现场|部位|源头|起点|终点|场地|场所|源|地|点|址|处)|震中|震央|总部|总行|首站|首场|会场|主会场|火头|火源)(?=[^，。]{0,14})"
)


def _equated(clause: Clause, before: str) -> Iterator[Located]:
    """起火点为九楼会议室, 会谈地点是布伦港, 震中位于鹿鸣县."""
    words, offset = load_place_words(), max(0, clause.content_start - clause.start)
    for role in _ROLE.finditer(clause.text, offset):
        link = _LINK.match(clause.text, role.end())
        if link is None:
            continue
        what = clause.text[offset : role.start()]
        whole = role.group()
        question, at = words.roles.get(whole, ""), role.start()
        if not question:
            telling = [*words.role_pattern.finditer(what), *words.verb_pattern.finditer(what)]
            near = max((m for m in telling if len(what) - m.end() <= 2), key=lambda m: (m.end(), m.end() - m.start()), default=None)
            if near is not None:
                at = offset + near.start()
                question = words.roles.get(near.group()) or words.question_of(
                    load_event_words().types.get(near.group(), near.group()), near.group()
                )
            elif whole.lstrip("的") in {"地点", "现场", "位置", "场地"} and not what.strip("的"):
                question = before if whole != "现场" else before or "scene"
        if not question:
            continue
        found = read_place(clause, clause.start + link.end())
        if found is None:
            found = _bare(clause, clause.start + link.end())
        if found is None:
            continue
        start, end = found
        yield Located(
            start, end, question, whole, clause.start + at, clause.start + role.end(), what=what, units=read_units(clause, start, end)
        )


def _bare(clause: Clause, at: int) -> tuple[int, int] | None:
    """Behind a noun that asks where, a plain noun phrase up to the end of the clause is the place."""
    end = clause.end
    tokens = [t for t in clause.tokens if t.start >= at]
    if not tokens or end - at < 2 or end - at > 16 or not all(t.tag in {*_INSIDE_TAGS, "PART", "ADP"} for t in tokens):
        return None
    while clause.text[at - clause.start] in "了“「一":
        at += 1
    return (at, end) if tokens[-1].tag in {"NOUN", "PROPN"} else None


_PARTICLE = re.compile(r"(?:了)?(?:在|于|到|至|往|进|入|自)了?$")
_STEM = re.compile(r"(?P<stem>[\u4e00-\u9fff]{1,3}?)(?:在|于|到|至|往|进|入|自)$")
_HAPPEN = frozenset({"发生", "起", "起始", "开始", "始", "出现", "源", "起源", "爆发", "引发"})
_NO_PLACE = frozenset(
    [
        "属于",
        "等于",
        "低于",
        "高于",
        "由于",
        "处于",
        "用于",
        "限于",
        "有助于",
        "有利于",
        "善于",
        "敢于",
        "终于",
        "存在",
        "旨在",
        "在于",
        "达到",
        "得到",
        "看到",
        "感到",
        "受到",
        "遭到",
        "想到",
        "提到",
        "收到",
        "见到",
        "直到",
        "升至",
        "降至",
        "增至",
        "跌至",
        "改进",
        "推进",
        "促进",
        "投入",
        "加入",
        "收入",
        "陷入",
        "纳入",
        "列入",
        "注入",
        "涉及",
        "关于",
        "对于",
        "至于",
        "鉴于",
        "基于",
        "忠于",
        "归于",
        "引入",
        "深入",
        "介入",
        "截至",
        "甚至",
        "乃至",
        "来到",
        "意在",
        "志在",
        "重在",
        "正在",
        "现在",
        "所在",
        "内在",
        "潜在",
        "好在",
        "实在",
    ]
)


def _after_verbs(clause: Clause, happenings: Sequence[Happening]) -> Iterator[Located]:
    """降落在洛宁机场, 出土于三号坑, 抵达白沙港, 偏出跑道左侧."""
    words, tokens = load_place_words(), clause.content_tokens()
    for index, token in enumerate(tokens):
        if token.text in _NO_PLACE or _is_cover(clause, token):
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        stem = _STEM.fullmatch(token.text)
        if token.tag not in {"VERB", "NOUN", "ADJ", "X"} or token.text in _LINKS:
            continue
        if stem is not None and (token.tag == "VERB" or stem["stem"] in load_event_words().types):
            verb, at = stem["stem"], token.end
        elif following is not None and following.start == token.end and _PARTICLE.fullmatch(following.text) and token.tag == "VERB":
            verb, at = token.text, following.end
        elif token.text in words.direct or (token.tag == "VERB" and load_event_words().types.get(token.text) == "landfall"):
            verb, at = token.text, token.end
        else:
            continue
        if is_negated_near(clause, token):
            continue
        located = verb in _LOCATED or token.text in _LOCATED
        upto = clause.text.find("的", at - clause.start) if located else -1
        found = read_place(clause, at, clause.start + upto if upto > 0 else None)  # 位于高垣村的|鹤陵一号墓
        if found is None:
            continue
        if _PASSING.fullmatch(token.text) or _PASSING.fullmatch(clause.text[token.start - clause.start : at - clause.start]):
            for one in _telling([h for h in happenings if h.start >= found[1] and not h.negated]):
                question = words.question_of(one.type, one.word)
                yield Located(*found, question, one.word, one.start, one.end, "at", one, units=read_units(clause, *found))
            continue
        whole = clause.text[token.start - clause.start : at - clause.start].rstrip("了")
        listed = load_event_words().types
        joined = next((words.question_of(listed.get(w, w), w) for w in (token.text, whole) if w in words.questions or w in listed), "")
        if not joined and verb not in words.questions and verb not in listed and _leads_on(happenings, found[1]):
            continue  # 协定在首都签署: the frame before verbs
        type_ = load_event_words().event_type(verb)
        question = joined or words.question_of(type_, verb)
        what = clause.text[max(0, clause.content_start - clause.start) : token.start - clause.start]
        if verb in _HAPPEN or question == "source":
            telling = [*words.role_pattern.finditer(what), *words.verb_pattern.finditer(what)]
            near = max(telling, key=lambda m: (m.end(), m.end() - m.start()), default=None)
            if near is not None:
                question = words.roles.get(near.group()) or words.question_of(
                    load_event_words().types.get(near.group(), near.group()), near.group()
                )
            elif question != "source":
                question = "scene" if verb == "发生" and (not what.strip("都就也是") or _MISHAP.search(what)) else verb
        units = read_units(clause, *found)
        if words.sort_of(units[-1]) == "hospital" and _GOAL.search(clause.text[: at - clause.start]):
            question = "treat"  # 拉到, 抬进, 转去 a hospital
        yield Located(*found, question, verb, token.start, at, what=what, units=units)


_LOCATED = frozenset({"位于", "位", "地处", "坐落", "坐落于", "位在", "处在"})
_PASSING = re.compile(r"(?:行|驶|行驶|行进|开|走|航行|飞|飞行|途|路|骑|骑行|经)(?:至|到|经|过)")
"""行至梅子坳路段时侧翻: where one came to is where it happened."""
_MISHAP = re.compile(r"(?:事故|事件|意外|案件?|惨剧|悲剧|一幕|灾难|惨案|险情|冲突|此事|这事)[^，]{0,2}$")
_GOAL = re.compile(r"(?:到|至|往|进|入|去|赴|抵)了?$")
_LINKS = frozenset({"在", "于", "是", "将", "就", "会", "能", "曾", "则", "就是", "均", "都", "还", "可", "也"})


def _leads_on(happenings: Sequence[Happening], end: int) -> bool:
    """Whether a happening follows close behind a place."""
    return any(0 <= h.start - end <= 3 for h in happenings)


def _is_cover(clause: Clause, token: Token) -> bool:
    return any(e.start <= token.start and token.end <= e.end for e in clause.entities)


def is_negated_near(clause: Clause, token: Token) -> bool:
    """Whether 不, 未, 没, 非 stands right before a verb."""
    return re.search(r"(?:不|未|没有?|并非|非|无法|尚未|拒绝)[^，]{0,2}$", clause.text[: token.start - clause.start]) is not None


def _end_of(clause: Clause, at: int) -> int:
    found = read_place(clause, at)
    return found[1] if found is not None else at


_ASIDE = re.compile(r"的[^，。]{0,8}?(?:下|中|方面|期间|过程|前提|基础|问题|背景|时|后|前)")


def _before_verbs(clause: Clause, happenings: Sequence[Happening]) -> Iterator[Located]:
    """在铁桥镇签署, 从东侧通道潜入, 于济民医院去世."""
    words = load_place_words()
    for token in clause.content_tokens():
        if token.text not in {"在", "于", "从", "由", "自", "经", "到", "赴", "至"}:
            continue
        at = token.end
        here = token.text in {"在", "于"}
        if (
            here
            and token.start > clause.start
            and any(t.end == token.start and t.tag == "VERB" and t.text not in {"是", "将", "就", "会", "能", "曾"} for t in clause.tokens)
        ):
            continue  # 降落在: the frame behind verbs
        found = read_place(clause, at)
        if found is None:
            continue
        start, end = found
        following = [h for h in happenings if h.start >= end and not h.negated]
        rest = clause.text[end - clause.start :]
        if _ASIDE.match(rest) or any(
            t.text in {"在", "从"} and t.start > end for t in clause.tokens if not following or t.end <= following[0].start
        ):
            continue
        way = "at" if here or token.text == "赴" or any(h.type == "landfall" for h in following) else "from"
        if token.text in {"到", "至"} and not following:
            continue
        if following:
            for one in _telling(following):
                question = words.question_of(one.type, one.word)
                yield Located(start, end, question, one.word, one.start, one.end, way, one, units=read_units(clause, start, end))
        elif here and at_end(clause, end):
            yield Located(start, end, "", "", start, end, way, units=read_units(clause, start, end))
        elif here and (verb := _verb_after(clause, end)) is not None:
            told = verb.text if verb.text in words.questions else verb.text[-2:]
            question = words.question_of(load_event_words().event_type(told), told)
            yield Located(start, end, question, verb.text, verb.start, verb.end, way, units=read_units(clause, start, end))


def at_end(clause: Clause, end: int) -> bool:
    """Whether a place is the last of its clause, up to 里, 上 and the like."""
    return re.fullmatch(r"[之的]?(?:里|内|上|中|外|处|附近|一带|里面|上空)?", clause.text[end - clause.start :]) is not None


def carry_over(place: Located, clause: Clause, happenings: Sequence[Happening]) -> Located | None:
    """A place that a clause of its own gives, with what the next clause tells of it: 在一家典当行的保险库里，找到铜壶."""
    telling = _telling([h for h in happenings if not h.negated])
    if not telling or any(t.text in {"在", "于"} for t in clause.content_tokens() if t.end <= telling[0].start):
        return None
    one = telling[0]
    question = load_place_words().question_of(one.type, one.word)
    return replace(place, question=question, word=one.word, word_start=place.start, word_end=place.end, happening=one)


def _telling(following: Sequence[Happening]) -> list[Happening]:
    """Which of the happenings behind a place are told of it: the first two that questions know, else the first."""
    words, near = load_place_words(), following[:3]
    known = [h for h in near if h.word in words.questions or h.type in words.questions]
    return known[:2] or list(near[:1])


def _verb_after(clause: Clause, at: int) -> Token | None:
    """The first listed word of a question behind a place, in a clause without a happening of its own: 在石门大桥失控."""
    return next((t for t in clause.tokens if t.start >= at and _tail_in_questions(t.text)), None)


def _tail_in_questions(word: str) -> bool:
    return word in load_place_words().questions or (len(word) > 2 and word[-2:] in load_place_words().questions)


_HOUSES = {"trial": "court", "treat": "hospital"}


def _houses(clause: Clause, happenings: Sequence[Happening]) -> Iterator[Located]:
    """A court that tries or sentences, a hospital that takes in: where it was done."""
    words = load_place_words()
    for happening in happenings:
        question = words.question_of(happening.type, happening.word)
        sort = _HOUSES.get(question)
        if sort is None or happening.negated:
            continue
        for entity in clause.entities:
            between = clause.text[entity.end - clause.start : happening.start - clause.start]
            if (
                entity.type == "ORG"
                and entity.start >= clause.content_start
                and entity.end <= happening.start
                and words.sort_of(entity.text) == sort
            ):
                if re.search(r"[向对被]|(?:认为|表示|要求)", between) or clause.text[: entity.start - clause.start].endswith(("向", "对")):
                    continue
                yield Located(
                    entity.start,
                    entity.end,
                    question,
                    happening.word,
                    happening.start,
                    happening.end,
                    "at",
                    happening,
                    units=read_units(clause, entity.start, entity.end),
                )
                break
