"""How alike two attributes are said: by their words, not by vectors (which do not separate 增加 from 减少)."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.claims.phrases import strip_generic

__all__ = ["letters_overlap", "noun_letters", "noun_similarity", "same_predicate", "same_wording", "shared_words"]

_EMPTY = frozenset("的之了个名位者们等各其该本所此数量总额度多人员")
_OPPOSED = (
    ("进", "出"),
    ("增", "减"),
    ("升", "降"),
    ("涨", "跌"),
    ("买", "卖"),
    ("输", "赢"),
    ("胜", "负"),
    ("流入", "流出"),
    ("国际", "国内"),
    ("境内", "境外"),
    ("线上", "线下"),
    ("公立", "私立"),
    ("上", "下"),
    ("开", "关"),
    ("借", "贷"),
    ("收", "支"),
    ("男", "女"),
    ("内", "外"),
    ("前", "后"),
    ("左", "右"),
    ("东", "西"),
    ("南", "北"),
    ("早", "晚"),
    ("新", "旧"),
    ("高", "低"),
    ("大", "小"),
    ("长", "短"),
    ("重", "轻"),
)


@lru_cache(maxsize=65536)
def noun_letters(noun: str) -> frozenset[str]:
    """The characters of a noun that say what it is: without "number of" tails and empty characters."""
    return frozenset(strip_generic(noun)) - _EMPTY


@lru_cache(maxsize=65536)
def noun_similarity(a: str, b: str) -> float | None:
    """0 to 1: the share of the shorter noun's characters that the other holds too; 0 for words that differ by an opposed character
    (进口, 出口).

    None when one of them says nothing of its own (人, 人员). Symmetric. Equal nouns and listed synonyms are 1.
    """
    if a == b and a:
        return 1.0
    for one, two in _OPPOSED:
        if (one in a) != (one in b) and (two in a) != (two in b) and (one in a) != (two in a):
            return 0.0
    group, other = noun_group(a), noun_group(b)
    if group and other:
        return 1.0 if group == other else 0.0
    left, right = noun_letters(a), noun_letters(b)
    if not left or not right:
        return None
    return len(left & right) / min(len(left), len(right))


def letters_overlap(a: str, b: str) -> float:
    """The share of the shorter word's telling characters that the other holds, synonyms aside; 0 where one has none. Symmetric."""
    left, right = noun_letters(a), noun_letters(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@lru_cache(maxsize=65536)
def same_predicate(a: str, b: str) -> bool | None:
    """Whether two verbs report the same sort of happening: the same event type, or the same verb in a longer or shorter form (派,
    派出). None when
    one is missing or says little by itself (有, 进行). Symmetric."""
    if not a or not b:
        return None
    words = load_event_words()
    if a == b:
        return True if len(a) > 1 or a in words.types else None  # one character means many things (跑, 开, 打)
    if a in words.light or b in words.light:
        return None
    kind_a, kind_b = words.event_type(a), words.event_type(b)
    if kind_a == kind_b:
        return None if kind_a in {"last", "hold"} else True
    if kind_a in words.types.values() and kind_b in words.types.values():
        return False
    if len(a) <= 3 and len(b) <= 3 and (a in b or b in a):
        return True
    return len(a) == len(b) == 2 and bool(set(a) & set(b)) and noun_similarity(a, b) != 0.0


@lru_cache(maxsize=65536)
def same_wording(a: str, b: str) -> bool:
    """Whether two clauses, their figures masked, are one sentence but for a few characters: copies of one text. Symmetric."""
    if min(len(a), len(b)) < 10 or a.count("#") != b.count("#") or abs(len(a) - len(b)) > 3:
        return False
    if a == b:
        return True
    one, two = sorted((a, b))
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.93


def shared_words(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many content words two clauses share."""
    return len(set(a) & set(b))
