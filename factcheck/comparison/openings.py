"""What an article opens with: the kinds of happening of its headline and first sentence, and the time of the happening it is about.

The first time that the first sentence tells of something done (no dateline, no day on which something was announced) is that of the
affair's main happening: over 83 affairs of eight authors, two such times of one affair, both with an hour or a part of the day, lie on
two days next to each other only where the articles contradict each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from factcheck.alignment.linking import Linker
from factcheck.alignment.similarity import noun_letters
from factcheck.claims.lexicon import load_event_words
from factcheck.model import Claim, Family, Period, Polarity, Stance

__all__ = ["find_lead_days", "find_lead_places", "find_lead_times", "find_openings", "lies_before", "opens_alike"]

_CLOCK = {"second", "minute", "hour", "part"}
_FINE = _CLOCK | {"day"}
_STRETCHES = frozenset({"month", "quarter", "half", "season", "year", "decade", "century"})
_LOOSE = frozenset({"counted", "carried", "another", "moved"})
_TOLD = frozenset({Stance.ASSERTS, Stance.UNCONFIRMED})
_GENERIC = frozenset({"publish"})
_TIME = re.compile(
    r"[0-9一二三四五六七八九十两]+[年月日号时点分]|[昨今前当]日|凌晨|清晨|上午|中午|下午|傍晚|晚间|晚上|深夜|记者|本报讯?|报道|消息"
)
"""What two first sentences share whatever they are about."""
SHARED = 3
"""Different characters of nouns that two first clauses must share to be of one thing, where they share no name and no word."""


def _firsts(claims: Sequence[Claim]) -> dict[str, int]:
    """By article: where its first sentence begins, the headline aside."""
    first: dict[str, int] = {}
    for claim in claims:
        if not claim.headline:
            first[claim.article] = min(first.get(claim.article, claim.sentence.start), claim.sentence.start)
    return first


def find_openings(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """By article: the kinds of happening that its headline and its first sentence tell of."""
    first, told = _firsts(claims), defaultdict[str, set[str]](set)
    for claim in claims:
        if (claim.headline or claim.sentence.start == first[claim.article]) and isinstance(claim.value, Period | Polarity):
            told[claim.article].add(claim.frame.concept)
    return {article: frozenset(kinds - {""}) for article, kinds in told.items()}


def find_lead_times(claims: Sequence[Claim]) -> frozenset[str]:
    """The ids of the claims that date what each article opens with."""
    first, dated = _firsts(claims), defaultdict[str, list[tuple[int, Claim]]](list)
    for claim in claims:
        value, marks = claim.value, {*claim.scope.qualifiers}
        if claim.headline or claim.sentence.start != first[claim.article] or not isinstance(value, Period) or claim.stance not in _TOLD:
            continue
        dates = claim.family in {Family.DATE, Family.FIRST} and claim.attribute.endswith(("|date", "|first")) and "said" in marks
        if dates and claim.frame.predicate and claim.frame.concept not in _GENERIC and value.granularity in _FINE and not marks & _LOOSE:
            dated[claim.article].append((claim.span.start + max(claim.quote.find(claim.value_text), 0), claim))
    leads = set[str]()
    for told in dated.values():
        main = min(told, key=lambda t: (t[0], t[1].id))[1].value
        assert isinstance(main, Period)
        leads |= {c.id for _, c in told if isinstance(c.value, Period) and (c.value.start, c.value.end) == (main.start, main.end)}
    return frozenset(leads)


def find_lead_days(claims: Sequence[Claim], leads: frozenset[str]) -> dict[str, datetime]:
    """By article: when what it opens with happened. `leads` as `find_lead_times` gives them."""
    return {c.article: c.value.start for c in claims if c.id in leads and isinstance(c.value, Period) and c.value.start is not None}


def lies_before(a: Claim, b: Claim, days: Mapping[str, datetime]) -> bool:
    """Whether one of two claims is told of a month or a longer time that was over before what the article of the other opens with, and the
    other of no time, or only up to now: 上月遇袭的姊妹船有3人受伤; 获救，无人受伤. `days` as `find_lead_days` gives them."""
    for dated, other in ((a, b), (b, a)):
        told, beside, day = dated.scope.period, other.scope.period, days.get(other.article)
        over = told is not None and told.granularity in _STRETCHES and told.end is not None and day is not None and told.end <= day
        if over and (beside is None or beside.start is None):
            return True
    return False


def find_lead_places(claims: Sequence[Claim]) -> frozenset[str]:
    """The ids of the claims of each article's first sentence that tell where."""
    first = _firsts(claims)
    return frozenset(c.id for c in claims if c.family is Family.PLACE and not c.headline and c.sentence.start == first[c.article])


def opens_alike(a: Claim, b: Claim, linker: Linker, leads: frozenset[str]) -> bool:
    """Whether two times are those of what both articles open with, told to the hour or the part of the day, on two days, whatever the
    verbs (停堆, 跳机), as long as these are not plainly of two steps; `leads` as `find_lead_times` gives them."""
    one, two = a.value, b.value
    assert isinstance(one, Period)
    assert isinstance(two, Period)
    if not {a.id, b.id} <= leads or not linker.one_affair(a.article, b.article):
        return False
    if not {one.granularity, two.granularity} <= _CLOCK or one.partial.startswith("T") or two.partial.startswith("T"):
        return False
    if one.start is None or two.start is None or abs((one.start.date() - two.start.date()).days) != 1:
        return False
    if _two_steps(a, b):
        return False
    fa, fb = a.frame, b.frame
    if linker.any_related((a.subject, *fa.participants), (b.subject, *fb.participants)):
        return True
    if any(len(_TIME.sub("", word)) >= 2 for word in {*fa.words, *fa.scene} & {*fb.words, *fb.scene}):
        return True
    return len(noun_letters(_TIME.sub("", fa.wording)) & noun_letters(_TIME.sub("", fb.wording))) >= SHARED


def _two_steps(a: Claim, b: Claim) -> bool:
    """Whether the verbs tell of two steps of an affair: they are of two listed kinds; or one is of none, and the other of a kind that comes
    of what happened or that happens time and again (恢复, 获救, 抵达). A verb that says little by itself (进行, 作) tells of no step."""
    words = load_event_words()
    kinds = [_kind_of(c) for c in (a, b)]
    if any(_TOLD_AT.search(c.frame.head) for c in (a, b)):
        return True
    if _LIGHT in kinds or kinds[0] == kinds[1]:
        return False
    later = words.awaited | words.episodic
    return all(kinds) or any(kind in later for kind in kinds)


_LIGHT = "light"
_TOLD_AT = re.compile(r"(?:发布|记者|说明|通气|通报|座谈|碰头|会商)会$")
"""What is held about a happening after it: a press conference, a meeting of those in charge."""


def _kind_of(claim: Claim) -> str:
    """The listed kind of happening of a verb, `_LIGHT` for one that any may be told with, "" for one of no list."""
    words, kind = load_event_words(), claim.frame.concept
    if claim.frame.predicate in words.light or kind in {"hold", "occur"}:
        return _LIGHT
    return kind if kind in words.types.values() else ""
