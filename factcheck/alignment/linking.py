"""Which names of a folder mean the same thing, and which places lie in which.

Names are linked by `mentions.names.same_name` (variants of one transliteration, with and without an administrative suffix); containment is learnt
from the articles: in 福建省东屿市湾头镇 each place lies in the one before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.mentions.names import same_name
from factcheck.mentions.types import EntityMention
from factcheck.model import Entity

__all__ = ["Linker", "link_entities"]

_LEVEL_OF = {"国": 6, "省": 5, "州": 5, "市": 4, "县": 3, "区": 3, "镇": 2, "乡": 2, "村": 1, "社区": 1}


class Linker:
    """Links names over all articles of a run. Queries take entity keys."""

    def __init__(self, canonical: Mapping[str, str], inside: Mapping[str, frozenset[str]], entities: Sequence[Entity]) -> None:
        self._canonical = dict(canonical)
        self._inside = dict(inside)
        self.entities = tuple(entities)

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

    def related(self, a: str, b: str) -> bool:
        """Same, or one lies in the other. Symmetric."""
        return self.same(a, b) or self.lies_in(a, b) or self.lies_in(b, a)

    def any_same(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether two groups of names share one."""
        return bool({self.key(k) for k in first} & {self.key(k) for k in second})

    def any_related(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether some name of one group is the same as, lies in or holds one of the other."""
        others = list(second)
        return any(self.related(a, b) for a in first for b in others)


def place_level(name: str) -> int:
    """The administrative level a place's suffix tells: 1 (village) to 6 (state); 0 when it tells none."""
    for suffix in ("社区", *_LEVEL_OF):
        if name.endswith(suffix) and len(name) > len(suffix):
            return _LEVEL_OF[suffix]
    return 0


def link_entities(mentions: Mapping[str, Sequence[EntityMention]]) -> Linker:
    """A linker for the mentions of each article (article id -> mentions in reading order)."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, Counter[str]] = defaultdict(Counter)
    inside: dict[str, set[str]] = defaultdict(set)
    for found in mentions.values():
        for position, mention in enumerate(found):
            names[mention.key][mention.text] += 1
            types[mention.key][mention.type] += 1
            if position and mention.type in {"GPE", "LOC"}:
                previous = found[position - 1]
                if previous.end == mention.start and previous.type in {"GPE", "LOC"} and previous.key != mention.key:
                    inside[mention.key].add(previous.key)
    canonical = _cluster(names, types)
    linked: dict[str, frozenset[str]] = {}
    for inner, outers in inside.items():
        home = canonical[inner]
        linked[home] = linked.get(home, frozenset()) | {canonical[o] for o in outers if canonical[o] != home}
    members: dict[str, set[str]] = defaultdict(set)
    for key, home in canonical.items():
        members[home].update(names[key])
    entities = [Entity(home, types[home].most_common(1)[0][0], tuple(sorted(members[home]))) for home in sorted(members)]
    return Linker(canonical, linked, entities)


def _cluster(names: Mapping[str, Counter[str]], types: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Union of keys that name one thing; the most frequent key (then the longest, then the first) names the cluster."""
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
    groups: dict[str, list[str]] = defaultdict(list)
    for key in names:
        groups[find(key)].append(key)
    home = {}
    for keys in groups.values():
        best = min(keys, key=lambda k: (-sum(names[k].values()), -len(k), k))
        for key in keys:
            home[key] = best
    return home
