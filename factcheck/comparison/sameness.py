"""Whether two claims tell of one happening: verbs of one sort, and evidence for and against, weighed."""

from __future__ import annotations

import re

from factcheck.alignment.affairs import WEEKS
from factcheck.alignment.linking import place_level
from factcheck.alignment.pairing import COURSE
from factcheck.alignment.similarity import (
    align_heads,
    letters_overlap,
    meanings_of,
    noun_letters,
    noun_similarity,
    same_predicate,
    shared_words,
)
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.claims.poles import load_poles
from factcheck.comparison.gates import gate_subject
from factcheck.comparison.happened_twice import OF_ITSELF, two_persons
from factcheck.comparison.limits import TELLS_NOTHING, by_polarity, covers
from factcheck.comparison.measures import SAME_NOUN, published_at
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.comparison.times import compare_periods, days_apart
from factcheck.language.contrasts import contrasted
from factcheck.language.kinds import is_kind_of
from factcheck.language.segmenter import is_listed
from factcheck.language.thesaurus import groups_of, same_meaning
from factcheck.model import Claim, Family, Name, Period, Polarity, Reason, Stance

__all__ = [
    "NEEDED",
    "UNDOING",
    "alike_things",
    "bearers_meet",
    "evidence",
    "is_known",
    "other_agents",
    "other_sorts",
    "same_happening",
    "same_verb",
    "shared_things",
]


_EMPTY_HEADS = {
    "计划",
    "报告",
    "情况",
    "消息",
    "现象",
    "行为",
    "事件",
    "事故",
    "意外",
    "说法",
    "行动",
    "工作",
    "迹象",
    "可能",
    "问题",
    "打算",
    "程序",
    "手续",
} | TELLS_NOTHING
_ACTORS = {"PER", "ORG", "PRODUCT"}
NEEDED = 3
"""Points of evidence that make two claims speak of one happening, see `evidence`."""


def _bare(verb: str) -> str:
    """A verb without the particle that segmenters join to it (收过)."""
    return verb[:-1] if len(verb) > 1 and verb[-1] in "了过着" and not is_listed(verb) else verb


OF_ONE_WRITER = 2
"""Points more for what an article would say against itself: its writer knows which two things are meant. Of seven such findings on corpora
that nobody had read none was right."""


def same_happening(a: Claim, b: Claim, around: Surroundings, trace: Trace) -> bool:
    """Whether two claims speak of one happening: verbs of one sort, and enough evidence that it is one and the same."""

    def verbs() -> Reason | None:
        return None if same_verb(a, b) else Reason.OTHER_ATTRIBUTE

    def weighed() -> Reason | None:
        found = evidence(a, b, around)
        trace.steps += [(name, f"{points:+d}") for name, points in found]
        return None if sum(points for _, points in found) >= needed else Reason.OTHER_EVENT

    needed = (NEEDED - 1 if _same_value(a, b) else NEEDED) + (OF_ONE_WRITER if _of_one_writer(a, b, around) else 0)
    return trace.passes("happening", verbs) and trace.passes("event", weighed)


def _of_one_writer(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether an article would say it against itself, and not of one named subject in one word."""
    named = bool(a.subject_text and b.subject_text) and around.linker.same(a.subject, b.subject)
    return a.article == b.article and not (named and a.frame.predicate == b.frame.predicate)


def _same_value(a: Claim, b: Claim) -> bool:
    """Whether two happenings are given one time or place: that they are one is then the likelier."""
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return a.value.start is not None and compare_periods(a.value, b.value) == "same"
    return isinstance(a.value, Name) and isinstance(b.value, Name) and a.value.key == b.value.key


def same_verb(a: Claim, b: Claim) -> bool:
    """Whether the verbs report one sort of happening: one event type, one verb, or two verbs of getting one and the same thing."""
    fa, fb = a.frame, b.frame
    if fa.concept == fb.concept or {fa.concept, fb.concept} <= COURSE:
        return True
    if sorted(_bare(fa.predicate)) == sorted(_bare(fb.predicate)):
        return True  # 侧翻, 翻侧; 收, 收过
    if meanings_of(fa.predicate) & meanings_of(fb.predicate):
        return True
    if not isinstance(a.value, Polarity):
        return False
    if _denies_whole_sort(a, b) or _is_told_as_noun(a, b):
        return True
    achieved = load_event_words().light | load_cues().achieves
    objects, subjects = noun_similarity(fa.head, fb.head) or 0.0, noun_similarity(fa.noun, fb.noun) or 0.0
    letters = len(noun_letters(fa.head) & noun_letters(fb.head))
    if objects >= 0.99 and letters >= 2 and same_predicate(_bare(fa.predicate), _bare(fb.predicate)):
        return True  # 越过塞尔河, 渡过塞尔河
    one_thing = (objects >= 0.99 and letters >= 3) or (objects >= 0.5 and letters >= 2 and subjects >= 0.5)
    return one_thing and _bare(fa.predicate) in achieved and _bare(fb.predicate) in achieved


def _denies_whole_sort(a: Claim, b: Claim) -> bool:
    """Whether one denies all and any of a thing that the other tells of with a verb of which no lexicon says that it is another deed:
    从未给鸡群注射过疫苗, 给鸡群打过疫苗. Verbs of one character mean too many things to be another deed."""
    no, yes = by_polarity(a, b)
    one, two = no.frame.head, yes.frame.head or yes.frame.noun  # 渔船被扣下
    if not {"none", "never"} & set(no.scope.qualifiers) or not one or not two:
        return False
    alike = (
        (noun_similarity(one, two) or 0.0) >= 0.99
        and one[-1] == two[-1]
        and (one == two or len(noun_letters(one) & noun_letters(two)) >= 2)
        and len(one) > 1
    )
    if not alike and not _is_one_of(yes, two, one):
        return False
    one, two = _bare(no.frame.predicate), _bare(yes.frame.predicate)
    if two in load_poles().averting or yes.frame.concept in UNDOING or contrasted(one, two):
        return False
    if same_predicate(one, two) is True:
        return True
    if two in load_event_words().governing | load_cues().further | load_cues().restrictive | load_cues().up | load_cues().down:
        return False  # never 遣返 any refugee, 新增 refugees: how many there are is no deed; nor is what may be done
    allowed = any(same_meaning(w, "允许") for w in (two, *yes.frame.words))  # 从未停靠过邮轮, 准许邮轮停泊
    return alike and not allowed and not (is_known(one) and is_known(two))


def _is_told_as_noun(a: Claim, b: Claim) -> bool:
    """Whether what one denies with a verb the other tells with a noun that opens with it: 未竞标, 递交竞标书; 没有道歉, 发表道歉声明;
    没有除冰, 做了两次除冰."""
    no, yes = by_polarity(a, b)
    deed, done = no.frame.predicate, _bare(yes.frame.predicate)
    if no.frame.concept == "thing" or len(deed) < 2 or deed not in yes.frame.head:
        return False
    if done in load_cues().carries_out or done in load_event_words().light:
        return True
    return "never" in no.scope.qualifiers and not is_known(done) and done not in load_poles().averting


UNDOING = frozenset({"ban", "exclude", "cancel", "reject"})
"""Types of deeds that do away with their object: no case of it."""


def is_known(verb: str) -> bool:
    """Whether the lexicons say what a verb means."""
    words = load_event_words()
    return len(verb) > 1 and (verb in words.light or bool(groups_of(verb)) or words.event_type(verb) in words.types.values())


def _subject_points(a: Claim, b: Claim, around: Surroundings) -> int:
    """What one subject is worth: a thing with a name of its own that both name (a ship, a festival, a railway) is told of once; a person or
    body does many things, but is born and dies once."""
    kind, said = around.linker.type(a.subject), bool(a.subject_text and b.subject_text)
    own_name = kind in {"EVENT", "PRODUCT", "WORK"} or (kind == "LOC" and len(a.subject) >= 3 and place_level(a.subject) == 0)
    if said and (own_name or (kind in _ACTORS and a.frame.concept in load_event_words().once)):
        return 2
    return 1 if kind in _ACTORS else 0


def _one_kind(a: Claim, b: Claim) -> bool:
    """Whether a denial is of a class of things and the report of one of them (枪支, 手枪)."""
    if not isinstance(a.value, Polarity):
        return False
    no, yes = by_polarity(a, b)
    return bool(no.frame.head and yes.frame.head) and _is_one_of(yes, yes.frame.head, no.frame.head)


def _is_one_of(yes: Claim, told: str, denied: str) -> bool:
    """Whether what is told is of the class that is denied; what the denial adds to the class (健康器官) must be told as well."""
    for cut in range(len(denied) - 1):
        if is_kind_of(told, denied[cut:]):
            return not cut or any(denied[:cut] in word for word in (*yes.frame.words, yes.frame.head, yes.frame.noun))
    return False


def _things(a: Claim, b: Claim, *, one_subject: bool) -> tuple[float, float | None]:
    """How much what the two are about is one thing by its nouns (0 to 1), and how much their objects are (None where one has none). Where
    both have an object, the objects must be one, or one's object the other's subject (活动取消, 取消活动)."""
    fa, fb = a.frame, b.frame
    # a subject that both name is evidence of its own
    head_a, head_b = ("" if f.head in TELLS_NOTHING and fa.head == fb.head else f.head for f in (fa, fb))
    noun_a, noun_b, topic_a, topic_b = (
        w.replace(c.subject_text, "") if c.subject_text and one_subject else w
        for c, w in ((a, fa.noun), (b, fb.noun), (a, fa.topic), (b, fb.topic))
    )

    def alike(x: str, y: str) -> float:
        if x == y and len(x) > 1 and noun_letters(x):
            return 1.0  # 员工
        if noun_similarity(x, y) == 0.0 or other_sorts(x, y):
            return 0.0  # 国际航班, 国内航班
        x, y = align_heads(x, y)
        return letters_overlap(x, y) * min(2, len(noun_letters(x) & noun_letters(y))) / 2

    straight = 1.0 if _one_kind(a, b) else 0.0 if other_sorts(head_a, head_b) else noun_similarity(head_a, head_b)
    crossed = max(alike(head_a, noun_b), alike(noun_a, head_b), 1.0 if straight == 1.0 else alike(head_a, head_b))
    if head_a and head_b and straight is not None and straight < SAME_NOUN:
        return min(crossed, 0.49) if crossed < SAME_NOUN else crossed, straight
    loose = [(noun_a, noun_b), (topic_a, topic_b), (topic_a, noun_b), (noun_a, topic_b), (topic_a, head_b), (head_a, topic_b)]
    return max(crossed, *(alike(x, y) for x, y in loose)), straight


_GENERIC_BEARERS = re.compile(
    r"(?:人|人员|人士|民众|群众|人员伤亡|事故|事件|双方|各方|公司|该公司|方面|一方|全部|整体|现场|我方|对方|官方|目前|当时)+$"
)
"""Nouns that do not tell what it happened to."""


def _another_thing(a: Claim, b: Claim, alike: float, straight: float | None) -> int:
    """What it counts against two claims, one of which denies, that what they tell of is not alike; 0 where nothing speaks against them."""
    if a.frame.head and b.frame.head and straight is not None and straight < 0.5:
        return -6  # 没有批准转会申请, 批准了预算
    no, yes = by_polarity(a, b)
    if other_sorts(a.frame.head, b.frame.head):
        return -4  # 急诊病人, 普通门诊病人
    bearers = _bearer(no), _bearer(yes)
    if all(bearers) and letters_overlap(*bearers) == 0.0 and alike < 0.3:
        return -4  # 未见坝体渗漏, 润滑油外泄
    denied = no.frame.head
    if denied and denied not in _EMPTY_HEADS:
        return -2  # what did not get this object may have got another
    if yes.frame.head and not denied and noun_letters(no.subject_text or no.frame.noun) and alike == 0.0:
        return -5 if no.frame.concept in OF_ITSELF else -2  # 马拉松没有取消, 取消了迷你跑
    return 0


def other_sorts(one: str, two: str) -> bool:
    """Whether two nouns end in one word of two characters and have nothing in common before it."""
    tail = next((n for n in range(min(len(one), len(two)), 0, -1) if one[-n:] == two[-n:]), 0)
    first, then = one[: len(one) - tail], two[: len(two) - tail]
    if tail < 2 or not first or not then:
        return False
    return not set(first) & set(then) and not same_meaning(first, then)


def _bearer(claim: Claim) -> str:
    """What it happened to, by its noun, names and words that say nothing left out."""
    noun = claim.frame.noun or claim.frame.head
    return _without_names(claim, noun)


def other_agents(a: Claim, b: Claim) -> bool:
    """Whether two clauses each say who did it, by a noun for people or a body, and the nouns have nothing in common (警方, 示威者)."""
    one, two = (_without_names(c, c.frame.noun) for c in (a, b))
    if not (one and two) or one[-1] not in _DOERS or two[-1] not in _DOERS:
        return False
    return letters_overlap(one, two) == 0.0 and not same_meaning(one, two) and not (noun_group(one) and noun_group(one) == noun_group(two))


_DOERS = frozenset("者员方人军警队局部院厂民兵徒会组商家生手工客众")
"""Last characters of nouns for people and bodies that do things."""


def _without_names(claim: Claim, noun: str) -> str:
    for name in (claim.subject_text, *claim.frame.participants):
        noun = noun.replace(name, "") if name else noun
    return noun if len(noun_letters(noun)) >= 2 and not _GENERIC_BEARERS.fullmatch(noun) else ""


def _one_rare_deed(a: Claim, b: Claim) -> bool:
    """Whether both have one verb that is in no list, and nouns that meet: 飞机没有除冰, 班机做了两次除冰."""
    verb = _bare(a.frame.predicate)
    if verb != _bare(b.frame.predicate) or len(verb) < 2 or verb in load_poles().general or verb in load_event_words().light:
        return False
    return bool(a.frame.noun and b.frame.noun) and covers([a.frame.noun], b.frame.noun) and not other_sorts(a.frame.noun, b.frame.noun)


def bearers_meet(a: Claim, b: Claim) -> bool:
    """Whether what one says of none may be what the other says it of: one has no noun of its own, or their nouns meet."""
    one, two = ([w for w in (c.frame.noun, c.frame.head) if w] for c in (a, b))
    return not one or not two or all(covers(two, w) for w in one[:1]) or all(covers(one, w) for w in two[:1])


def alike_things(a: Claim, b: Claim) -> float:
    """How much what two claims are about is one thing by its nouns, 0 to 1: subjects, objects, or one's subject and the other's object,
    names left out; a single common character is half as much. Symmetric."""
    told = []
    for claim in (a, b):
        names = sorted({*claim.frame.participants, claim.subject_text, claim.subject} - {""}, key=len, reverse=True)
        nouns = [claim.frame.noun, claim.frame.head]
        for name in names:
            nouns = [noun.replace(name, "") for noun in nouns]
        told.append(nouns)
    return max(letters_overlap(x, y) * min(2, len(noun_letters(x) & noun_letters(y))) / 2 for x in told[0] for y in told[1])


def shared_things(a: Claim, b: Claim) -> bool:
    """Whether the nouns of two claims hold one word of two characters or more, or two of one group, that is no name of either."""
    sides = []
    for claim in (a, b):
        names = "\n".join({*claim.frame.participants, claim.subject_text, claim.subject})
        told = claim.frame.noun + "\n" + claim.frame.head
        words = {w for w in (*claim.frame.words, claim.frame.noun) if w in told and w not in names and w != claim.frame.predicate}
        sides.append(words - load_poles().general.keys())  # 发现 is no thing
    if sides[0] & sides[1]:
        return True
    groups = [{noun_group(w) for w in side} - {""} for side in sides]
    return bool(groups[0] & groups[1])


def _weeks_apart(a: Claim, b: Claim) -> bool:
    """Whether two articles were published so far apart that one affair would have to be told by a name."""
    one, two = published_at(a), published_at(b)
    return one is not None and two is not None and days_apart(one, two) > WEEKS


def evidence(a: Claim, b: Claim, around: Surroundings) -> list[tuple[str, int]]:
    """What speaks for two claims telling of one happening, and what against it: (name, points). Symmetric."""
    fa, fb = a.frame, b.frame
    words = load_event_words()
    found: list[tuple[str, int]] = []
    sweeping = "none" in {*a.scope.qualifiers, *b.scope.qualifiers}
    affair = around.linker.one_affair(a.article, b.article)
    if affair:
        found.append(("affair", 1))
    listed = fa.concept == fb.concept and fa.concept in words.types.values()
    if listed and fa.concept not in words.generic:
        found.append(("kind", 2))
    sole = a.id in around.sole and b.id in around.sole and fa.concept not in words.episodic
    if sweeping and affair and listed and fa.concept in words.tallied:
        found.append(("sweeping", 2))
        elsewhere = {around.linker.type(a.subject), around.linker.type(b.subject)} <= {"GPE", "LOC"}
        if elsewhere and not around.linker.related(a.subject, b.subject):
            found.append(("place", -4))
    if (
        affair
        and sweeping
        and not listed
        and len(_bare(fa.predicate)) > 1
        and (_bare(fa.predicate) == _bare(fb.predicate) or bool(meanings_of(fa.predicate) & meanings_of(fb.predicate)))
        and bearers_meet(a, b)
    ):
        found.append(("universal", 2))  # 没有一箱流入国内市场, 早已流入市面
    if affair and "never" in {*a.scope.qualifiers, *b.scope.qualifiers}:
        found.append(("never", 1))
    if Stance.DENIES in {a.stance, b.stance}:
        found.append(("answered", 1))
    alike, straight = _things(a, b, one_subject=around.linker.same(a.subject, b.subject))
    general = load_poles().general
    if alike < 0.5 and _bare(fa.predicate) in general and _bare(fb.predicate) in general:
        found.append(("thing", -3))  # 从未接到举报, 接获报案: such a verb is nothing without what it is done to
    elif alike >= SAME_NOUN:
        found.append(("thing", 2))
    elif alike >= 0.5:
        found.append(("thing", 1))
    elif isinstance(a.value, Polarity) and (against := _another_thing(a, b, alike, straight)):
        found.append(("thing", against))
    elif fa.head and fb.head and straight is not None and straight < 0.5:
        found.append(("thing", -3))
    pa, pb = a.scope.period, b.scope.period
    if a.family is Family.PLACE and pa is not None and pb is not None and pa.start is not None and pa.start == pb.start:
        found.append(("time", 1))
    if sole and (listed or alike >= 0.5):
        found.append(("sole", 2 if listed and isinstance(a.value, Polarity) else 1))
    elif sole and isinstance(a.value, Polarity) and _one_rare_deed(a, b):
        found.append(("sole", 2))
    shared = shared_words(*(tuple(w for w in f.words if w not in {fa.predicate, fb.predicate}) for f in (fa, fb)))
    if shared >= 2:
        found.append(("words", 1))
    persons = "PER" in {around.linker.type(a.subject), around.linker.type(b.subject)}
    reason = None if sweeping and persons else gate_subject(a, b, around.linker)
    if reason is not None:
        found.append(("subject", -4 if two_persons(a, b, around.linker) else -2 if a.subject_text and b.subject_text else -1))
    elif around.linker.same(a.subject, b.subject) and (points := _subject_points(a, b, around)):
        found.append(("subject", points))
    elif around.linker.any_same(fa.participants, fb.participants):
        found.append(("names", 1))
    named = any(points > 0 and name in {"subject", "names"} for name, points in found)
    if isinstance(a.value, Polarity) and not affair and not named and _weeks_apart(a, b):
        found.append(("affair", -2))
    return found
