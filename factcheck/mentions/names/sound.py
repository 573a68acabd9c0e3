"""Whether two transliterations write one foreign name: 哈桑 and 哈山, 德斯坦 and 戴斯坦, but not 萨维尔 and 萨维尼亚.

Mainland, Taiwan and Hong Kong write a foreign name by its sound with other characters. Each character is read in pinyin, a syllable is
split into initial and final, and the two names are aligned: alike initials and finals (b/p, l/r, an/ang …) cost little, a syllable
that only renders a consonant (斯 尔 特 …) is cheap to leave out, any other is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.mentions.names.tables import name_sounds, surnames

__all__ = ["SAME_SOUND", "is_transliteration", "loose_distance", "sound_distance"]

# Two names sound alike when the mean cost a syllable is at most this and no single syllable differs by more than _FAR: the values part own
# lists of variant pairs (tests/mentions) from pairs of different names.
SAME_SOUND = 0.25
_FAR = 0.45
UNKNOWN = 0.5
"""Cost of a character whose sound no list has: too much for one name, not enough for two."""
_DOTS = re.compile("[·・‧•.．-]")

_INITIAL = re.compile(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]")
_INITIAL_GROUPS = ("bp", "dt", "gkh", "jqx", "zcs", "lr", "ln", "fhw", "fp", "bvw", "jzg", "qck", "xsh")
# Finals that the three conventions interchange.
_CLOSE_FINALS = (
    "an/ang en/eng in/ing ian/in uan/an un/en un/ian ong/en ong/uo o/uo e/uo e/o u/ou u/uo ai/ei ai/e e/ei i/ei i/ie ie/ei ie/e a/ia "
    "a/ua ao/ou ao/o u/ü iu/iou an/ian iao/ao ang/iang ui/ei i/u ou/uo a/ai an/en u/e ong/eng un/in"
)
_CLOSE = frozenset(frozenset(pair.split("/")) for pair in _CLOSE_FINALS.split())
# Consonants between vowels: easily left out or added.
_WEAK = frozenset("斯尔特德克姆夫勒赫普布格兹什思士司茨弗芙佛尓得")


def is_transliteration(name: str) -> bool:
    """Whether a name is written by sound: it has a dot between characters, or only characters that write sounds, most of them hardly used
    otherwise, and is not shaped like a Chinese name of few such characters."""
    parts = [p for p in _DOTS.split(name) if p]
    bare = "".join(parts)
    sounds = name_sounds()
    if len(bare) < 2 or not all(c in sounds for c in bare):
        return False
    if len(parts) > 1:
        return True
    weight = sum(sounds[c][1] for c in bare)
    if bare[0] in surnames() and len(bare) <= 3:
        return len(bare) == 3 and all(sounds[c][1] == 2 for c in bare[1:])
    return weight >= len(bare)


@lru_cache(maxsize=4096)
def sound_distance(a: str, b: str) -> float:
    """Mean cost a syllable of the best alignment, 0 (same sound) to 1; symmetric. 1.0 where a character has no known sound or a
    syllable is too far from its partner. Dots are ignored."""
    return _align(a, b, _FAR)


@lru_cache(maxsize=4096)
def loose_distance(a: str, b: str) -> float:
    """The same where single syllables may lie far apart (马兰诺, 马拉诺): for names that other evidence makes one person's."""
    return _align(a, b, 1.0)


def _align(a: str, b: str, far: float) -> float:
    left, right = _DOTS.sub("", a), _DOTS.sub("", b)
    if left == right:
        return 0.0
    sounds = name_sounds()
    if not left or not right or all(c not in sounds for c in left) or all(c not in sounds for c in right):
        return 1.0
    if abs(len(left) - len(right)) > 2:
        return 1.0
    big = 99.0
    table = [[big] * (len(right) + 1) for _ in range(len(left) + 1)]
    table[0][0] = 0.0
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            if i and j:
                cost = _syllable_cost(left[i - 1], right[j - 1])
                if cost <= far:
                    table[i][j] = min(table[i][j], table[i - 1][j - 1] + cost)
            if i > 1 and left[i - 1] in _WEAK:
                table[i][j] = min(table[i][j], table[i - 1][j] + 0.45)
            if j > 1 and right[j - 1] in _WEAK:
                table[i][j] = min(table[i][j], table[i][j - 1] + 0.45)
    return min(1.0, table[-1][-1] / max(len(left), len(right)))


@lru_cache(maxsize=8192)
def _syllable_cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a not in name_sounds() or b not in name_sounds():
        return UNKNOWN
    first, second = _split(name_sounds()[a][0]), _split(name_sounds()[b][0])
    return min(1.0, _initial_cost(first[0], second[0]) + _final_cost(first[1], second[1]))


def _split(pinyin: str) -> tuple[str, str]:
    match = _INITIAL.match(pinyin)
    initial = match.group() if match else ""
    final = pinyin[len(initial) :]
    if initial == "y":
        return "", {"i": "i", "in": "in", "ing": "ing", "u": "ü"}.get(final, "i" + final)
    if initial == "w":
        return "w", final
    # the vowel after z c s zh ch sh r is not the i of bi
    if initial in ("z", "c", "s", "zh", "ch", "sh", "r") and final == "i":
        return initial, "ï"
    return initial, final


def _initial_cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a[:1] == b[:1] and a and b:  # z/zh, s/sh, c/ch
        return 0.1
    if any(a[:1] in group and b[:1] in group for group in _INITIAL_GROUPS if a and b):
        return 0.2
    return 0.6


def _final_cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return 0.2 if frozenset((a, b)) in _CLOSE else 0.5
