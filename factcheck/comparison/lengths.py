"""Two lengths of one happening: how long the strike, the fire or the filming lasted."""

from __future__ import annotations

from factcheck.alignment.similarity import noun_similarity, same_predicate, shared_words
from factcheck.claims.lengths import LASTS
from factcheck.claims.lexicon import load_event_words
from factcheck.comparison.dates import one_story
from factcheck.comparison.gates import gate_place, gate_stance
from factcheck.comparison.measures import SAME_NOUN
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.sameness import NEEDED, evidence
from factcheck.comparison.settings import gate_difference
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.model import Claim, Hedge, Kind, Quantity, Reason, Relation

__all__ = ["is_length", "relate_lengths"]


def is_length(claim: Claim) -> bool:
    """Whether a claim tells how long a happening lasted."""
    return claim.attribute.startswith(f"{LASTS}|")


def relate_lengths(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """How two lengths relate; None where they are not of one happening of one story."""
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if a.article == b.article or not one_story(a, b, around):
        return None
    trace = Trace()
    verdict = compare_quantities(a.value, b.value)
    if not trace.passes("happening", lambda: None if _one_kind(a, b) else Reason.OTHER_ATTRIBUTE):
        # one length told of two verbs: 被困108个小时, 硬熬了四天半
        told = around.linker.one_affair(a.article, b.article) and _is_telling(a.value, b.value)
        return trace.relation(a, b, Kind.AGREES, verdict.reason) if verdict.equal and told else None
    points = [(name, worth) for name, worth in evidence(a, b, around) if name != "words"]
    points.append(("words", min(3, shared_words(a.frame.words, b.frame.words))))
    trace.steps += [(name, f"{worth:+d}") for name, worth in points]
    if sum(worth for _, worth in points) < (NEEDED - 1 if verdict.meet else NEEDED):
        return None
    for name, gate in (("stance", lambda: gate_stance(a, b)), ("place", lambda: gate_place(a, b, around.linker))):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    trace.steps.append(("value", verdict.reason.value))
    if verdict.meet:
        bounded = not verdict.equal and {Hedge.AT_MOST, Hedge.AT_LEAST} & {a.value.hedge, b.value.hedge}
        return trace.relation(a, b, Kind.REFINES if bounded else Kind.AGREES, verdict.reason)
    marks = {*a.scope.qualifiers, *b.scope.qualifiers}
    if {"最长", "最短"} & ({*a.scope.qualifiers} ^ {*b.scope.qualifiers}):
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_POPULATION)
    ordinals = [{q for q in c.scope.qualifiers if q.startswith("#")} for c in (a, b)]
    if _grows(a, b) or _grows(b, a):
        return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    if gate_difference(a, b, around.linker) is not None or "another" in marks or (all(ordinals) and ordinals[0] != ordinals[1]):
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    if _told_too(a, b, around) or _told_too(b, a, around):
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.MULTI_VALUED)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.VALUES_DISJOINT)


def _told_too(one: Claim, other: Claim, around: Surroundings) -> bool:
    """Whether the article of `other` tells the length of `one` as well: it knows of two (三十日 for some, 90日 for others)."""
    assert isinstance(one.value, Quantity)
    return any(
        c.id != other.id
        and is_length(c)
        and isinstance(c.value, Quantity)
        and _one_kind(one, c)
        and compare_quantities(one.value, c.value).meet
        for c in around.figures.get(other.article, ())
    )


def _grows(earlier: Claim, later: Claim) -> bool:
    """Whether a length told of what still goes on has since grown into the other: a longer one, told on a later day or when it was over."""
    assert isinstance(earlier.value, Quantity)
    assert isinstance(later.value, Quantity)
    if "goes_on" not in earlier.scope.qualifiers:
        return False
    lengths = [v.low * (v.factor or 1) for v in (earlier.value, later.value) if v.low is not None]
    if len(lengths) < 2 or lengths[0] >= lengths[1]:
        return False
    told = [c.published.date() for c in (earlier, later) if c.published is not None]
    return "goes_on" not in later.scope.qualifiers or len(told) < 2 or told[0] < told[1]


def _is_telling(a: Quantity, b: Quantity) -> bool:
    """Whether an equal length says much: written in two units, or more than a few of one."""
    return a.unit != b.unit or (a.low is not None and a.low >= TELLING)


TELLING = 5
"""Units from which on two equal lengths are seldom equal by chance: three hours and two days are told of many things."""


def _one_kind(a: Claim, b: Claim) -> bool:
    one, two = a.frame.concept, b.frame.concept
    if not one or not two:
        return False
    if one == two:
        return True
    types = load_event_words().types.values()
    if one in types and two in types:
        return False
    short, long = sorted((a.frame.noun, b.frame.noun), key=len)
    if len(short) == 1 and short == long[:1]:
        return True  # 关了47天, 关闭47天
    alike = noun_similarity(a.frame.noun, b.frame.noun)
    return same_predicate(a.frame.noun, b.frame.noun) is True or (alike is not None and alike >= SAME_NOUN)
