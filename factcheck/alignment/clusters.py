"""Which names of a folder mean one thing.

Names are one by `mentions.names.same_name` (variants of one transliteration, with and without an administrative suffix), bodies also
without their state or what they are (中国某某理工大学, 某某理工), persons by the post they hold.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from factcheck.claims.posts import read_title
from factcheck.language.segmenter import is_listed
from factcheck.mentions.names import same_name
from factcheck.mentions.names.apart import sound_alike
from factcheck.mentions.names.tables import known_names, suffixes, territories
from factcheck.mentions.types import EntityMention

__all__ = ["cluster_names", "one_holder"]

_BODY_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4})(?:科技|集团|公司|股份|控股|药业|制药|医药|银行|保险|证券|基金|资本|汽车|电子|精密|能源|实业|食品|乳业|地产|置业|航空|物流|传媒|影业|客运|运输|重工|机械|材料|化工|化纤|生物|网络|软件|数码|通信|电器|家电|酒店|建设|建筑|工业|企业|工厂|厂)(?:有限公司|股份有限公司|有限责任公司|集团)?"
)
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


def one_holder(mentions: Mapping[str, Sequence[EntityMention]]) -> list[tuple[str, str]]:
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


def cluster_names(names: Mapping[str, Counter[str]], types: Mapping[str, Counter[str]], known: Iterable[tuple[str, str]]) -> dict[str, str]:
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
    own, of_state = {k: _own(k) for k in by_type["ORG"]}, defaultdict[str, list[str]](list)
    for key, short in own.items():
        if short != key:
            of_state[short].append(key)
    for short in by_type["ORG"]:
        whole = of_state.get(short, [])
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
            if k != short and any(name.startswith(short) and tail(name[len(short) :]) for name in (k, own[k]))
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
