"""Place phrases in a clause: where one that begins at a given character ends, and the places it is made of, large to small.

No list of places is needed: a phrase is a place when it ends in a word for a sort of place (镇, 码头, 会议室), in a side or distance
(以北12海里), in a floor, in a name that the mentions hold for a place, or when it is a name behind 首都, 小城 and the like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.place_words import load_place_words
from factcheck.language.document import Token
from factcheck.language.segmenter import is_listed
from factcheck.mentions.names.tables import known_names

__all__ = ["CONTENT_TAGS", "ONE_OF_A_SORT", "read_place", "read_units", "token_at"]

CONTENT_TAGS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X"})
_PLACE_TYPES = frozenset({"GPE", "LOC"})
_NAMES = frozenset({"GPE", "LOC", "ORG", "PRODUCT", "EVENT", "WORK"})
_HOUSES = frozenset({"court", "hospital", "venue", "prison", "port"})
_SIDE = r"(?:东南|东北|西南|西北|正?[东西南北]|左|右|上游|下游|正面|背面)"
_LOCALIZER = re.compile(
    rf"(?:以)?{_SIDE}(?:侧|边|面|部|岸|端|翼|舷|缘|角|口|方向?|郊)?|侧面?|附近|一带|周边|沿岸|沿海|近海|外海|沿线|境内|深处|中部|郊外|顶部|底部"
    r"|一侧|内部|外围|楼顶|楼下|对面|旁边?|入口|出口|中段|门外|门前|门口"
)
_SIDED = re.compile(rf"{_SIDE}(?:侧|边|面|岸|端|翼|舷|部|缘|角|口)?|以{_SIDE}")
_OFF = re.compile(r"以(?:东南|东北|西南|西北|[东西南北])(?:偏[东西南北])?(?:方向|方|侧)?")
_DISTANCE = re.compile(r"约?(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两]+)多?(?:公里|海里|千米|米|里)(?:外|处|的)?")
_FLOOR = re.compile(r"(?:第)?(?:\d+|[一二三四五六七八九十百两]+|负[一二三]|地下[一二三])(?:楼|层)$")
_NUMBERED = re.compile(r"(?:\d+|[一二三四五六七八九十百两零]+|[A-Za-z甲乙丙丁]\d*)(?:号|区|栋|座|幢)?$")
_JOINT = re.compile(r"[^，。]{1,10}(?:交叉口|路口|交界处?|交汇处?|之间|相交)")
_NOT_HERE = re.compile(r"时|后|前|之[时后前]|期间|地点|以来|当[日天时]|距(?!离?[^的]{1,12}的)")
ONE_OF_A_SORT = re.compile(r"(?:的)?(?:[一某该同两]|同一)[家间处座个所栋幢条片艘]")
_DEICTIC = re.compile(
    r"(?:[我本该贵全][国省市州县区镇村岛港地方]|当地|对方|己方|敌方)(?:的|(?:境内|国内|境外|领土)的?)?(?=[\u4e00-\u9fff]{3})"
)
"""我国贝尔加口岸, 该国境内的科什特镇: a word that points at a state or town before the name of the place within it."""
_JOINTS = frozenset({"的", "之", "外", "内", "里", "旁", "前", "下", "上"})
"""Words between a place and what is there: 港外锚地, 酒店内餐厅, 车站前广场, 大桥下河面."""
_SEVERAL = re.compile(r"约?(?:\d+|[二三四五六七八九十百]+|[数多几]|十余)[余多]?[家名位间所]")
_WHOSE = re.compile(r"(?:他|她|其|我|自己|本人|死者|受害人|当事人)(?:们)?的?(?:[\u4e00-\u9fff]{1,3}的)?")
"""他祖父的加州老宅: whose the place is does not tell where it lies."""
_MODIFIER = re.compile(r"[^，。、在于]{1,14}?的")
_DEPTHS = frozenset({"水深", "海拔", "深度", "高度"})
"""Words behind a place for how deep or high it is there: 海沟北段|水深8730米."""
_MEANT = frozenset({"跑道", "公路", "高速", "路面", "大楼", "大厦", "广场", "街道", "铁路"})
"""Common nouns whose sides are told apart though they alone are no telling place."""


def token_at(tokens: Sequence[Token], at: int) -> Token | None:
    """The token that holds the character `at`."""
    return next((t for t in tokens if t.start <= at < t.end), None)


def read_place(clause: Clause, at: int, limit: int | None = None) -> tuple[int, int] | None:
    """The longest phrase from `at` that is a place by its end, within the clause and before `limit`; None where there is none. What only
    describes the place (外购的, 距井口三百米的, 一家) is left out. Shadow offsets."""
    stop = clause.end if limit is None else min(limit, clause.end)
    while at < stop and clause.text[at - clause.start] in "了“「《":
        at += 1
    if _SEVERAL.match(clause.text, at - clause.start):
        return None  # 由12家公司承保: several are no place
    deictic = _DEICTIC.match(clause.text, at - clause.start, stop - clause.start)
    if deictic is not None and not any(e.start <= at < e.end for e in clause.entities):
        at = clause.start + deictic.end()
    whose = _WHOSE.match(clause.text, at - clause.start, stop - clause.start)
    if whose is not None and not any(e.start <= at < e.end for e in clause.entities):
        found = _read_from(clause, clause.start + whose.end(), stop)
        if found is not None:
            return found
    for _ in range(3):
        counted = ONE_OF_A_SORT.match(clause.text, at - clause.start)
        if counted is not None:
            at = clause.start + counted.end()
        found = _read_from(clause, at, stop)
        if found is not None:
            return found
        modifier = _MODIFIER.match(clause.text, at - clause.start, stop - clause.start)
        if modifier is None or not _describes(clause, at, clause.start + modifier.end()):
            return None
        at = clause.start + modifier.end()
    return None


def _describes(clause: Clause, start: int, end: int) -> bool:
    """Whether what stands before 的 describes a place and is no happening: no event word, and a verb, a distance or a plain noun in it."""
    inside = [t for t in clause.tokens if start <= t.start and t.end <= end]
    happens = any(t.tag == "VERB" and load_event_words().types.get(t.text, "located") != "located" for t in inside)
    return (
        bool(inside) and not happens and (any(t.tag in {"VERB", "ADJ"} for t in inside) or clause.text[start - clause.start] in "距战乱离")
    )


def _read_from(clause: Clause, at: int, stop: int) -> tuple[int, int] | None:
    if _NOT_HERE.match(clause.text, at - clause.start):
        return None
    best, position = -1, at
    while position < stop:
        rest = clause.text[position - clause.start : stop - clause.start]
        entity = next((e for e in clause.entities if e.start == position and e.end <= stop and e.type in _NAMES), None)
        measured = _OFF.match(rest) or _DISTANCE.match(rest)
        if entity is not None:
            position = entity.end
        elif measured is not None and best > 0:
            position += measured.end()
            best = position
            continue
        elif any(m.start <= position < m.end for m in clause.times):
            break
        else:
            token = token_at(clause.tokens, position)
            if token is None or token.end > stop or (best > 0 and token.text in _DEPTHS):
                break
            joins = token.text in {"与", "和", "及", "至", "到"} and best > 0 and _JOINT.match(rest[len(token.text) :]) is not None
            linked = position > at and (token.text in {"的", "之"} or (best == position and _leads_in(clause, token, stop)))
            if not (joins or linked or _belongs(clause, token, rest)):
                break
            position = token.end
            if joins or linked:
                continue
        if _is_place(clause, at, position):
            best = position
    return (at, best) if best > at else None


def _leads_in(clause: Clause, token: Token, stop: int) -> bool:
    """Whether a word behind a place opens what lies in or by it: 港|外|锚地, 隧道东口|所在|的|青禾县."""
    following = token_at(clause.tokens, token.end)
    if following is None or following.end > stop:
        return False
    if token.text == "所在":
        return following.text == "的"
    return token.text in _JOINTS and following.tag in {"NOUN", "PROPN"} and bool(load_place_words().sort_of(following.text))


def _belongs(clause: Clause, token: Token, rest: str) -> bool:
    """Whether a word may stand in a place phrase: a noun, a side, a word that ends like a place, a verb that opens or describes a name."""
    words, events = load_place_words(), load_event_words().types
    if token.tag in CONTENT_TAGS or _LOCALIZER.fullmatch(token.text):
        return True
    if any(rest[:more] in words.sorts for more in range(len(token.text) + 1, len(token.text) + 4)):
        return True  # 发射|中心
    if token.text in events:
        return False
    if len(token.text) > 1 and (words.sort_of(token.text) or token.text in words.heads) and token.text not in words.not_places:
        return True
    behind = rest[len(token.text) :]
    if token.text in words.describing:
        return any(words.sort_of(behind[:length]) for length in (2, 3, 4))
    before = clause.text[max(0, token.start - clause.start - 4) : token.end - clause.start]
    if len(token.text) == 1 and any(before[-n:] in words.sorts for n in (4, 3, 2)):
        return True  # 高铁|站, however the word is cut
    following = token_at(clause.tokens, token.end)
    if len(token.text) == 1 and token.start > clause.start and following is not None and following.end - token.end >= 2:
        led = token_at(clause.tokens, token.start - 1)
        if led is not None and led.tag == "PROPN" and following.text in words.sorts:
            return True  # 贝尔|加|口岸: a name cut in two before the word for what it names
    if token.tag != "VERB":
        return False
    if len(token.text) > 1 and not is_listed(token.text) and words.named.search(before[: -len(token.text)]) is not None:
        return True  # 小城|拉桑: what no dictionary lists, behind a word for a town
    ends = (words.sort_of(rest[: len(token.text) + more]) for more in (1, 2) if more <= len(behind))
    if any(sort in {"city", "county", "town", "village", "road"} for sort in ends):
        return True  # 通达|镇, 和平|里
    return following is not None and following.text in words.heads and words.named.fullmatch(following.text) is not None  # 中立|城市


def _after_side(phrase: str, tail: str) -> bool:
    """Whether a side stands right before the last word: 西侧|引桥 is a place, though taggers may take 引桥 for a verb."""
    sides = list(_SIDED.finditer(phrase, 0, len(phrase) - len(tail)))
    return bool(sides) and sides[-1].end() == len(phrase) - len(tail) and tail not in load_event_words().types


def _is_place(clause: Clause, start: int, end: int) -> bool:
    words, phrase = load_place_words(), clause.text[start - clause.start : end - clause.start]
    last = token_at(clause.tokens, end - 1)
    tail = last.text if last is not None and last.start >= start else phrase
    ending = [e for e in clause.entities if e.end == end and e.start >= start]
    sort = words.sort_of(phrase)
    if any(e.type in _PLACE_TYPES and e.text not in words.not_places for e in ending):
        return True
    if phrase in words.not_places or (ending and any(e.type not in _PLACE_TYPES for e in ending) and sort not in _HOUSES):
        return False
    if (
        sort
        and len(phrase) >= 2
        and (last is None or last.tag != "VERB" or len(tail) > 2 or tail in words.sorts or _after_side(phrase, tail))
    ):
        return not (tail == phrase and tail in words.heads and sort != "city")
    if _FLOOR.search(phrase) or any(phrase.endswith(h) for h, s in words.heads.items() if s == "capital"):
        return True
    head = next(reversed(list(words.named.finditer(phrase))), None)
    if head is not None and 1 < len(phrase) - head.end() <= 8 and last is not None:
        return last.tag in {"PROPN", "NOUN"} or not is_listed(last.text)
    local = next((m for m in _LOCALIZER.finditer(phrase) if m.end() == len(phrase)), None)
    if local is None or local.start() < 2 or last is None:
        return False
    base = phrase[: local.start()].strip("的")
    if _SIDED.fullmatch(local.group()):
        return not _NUMBERED.fullmatch(base) and base not in words.not_places - _MEANT
    return bool(words.sort_of(base)) or any(
        e.start >= start and e.end - start == len(base) and e.type in _PLACE_TYPES for e in clause.entities
    )


_CHAIN = re.compile(
    r"[\u4e00-\u9fff·]{2,7}?(?:特别行政区|自治[州区县]|省|市(?!场|区|郊|民|政|中(?![级心医学院]))|县(?![城医])|区(?![域块间])|镇|乡(?![镇村])|村)"
)
_COUNTED = re.compile(r"^(?:的)?(?:[一某该]|同一)[家间处座个所栋幢条片]|处$")
_GROUNDS = frozenset({"venue", "port", "hospital", "court", "prison", "land", "ground"})
_ADMIN = frozenset({"province", "city", "county", "town", "village", "country"})


def read_units(clause: Clause, start: int, end: int) -> tuple[str, ...]:
    """A place phrase cut where one place ends and the place within it begins: 望海市客运码头 is 望海市, 客运码头."""
    words, units, at = load_place_words(), list[str](), start
    ends = {t.end for t in clause.tokens if start < t.end <= end} | {e.end for e in clause.entities if start < e.end <= end} | {end}
    for boundary in sorted(ends):
        if boundary <= at:
            continue
        whole = clause.text[at - clause.start : boundary - clause.start]
        unit = _COUNTED.sub("", whole).strip("的之了").removeprefix("所在的").removesuffix("所在")
        if unit.startswith("所在地") and len(unit) > 4:
            unit, units = unit.removeprefix("所在地").removeprefix("的"), []  # 总部所在地|禾浦市: whose seat it is lies in it
        counted = _COUNTED.match(whole) is not None
        following = clause.text[boundary - clause.start : boundary - clause.start + 1]
        named = any(e.end == at and e.type in _PLACE_TYPES for e in clause.entities)
        known = any(e.end == boundary and e.start <= at and e.type in _PLACE_TYPES for e in clause.entities)
        closes = boundary == end or following == "的" or known or _FLOOR.search(unit) is not None or unit in words.heads
        sort = words.sort_of(unit) if len(unit) > 1 else ""
        if not closes and (not sort or words.sort_of(clause.text[at - clause.start : boundary - clause.start + 1])):
            continue
        *outer, unit = _peel(unit)
        units += outer
        bare = words.sorts.get(unit)
        if (
            units
            and not counted
            and not (whole.startswith("的") and named)  # 天津的|老宅: a place and what lies in it
            and (bare == "stretch" or (bare in _GROUNDS and words.sort_of(units[-1]) not in _ADMIN and not _FLOOR.search(units[-1])))
        ):
            units[-1] += unit  # 云岭|基地, 火车站|广场
        elif unit:
            units.append(unit)
        at = boundary
    return tuple(units)


def _peel(unit: str) -> list[str]:
    """A unit without the places it opens with, these first: 福建|浯洲县, 岚江市|清溪镇|白村."""
    words, outer = load_place_words(), list[str]()
    for length in (4, 3, 2):
        known = known_names().get(unit[:length])
        inner = known_names().get(unit[length:])
        held = len(unit) - length >= 3 and words.sort_of(unit[length:]) in _ADMIN
        held = held or (unit[:length] in words.provinces and inner is not None and inner.type in _PLACE_TYPES)  # 江西|赣州
        if known is not None and known.type in _PLACE_TYPES and held:
            outer.append(unit[:length])
            unit = unit[length:]
            break
    while (found := _CHAIN.match(unit)) is not None and len(unit) - found.end() >= 2 and words.sorts.get(unit[found.end() :]) != "stretch":
        outer.append(found.group())
        unit = unit[found.end() :]
    return [*outer, unit]
