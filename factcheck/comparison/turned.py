"""Two steps told the other way round in words of their own: what is left when no step is plainly the other's.

`orders` asks for two steps that are told alike. Two newsrooms that put the same steps in another order seldom tell both so (三次鸣笛示警,
听到汽笛). Here an order that stresses itself (先, 才, 早已) is weighed by the rare words that its first step shares with the other's
second, and its second with the other's first, less what they share in the order told; and by whether the two sentences are those of their
articles that tell most of the same. Of the open corpora nine in ten such pairs were contradictions or of sentences that hold one; of
orders that neither stresses, none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from math import sqrt

from factcheck.comparison.gates import gate_place
from factcheck.comparison.orders import are_two_steps, gate_telling, may_act, steps_of, word_likeness
from factcheck.comparison.rarity import RAREST
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.model import Claim, Family, Kind, Order, Reason, Relation, Step

__all__ = ["find_turned"]

WEAKER = 0.45
"""What the less alike of the two crossed pairs of steps must share: of rare words, each worth its likeness over the root of the sentences
of an article that have it."""
BOTH = 1.05
"""What both must, less what the steps share in the order told."""
RANK = {1: 0.0, 2: -RAREST}
"""By how much the two sentences must share more than either does with another of the other article, by how many of the orders are stressed:
0 where they are each other's best counterpart."""

_Counts = Mapping[str, Counter[str]]


def find_turned(pairs: Iterable[tuple[Claim, Claim]], relations: Iterable[Relation], around: Surroundings) -> Iterator[Relation]:
    """Contradictions between orders of two articles between which no other order has been found turned, the likeliest first. `pairs`: of
    claims in reading order; `relations`: found so far."""
    orders = [(a, b) for a, b in pairs if _may_be_turned(a, b)]
    if not orders:
        return
    by_id = {c.id: c for pair in orders for c in pair}
    told = [r for r in relations if r.kind in {Kind.CONTRADICTS, Kind.AGREES} and r.a in by_id and r.b in by_id]
    settled = {frozenset((by_id[r.a].article, by_id[r.b].article)) for r in told}
    common = around.counterparts.counts
    found = []
    for a, b in orders:
        if frozenset((a.article, b.article)) in settled or not around.linker.one_affair(a.article, b.article):
            continue
        weight, trace = _weigh(a, b, around, common), Trace()
        if weight is None or around.margin(a, b) < RANK[_stressed(a) + _stressed(b)]:
            continue
        trace.steps.append(("turned", f"{weight:.2f}"))
        gates = (("stance", partial(gate_telling, a, b)), ("place", partial(gate_place, a, b, around.linker)))
        if all(trace.passes(name, gate) for name, gate in gates):
            found.append((weight, a, b, trace))
    for _, a, b, trace in sorted(found, key=lambda f: (-f[0], f[1].id, f[2].id)):
        articles = frozenset((a.article, b.article))
        if articles not in settled:
            settled.add(articles)
            yield trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_ORDER)


def _may_be_turned(a: Claim, b: Claim) -> bool:
    """Whether two claims are orders of two articles, both told in words, and one at least with stress."""
    return (
        all(c.family is Family.ORDER and c.frame.concept != "dated" for c in (a, b))
        and a.article != b.article
        and (_stressed(a) or _stressed(b))
    )


def _stressed(claim: Claim) -> bool:
    return bool({"already", "only_then"} & {*claim.scope.qualifiers})


def _weigh(a: Claim, b: Claim, around: Surroundings, common: _Counts) -> float | None:
    """What the steps share crosswise, less what they share in the order told; None where that is too little."""
    assert isinstance(a.value, Order)
    assert isinstance(b.value, Order)
    counts = common[a.article], common[b.article]
    (first, then), (other_first, other_then) = steps_of(a.value), steps_of(b.value)
    doers = _are_opposed(a, b) or _are_opposed(b, a)
    crossed = [_shared(*pair, around, counts, doers=doers) for pair in ((first, other_then), (then, other_first))]
    straight = sum(_shared(*pair, around, counts, doers=False) for pair in ((first, other_first), (then, other_then)))
    weight = sum(crossed) - straight
    return weight if min(crossed) >= WEAKER and weight >= BOTH else None


def _are_opposed(a: Claim, b: Claim) -> bool:
    """Whether the one stresses how early something was done and the other how late."""
    return "already" in a.scope.qualifiers and "only_then" in b.scope.qualifiers


def _shared(x: Step, y: Step, around: Surroundings, counts: tuple[Counter[str], Counter[str]], *, doers: bool) -> float:
    """The worth of the words that two steps share, each word once; 0 where they are two steps of one kind or done by two, or share no more
    than those who do them (警方封锁现场, 警方召开发布会) unless `doers`."""
    if are_two_steps(x, y, around):
        return 0.0
    words = [(*s.acts, *s.things, *s.agents) for s in (x, y)]
    worth = {
        (one, other): likeness / sqrt(max(1, counts[0][one], counts[1][other]))
        for one in words[0]
        for other in words[1]
        if (likeness := word_likeness(one, other))
    }
    total, taken, told = 0.0, (set[str](), set[str]()), doers
    for (one, other), value in sorted(worth.items(), key=lambda item: (-item[1], item[0])):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            told |= not (one in x.agents and other in y.agents and may_act(one, around) and may_act(other, around))
            total += value
    return total if told else 0.0
