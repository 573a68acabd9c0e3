"""Which names of a folder mean the same thing, and which places lie in which.

Names are linked by `mentions.names.same_name` (variants of one transliteration, with and without an administrative suffix);
containment is learnt
from the articles: in 福建省东屿市湾头镇 each place lies in the one before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations

from factcheck.alignment.affairs import Gist, find_affairs
from factcheck.claims.posts import read_title
from factcheck.language.segmenter import is_listed
from factcheck.mentions.names import canonical_key, same_name
from factcheck.mentions.names.apart import sound_alike
from factcheck.mentions.names.tables import known_names, suffixes, territories
from factcheck.mentions.types import EntityMention
from factcheck.model import Entity

__all__ = ["Linker", "link_entities"]

_AUTHORITY = {
    "当局",
    "政府",
    "方面",
    "官方",
    "军方",
    "警方",
    "有关方面",
    "有关部门",
    "人民政府",
    "联邦",
    "方",
    "议会",
    "国会",
    "立法会",
    "众议院",
    "参议院",
    "人大",
    "内阁",
    "总统府",
    "军队",
    "部队",
    "军人",
    "军",
    "军事人员",
}
_COMMON_BODIES = {
    "人民法院",
    "人民政府",
    "公安局",
    "检察院",
    "消防局",
    "卫健委",
    "气象局",
    "教育局",
    "大学",
    "医院",
    "委员会",
    "管理局",
    "派出所",
    "指挥部",
    "应急局",
    "警察局",
    "外交部",
    "国防部",
    "财政部",
    "经济部",
    "中级人民法院",
    "高级人民法院",
    "分公司",
    "研究所",
    "消防队",
    "足球队",
    "国家队",
}
_BODY_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4})(?:科技|集团|公司|股份|控股|药业|制药|医药|银行|保险|证券|基金|资本|汽车|电子|精密|能源|实业|食品|乳业|地产|置业|航空|物流|传媒|影业|客运|运输|重工|机械|材料|化工|化纤|生物|网络|软件|数码|通信|电器|家电|酒店|建设|建筑|工业|企业|工厂|厂)(?:有限公司|股份有限公司|有限责任公司|集团)?"
)
_GOVERNMENT = re.compile(r"(?:联邦|人民|中央)?(?:政府|当局|内阁)$")
_HOLDERS = frozenset("国省州市县区镇乡村")
_CHAIN = re.compile(r"[^省市县区州镇乡]{1,8}(?:特别行政区|自治[州区县]|省|市|县|区|州|镇|乡)")
_LEVEL_OF = {"国": 6, "省": 5, "州": 5, "市": 4, "县": 3, "区": 3, "镇": 2, "乡": 2, "村": 1, "社区": 1}


class Linker:
    """Links names over all articles of a run. Queries take entity keys."""

    def __init__(
        self,
        canonical: Mapping[str, str],
        inside: Mapping[str, frozenset[str]],
        entities: Sequence[Entity],
        affairs: Mapping[str, int] | None = None,
        named: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self._named = dict(named or {})
        self._affairs = dict(affairs or {})
        self._several = {number for number, size in Counter(self._affairs.values()).items() if size > 1}
        self._canonical = dict(canonical)
        self._inside = dict(inside)
        self.entities = tuple(entities)
        self._types = {entity.key: entity.type for entity in self.entities}
        self._related: dict[tuple[str, str], bool] = {}

    def type(self, name: str) -> str:
        """The type of the thing a name means, "" when it was not seen."""
        return self._types.get(self.key(name), "")

    def key(self, name: str) -> str:
        """The folder's key for a name; the name itself when it was not seen."""
        return self._canonical.get(name, name)

    def same(self, a: str, b: str) -> bool:
        """Whether two names mean one thing. Symmetric."""
        return self.key(a) == self.key(b)

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether a place is known to lie in another, directly or over steps."""
        goal, seen, todo = self.key(outer), set[str](), [self.key(inner)]
        while todo:
            for around in self._inside.get(todo.pop(), frozenset()):
                if around == goal:
                    return True
                if around not in seen:
                    seen.add(around)
                    todo.append(around)
        return False

    def named_in(self, article: str, name: str) -> bool:
        """Whether an article (id) names a thing, by whatever of its names."""
        return self.key(name) in self._named.get(article, frozenset())

    def share_name(self, first: str, second: str) -> bool:
        """Whether two articles (ids) share a name that no table knows (a country or a known town is in many stories). Symmetric."""
        shared = self._named.get(first, frozenset()) & self._named.get(second, frozenset())
        return any(len(name) >= 2 and name not in known_names() and name not in territories().countries for name in shared)

    def one_affair(self, first: str, second: str) -> bool:
        """Whether two articles (ids) are about one affair (`alignment.affairs`). Symmetric."""
        return first == second or (first in self._affairs and self._affairs[first] == self._affairs.get(second))

    def surely_one_affair(self, first: str, second: str) -> bool:
        """The same; where there are several affairs, a name that no table knows must say so. Symmetric."""
        return self.one_affair(first, second) and (not self.many or self.share_name(first, second))

    @property
    def many(self) -> bool:
        """Whether the articles tell of several affairs, of several articles each."""
        return len(self._several) > 1

    def two_affairs(self, first: str, second: str) -> bool:
        """Whether two articles are about two affairs of several articles each. One that stands alone may belong anywhere. Symmetric."""
        one, two = self._affairs.get(first), self._affairs.get(second)
        return one != two and one in self._several and two in self._several

    def related(self, a: str, b: str) -> bool:
        """Same, one lies in the other, one is the authority of the other (福建当局 and 福建), or an organ of it. Symmetric. Every pair of
        claims asks this of all their names, so that the answers are kept."""
        pair = (a, b) if a <= b else (b, a)
        known = self._related.get(pair)
        if known is None:
            known = self._related[pair] = self._find_related(*pair)
        return known

    def _find_related(self, a: str, b: str) -> bool:
        return (
            self.same(a, b)
            or self.lies_in(a, b)
            or self.lies_in(b, a)
            or any(of(x, y) for of in (_speaks_for, _governs, self._named_after) for x, y in ((a, b), (b, a)))
            or self._shortened(a, b)
        )

    def _named_after(self, body: str, place: str) -> bool:
        """Whether a body is called after a lake, a bridge, a park: 白鹭湖管理局 and 白鹭湖. Not after a town: it has many."""
        return (
            self.type(body) == "ORG"
            and self.type(place) == "LOC"
            and len(place) >= 3
            and body.startswith(place)
            and place_level(place) == 0
        )

    def _shortened(self, a: str, b: str) -> bool:
        """Whether one team, firm or body is the other without the place before it (金州勇士队, 勇士队)."""
        short, long = sorted((a, b), key=len)
        return (
            len(short) >= 3
            and short != long
            and long.endswith(short)
            and short not in _COMMON_BODIES
            and self.type(a) == self.type(b) == "ORG"
        )

    def any_same(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether two groups of names share one."""
        return bool({self.key(k) for k in first} & {self.key(k) for k in second})

    def any_related(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether some name of one group is the same as, lies in or holds one of the other."""
        others = list(second)
        return any(self.related(a, b) for a in first for b in others)


def _speaks_for(body: str, place: str) -> bool:
    """Whether a body is a place's authority at large: its name is the place's and a word for authority."""
    return len(place) >= 2 and body.startswith(place) and body[len(place) :].lstrip("省市县区州共和国联邦") in _AUTHORITY


def _governs(government: str, organ: str) -> bool:
    """Whether one body is the government that the other, a ministry or bureau of the same place, is an organ of (波兰政府, 波兰国防部)."""
    place = _GOVERNMENT.sub("", government)
    return 2 <= len(place) < len(government) and organ != government and organ.startswith(place) and organ[-1:] in "部委局署厅"


def place_level(name: str) -> int:
    """The administrative level a place's suffix tells: 1 (village) to 6 (state); 0 when it tells none."""
    if name in territories().countries:
        return _LEVEL_OF["国"]
    for suffix in ("社区", *_LEVEL_OF):
        if name.endswith(suffix) and len(name) > len(suffix):
            return _LEVEL_OF[suffix]
    return 0


def link_entities(
    mentions: Mapping[str, Sequence[EntityMention]],
    published: Mapping[str, datetime | None] | None = None,
    gists: Mapping[str, Gist] | None = None,
) -> Linker:
    """A linker for the mentions of each article (article id -> mentions in reading order); `published`: by article id, where known;
    `gists`: what else tells whether two articles are about one affair."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, Counter[str]] = defaultdict(Counter)
    inside: dict[str, set[str]] = defaultdict(set)
    for found in mentions.values():
        for position, mention in enumerate(found):
            names[mention.key][mention.text] += 1
            types[mention.key][mention.type] += 1
            if mention.type not in {"GPE", "LOC"}:
                continue
            inner = mention.key
            for outer in reversed(_outer_places(mention)):
                if outer != inner:
                    inside[inner].add(outer)
                    names[outer][outer] += 0
                    types[outer]["GPE"] += 1
                    inner = outer
            if position:
                previous = found[position - 1]
                states = territories().countries
                holds = (previous.text[-1:] in _HOLDERS or previous.key in states) and mention.key not in states
                if previous.end == mention.start and previous.type in {"GPE", "LOC"} and previous.key != mention.key and holds:
                    inside[mention.key].add(previous.key)
    _nest_by_name(mentions, types, inside)
    canonical = _cluster(names, types, _one_holder(mentions))
    linked: dict[str, frozenset[str]] = {}
    for inner, outers in inside.items():
        home = canonical[inner]
        linked[home] = linked.get(home, frozenset()) | {canonical[o] for o in outers if canonical[o] != home}
    members: dict[str, set[str]] = defaultdict(set)
    for key, home in canonical.items():
        members[home].update(names[key])
    entities = [Entity(home, types[home].most_common(1)[0][0], tuple(sorted(members[home]))) for home in sorted(members)]
    named = {article: Counter(canonical[m.key] for m in found if m.type != "MISC") for article, found in mentions.items()}
    return Linker(canonical, linked, entities, find_affairs(named, published or {}, gists), {a: frozenset(n) for a, n in named.items()})


def _nest_by_name(mentions: Mapping[str, Sequence[EntityMention]], types: Mapping[str, Counter[str]], inside: dict[str, set[str]]) -> None:
    """A place whose written form begins with another place's key lies in it: 福建浯洲县 in 福建."""
    places = {key for key, counts in types.items() if counts.most_common(1)[0][0] in {"GPE", "LOC"} and len(key) >= 2}
    for found in mentions.values():
        for mention in found:
            if mention.type in {"GPE", "LOC"} and len(mention.text) >= 4:
                for length in range(2, len(mention.text) - 1):
                    outer = mention.text[:length]
                    if outer in places and outer != mention.key and mention.key != outer:
                        inside[mention.key].add(outer)


def _outer_places(mention: EntityMention) -> list[str]:
    """Keys of the places a chain is written through, outermost first: 福建省东屿市湾头镇 gives 福建, 东屿."""
    parts = [m.group() for m in _CHAIN.finditer(mention.text)]
    rest = mention.text[sum(map(len, parts)) :]
    chain = [canonical_key(part, "GPE") for part in (parts if rest else parts[:-1])]
    if not parts and len(mention.text) > len(mention.key) and mention.text.endswith(mention.key):
        chain = [canonical_key(mention.text[: -len(mention.key)], "GPE")]
    return [key for key in chain if key and key != mention.key]


_NUMBERED = re.compile(r"(?:[\u4e00-\u9fff]*[省市县区])?(?P<number>[一二三四五六七八九十]+)(?P<kind>院|医院|中|小|中学|小学)")


def _one_body(a: str, b: str) -> bool:
    """Whether two names of bodies are one: with and without 市 behind the place (溯川市博物馆, 溯川博物馆), or the usual short name of a
    numbered hospital or school (市三院, 沅宁市第三人民医院)."""
    if re.sub(r"(?<=.)[省市县区](?=.)", "", a) == re.sub(r"(?<=.)[省市县区](?=.)", "", b):
        return True
    short, long = sorted((a, b), key=len)
    found = _NUMBERED.fullmatch(short)
    ends = {"院": "医院", "中": "中学", "小": "小学"}
    return found is not None and f"第{found['number']}" in long and long.endswith(ends.get(found["kind"], found["kind"]))


def _is_trade(tail: str) -> bool:
    """Whether what a longer name of a body has behind the short one is a trade or a legal form (飞橙|外送), no body within it (总部)."""
    if _BODY_TAIL.fullmatch(tail) or tail in _LEFT_OUT:
        return True
    return len(tail) == 2 and "\u4e00" <= tail[0] <= "\u9fff" and suffixes().get(tail) is None and tail[-1] not in _INNER


_LEFT_OUT = frozenset({"大学", "学院", "俱乐部", "足球俱乐部", "篮球俱乐部", "球会"})
"""What a body is, which newsrooms leave out of its name: 某某理工|大学, 某某联队|俱乐部."""


def _own(name: str) -> str:
    """A body's name without the state before it: 中国|某某理工大学."""
    state = next((name[:length] for length in range(min(8, len(name) - 2), 1, -1) if name[:length] in territories().countries), "")
    return name[len(state) :]


_INNER = frozenset("部局处室科院所会团队组厅署中心校系库厂店站台社委办区市县")


def _one_holder(mentions: Mapping[str, Sequence[EntityMention]]) -> list[tuple[str, str]]:
    """Pairs of foreign names that sound alike and hold one post of one body in two articles, neither of which has both: one person, whom
    two regions write differently (国防部长塞拉克, 國防部長謝拉克)."""
    holders: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for article in sorted(mentions):
        for mention in mentions[article]:
            post = read_title(mention.title) if mention.type == "PER" and mention.title else None
            if post is not None and post.rank == "":
                holders[article].setdefault(mention.key, (post.kind, mention.of))
    people = {article: {m.key for m in found if m.type == "PER"} for article, found in mentions.items()}
    pairs = []
    for first, second in combinations(sorted(holders), 2):
        for a, (kind_a, of_a) in holders[first].items():
            for b, (kind_b, of_b) in holders[second].items():
                one_post = kind_a == kind_b and (of_a == of_b or not of_a or not of_b)
                if a != b and one_post and a not in people[second] and b not in people[first] and sound_alike(a, b):
                    pairs.append((a, b))
    return pairs


def _cluster(names: Mapping[str, Counter[str]], types: Mapping[str, Counter[str]], known: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Union of keys that name one thing (`known`: pairs that are told so by more than their names); the most frequent key (then the
    longest, then the first) names the cluster."""
    parent = {key: key for key in names}

    def find(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    by_type: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        kind = types[key].most_common(1)[0][0]
        by_type["PLACE" if kind in {"GPE", "LOC"} else kind].append(key)
    for kind, keys in by_type.items():
        for position, a in enumerate(keys):
            for b in keys[position + 1 :]:
                if same_name(a, b, "LOC" if kind == "PLACE" else kind):
                    parent[find(b)] = find(a)
    for short in by_type["ORG"]:
        whole = [k for k in by_type["ORG"] if k != short and _own(k) == short]
        if len(whole) == 1 and len(short) >= 3 and not is_listed(short):
            parent[find(short)] = find(whole[0])  # not where two states have one, nor for what every state has (红十字会)
    for short in sorted(names):
        kind = types[short].most_common(1)[0][0]
        if (
            len(short) < 2
            or kind in {"GPE", "LOC"}
            or (kind == "PER" and sum(names[short].values()) < 2)
            or short in known_names()
            or short in territories().countries
        ):
            continue
        tail = _BODY_TAIL.fullmatch if kind != "ORG" else _is_trade
        longer = {
            find(k)
            for k in by_type["ORG"]
            if k != short and any(name.startswith(short) and tail(name[len(short) :]) for name in (k, _own(k)))
        }
        if len(longer) == 1 and find(short) not in longer:
            parent[find(short)] = longer.pop()  # 朗禾 for 朗禾科技; not where a second body begins alike (瑞舟精密, 瑞舟科技)
    for a in by_type["ORG"]:
        for b in by_type["ORG"]:
            if a < b and find(a) != find(b) and _one_body(a, b):
                parent[find(b)] = find(a)
    for a, b in known:
        if a in parent and b in parent and find(a) != find(b):
            parent[find(b)] = find(a)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in names:
        groups[find(key)].append(key)
    home = {}
    for keys in groups.values():
        best = min(keys, key=lambda k: (-sum(names[k].values()), -len(k), k))
        for key in keys:
            home[key] = best
    return home
