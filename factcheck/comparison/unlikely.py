"""Contradictions that comparers have read in two sentences which do not look at all as if they told of one thing.

A comparer judges two claims by their own words; of the sentences around them it sees what its gates ask for. What can be observed of the
sentences (`observations`) tells that two denials of a word, or two figures of a unit, stand in passages with nothing in common. Where the
learned odds (`likelihood`) are so low for every pair of a fact, the fact is left with its reason. It is kept where many newsrooms tell it:
chance does not meet so often, and what all tell in one another's words has no rare word in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.alignment.linking import Linker
from factcheck.claims.statements import Statement
from factcheck.comparison.likelihood import load_likelihoods
from factcheck.comparison.observers import Observers
from factcheck.model import CONFLICT, Claim, Family, Kind, Name, Order, Period, Polarity, Quantity, Reason, Relation

__all__ = ["DOUBTS", "FEW", "MONTH", "Doubt", "settle_unlikely"]


class Doubt(NamedTuple):
    """What a contradiction is doubted by: a model of `likelihood`, up to which probability, and the reason given."""

    model: str
    most: float
    reason: Reason


DOUBTS: Mapping[str, Doubt] = {
    "deed": Doubt("deed", 0.14, Reason.OTHER_EVENT),
    "avowal": Doubt("avowal", 0.1, Reason.OTHER_EVENT),
    "order": Doubt("order", 0.05, Reason.OTHER_EVENT),
    "figure": Doubt("figure", 0.015, Reason.MULTI_VALUED),
    "date": Doubt("any", 0.07, Reason.OTHER_EVENT),
    "place": Doubt("any", 0.05, Reason.OTHER_EVENT),
}
"""By what is contradicted; deeds and figures by `avowal` where a sentence tells that they are admitted. How many false and right findings
are so rated of corpora that neither the comparers nor the models knew: tests/corpora/README.md. Persons are not doubted: who holds an
office is told in passing, in sentences with nothing else in common."""
MONTH = 31
"""Most days between two articles whose contradictions are doubted; those that the models were learned from lie days apart."""
FEW = 3
"""The most articles that tell a fact which is doubted."""


def _join(conflicts: Sequence[Relation]) -> list[list[Relation]]:
    """The relations in groups that share claims, directly or over others."""
    group: dict[str, list[Relation]] = {}
    for relation in conflicts:
        one, other = group.setdefault(relation.a, []), group.setdefault(relation.b, [])
        if one is not other:
            one += other
            for joined in other:
                group[joined.a] = group[joined.b] = one
            group[relation.b] = one
        one.append(relation)
    return list({id(joined): joined for joined in group.values()}.values())


class _Rated(NamedTuple):
    """What a contradiction is doubted by, how likely it is, and what its relation tells of that."""

    doubt: Doubt
    chance: float
    gates: tuple[tuple[str, str], ...]


def settle_unlikely(
    relations: Sequence[Relation],
    claims: Mapping[str, Claim],
    observers: Observers,
    linker: Linker,
) -> list[Relation]:
    """The relations, with contradictions turned into `incomparable` that are unlikely together with all that share a claim with them; what
    an article says against itself is judged by what others say. Where two articles may be about two affairs that share a name, their
    sentences need have nothing in common. `claims`: those of the relations by id."""
    conflicts = [r for r in relations if r.kind in CONFLICT]
    rated = {
        (r.a, r.b): _rate(claims[r.a], claims[r.b], observers)
        for r in conflicts
        if linker.surely_one_affair(claims[r.a].article, claims[r.b].article)
    }
    doubted: set[str] = set()
    for joined in _join(conflicts):
        across = [r for r in joined if claims[r.a].article != claims[r.b].article]
        few = len({claims[c].article for r in joined for c in (r.a, r.b)}) <= FEW
        if few and across and all(_is_unlikely(rated.get((r.a, r.b))) for r in across):
            doubted |= {c for r in joined for c in (r.a, r.b)}
    return [_settle(r, rated.get((r.a, r.b))) if r.kind in CONFLICT and r.a in doubted else r for r in relations]


def _rate(a: Claim, b: Claim, observers: Observers) -> _Rated | None:
    """How likely two claims contradict each other, None where it cannot be told: of one article, of two that lie far apart, of one too
    short."""
    doubt, sentences = _doubt_of(a, b), observers.sentences
    told = sentences.statements(a, b)
    if doubt is None or a.article == b.article or told is None:
        return None
    if not (sentences.can_tell(a.article) and sentences.can_tell(b.article) and _of_one_month(a, b)):
        return None
    of_claims = {"deed": observers.deeds.observe, "figure": observers.figures.observe}.get(doubt.model)
    admission = _admission(told, observers) if of_claims is not None else None
    if admission is not None:
        doubt, told, of_claims = DOUBTS["avowal"], admission, None
    observed = of_claims(a, b) if of_claims is not None else observers.observe(doubt.model, *told)
    if observed is None:
        return None
    model = load_likelihoods()[doubt.model]
    return _Rated(doubt, model.probability(observed), model.gates(observed, against=True))


def _admission(told: tuple[Statement, Statement], observers: Observers) -> tuple[Statement, Statement] | None:
    """Two sentences, the one first that tells what somebody admits where the other may deny it: they are doubted as that."""
    one, other = told
    return next((pair for pair in ((one, other), (other, one)) if observers.avowals.is_candidate(*pair)), None)


def _of_one_month(a: Claim, b: Claim) -> bool:
    """Whether two articles are known to be of one time: what is told of an affair that goes on for years shares little."""
    if a.published is None or b.published is None:
        return False
    return abs((a.published.replace(tzinfo=None) - b.published.replace(tzinfo=None)).days) <= MONTH


def _doubt_of(a: Claim, b: Claim) -> Doubt | None:
    """By what two claims are doubted that contradict each other, None for those that are not."""
    if isinstance(a.value, Name) and isinstance(b.value, Name) and len({*a.value.key} & {*b.value.key}) > 1:
        return None  # 以东海域, 以西海域 of one island
    one, other = a.frame, b.frame
    if isinstance(a.value, Quantity) and one.head == other.head != "" and one.predicate == other.predicate != "":
        return None  # 增派2000名士兵, 增派一万名士兵
    kinds = {_KINDS.get(type(c.value), "place" if c.family is Family.PLACE else "") for c in (a, b)}
    return DOUBTS.get(kinds.pop()) if len(kinds) == 1 else None


_KINDS: Mapping[type, str] = {Polarity: "deed", Order: "order", Quantity: "figure", Period: "date"}


def _is_unlikely(rated: _Rated | None) -> bool:
    return rated is not None and rated.chance <= rated.doubt.most


def _settle(relation: Relation, rated: _Rated | None) -> Relation:
    reason = rated.doubt.reason if rated is not None else Reason.OTHER_EVENT
    gates = (*relation.gates, *(rated.gates if rated is not None else ()))
    return replace(relation, kind=Kind.INCOMPARABLE, reason=reason, gates=gates)
