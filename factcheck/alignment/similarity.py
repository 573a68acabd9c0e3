"""How alike two attributes are said: by their words, not by vectors (which do not separate 增加 from 减少)."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.claims.phrases import strip_generic
from factcheck.language.thesaurus import groups_of, same_meaning

__all__ = [
    "align_heads",
    "letters_overlap",
    "meanings_of",
    "noun_letters",
    "noun_similarity",
    "same_predicate",
    "same_wording",
    "shared_words",
]

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

    None when one of them says nothing of its own (人, 人员). Symmetric. Equal nouns and listed synonyms are 1; head nouns of one meaning
    count as one word (受伤旅客, 乘客).
    """
    if a == b and a:
        return 1.0
    for one, two in _OPPOSED:
        if (one in a) != (one in b) and (two in a) != (two in b) and (one in a) != (two in a):
            return 0.0
    if a != b and same_meaning(a, b):
        return 1.0
    group, other = noun_group(a), noun_group(b)
    alike = align_heads(a, b)
    if group and other and (group == other or alike == (a, b)):
        return 1.0 if group == other else 0.0
    left, right = map(noun_letters, alike)
    if not left or not right:
        return None
    return len(left & right) / min(len(left), len(right))


@lru_cache(maxsize=65536)
def align_heads(a: str, b: str) -> tuple[str, str]:
    """The two nouns, their heads written alike where they differ and mean the same: (受伤旅客, 乘客) -> (受伤乘客, 乘客). The longest heads
    count; the nouns as they are where none do. Swapping the nouns swaps the answer."""
    if a == b:
        return a, b
    pairs = [(one, two) for one in _heads(a) for two in _heads(b) if same_meaning(one, two)]
    if not pairs:
        return a, b
    one, two = max(pairs, key=lambda pair: (len(pair[0]) + len(pair[1]), *sorted(pair)))
    head = min(one, two)
    return a[: len(a) - len(one)] + head, b[: len(b) - len(two)] + head


@lru_cache(maxsize=65536)
def _heads(noun: str) -> tuple[str, ...]:
    """The words of two characters or more that end a noun and have a listed meaning."""
    return tuple(noun[start:] for start in range(len(noun) - 1) if groups_of(noun[start:]))


def letters_overlap(a: str, b: str) -> float:
    """The share of the shorter word's telling characters that the other holds, synonyms aside; 0 where one has none. Symmetric."""
    left, right = noun_letters(a), noun_letters(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@lru_cache(maxsize=65536)
def same_predicate(a: str, b: str) -> bool | None:
    """Whether two verbs report the same sort of happening: the same event type, two words of one meaning (押后, 改期), or the same verb
    in a longer or shorter form (派, 派出). None when one is missing or says little by itself (有, 进行). Symmetric."""
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
    if meanings_of(a) & meanings_of(b):
        return True
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
    """How many content words two clauses share, in these words or in words of the same meaning. Symmetric."""
    one, two = set(a), set(b)
    same = one & two
    return len(same) + min(_met(one - same, two - same), _met(two - same, one - same))


def _met(words: set[str], others: set[str]) -> int:
    """How many of the words have one of their meaning among the others."""
    meanings = {group for word in others for group in groups_of(word)}
    return sum(not meanings.isdisjoint(groups_of(word)) for word in words)


@lru_cache(maxsize=65536)
def meanings_of(verb: str) -> frozenset[str]:
    """The listed meanings of a verb, with or without a particle that segmenters join to it (签过, 停了). Empty for a verb that says little
    by itself (有, 进行) or is one character long (开)."""
    if len(verb) < 2 or verb in load_event_words().light:
        return frozenset()
    return groups_of(verb) or (groups_of(verb[:-1]) if len(verb) > 2 and verb[-1] in "了过着" else frozenset())
