"""Which articles of a folder are about one affair: by the names they share and when they appeared.

Desks put one affair into a folder, but a folder may hold several (a day's news). Two articles belong together when they share three names,
or half of the names of the one that has fewer (over more than weeks, one of them a telling one); or one name that few other stories have
(not a country, a known town or a body every story has), said twice by one of them, within weeks. What belongs to one affair with a third
article belongs together. An article that shares no name with any (a columnist's, who says 集团 and 老板) belongs to the one whose figures
it has, to the digit, within days, where the folder has few articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import combinations
from typing import NamedTuple

from factcheck.mentions.names.tables import known_names, listed_words, territories

__all__ = ["WEEKS", "Gist", "find_affairs", "is_rare"]

SEASON = 200.0
"""Days beyond which two articles are not about one affair, whatever names they share: last year's quake in the same country."""
WEEKS = 35.0
"""Days within which one telling name makes two articles one affair; a court case or a cup comes back after months with more names."""
SEVERAL = 3
"""Articles from which on a group that belongs together by many names is a story of its own."""
BEHIND = 0.4
"""Share of such a group that must say a name for it to join the group with another."""
DAYS = 14.0
"""Days around the articles of a folder's main affair within which one that shares any name with it, or has no names, belongs to it."""
FEW = 12
"""Most articles of a folder in which equal figures tell that two are about one affair: among the pairs of many some have them by chance."""
DIGITS, WORDS, SHARE = 2, 5, 0.1
"""What two articles must share for their figures to tell that they are about one affair: digits beyond the first of equal figures
(42.8万 has two, 63 one), words, and the share of the words of the article that has fewer. Of pairs of articles of two of the open
corpora one in five hundred shares such figures, and few of these the words."""
MAIN = 0.6
"""Share of a folder's articles that makes their affair the folder's main one."""


@cache
def _ends(kind: str) -> tuple[str, ...]:
    """The ends of names of one kind, as `str.endswith` takes them."""
    return tuple(sorted(listed_words(kind)))


class Gist(NamedTuple):
    """What an article tells besides its names: its content words, and its figures with the number of their digits."""

    words: frozenset[str]
    figures: Mapping[str, int]


def find_affairs(
    named: Mapping[str, Mapping[str, int]], published: Mapping[str, datetime | None], gists: Mapping[str, Gist] | None = None
) -> dict[str, int]:
    """The affair of each article, as a number. `named`: by article id, how often it says each name."""
    home = {article: article for article in named}

    def join(a: str, b: str) -> None:
        first, second = sorted((home[a], home[b]))
        for article in [x for x in home if home[x] == second]:
            home[article] = first

    holders: dict[str, list[str]] = defaultdict(list)
    for article in sorted(named):
        for name in named[article]:
            if not name.endswith(_ends("outlet")):
                holders[name].append(article)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(holders):
        for pair in combinations(holders[name], 2):
            shared[pair].append(name)
        for longer in _extended(name, holders):
            for one in holders[name]:
                for other in holders[longer]:
                    if one != other and name not in named[other] and longer not in named[one]:
                        shared[min(one, other), max(one, other)].append(name)
    weak: list[tuple[str, str, list[str]]] = []
    for (a, b), found in shared.items():
        names = sorted(set(found))
        many = len(names) >= 3 or (len(names) >= 2 and len(names) * 2 >= min(len(named[a]), len(named[b])))
        if _days(published.get(a), published.get(b)) > SEASON:
            continue
        weeks = _days(published.get(a), published.get(b)) <= WEEKS
        telling = [n for n in names if _is_telling(n, _times(n, named[a]), _times(n, named[b]))]
        if many and (weeks or telling):
            join(a, b)
        elif weeks:
            weak += [(a, b, telling)] if telling else []
    for a, b, telling in weak:
        sides = [[x for x in sorted(home) if home[x] == home[y]] for y in (a, b)]
        if any(all(_is_behind(n, side, named) for side in sides) for n in telling):
            join(a, b)
    if gists is not None and len(named) <= FEW:
        size = Counter(home.values())
        alone = {article for article in home if size[home[article]] == 1}
        for a, b in combinations(sorted(gists), 2):
            if alone & {a, b} and _days(published.get(a), published.get(b)) <= DAYS and _counts_alike(gists[a], gists[b]):
                join(a, b)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in sorted(home):
        groups[home[article]].append(article)
    main = max(groups.values(), key=lambda group: (len(group), group), default=[])
    if len(main) >= MAIN * len(named):
        for article in sorted(set(home) - set(main)):
            near = [m for m in main if _days(published.get(article), published.get(m)) <= DAYS]
            nameless = len(main) >= SEVERAL and bool(near) and sum(named[article].values()) <= 1  # 老陶说说: its writer's name, or none
            if nameless or any(_touches(article, m, shared, published) or _short_for(article, m, named, published) for m in main):
                join(article, main[0])
    numbers = {name: number for number, name in enumerate(sorted(set(home.values())))}
    return {article: numbers[home[article]] for article in sorted(home)}


def _counts_alike(a: Gist, b: Gist) -> bool:
    """Whether two articles tell the same figures, to the digit, in words that they share."""
    digits = sum(max(0, min(a.figures[f], b.figures[f]) - 1) for f in a.figures.keys() & b.figures.keys())
    common = len(a.words & b.words)
    return digits >= DIGITS and common >= WORDS and common >= SHARE * min(len(a.words), len(b.words))


def _is_behind(name: str, group: Sequence[str], named: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether a name is one of those that a group of articles is about: not one that a single writer signs with or that one mentions."""
    return len(group) < SEVERAL or sum(_times(name, named[x]) > 0 for x in group) >= BEHIND * len(group)


def _extended(name: str, holders: Mapping[str, Sequence[str]]) -> list[str]:
    """The names that go on from one that is telling by itself (石梁沟, 石梁沟煤矿)."""
    if len(name) < 3 or name.endswith(_ends("everywhere")) or name in known_names() or name in territories().countries:
        return []
    return [other for other in holders if other != name and other.startswith(name)]


def _times(name: str, said: Mapping[str, int]) -> int:
    """How often an article says a name or one that goes on from it."""
    return sum(count for other, count in said.items() if other.startswith(name))


def _touches(a: str, b: str, shared: Mapping[tuple[str, str], list[str]], published: Mapping[str, datetime | None]) -> bool:
    return bool(shared.get((min(a, b), max(a, b)))) and _days(published.get(a), published.get(b)) <= DAYS


def _short_for(a: str, b: str, named: Mapping[str, Mapping[str, int]], published: Mapping[str, datetime | None]) -> bool:
    """Whether one article calls by a short name what the other names in full (石梁沟, 石梁沟煤矿, 岚澜高速石梁沟隧道), within days; by one
    of two characters, where one of the names is said twice (衡岳, 衡岳人寿)."""
    if _days(published.get(a), published.get(b)) > DAYS:
        return False

    def said(name: str) -> int:
        return max(named[a].get(name, 0), named[b].get(name, 0))

    return any(
        (len(short) >= 3 or (len(long) > 3 and long.startswith(short) and is_rare(short) and max(said(short), said(long)) > 1))
        and short in long
        and short not in known_names()
        and short not in territories().countries
        for x in named[a]
        for y in named[b]
        for short, long in (sorted((x, y), key=len),)
    )


def _is_telling(name: str, times: int, other: int) -> bool:
    """Whether a shared name says what the story is: a rare one, said twice by one."""
    return is_rare(name) and max(times, other) >= 2


def is_rare(name: str) -> bool:
    """Whether few stories have a name: none that the tables know, no body of a kind every place has."""
    return not (len(name) < 2 or name.endswith(_ends("everywhere")) or name in known_names() or name in territories().countries)


def _days(a: datetime | None, b: datetime | None) -> float:
    """Days between two times of publication; 0 where one is not known."""
    if a is None or b is None:
        return 0.0
    return abs((a.replace(tzinfo=None) - b.replace(tzinfo=None)).total_seconds()) / 86400
