"""Two claims about which of two things came first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.alignment.similarity import noun_similarity
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import can_act, noun_group
from factcheck.claims.steps import BEGUN
from factcheck.claims.stepwords import load_step_words
from factcheck.comparison.gates import gate_place
from factcheck.comparison.surroundings import Surroundings, Trace, sentence_of
from factcheck.language.thesaurus import same_meaning
from factcheck.model import Claim, Kind, Order, Reason, Relation, Stance, Step

__all__ = ["are_two_steps", "keep_one_order", "relate_orders", "step_likeness", "steps_of", "word_likeness"]

NEEDED = 1.15
"""Likeness of both steps together, each 0 to 1: one the same and the other at least half so."""
LEAST = 0.35
"""Likeness of the weaker step: below it they are two things."""
LEAST_BESIDE = 0.6
"""The same beside an accident."""
AGREED = 1.7
"""The same for two orders to agree, and for words of order to be set against dates, of which an article has many."""
AGAINST_DATES = 1.4
"""The same where the words stress that the one was not done until the other, and the date how early it was (17时50分即已发布通告, 撞完了才
发的)."""
LEAD = 0.5
"""By how much the one reading (same order, other order) must be likelier than its contrary."""
STRESSED = 0.7
"""Likeness of one step where the one claim stresses that it was done before (签字前已放人) and the other that it was not done until then
(签字之后才放人): what else they measure it by may be told in any words."""
STRESSED_BOTH = 0.9
"""Likeness of both steps together that is enough there."""
TOLD_OTHERWISE = 0.3
"""By how much that likeness must exceed any of the same order."""
_BODIES = frozenset("会局院署厅校馆厂社")
"""Ends of words for bodies: two that share no other character are two (董事会, 股东大会)."""
_COMMON = frozenset("人员方部局会发出报打接收取到上下大小开进行动地时市县国公司的了不一有被成回事件名者所中家子来去作业")
"""Characters that two words share without meaning the like."""


def relate_orders(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two orders of the same two steps."""
    assert isinstance(a.value, Order)
    assert isinstance(b.value, Order)
    dated = [c.frame.concept == "dated" for c in (a, b)]
    if all(dated):
        return None  # dates are compared as dates
    if a.article == b.article or around.linker.two_affairs(a.article, b.article):
        return None
    (first_a, then_a), (first_b, then_b) = steps_of(a.value), steps_of(b.value)
    straight = _both((first_a, first_b), (then_a, then_b), around)
    crossed = _both((first_a, then_b), (then_a, first_b), around, turned=True)
    best = max(straight, crossed)
    worded, by_date = (a, b) if dated[1] else (b, a)
    stressed = "only_then" in worded.scope.qualifiers and "already" in by_date.scope.qualifiers
    needed = NEEDED if not any(dated) else AGAINST_DATES if stressed else AGREED
    if best < needed or abs(straight - crossed) < LEAD:
        if any(dated) or not _is_stressed(a, b, around):
            return None
        straight, crossed = 0.0, NEEDED
    trace = Trace()
    trace.steps.append(("happening", "pass"))
    for name, gate in (("stance", lambda: gate_telling(a, b)), ("place", lambda: gate_place(a, b, around.linker))):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    if straight > crossed:
        if straight < AGREED or any(dated):
            return None  # 地震发生后 is before much else
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_ORDER)


def keep_one_order(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> Iterator[Relation]:
    """The relations, but of several contradictions in order between the same two sentences only one: that of the words in order rather
    than of dates, and that which quotes most."""
    relations = list(relations)
    best: dict[frozenset[tuple[str, int]], tuple[tuple[object, ...], Relation]] = {}
    for relation in filter(_is_other_order, relations):
        a, b = claims[relation.a], claims[relation.b]
        dated = sum(c.frame.concept == "dated" for c in (a, b))
        rank = (dated, -len(a.quote) - len(b.quote), sorted((a.id, b.id)))
        place = frozenset(map(sentence_of, (a, b)))
        if place not in best or rank < best[place][0]:
            best[place] = rank, relation
    kept = {id(relation) for _, relation in best.values()}
    yield from (r for r in relations if not _is_other_order(r) or id(r) in kept)


def _is_other_order(relation: Relation) -> bool:
    return relation.kind is Kind.CONTRADICTS and relation.reason is Reason.OTHER_ORDER


def _is_stressed(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether one claim stresses that a step was done before something, and the other that it was not done until something. Symmetric."""
    for early, late in ((a, b), (b, a)):
        if "already" not in early.scope.qualifiers or "only_then" not in late.scope.qualifiers:
            continue
        assert isinstance(early.value, Order)
        assert isinstance(late.value, Order)
        (done, before), (after, only) = steps_of(early.value), steps_of(late.value)
        likeness, other = step_likeness(done, only, around), step_likeness(before, after, around)
        same_order = max(step_likeness(done, after, around), step_likeness(before, only, around))
        enough = likeness >= STRESSED or (likeness >= LEAST and other >= LEAST and likeness + other >= STRESSED_BOTH)
        if enough and likeness - same_order >= TOLD_OTHERWISE:
            return True
    return False


def steps_of(value: Order) -> tuple[Step, Step]:
    """The earlier and the later step of an order."""
    if value.steps:
        return value.steps[0], value.steps[1]
    return Step((value.first,)), Step((value.then,))


def _both(one: tuple[Step, Step], other: tuple[Step, Step], around: Surroundings, *, turned: bool = False) -> float:
    """The likeness of two pairs of steps together, 0 where one of them is two things. Where the one is only the accident that the affair
    is about, which everything else comes before or after, the other must be plain. `turned`: the first of each pair is what one claim
    puts first, and the pairs stand crosswise."""
    likeness = _turned_likeness if turned else step_likeness
    x, y = reversed(other) if turned else other
    left, right = likeness(*one, around), likeness(x, y, around)
    least = LEAST_BESIDE if all(map(_is_affair, one)) or all(map(_is_affair, other)) else LEAST
    return left + right if min(left, right) >= least else 0.0


def _turned_likeness(before: Step, after: Step, around: Surroundings) -> float:
    """The likeness of what one claim tells before a third thing, and the other after it. What ended before it did not begin after it, but
    what began before it may well have ended after it."""
    ended = [{a for a in s.acts if _ends(a)} for s in (before, after)]
    if ended[1] and not ended[0] and BEGUN in before.ordinals:
        return 0.0
    plain = step_likeness(before, after, around)
    rest = tuple(a for a in before.acts if a not in ended[0])
    if ended[0] and not ended[1] and (rest or before.things):
        return max(plain, step_likeness(replace(before, acts=rest or before.things), after, around))
    return plain


def _ends(act: str) -> bool:
    """Whether a verb tells that something is over."""
    return act[0] == "停" or load_event_words().types.get(act) == "end" or same_meaning(act, "停止") or same_meaning(act, "结束")


def _is_affair(step: Step) -> bool:
    """Whether a step tells no more than that the accident happened."""
    words, types = load_step_words(), load_event_words().types
    return not step.things and all(a in words.affair or types.get(a, "") in words.accidents for a in step.acts)


def gate_telling(a: Claim, b: Claim) -> Reason | None:
    """Why two orders are not to be set against each other: one is not asserted, or of another occasion; None where neither is so."""
    if ("another" in a.scope.qualifiers) != ("another" in b.scope.qualifiers):
        return Reason.OTHER_EVENT
    if Stance.PLANS in {a.stance, b.stance} or Stance.FORECASTS in {a.stance, b.stance}:
        return Reason.PLAN_AGAINST_RESULT
    return None if {a.stance, b.stance} <= {Stance.ASSERTS} else Reason.OPINION


def step_likeness(x: Step, y: Step, around: Surroundings) -> float:
    """How likely two steps are one thing done, 0 to 1: by the words they share or that mean the same, acts with acts and things with
    things; 0 where both name a thing and it is another, or somebody else does it. Symmetric."""
    if are_two_steps(x, y, around):
        return 0.0
    acts = _likest(x.acts, y.acts)
    nouns = max(_weight(_themes(x, around), (*y.things, *y.agents)), _weight(_themes(y, around), (*x.things, *x.agents)))
    people = _weight(x.agents, y.agents)
    if acts < 1.0 and not _other_kind(x.acts, y.acts):  # 协议签署 told by nouns alone, 罢工开始
        across = max(_likest_named(x.acts, (*y.things, *y.agents)), _likest_named(y.acts, (*x.things, *x.agents)))
        plain = _says_little(x.acts) != _says_little(y.acts)  # 鸣笛, 听到汽笛
        acts = max(acts, across if across == 1.0 or plain or _named(x, y) or _named(y, x) else 0.0)
    if acts < 1.0 and _other_kind(x.acts, y.acts):
        return 0.2
    if x.things and y.things and max(nouns, _likest(x.things, y.acts), _likest(x.acts, y.things)) == 0.0:
        return 0.2
    if acts >= 1.0:
        little = _says_little(x.acts) and _says_little(y.acts)  # 发出预警, 发出去: the noun tells what was done
        if nouns == 0.0 and people == 0.0 and (little or _told_of_others(x, y, around)):
            return 0.6
        return min(1.0, 0.8 + 0.2 * max(nouns, people))
    if acts >= 0.75:
        return 0.6 + 0.3 * max(nouns, people)
    if acts >= 0.6:
        return 0.5 + 0.4 * max(nouns, 0.5 * people)
    if acts >= 0.5:
        return 0.45 + 0.5 * max(nouns, 0.5 * people)
    if _says_little(x.acts) or _says_little(y.acts):
        return 0.3 + 0.6 * nouns if nouns >= 0.6 else 0.2 * max(nouns, people)  # 打导弹, 取得授权: the noun tells what was done
    return 0.6 * max(nouns, 0.4 * people)


def are_two_steps(x: Step, y: Step, around: Surroundings) -> bool:
    """Whether two steps are two of one kind (第二轮, 第三轮) or done by two. Symmetric."""
    return _are_two(x, y) or _are_others(x, y, around)


_DOERS = frozenset({"PER", "ORG", "GPE"})
"""Types of names for those who act."""


def may_act(word: str, around: Surroundings) -> bool:
    """Whether a word names somebody who can do something."""
    return can_act(word) or around.linker.type(word) in _DOERS


def _told_of_others(x: Step, y: Step, around: Surroundings) -> bool:
    """Whether both steps say who acts, or both what it happens to, and name nothing related (交警, 路政; 国道, 台14线)."""
    sides = [[w for w in s.agents if may_act(w, around)] for s in (x, y)]
    dead = [[w for w in s.agents if w not in doers] for s, doers in zip((x, y), sides, strict=True)]
    return any(all(pair) and not around.linker.any_related(*pair) for pair in (sides, dead))


def _themes(step: Step, around: Surroundings) -> tuple[str, ...]:
    """What a step is done to or happens to: its things, and of its agents those that cannot act (闸门先开, 警报才响)."""
    dead = (w for w in step.agents if not may_act(w, around))
    return tuple(w for w in (*step.things, *dead) if around.linker.type(w) not in {"GPE", "LOC"})


def _are_others(x: Step, y: Step, around: Surroundings) -> bool:
    """Whether two named persons do it, or two bodies of one kind."""
    if set(x.agents) & {*y.agents, *y.things} or set(y.agents) & set(x.things):
        return False
    people = [[w for w in s.agents if around.linker.type(w) == "PER"] for s in (x, y)]
    if _two_jobs(x.agents, y.agents):
        return True
    if people[0] and people[1]:
        return not around.linker.any_related(people[0], people[1]) and not any(_nicknames(a, b) for a in people[0] for b in people[1])
    return any(
        min(len(a), len(b)) > 1
        and a[0] not in "该本此其"
        and b[0] not in "该本此其"
        and a[-1] in _BODIES
        and b[-1] == a[-1]
        and set(a) & set(b) == {a[-1]}
        for a in x.agents
        for b in y.agents
    )


_JOBS = frozenset("长员队手兵民师生友")
"""Ends of words for people by what they do: of two that share no character and mean two things one did it (船长, 搜救队)."""


def _two_jobs(one: Sequence[str], two: Sequence[str]) -> bool:
    people = [[w for w in words if w[-1] in _JOBS and w[0] not in "该本此其"] for words in (one, two)]
    if not all(people) or len(people[0]) < len(one) or len(people[1]) < len(two):
        return False
    return not any(
        set(a) & set(b) or same_meaning(a, b) or (noun_group(a) and noun_group(a) == noun_group(b)) for a in people[0] for b in people[1]
    )


_FAMILIAR = re.compile(
    r"[老小阿大](?P<own>[一-鿿])$|(?P<left>[一-鿿])某+(?P<right>[一-鿿]?)$|(?P<called>[一-鿿])(?:总|队|局|工|哥|姐|叔|姨|嫂|师傅|老师|教授)$"
)


def _nicknames(a: str, b: str) -> bool:
    """Whether one of two names is how one calls or veils the other (老莫, 莫某, 莫总; 莫雷蒂). Symmetric."""
    for short, name in ((a, b), (b, a)):
        mark = _FAMILIAR.match(short)
        if mark is not None and all(c in name for c in (mark["own"] or mark["left"] or mark["called"]) + (mark["right"] or "")):
            return True
    return False


def _are_two(x: Step, y: Step) -> bool:
    """Whether two steps are two of one kind: the first and the second time, the men's and the women's race, the east and the west line."""
    if ("再" in x.ordinals) != ("再" in y.ordinals):
        return True
    if any(one.agents == ("自己",) and other.agents and "自己" not in other.agents for one, other in ((x, y), (y, x))):
        return True  # 家长自己报警, 老师报警
    if any(a[-1] == b[-1] and a != b for a in x.ordinals for b in y.ordinals):
        return True
    nouns = [{*s.things, *s.agents} for s in (x, y)]
    if nouns[0] & nouns[1]:
        return False
    return any(set(a) & set(b) and noun_similarity(a, b) == 0.0 for a in nouns[0] for b in nouns[1])


def _other_kind(x: Sequence[str], y: Sequence[str]) -> bool:
    """Whether both acts are of a listed type, and the types are never told of one another."""
    types, words = load_event_words().types, load_step_words()
    kinds = [{types[w] for w in acts if w in types} - words.course for acts in (x, y)]
    if not kinds[0] or not kinds[1] or kinds[0] & kinds[1]:
        return False
    return not any(words.may_be_one(a, b) for a in kinds[0] for b in kinds[1])


def _named(x: Step, y: Step) -> bool:
    """Whether a noun of one step is formed like a listed act of the other (辞职, 辞呈)."""
    words = load_event_words().types
    return any(len(a) == len(b) == 2 and a in words and word_likeness(a, b) >= 0.5 for a in x.acts for b in (*y.things, *y.agents))


def _says_little(acts: Sequence[str]) -> bool:
    light = load_event_words().light | load_step_words().leaving
    return all(a in light or (len(a) == 1 and a not in load_event_words().types) for a in acts)


def _likest(x: Sequence[str], y: Sequence[str]) -> float:
    """The likeness of the two likest words, 0 where a side has none."""
    return max((word_likeness(a, b) for a in x for b in y), default=0.0)


def _likest_named(acts: Sequence[str], nouns: Sequence[str]) -> float:
    """The same for acts and nouns that may name them; a noun that only opens with the act is another thing (罢工, 罢工通知)."""
    return max((word_likeness(a, n) for a in acts for n in nouns if n == a or not n.startswith(a)), default=0.0)


def _weight(x: Sequence[str], y: Sequence[str]) -> float:
    """How much two lists of nouns share, 0 to 1: by the characters of the words of the one that the other holds too, 0.6 for two and 1 for
    four; 0.3 where words are only alike. Symmetric."""
    return max(_held(x, y), _held(y, x))


def _held(x: Sequence[str], y: Sequence[str]) -> float:
    best = {a: _likest((a,), y) for a in x if len(a) > 1}
    same = sum(len(a) for a, likeness in best.items() if likeness == 1.0)
    if same >= 2:
        return min(1.0, 0.2 + 0.2 * same)
    return 0.3 if max(best.values(), default=0.0) >= 0.5 else 0.0


@lru_cache(maxsize=65536)
def word_likeness(a: str, b: str) -> float:
    """1 for words that mean the same, 0.75 for a verb of one character in a longer one, 0.6 for two of one family of words for a step, 0.5
    for words that share a telling character, else 0. Symmetric."""
    if a == b:
        return 1.0
    if one := next((w for w in (a, b) if len(w) > 1 and w[0] == "补"), ""):
        return word_likeness(one[1:], b if one == a else a)  # 补签: signing it, late
    words, steps = load_event_words(), load_step_words()
    kinds = [{words.types[m.group()] for m in words.pattern.finditer(w)} - steps.course for w in (a, b)]
    if kinds[0] & kinds[1] or same_meaning(a, b):
        return 1.0
    if kinds[0] and kinds[1] and not any(steps.may_be_one(one, other) for one in kinds[0] for other in kinds[1]):
        return 0.0  # 入院, 出院
    if noun_group(a) and noun_group(a) == noun_group(b):
        return 1.0
    if (a in steps.affair and kinds[1] & steps.accidents) or (b in steps.affair and kinds[0] & steps.accidents) or {a, b} <= steps.affair:
        return 1.0
    if len(a) == len(b) == 2 and a[1] == b[1] and (a[0] == "解") != (b[0] == "解"):
        return 0.0  # 查封, 解封
    shared = (set(a) & set(b)) - _COMMON
    if shared and min(len(a), len(b)) == 1:
        return 0.75  # 撤, 撤离
    one, other = _stem(a), _stem(b)
    if steps.are_kin(one, other) or steps.are_kin(a, b):
        return 0.6  # 垮下去, 倒下
    if noun_similarity(a, b) == 0.0:
        return 0.0
    if min(len(a), len(b)) >= 2 and (a in b or b in a):
        return 1.0
    if one == other:
        return 0.75  # 拖进, 拖至
    return 0.5 if shared else 0.0


_DIRECTION = re.compile(r"(?<=.)(?:[上下出进回过起开]?[来去]|[上下出进回走掉住至到入开])$")


def _stem(verb: str) -> str:
    """A verb without the word for its direction (抬出来, 冲进)."""
    return _DIRECTION.sub("", verb)
