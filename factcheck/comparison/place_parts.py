"""Whether two place phrases can be one place: part by part, each with the part of the other that is of its sort."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from factcheck.alignment.linking import Linker
from factcheck.claims.place_words import load_place_words
from factcheck.mentions.names import canonical_key, same_name
from factcheck.mentions.names.apart import sound_alike
from factcheck.mentions.names.sound import SAME_SOUND, loose_distance
from factcheck.mentions.names.tables import known_names, territories

__all__ = ["PlaceVerdict", "bare_names_apart", "compare_places", "in_two_homes", "opposite_sides"]

PlaceVerdict = Literal["same", "inside", "apart", "opposed", "unknown"]

_ORDER = (
    "country", "province", "city", "county", "island", "town", "village", "land", "ground", "water", "sea", "road", "stretch", "node",
    "building", "unit", "floor", "room",
)  # fmt: skip
_BUILDINGS = frozenset({"venue", "court", "hospital", "prison", "port"})
_UNITS_OF_STATE = frozenset({"province", "city", "capital", "county", "town", "village"})
"""Sorts whose names differ by one character of two: 临川市, 临海市."""
_NAMED_BY = frozenset({"land", "water", "ground", "island"})
"""Sorts of places that a tunnel or bridge is called after."""
_SIDE = re.compile(
    r"(?P<side>东南|东北|西南|西北|[东西南北左右])(?:侧|边|面|部|岸|端|翼|舷|方向?|郊|角|口|门|站房|(?=约?[\d.]+(?:公里|海里|里|米|英里|千米)))|以(?P<off>东南|东北|西南|西北|[东西南北])"
    r"|(?P<word>上游|下游|正面|背面|室内|室外|境内|境外)"
)
_FLOOR = re.compile(r"(?:第)?(?P<n>\d+|[一二三四五六七八九十百两]+|负[一二三]|地下[一二三]|地下(?=室))(?:楼|层|(?<=地下)室)")
_NUMBER = re.compile(r"(?P<n>\d+|[一二三四五六七八九十百两]+|[A-Za-z甲乙丙丁])(?:号|区|栋|座|幢|期|站|库|井|坑|线|段|楼)")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class _Part:
    """One unit of a place: its words, its sort, what stands before its last word ("" where it says only what it is)."""

    text: str
    sort: str
    stem: str


def _number(written: str) -> str:
    """A small Chinese or Arabic number as digits: 十二 is 12."""
    if written.isascii() or not all(c in _DIGITS or c in "十百" for c in written):
        return written
    if "百" in written:
        return written
    tens, ten, ones = written.partition("十")
    return (
        str(_DIGITS.get(written, 0)) if not ten else str((_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0))
    )


_COUNTED = re.compile(r"^一(?=[座家个处片条所间艘户])")
_REGION = re.compile(r"(?:[东西南北中]|东南|东北|西南|西北)部的?")
_ABOUT = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:以?(?:东南|东北|西南|西北|正?[东西南北])(?:侧|边|面|部|端|郊)|附近|一带|周边|一侧|境内|对面|旁边?)$"
)
"""Words for where beside a place one is: 厂区北侧 is of the sort of 厂区."""
_RANKED = re.compile(r"第[一二三四五六七八九十]+大?(?:城市|港口城市|都市|港口)?|(?:最|较)?大城市")


@lru_cache(maxsize=8192)
def _read_parts(key: str) -> tuple[_Part, ...]:
    words, parts, head = load_place_words(), list[_Part](), ""
    for unit in key.split("/"):
        floor = _FLOOR.search(unit)
        if floor is not None:
            parts.append(_Part(unit, "floor", _number(floor["n"])))
            unit = unit[floor.end() :]
            if len(unit) < 2:
                continue
        if unit in words.areas:
            continue
        unit = _ABOUT.sub("", _REGION.sub("", _COUNTED.sub("", unit))) or unit
        if _REGION.fullmatch(unit):
            continue
        rank = _RANKED.fullmatch(unit)
        if unit in words.heads or rank is not None:
            head = "city" if rank is not None else words.heads[unit]
            if parts and parts[-1].sort == "":
                parts[-1] = replace(parts[-1], sort="country")  # what has a capital or a second city holds it
            continue
        led = words.named.match(unit)
        if led is not None and len(unit) - led.end() >= 2:
            head, unit = words.heads[led.group()], unit[led.end() :]
        sort, stem = words.sort_of(unit), unit
        if _country(unit):
            sort = "country"
            if unit in words.city_states:
                parts.append(_Part(unit, "city", unit))  # 新加坡 is a city too, and no town of another state lies in it
                continue
        elif unit in words.provinces:
            sort = "province"
        elif head and sort not in _BUILDINGS - {"port"}:
            sort = head
        elif sort and unit not in words.cities:
            stem = _stem(unit)
        if sort == "node" and unit in words.sorts and parts and parts[-1].sort in _NAMED_BY and parts[-1].stem:
            parts[-1] = _Part(parts[-1].text + unit, sort, parts[-1].text)  # 青石岭|隧道
            continue
        parts.append(_Part(unit, "building" if sort in _BUILDINGS else sort, stem))
        head = ""
    if head:
        parts.append(_Part("", head, ""))
    return tuple(parts)


def _country(unit: str) -> bool:
    """中国, 中国大陆, 泰国境内."""
    bare = re.sub(r"(?:大陆|本土|内地|境内|国内)$", "", unit)
    return unit in territories().countries or bare in territories().countries


def _stem(unit: str) -> str:
    words = load_place_words()
    for length in range(min(6, len(unit)), 0, -1):
        if unit[-length:] in words.sorts:
            return unit[:-length]
    return unit


@dataclass(frozen=True, slots=True)
class _Side:
    """A side and what it is a side of: the words before it, and those behind it in its unit (东侧|员工通道)."""

    side: str
    of: str
    holds: str


_OFF_SHORE = re.compile(r"(?<=[东南西北])/(?=约?[\d.]+(?:公里|海里|里|米|英里|千米))")
"""Where a side and the distance to that side were taken for two units: 某岛东南|约2.5海里."""


def _sides(key: str) -> tuple[_Side, ...]:
    found, before = [], ""
    for unit in _OFF_SHORE.sub("", key).split("/"):
        found += [_Side(m["side"] or m["off"] or m["word"], unit[: m.start()] or before, unit[m.end() :]) for m in _SIDE.finditer(unit)]
        before = unit
    return tuple(found)


def _opposed(a: tuple[_Side, ...], b: tuple[_Side, ...]) -> bool:
    """东 against 西, 左 against 右, of one thing; 东北 against 东 is not opposed."""
    for x, y in ((x, y) for x in a for y in b):
        of = not x.of or not y.of or x.of in y.of or y.of in x.of
        if not of and len(set(x.holds) & set(y.holds)) < 2:
            continue
        for first, second in ((x.side, y.side), (y.side, x.side)):
            if any(p in first and q in second and p not in second and q not in first for p, q in load_place_words().opposed):
                return True
    return False


def opposite_sides(a: str, b: str) -> bool:
    """Whether two places (units joined by "/") are opposite sides of one named thing and nothing else (某峰北坡, 某峰南坡). The one may
    call the thing by the end of its name (海沟北段, 某海沟南段). Where more than a side differs `compare_places` tells. Symmetric."""
    here, there = _read_side(a), _read_side(b)
    if here is None or there is None:
        return False
    short, long = sorted((here.of, there.of), key=len)
    told = here.holds == there.holds or all(_OF_A_SIDE.fullmatch(side.holds) for side in (here, there))
    first, second = (re.findall(_side_words(), side.side) for side in (here, there))
    return long.endswith(short) and told and {_opposites()[word] for word in first} == set(second)


@lru_cache(maxsize=8192)
def _read_side(key: str) -> _Side | None:
    """The one side that a place tells by one or two of the listed words (东北), None where it tells none or more."""
    words = _side_words()
    found = re.fullmatch(rf"(?P<of>.{{2,}}?)(?P<side>(?:{words}){{1,2}})(?P<holds>(?:(?!{words}).)*)", key.replace("/", ""))
    return None if found is None else _Side(found["side"], found["of"], found["holds"])


@cache
def _opposites() -> Mapping[str, str]:
    """The word for the other side by that for a side."""
    return {one: two for pair in load_place_words().opposed for one, two in (pair, pair[::-1])}


def _side_words() -> str:
    return "|".join(_opposites())


_OF_A_SIDE = re.compile(r"(?:[部侧面边段端岸坡翼]|方向|约?\d+(?:\.\d+)?(?:公里|海里|千米|米|里)|[外处]|海面|海域|上空|空域)*")
"""What may stand behind a side and leave it the same side."""


def _read_alike(a: str, b: str) -> bool:
    """Whether two names of one length differ in one character only, and that one is read alike."""
    apart = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) >= 2 and len(apart) == 1 and loose_distance(*apart[0]) <= SAME_SOUND


_OPEN_WATER = re.compile(r"(?:海域|海面|水域|外海|近海|洋面|公海|渔场)$")
"""Words for any stretch of sea, beside which another article may name the bay or strait."""


def _past_home(a: str, b: str, linker: Linker) -> tuple[str, str] | None:
    """What two names say behind the name of one place that both open with; None where they open with none, or say nothing more."""
    lead = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    known = lead >= 2 and min(len(a), len(b)) - lead >= 2 and linker.type(canonical_key(a[:lead], "GPE")) in {"GPE", "LOC"}
    listed = known_names().get(a[:lead]) if lead >= 2 and not known else None
    known = known or (listed is not None and listed.type in {"GPE", "LOC"} and min(len(a), len(b)) - lead >= 2)
    return (a[lead:], b[lead:]) if known else None


def _compare_parts(a: _Part, b: _Part, linker: Linker) -> Literal["same", "apart", "unknown"]:
    """Two parts of one sort. One that has no name of its own (首都, 机场) is not told apart from any."""
    if a.sort == "floor":
        below = a.stem[0] in "地负" and b.stem[0] in "地负" and "地下" in {a.stem, b.stem}
        return "same" if below or a.stem == b.stem else "apart"  # 地下室, 地下一层
    if not a.stem or not b.stem:
        return "unknown"
    one, two = _NUMBER.search(a.text), _NUMBER.search(b.text)
    if one is not None and two is not None and _number(one["n"]) != _number(two["n"]):
        return "apart"
    keys = canonical_key(a.text, "GPE"), canonical_key(b.text, "GPE")
    if a.sort == b.sort == "building" and (rest := _past_home(a.text, b.text, linker)) is not None and not set(rest[0]) & set(rest[1]):
        return "apart"  # 海澄港体育馆, 海澄港会展中心
    if a.text == b.text or linker.related(*keys) or same_name(a.text, b.text, "LOC") or a.stem in b.text or b.stem in a.text:
        return "same"
    if a.sort == "sea" and (_OPEN_WATER.search(a.text) is None) != (_OPEN_WATER.search(b.text) is None):
        return "unknown"  # 黑礁角以南水域 may be a part of 澄湾
    if sound_alike(a.stem, b.stem) or _read_alike(a.stem, b.stem):
        return "unknown"  # 罗岱省, 洛岱省
    if (rest := _past_home(a.stem, b.stem, linker)) is not None:
        return "unknown" if set(rest[0]) & set(rest[1]) or sound_alike(*rest) else "apart"  # 南极卡林海, 南极霍森湾
    shared, least = 2 * len(set(a.stem) & set(b.stem)), min(len(set(a.stem)), len(set(b.stem)))
    if shared > least or (shared == least and a.sort not in _UNITS_OF_STATE):
        return "unknown"
    return "apart"


def compare_places(a: str, b: str, linker: Linker) -> PlaceVerdict:
    """Whether two places (units joined by "/", large to small) are one: `inside` where one says more, `apart` where parts of one sort
    differ, `opposed` for two sides of one thing, `unknown` where nothing of one sort tells. Symmetric."""
    if a == b:
        return "same"
    if _off_the_stretch(a, b) or _off_the_stretch(b, a):
        return "apart"
    left, right = (_with_home(_read_parts(key), linker) for key in (a, b))
    if not left or not right:
        return "unknown"
    met = -1
    sorts = {p.sort for p in left} | {p.sort for p in right}
    for rank, sort in enumerate((*_ORDER, "")):
        ones, twos = _of_sort(left, sort), _of_sort(right, sort)
        if not ones or not twos or sort not in sorts:
            continue
        found = {_compare_parts(x, y, linker) for x in ones for y in twos}
        if "same" in found:
            met = rank
        elif found == {"apart"}:
            return "apart"
    if _opposed(_sides(a), _sides(b)):
        return "opposed"
    if met >= 0:
        rest = [[p for p in parts if p.stem and _rank(p) > met] for parts in (left, right)]
        if met <= _ORDER.index("county") and all(rest):
            return "apart" if _other_premises(left, right) else "unknown"  # both say more than what they share, of different sorts
        return "inside" if len(left) != len(right) else "same"
    if _numbered_apart(left[-1].text, right[-1].text):
        return "apart"
    x, y = left[-1].text, right[-1].text  # a province that holds the other's town says nothing of the county named with it
    if x and y and (linker.related(canonical_key(x, "GPE"), canonical_key(y, "GPE")) or x in y or y in x):
        return "inside"
    return "apart" if _cannot_nest(left, right) or _other_premises(left, right) else "unknown"


_HOMES = frozenset({"country", "province", "city", "county", "town", "village"})
_HELD = frozenset({"town", "village", "land", "island", "ground", "water"})


def in_two_homes(a: str, b: str, linker: Linker) -> bool:
    """Whether two places end in one place with a name of its own and set it in two units of one sort (甲县青岭, 乙县青岭): whatever is told
    of it, it lies in one of them. Symmetric."""
    left, right = (_read_parts(key) for key in (a, b))
    if min(len(left), len(right)) < 2 or left[-1].text != right[-1].text:
        return False
    inner, homes = left[-1], (left[-2], right[-2])
    if len(inner.stem) < 2 or inner.sort not in _HELD or homes[0].sort != homes[1].sort or homes[0].sort not in _HOMES:
        return False
    return all(home.stem for home in homes) and _compare_parts(*homes, linker) == "apart"


_STRETCH = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,}?)(?:至|到|与|和|及)(?P<two>[\u4e00-\u9fff]{2,}?)之?间")


def _off_the_stretch(stretch: str, other: str) -> bool:
    """Whether one lies between two places and the other is a third of their sort: 青石站至柳湾站之间, 红寺站."""
    ends = _STRETCH.search(stretch.replace("/", ""))
    if ends is None or _STRETCH.search(other.replace("/", "")) is not None:
        return False
    words, third = load_place_words(), re.sub(r"(?<=站)站?[内里]?$", "", other.split("/")[-1])
    sort, stem = words.sort_of(third), _stem(third)
    if not sort or {words.sort_of(ends["one"]), words.sort_of(ends["two"])} != {sort} or len(stem) < 2:
        return False
    return not any(set(stem[-2:]) & set(_stem(end)[-2:]) for end in (ends["one"], ends["two"]))


def _numbered_apart(a: str, b: str) -> bool:
    """Two numbered things of one kind, whatever it is: 二号营地, 一号营."""
    one, two = _NUMBER.search(a), _NUMBER.search(b)
    if one is None or two is None or _number(one["n"]) == _number(two["n"]):
        return False
    return one.group()[-1] == two.group()[-1] and a[one.end() : one.end() + 1] == b[two.end() : two.end() + 1] != ""


_TOWNS = frozenset({"city", "capital", "town", "village"})


def bare_names_apart(a: str, b: str, linker: Linker) -> bool:
    """Whether two places are each told by one name without a last word (银川, 贵阳), and the names have nothing in common. Such names are
    mostly of towns; that neither holds the other is for the caller to see to."""
    listed = load_place_words().cities
    named = [
        [
            p
            for p in _with_home(_read_parts(key), linker)
            if (p.sort == "" or p.text in listed or (p.sort in _TOWNS and p.text == p.stem)) and p.stem and len(p.text) >= 2
        ]
        for key in (a, b)
    ]
    if any(len(parts) != 1 for parts in named):
        return False
    (x,), (y,) = named
    if any(p.sort == "" and linker.type(canonical_key(p.text, "GPE")) not in {"GPE", "LOC"} for p in (x, y)) or set(x.text) & set(y.text):
        return False
    return _compare_parts(x, y, linker) == "apart"


def _rank(part: _Part) -> int:
    """Where the sort of a part stands in `_ORDER`; a name without a last word of its own stands with the cities."""
    return _ORDER.index(part.sort) if part.sort in _ORDER else _ORDER.index("city")


def _with_home(parts: tuple[_Part, ...], linker: Linker) -> tuple[_Part, ...]:
    """A building that opens with the name of a place that the folder knows stands there: 奥尔维克港务局大楼."""
    first = parts[0] if parts else None
    if first is None or first.sort != "building":
        return parts
    homes = [first.stem[:n] for n in range(2, len(first.stem)) if linker.type(first.stem[:n]) in {"GPE", "LOC"}]
    return (_Part(homes[-1], "city", homes[-1]), *parts) if homes else parts


def _of_sort(parts: tuple[_Part, ...], sort: str) -> list[_Part]:
    """The parts of a sort; a capital is a city, and a name without a last word of its own is taken for one."""
    taken = {"city": {"city", "capital", ""}, "": set[str]()}.get(sort, {sort})
    found = [p for p in parts if p.sort in taken]
    if sort == "county" and not found and any(p.sort == "town" for p in parts):
        found = [p for p in parts if p.sort == "city"]  # a city whose towns are named with it is one of counties' rank
    if sort == "node" and found and not found[0].stem:
        return [p for p in found if not p.stem]  # 大桥的西侧引桥 may be a part of any bridge
    return [p for p in found if p.stem] or found


def _cannot_nest(left: tuple[_Part, ...], right: tuple[_Part, ...]) -> bool:
    """Places of two sorts that do not lie in each other: a capital and a town or village, two inner parts that share no character."""
    sorts = {p.sort for p in left}, {p.sort for p in right}
    ends = {left[-1].text, right[-1].text}
    if any(map(_OFFSHORE.search, ends)) and any(map(_INLAND.search, ends)):
        return True
    for one, two in (sorts, sorts[::-1]):
        if "capital" in one and two & {"town", "village"} and not two & {"capital", "city", ""}:
            return True
    fine = {"building", "unit", "room", "node", "floor"}
    if left[-1].sort in fine and right[-1].sort in fine and (left[-1].sort == right[-1].sort or {left[-1].sort, right[-1].sort} <= _INNER):
        return not set("".join(p.text for p in left)) & set("".join(p.text for p in right))
    return False


_OFFSHORE = re.compile(r"(?:外海|海面|海域|近海|公海|洋面)$")
_INLAND = re.compile(r"(?:山区|山谷|山坡|山林|林区|农田|田野|沙漠|草原|县城|村|镇|县)$")
"""Open water, and ground that is none."""
_INNER = frozenset({"unit", "room"})


def _other_premises(left: tuple[_Part, ...], right: tuple[_Part, ...]) -> bool:
    """Whether the two are premises of two kinds of which neither is found within the other: a factory and a flat, a cold store and a
    railway station; not a shop and a station. Premises that share a name may be parts of one ground."""
    words = load_place_words()
    one, two = (next((p for p in reversed(parts) if words.premises_of(p.text)), None) for parts in (left, right))
    if one is None or two is None or set(one.stem) & set(two.stem):
        return False
    kinds = words.premises_of(one.text), words.premises_of(two.text)
    return kinds[0] != kinds[1] and kinds[1] not in words.within[kinds[0]] and kinds[0] not in words.within[kinds[1]]
