"""Which names of a folder mean the same thing, and which places lie in which.

Names that mean one thing are found by `alignment.clusters`; containment is learnt from the articles: in 福建省东屿市湾头镇 each place lies
in the one before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from factcheck.alignment.affairs import Gist, find_affairs
from factcheck.alignment.clusters import cluster_names, one_holder
from factcheck.mentions.names import canonical_key
from factcheck.mentions.names.tables import known_names, territories
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
        self._any_related: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}

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
        """Same, one lies in the other, one is the authority of the other (福建当局 and 福建), or an organ of it. Symmetric. The
        answers are kept."""
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
        """Whether some name of one group is the same as, lies in or holds one of the other. Many claims of an article have the same names:
        the answers are kept."""
        asked = tuple(first), tuple(second)
        known = self._any_related.get(asked)
        if known is None:
            known = self._any_related[asked] = any(self.related(a, b) for a in asked[0] for b in asked[1])
        return known


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
    canonical = cluster_names(names, types, one_holder(mentions))
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
