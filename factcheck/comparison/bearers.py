"""Whether two measures or deeds are of two things, by the words that tell what each is of.

A length, a price or an investment has a word for what is measured (长, 造价) and before it the thing it is of (主镜造价, 南延段长). Where
an article comes to speak of a part, a branch or another of the kind, it names it once, right there (副镜口径0.9米, 北延段投资71亿元),
and the other article, which tells of the whole, knows no such word. Two such figures that differ are of two things. A word that either
article uses elsewhere tells nothing: both may be about that.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.alignment.similarity import letters_overlap, noun_letters
from factcheck.comparison.limits import by_polarity
from factcheck.comparison.measures import is_scene
from factcheck.comparison.surroundings import Surroundings
from factcheck.language.kinds import is_kind_of
from factcheck.language.segmenter import cut_words
from factcheck.language.thesaurus import same_meaning
from factcheck.model import Claim, Family, Reason

__all__ = ["bearer_of", "gate_bearers", "gate_deed_bearers"]

_MEASURED = {Family.MEASURE, Family.MONEY, Family.SHARE, Family.COUNT}
_GROUPS = {"", "size", "deal", "price", "market", "sport", "person", "health", "crowd", "transport", "school"}
"""Groups of the attribute lexicon whose figures every thing and part of an affair has, and attributes that are in no list."""
_TERMS = "deal.loan"
"""A loan is called by its terms (优惠贷款, 低利贷款), which are one and the same."""
_WHOLE = re.compile(r"总|全(?=[长部额套程文高宽重])|合计|合共|共计|整[个体条座]|全[部线]|综合|平均")
"""Words by which a figure is of the whole."""
_SAYS_NOTHING = re.compile(
    r"项目|工程|计划|规划|设计|建设|占地|公司|集团|[总全整该这此本各其某]|[一二两三几双]方|合计|综合|平均|现场|[当今昨同]|目前|首|最|单|约|累计|预计|实际|估计|官方|有关|相关|主要"
    r"|事发|事故|人民币|美元|欧元|现[年时]|此前|其后|之后|以来|以上|以下|左右|前后|内外|[0-9a-zA-Z#]"
)
"""What a thing is called on second mention, and words for how, when and how much: they tell no two things apart."""


def gate_bearers(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Why two measures that do not meet are of two things: each names its own, one a thing that the other article does not know; or one is
    of the whole and the other of such a thing; or one noun is the other with a restriction before it that the other article does not
    know. None otherwise. Symmetric."""
    if not {a.family, b.family} <= _MEASURED or not {c.frame.concept.partition(".")[0] for c in (a, b)} <= _GROUPS:
        return None
    if any(is_scene(c.scope.of) or (len(c.frame.predicate) > 1 and not c.frame.concept) or c.frame.concept == _TERMS for c in (a, b)):
        return None  # what was done to something is told by its verb, not by a measure of it
    if _measures_behind(a, b) or _measures_behind(b, a):
        return Reason.OTHER_SUBJECT
    one, two = bearer_of(a), bearer_of(b)
    for said, other, thing, their in ((a, b, one, two), (b, a, two, one)):
        if _narrows(said, other, around):
            return Reason.OTHER_POPULATION
        if not thing or not _is_news(thing, said, other, around) or _WHOLE.search(said.frame.noun):
            continue
        if their and letters_overlap(thing, their) == 0.0 and not same_meaning(thing, their):
            return Reason.OTHER_SUBJECT
        if not their and _WHOLE.search(other.frame.noun):
            return Reason.PART_AND_WHOLE
    return None


_BEHIND = re.compile(r"(?:[长高宽深重]|海拔|面积|直径)[达约近逾有]?#的(?P<thing>[\u4e00-\u9fff0-9]{2,8})")


def _measures_behind(said: Claim, other: Claim) -> bool:
    """Whether the size of one is that of the thing told behind it (被困在海拔#的二号营地), and the other's that of what is named before it
    (玉冠峰海拔#), and the two have no character in common."""
    found = _BEHIND.search(said.frame.wording)
    if found is None or not said.frame.concept.startswith("size.") or said.frame.concept != other.frame.concept:
        return False
    named = other.subject_text != "" and other.frame.topic.startswith(other.subject_text) and _BEHIND.search(other.frame.wording) is None
    return named and not noun_letters(found["thing"]) & noun_letters(other.subject + other.frame.topic)


def bearer_of(claim: Claim) -> str:
    """The word for the thing that a measure is of: the last one before the word for what is measured, in its noun or in what its clause
    opens with; "" where there is none but a name or a word that tells no two things apart."""
    frame = claim.frame
    names = tuple(sorted({*frame.participants, *frame.context, *frame.places, claim.subject_text, claim.subject} - {""}))
    modifier = frame.noun.removesuffix(frame.head) if frame.head else frame.noun
    opening = frame.topic.replace(frame.noun, "") if frame.noun else frame.topic
    told = opening if opening and opening in frame.wording else ""
    return _last_word(modifier, names) or _last_word(told, names)


@lru_cache(maxsize=16384)
def _last_word(phrase: str, names: tuple[str, ...]) -> str:
    for name in sorted(names, key=len, reverse=True):
        phrase = phrase.replace(name, "|")
    words = [w for w in cut_words(phrase.rpartition("|")[2]) if w not in _EMPTY]
    if not words:
        return ""
    word = words[-1] if len(words[-1]) > 1 or len(words) == 1 else words[-2] + words[-1]
    return word if len(word) > 1 and not _SAYS_NOTHING.search(word) else ""


_EMPTY = frozenset("的长高宽深厚重达为")
"""A particle, and words for what is measured that segmenters leave by themselves."""


def _narrows(said: Claim, other: Claim, around: Surroundings) -> bool:
    """Whether one noun is the other with a restriction before it that only its own sentence knows: 有机茶园面积, 茶园面积."""
    noun, bare = said.frame.noun, other.frame.noun
    if len(bare) < 2 or not noun.endswith(bare) or len(noun) - len(bare) < 2 or _WHOLE.search(noun):
        return False
    names = {*said.frame.participants, *said.frame.context, said.subject_text, said.subject} - {""}
    more = _without(noun.removesuffix(bare), names)
    if _SAYS_NOTHING.search(more):
        return False
    return len(noun_letters(more)) >= 2 and _is_news(more, said, other, around)


def _is_news(word: str, said: Claim, other: Claim, around: Surroundings) -> bool:
    """Whether only the sentence of the first claim has a word, of all sentences of both articles that tell something."""
    for article, own in ((said.article, said.sentence.start), (other.article, -1)):
        for start, words in around.wordings.get(article, {}).items():
            if start != own and any(word in w or (len(w) > 1 and w in word) for w in words):
                return False
        if any(c.sentence.start != own and word in c.frame.wording for c in around.figures.get(article, ())):
            return False
    return True


_OF_THE_SAME = re.compile(
    r"信息|资[料讯]|数据|记录|内容|情况|工作|问题|当局|方面|政府|官方|管理|公司|集团|现场|事件|事故|人员|期间|有关|相关|[内外上下中处时后前总全]"
)
"""What behind a noun makes no other thing of it: 当局, 现场, 里外; or a part that tells of the whole: 银行卡, 银行卡信息."""
_OF_ANYBODY = frozenset({"none", "never", "sweeping"})
"""Marks of a denial that holds of everybody and everything, whatever it names."""
_BEFALLS = frozenset({"die", "injure"})
"""Types told now of those whom it befell, now of what it came of: 药物致死, 受试者死亡."""


def gate_deed_bearers(a: Claim, b: Claim) -> Reason | None:
    """Whether what was denied of one thing is told of a part or a product of it (机场, 机场贵宾室), of another sort, or, where neither
    has an object, of a thing with a noun of nothing in common (电池, 电单车) and which neither clause opens with. Symmetric."""
    no, yes = by_polarity(a, b)
    if _OF_ANYBODY & {*no.scope.qualifiers}:
        return None
    one, two = (c.frame.head or c.frame.noun for c in (no, yes))
    if _adds_thing(one, two) or _adds_thing(two, one):
        return Reason.OTHER_SUBJECT
    for said, other in ((no, yes), (yes, no)):
        owners = () if said.frame.head != other.frame.head else (phrase.replace(" ", "") for phrase in other.frame.about if " " in phrase)
        if any(_adds_thing(said.frame.noun, phrase) for phrase in owners):
            return Reason.OTHER_SUBJECT
    for said, other in ((no, yes), (yes, no)):
        if said.frame.head and not other.frame.head and _of_other_sort(said.frame.head, other.frame.about):
            return Reason.OTHER_SUBJECT
    if no.frame.head or yes.frame.head or no.frame.concept in _BEFALLS:
        return None
    names = {no.subject_text, yes.subject_text, *no.frame.participants, *yes.frame.participants} - {""}
    one, two = (_without(c.frame.noun, names) for c in (no, yes))
    opened = _told_in(one, yes.frame.topic) or _told_in(two, no.frame.topic)
    return None if opened or len(one) < 2 or len(two) < 2 or _may_be_one(one, two) else Reason.OTHER_SUBJECT


def _adds_thing(thing: str, longer: str) -> bool:
    """Whether one noun is the other with the word for a thing of it behind."""
    rest = longer.removeprefix(thing)
    return len(thing) >= 2 and longer.startswith(thing) and len(rest) >= 2 and not _OF_THE_SAME.search(rest)


def _of_other_sort(thing: str, told: tuple[str, ...]) -> bool:
    """Whether a clause tells of another sort of what a noun names, and not of it: 客户资料, 培训资料."""
    phrases = [phrase.replace(" ", "") for phrase in told]
    sorts = [p for p in phrases if p[-2:] == thing[-2:] and len(p) > 2 < len(thing)]
    return bool(sorts) and not any(noun_letters(p[:-2]) & noun_letters(thing[:-2]) or same_meaning(p[:-2], thing[:-2]) for p in sorts)


def _may_be_one(one: str, two: str) -> bool:
    """Whether two nouns may name one thing: two characters in common, the last one, one meaning, or one a kind of the other."""
    if one[-1] == two[-1] or len(noun_letters(one) & noun_letters(two)) >= 2:
        return True
    return same_meaning(one, two) or is_kind_of(one, two) or is_kind_of(two, one)


def _told_in(noun: str, topic: str) -> bool:
    return noun_letters(noun) <= noun_letters(topic)


def _without(noun: str, names: set[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        noun = noun.replace(name, "")
    return noun
