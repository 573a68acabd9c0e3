"""Words that stand against each other (`data/contrasts.tsv`): the other party, stage or part of one affair, and the halves of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from factcheck.errors import ConfigError

__all__ = [
    "Contrasts",
    "contrasted",
    "contrasts",
    "differ_by_letter",
    "make_whole",
    "make_whole_together",
    "parse_contrasts",
    "single_parts",
]


@dataclass(frozen=True, slots=True)
class Contrasts:
    """`apart`: sets of which a thing has one; `whole`: pairs that make a whole; `parts`: word -> which member of a whole;
    `letter`: characters that tell two of a kind apart; `pattern` finds the words of `apart`; `standing`: word -> the first of its
    synonyms."""

    apart: tuple[frozenset[str], ...]
    whole: tuple[frozenset[str], ...]
    parts: tuple[dict[str, int], ...]
    letter: tuple[frozenset[str], ...]
    pattern: re.Pattern[str]
    standing: dict[str, str]


@cache
def contrasts() -> Contrasts:
    """The shipped sets."""
    text = (resources.files("factcheck.language") / "data" / "contrasts.tsv").read_text(encoding="utf-8")
    return parse_contrasts(text, name="contrasts.tsv")


def parse_contrasts(text: str, *, name: str) -> Contrasts:
    """The sets of a file of lines `kind word word …`, parted by tabs. Raises ConfigError (name:line) for an unknown kind, fewer than two
    words, or a whole of more than two."""
    sets: dict[str, list[frozenset[str]]] = {"apart": [], "whole": [], "parts": [], "letter": []}
    parts: list[dict[str, int]] = []
    standing: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, *members = line.split("\t")
        words = [word for member in members for word in member.split("|")]
        if kind not in sets:
            raise ConfigError(f"unknown kind {kind!r}", where=f"{name}:{number}", hint="write apart, whole, parts or letter")
        if len(set(words)) < 2 or (kind == "whole" and len(set(words)) > 2):
            raise ConfigError("holds too few or too many words", where=f"{name}:{number}", hint="two for a whole, two or more for apart")
        if kind == "letter" and any(len(word) != 1 for word in words):
            raise ConfigError("holds a word of several characters", where=f"{name}:{number}", hint="write it as apart")
        sets[kind].append(frozenset(words))
        if kind in {"whole", "parts"}:
            named = {word: i for i, member in enumerate(members) for word in member.split("|")}
            parts.append(dict(sorted(named.items(), key=lambda n: (-len(n[0]), n[0]))))
        standing.update({word: member.partition("|")[0] for member in members for word in member.split("|")})
    listed = sorted({word for group in sets["apart"] for word in group}, key=lambda w: (-len(w), w))
    return Contrasts(
        apart=tuple(sets["apart"]),
        whole=tuple(sets["whole"]),
        parts=tuple(parts),
        letter=tuple(sets["letter"]),
        pattern=re.compile("|".join(map(re.escape, listed)) or "(?!)"),
        standing=standing,
    )


def contrasted(a: str, b: str) -> bool:
    """Whether one text has a word of a set and the other has another of it, and neither has both. Symmetric."""
    known = contrasts()
    one, two = ({known.standing[word] for word in known.pattern.findall(text)} for text in (a, b))
    return any(one & group and two & group and not one & two & group for group in known.apart)


def make_whole(a: str, b: str) -> bool:
    """Whether one text names one half of a whole and the other the other half, and neither names both (旅客, 船员). Symmetric."""
    orders = ((x, y) for pair in contrasts().whole for x in pair for y in pair if x != y)
    return any(_names_one(a, one, two) and _names_one(b, two, one) for one, two in orders)


def _names_one(text: str, one: str, other: str) -> bool:
    return one in text and other not in text


def make_whole_together(items: Sequence[str]) -> bool:
    """Whether some items (their words) name the members of one whole, each of them one: 金牌, 银牌, 铜牌; 线上, 线下; 进港, 出港."""
    known = contrasts()
    for members in known.parts:
        if len(set(members.values())) != len(items):
            continue
        pattern = re.compile("|".join(map(re.escape, members)))  # the longest word first: 未成年 is not 成年
        named = [{members[word] for word in pattern.findall(item)} for item in items]
        if all(len(n) == 1 for n in named) and len(set().union(*named)) == len(items):
            return True
    pairs = [group for group in known.letter if len(group) == 2]
    return len(items) == 2 and _differ(items[0], items[1], pairs)


@cache
def single_parts() -> frozenset[str]:
    """The members of wholes that are one character: 男, 女; 金, 银, 铜; 胜, 平, 负."""
    return frozenset(word for members in contrasts().parts for word in members if len(word) == 1)


def differ_by_letter(a: str, b: str) -> bool:
    """Whether two words hold a character before or behind the same other one by which they are two of a kind: 东看台, 西看台; 满场, 空场;
    税前, 税后. Symmetric."""
    return _differ(a, b, contrasts().letter)


def _differ(a: str, b: str, groups: Iterable[frozenset[str]]) -> bool:
    for group in groups:
        for x, y in ((x, y) for x in group if x in a for y in group if y in b and y != x):
            before = {a[i + 1] for i in _places(a, x) if i + 1 < len(a)} & {b[i + 1] for i in _places(b, y) if i + 1 < len(b)}
            behind = {a[i - 1] for i in _places(a, x) if i} & {b[i - 1] for i in _places(b, y) if i}
            if any(x + w not in b and y + w not in a for w in before) or any(w + x not in b and w + y not in a for w in behind):
                return True
    return False


def _places(text: str, letter: str) -> list[int]:
    return [i for i, c in enumerate(text) if c == letter]
