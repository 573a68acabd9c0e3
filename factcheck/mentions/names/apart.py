"""Whether two persons' names are surely two persons': what a conflict of names needs, where `same_name` tells only what is surely one.

Between the two lies what may be either: 谢拉克 and 伊万·塞拉克, 周某 and 周志远, 何静宜 and 何静怡.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.mentions.names.identity import canonical_key, same_name
from factcheck.mentions.names.sound import is_transliteration, loose_distance
from factcheck.mentions.names.tables import surnames

__all__ = ["LOOSE_SOUND", "sound_alike", "surely_apart"]

LOOSE_SOUND = 0.4
"""Mean cost a syllable up to which two transliterations may be one: 塞拉克 and 谢拉克 (0.23), 马兰诺 and 马拉诺 (0.17); names drawn
at random lie above 0.6."""
_VEILED = re.compile(r"(?P<surname>[\u4e00-\u9fff]{1,2}?)(?:某[某甲乙丙丁]?|氏|姓.{1,4}|先生|女士|小姐|太太)")


@lru_cache(maxsize=16384)
def sound_alike(a: str, b: str) -> bool:
    """Whether two foreign names, or the last name of one and the other, may write one sound. Symmetric."""
    one, two = canonical_key(a, "PER"), canonical_key(b, "PER")
    if not ("·" in one + two or is_transliteration(one) or is_transliteration(two)):
        return False
    return any(_near(x, y) for x in _forms(one, two) for y in _forms(two, one))


@lru_cache(maxsize=16384)
def surely_apart(a: str, b: str) -> bool | None:
    """True for two persons' names, False for one's, None where it cannot be told. Symmetric."""
    one, two = canonical_key(a, "PER"), canonical_key(b, "PER")
    if not one or not two:
        return None
    if same_name(one, two, "PER"):
        return False
    veiled = [_VEILED.fullmatch(name) for name in (one, two)]
    if any(veiled):
        first, second = (m["surname"] if m else _surname(n) for m, n in zip(veiled, (one, two), strict=True))
        return True if first and second and first != second else None
    if "·" in one or "·" in two or is_transliteration(one) or is_transliteration(two):
        if sound_alike(one, two) or set(one.split("·")) & set(two.split("·")):
            return None
        return True if min(len(one), len(two)) >= 2 else None
    if len(one) < 2 or len(two) < 2 or min(len(one), len(two)) + 1 < max(len(one), len(two)):
        return None
    shared = len(set(one) & set(two))
    # one character differs: a slip of the pen, or a variant of it, is likelier than two persons of so like names in one post
    return True if shared == 0 or (shared == 1 and min(len(one), len(two)) >= 3) else None


def _surname(name: str) -> str:
    if "·" in name:
        return ""
    return name[:2] if name[:2] in surnames() and len(name) > 2 else name[:1] if name[:1] in surnames() else ""


def _forms(name: str, other: str) -> list[str]:
    """A name whole, its last part, and (undotted and long) an end as long as the other's last part."""
    parts = name.split("·")
    forms = ["".join(parts), parts[-1]]
    last = len(other.split("·")[-1])
    if len(parts) == 1 and len(name) >= last + 2:
        forms.append(name[-last:])
    return forms


def _near(a: str, b: str) -> bool:
    if a == b:
        return len(a) > 1
    return min(len(a), len(b)) >= 2 and abs(len(a) - len(b)) <= 1 and loose_distance(a, b) <= LOOSE_SOUND
