"""Whether two figures measure one thing: unit, noun, verb, size."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.alignment.similarity import (
    align_heads,
    letters_overlap,
    noun_letters,
    noun_similarity,
    same_predicate,
    same_wording,
    shared_words,
)
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.quantities import same_dimension
from factcheck.comparison.times import days_apart
from factcheck.language.contrasts import contrasted
from factcheck.language.script import simplify
from factcheck.language.thesaurus import same_meaning
from factcheck.model import Claim, Family, Frame, Period, Quantity, Reason

__all__ = [
    "SAME_NOUN",
    "folded_quote",
    "gate_attribute",
    "gate_magnitude",
    "gate_unit",
    "is_scene",
    "is_weak_match",
    "of_two_degrees",
    "published_at",
]


def gate_unit(a: Claim, b: Claim) -> Reason | None:
    """One dimension, comparable measure words."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return None
    posts = a.frame.concept.startswith("jobs.") and a.frame.concept == b.frame.concept  # 420个岗位 and 240人: a post is a person's
    votes = {a.value.unit, b.value.unit} == {"person", "票"} and all(_is_vote(c) for c in (a, b))
    harmed = {a.value.unit, b.value.unit} == {"person", "unit"} and a.frame.concept == b.frame.concept and a.frame.concept in _VICTIMS
    cases = harmed or "例" in {a.value.unit, b.value.unit}  # 63例 may be patients or what befell them
    bare = a.frame.concept != "" and a.frame.concept == b.frame.concept and "number" in {a.value.dimension, b.value.dimension}
    people = posts or cases or bare or _counts_people(a) == _counts_people(b)  # 入场人数五万六千七百, 观众61200人
    alike = votes or (same_dimension(a.value, b.value) and people)
    return None if alike else Reason.OTHER_UNIT


_VICTIMS = tuple(
    f"casualties.{kind}" for kind in ("dead", "injured", "seriously_injured", "slightly_injured", "missing", "rescued", "trapped")
)
"""Measures of people, whatever measure word counts them: 受伤的41个."""


def _is_vote(claim: Claim) -> bool:
    """Whether a count is of votes or of those who cast them: 119票反对, 119人反对."""
    return claim.frame.concept.startswith("vote.") or _take_sides(claim.frame) != 0


_PERSON_TAILS = frozenset("人员者民工生兵警客友师医士商徒犯手童")


def _counts_people(claim: Claim) -> bool:
    """Whether a count is of people: by its measure word, or, for 个, by the noun."""
    value = claim.value
    if not isinstance(value, Quantity) or value.dimension != "count":
        return False
    if value.unit in {"person", "person-time"}:
        return True
    return value.unit == "unit" and bool(set(claim.frame.noun[-2:]) & _PERSON_TAILS)


SIDE = 4
"""Characters by which two copies of a sentence must begin alike."""


def is_copied(a: Claim, b: Claim) -> bool:
    """Whether the two figures stand at one place of one sentence that both articles share word for word, and the articles appeared
    within three days (or one
    is undated): recurring reports have the same words every day."""
    if (
        a.article == b.article
        or not same_wording(a.frame.wording, b.frame.wording)
        or a.family is not b.family
        or a.frame.wording[:SIDE] != b.frame.wording[:SIDE]
        or a.scope.of != b.scope.of
        or (noun_similarity(a.frame.noun, b.frame.noun) or 1.0) < SAME_NOUN
    ):
        return False
    one, two = published_at(a), published_at(b)
    return one is None or two is None or days_apart(one, two) <= 3


def gate_attribute(a: Claim, b: Claim) -> Reason | None:
    """The same thing counted, measured or done: one lexicon concept with fitting nouns, or else nouns and verbs that fit each other."""
    fa, fb = a.frame, b.frame
    if is_copied(a, b):
        return None
    if a.family is Family.RANK or b.family is Family.RANK:
        return Reason.OTHER_ATTRIBUTE
    if (a.family is Family.CHANGE) != (b.family is Family.CHANGE):
        return Reason.OTHER_ATTRIBUTE
    if other_payments(a, b) or contrasted(_told(a), _told(b)):
        return Reason.OTHER_POPULATION
    if is_bare_total(fa) and is_bare_total(fb) and a.family is b.family:
        return None
    distances = [c.frame.predicate in load_cues().relative for c in (a, b)]
    if Family.CHANGE not in {a.family, b.family} and _take_sides(fa) * _take_sides(fb) < 0:
        return Reason.OTHER_POPULATION
    if of_two_degrees(a, b):
        return Reason.OTHER_ATTRIBUTE
    if any(distances) and not (all(distances) and a.subject_text and b.subject_text):
        return Reason.OTHER_ATTRIBUTE  # a distance (相差24票) is comparable only where both say between whom
    nouns = noun_similarity(fa.noun or fa.head, fb.noun or fb.head)
    if nouns is not None and nouns < SAME_NOUN and fa.predicate != fb.predicate:
        whole = letters_overlap(fa.predicate + fa.noun, fb.predicate + fb.noun)  # 受害投资人 and 受害人: the verb may belong to the noun
        nouns = max(nouns, whole * 0.9)
    verbs = same_predicate(fa.predicate, fb.predicate)
    adds_up = Family.COUNT in {a.family, b.family}
    if fa.concept and fb.concept:
        if fa.concept == fb.concept:
            if verbs is False and _both_events(fa.predicate, fb.predicate):
                return Reason.OTHER_ATTRIBUTE
            if adds_up and nouns is not None and nouns < SAME_NOUN and not _heads_agree(fa, fb):
                return Reason.OTHER_POPULATION
            courses = fa.concept.startswith("sport.") and a.scope.of and b.scope.of and a.scope.of != b.scope.of
            differ = courses or (fa.concept.startswith("size.") and _measure_two(a, b))
            return Reason.OTHER_POPULATION if differ else None
        generic = "size" in {fa.concept.partition(".")[0], fb.concept.partition(".")[0]}
        if generic and nouns is not None and nouns >= SAME_NOUN:
            return None
        return None if fb.concept in fa.near or fa.concept in fb.near else Reason.OTHER_ATTRIBUTE
    one_noun, other_noun = align_heads(fa.noun or fa.head, fb.noun or fb.head)
    shared = len(noun_letters(one_noun) & noun_letters(other_noun))
    for one, two in ((fa, fb), (fb, fa)):
        if one.concept.partition(".")[0] in _DEEDS and not two.concept and two.predicate and not verbs:
            return Reason.OTHER_ATTRIBUTE  # 21名学生受伤 and 塞进62名学童
    if nouns is not None:
        if verbs is False and not (fa.noun == fb.noun and len(fa.noun) >= 3 and not _both_events(fa.predicate, fb.predicate)):
            return Reason.OTHER_ATTRIBUTE
        grouped = noun_group(fa.noun) or noun_group(fb.noun)
        if nouns >= SAME_NOUN and (shared >= 2 or fa.noun == fb.noun or grouped or verbs):
            return Reason.OTHER_POPULATION if adds_up and not verbs and _restricted(fa.noun, fb.noun) else None
        if nouns >= 0.5 and _heads_agree(fa, fb) and (verbs or shared >= 2):
            return None
        return Reason.OTHER_ATTRIBUTE
    if Family.CHANGE in {a.family, b.family} and bool(fa.concept) != bool(fb.concept):
        return Reason.OTHER_ATTRIBUTE  # 跌6.2%, 营收年减12%: that both fell says nothing of what fell
    if verbs:
        return Reason.OTHER_POPULATION if _counts_others(a, b) or _counts_others(b, a) else None
    return Reason.OTHER_ATTRIBUTE


def _counts_others(named: Claim, other: Claim) -> bool:
    """Whether a count that a word of the lexicon names (39人质获释) and the noun of a count of the same deed have no character in common
    (释放12名成员): two were let go."""
    bare = named.frame.concept and not named.frame.noun and not other.frame.concept and len(noun_letters(other.frame.noun)) >= 2
    return bool(bare) and not noun_letters(other.frame.noun) & set(folded_quote(named))


def _told(claim: Claim) -> str:
    """The words that say what was done: the verb, and the characters of the quote where a word of the lexicon took the verb's place."""
    if len(claim.frame.predicate) == 1:
        return claim.frame.wording  # 送|出: segmenters part what is one verb
    return claim.frame.predicate or (folded_quote(claim) if claim.frame.concept else "")


_PAYMENT = re.compile(
    r"首[期付]|[定订]金|预付|尾[款数]|余款|押金|保证金|佣金|手续费|服务费|违约金|罚款|罚金|赔[偿付款]|补偿|补[贴助]|津贴|奖[金励]|利息|本金|成本|利润|运费|租金|税[款金费]"
    r"|月[薪租]|年薪|底价|起拍|起价|保底|差价|分期|头款|滞纳金|违规|结余|欠[款薪费]|回扣|拨款|贷款|借款|保费|学费|票款|货款|捐款|善款"
)
"""Kinds of payment: one sum of a deal is of one of them."""


def other_payments(a: Claim, b: Claim) -> bool:
    """Whether the noun of one amount names a kind of payment that the other's words know nothing of, and the other's noun another or a
    whole (工程首期款, 工程总价)."""
    if a.family is not Family.MONEY or b.family is not Family.MONEY:
        return False
    one, two = (frozenset(_PAYMENT.findall(c.frame.noun)) for c in (a, b))
    if one and two:
        return not one & two and not a.frame.concept
    said, other = (one, b) if one else (two, a)
    return (
        bool(said)
        and other.frame.noun.endswith(tuple(load_cues().whole_price_ends))
        and not any(word in other.frame.wording for word in said)
    )


def is_bare_total(frame: Frame) -> bool:
    """Whether the noun of an amount says only that it is the whole of what the article tells of: 总价82亿美元, 总额91亿美元."""
    return not frame.concept and frame.noun in load_cues().bare_totals and not frame.predicate


_GONE = re.compile(r"(?<!损)毁(?!损)|塌|夷为平地|烧光")


def of_two_degrees(a: Claim, b: Claim) -> bool:
    """Whether one count is of things of which nothing is left (烧毁, 倒塌) and the other of things damaged (受损): those are two counts."""
    if not {a.family, b.family} <= {Family.COUNT, Family.MEASURE}:
        return False
    cues = load_cues()
    threatened, harmed = word_pattern(cues.threatened_in), word_pattern(cues.harmed_in)
    if bool(threatened.search(folded_quote(a))) != bool(threatened.search(folded_quote(b))):
        return True
    if Family.MEASURE in {a.family, b.family}:
        return False
    one, two = (bool(_GONE.search(folded_quote(c))) - bool(harmed.search(folded_quote(c))) for c in (a, b))
    return one * two < 0


def _take_sides(frame: Frame) -> int:
    """1 where the clause tells of those who are for a thing, -1 of those against it, 0 of neither or both."""
    words = {*frame.words, frame.predicate, frame.noun}
    return bool(words & load_cues().approves) - bool(words & load_cues().disapproves)


def _measure_two(a: Claim, b: Claim) -> bool:
    """Whether a length, weight or temperature is of two things by their nouns: 路面温度 and 气温, 线路全长 and 穿江段全长."""
    one, two = a.scope.of, b.scope.of
    if one and two:
        if is_scene(one) and is_scene(two):
            return False
        alike = noun_similarity(one, two)
        return alike is not None and alike < 0.5
    said, other = (a, b) if one else (b, a)
    assert isinstance(a.value, Quantity)
    if not said.scope.of or len(noun_letters(said.scope.of)) < 2 or a.value.dimension not in {"temperature", "speed"}:
        return False
    known = max((letters_overlap(said.scope.of, w) for w in (other.frame.topic, other.subject, other.frame.noun) if w), default=0.0)
    return known < 0.5 and not (said.subject_text and other.subject_text)


_SPOT = re.compile(r"(?P<what>[\u4e00-\u9fff]{0,6}?)的?(?:处|位置|地点|现场|所在地)")
_HAPPENED = re.compile(r"出事|事发|失事|遇[险难袭]|事故|案发|肇事|发生|[坠塌崩撞沉翻爆]|起火|着火|失[踪联火]|被[困埋袭]|受困")


def is_scene(noun: str) -> bool:
    """Whether a noun is for the spot where the affair happened, however it is called: 雪崩发生处, 出事位置, 坠机地点."""
    found = _SPOT.fullmatch(noun)
    return found is not None and (not found["what"] or _HAPPENED.search(found["what"]) is not None)


_DEEDS = {"casualties", "damage", "law", "health"}
"""Groups of the attribute lexicon whose entries say what is done to what is counted."""


SAME_NOUN = 0.66
"""Two thirds of the shorter noun's characters: 税目产品 and 税则项目产品 yes, 护卫舰 and 舰艇 no."""


_LOOSE = re.compile(r"各型|各类|各种|全部|所有|大型|中型|小型|总共|现场|相关|有关|部分|其他|珍贵|国|多名|辖区|危险区域|沿海|的")


def _restricted(a: str, b: str) -> bool:
    """Whether one noun says more than the other about which ones are counted (出水文物, 文物): its further characters name a kind."""
    short, long = sorted((_LOOSE.sub("", noun) for noun in align_heads(a, b)), key=len)
    return bool(short) and short != long and long.endswith(short) and len(long) - len(short) >= 2


def _both_events(a: str, b: str) -> bool:
    """Whether both verbs are listed event words: 撤离 and 丧生 of one crew are two facts, 录得 and 创下 of one revenue are not."""
    words = load_event_words()
    known = set(words.types.values())
    return words.event_type(a) in known and words.event_type(b) in known


def is_weak_match(a: Claim, b: Claim) -> bool:
    """Whether two figures share a specific measure word (枚, 轮, 艘) and a clause word though nothing says what is counted: enough to
    see that they agree, not enough to say that they differ."""
    qa, qb = a.value, b.value
    if (
        not isinstance(qa, Quantity)
        or not isinstance(qb, Quantity)
        or not {qa.dimension, qb.dimension} <= {"count", "time", "length", "speed", "mass", "area"}
    ):
        return False
    words = load_event_words()
    if qa.dimension == "time" and words.event_type(a.frame.predicate) == words.event_type(b.frame.predicate) == "last":
        return True
    if {qa.unit, qb.unit} & {"person", "unit", "", "time", "person-time", "项", "year", "day"} or (a.family is Family.CHANGE) != (
        b.family is Family.CHANGE
    ):
        return False
    return shared_words(a.frame.words, b.frame.words) >= 1 or noun_similarity(a.frame.noun, b.frame.noun) not in {0.0, None}


def _heads_agree(a: Frame, b: Frame) -> bool:
    """Whether the head nouns are equal, synonyms, or one ends the other (舰艇, 水面舰艇)."""
    one, two = a.head or a.noun, b.head or b.noun
    if not one or not two:
        return True
    return (
        one == two
        or one.endswith(two)
        or two.endswith(one)
        or (noun_similarity(one, two) == 1.0 and (noun_group(one) != "" or one[-1] == two[-1] or same_meaning(one, two)))
    )


APART = 10
"""Two figures of one fact differ by a digit, a slip of the tongue or a count that went on; tenfold they count different things. Slips
of a power of ten (a lost 万) are let through."""


def gate_magnitude(a: Claim, b: Claim) -> Reason | None:
    """No two amounts of wholly different size, unless one specific noun says what is counted, or one is nought."""
    if (
        not isinstance(a.value, Quantity)
        or not isinstance(b.value, Quantity)
        or not ({a.family, b.family} & {Family.COUNT, Family.MONEY, Family.MEASURE} or a.value.unit == b.value.unit == "percent")
    ):
        return None
    sizes = [
        abs(float(v) * float(q.factor or 1))
        for q in (a.value, b.value)
        for v in (q.high if q.high is not None else q.low,)
        if v is not None
    ]
    if len(sizes) < 2 or not all(sizes):
        return None
    if a.time_behaviour == b.time_behaviour == "cumulative":
        return None  # a toll may rise a hundredfold
    ratio = max(sizes) / min(sizes)
    slip = min(abs(ratio / power - 1) for power in (10, 100, 1000, 10000)) < 0.02
    if ratio < APART or slip or (a.frame.noun == b.frame.noun and len(a.frame.noun) >= 3 and a.value.unit == b.value.unit):
        return None
    return Reason.OTHER_POPULATION


def folded_quote(claim: Claim) -> str:
    """The words of a claim in simplified characters: the quote stands as the article has it."""
    return _fold(claim.quote)


@lru_cache(maxsize=16384)
def _fold(text: str) -> str:
    return simplify(text)


def published_at(claim: Claim) -> Period | None:
    """When the article of a claim appeared, as a Period without length; None when it is not known."""
    if claim.published is None:
        return None
    when = claim.published.replace(tzinfo=None)
    return Period(when, when, "minute" if when.hour or when.minute else "day")
